"""The article of a page, however it is encoded, without walls and offers."""

import pytest

from quiz.articles.sources.service import from_address
from quiz.errors import Invalid
from quiz.readers.reading import read_file
from tests.readers.files import CASES, HEADLINE, PARAGRAPHS, TEXT, page, saved_page
from tests.readers.site import serving

pytestmark = pytest.mark.slow  # whole pages, each by every way in

UNDECLARED = page().replace('<meta charset="utf-8">', "")
META = UNDECLARED.replace("<head>", '<head><meta charset="windows-1252">')
EQUIV = UNDECLARED.replace(
    "<head>",
    '<head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
)
FOR_SUBSCRIBERS = (
    '<script type="application/ld+json">{"@type": "NewsArticle", '
    '"isAccessibleForFree": "False"}</script>'
)
WALL = [
    (
        "Wir benötigen Ihre Zustimmung. Wir und unsere 180 Partner verwenden Cookies "
        "und ähnliche Technologien, um Informationen auf Ihrem Endgerät zu speichern "
        "und personalisierte Anzeigen zu zeigen."
    ),
    (
        "Mit „Alle akzeptieren“ willigen Sie in das Tracking ein. Ihre Einwilligung "
        "können Sie jederzeit in der Datenschutzerklärung widerrufen. Oder lesen Sie "
        "mit dem Pur-Abo ohne Werbung und Tracking."
    ),
]
ABOUT = [
    (
        "Das Abo für Bus und Bahn kostet nun 63 Euro im Monat und ist kündbar, sagte "
        "Verkehrsministerin Vera Lind der Talpost."
    ),
    (
        "Die Aufsicht verbietet Cookies ohne Einwilligung. Firmen müssten die "
        "Zustimmung einholen, sagte Datenschützer Tom Berg."
    ),
    "„Melden Sie sich bei uns an“, sagte Trainerin Wanda Kolb den Kindern.",
]
OFFERS = [
    ["Jetzt weiterlesen mit Talpost Plus"],
    ["Sie haben schon ein Abo? Hier anmelden und alle Artikel lesen."],
    [
        "Weiterlesen mit dem Digitalabo",
        "Testen Sie Talpost Plus einen Monat kostenlos, danach monatlich kündbar.",
        "„Ich lese die Talpost jeden Tag“, sagt Leserin Gerda Klamm.",
        "Unser Angebot: alle Inhalte und das E-Paper für nur 5 Euro im Monat.",
    ],
    [
        "Dieser Artikel ist exklusiv für Abonnenten.",
        "Registrieren Sie sich kostenlos, um ihn zu lesen.",
        "„Die Talpost ist meine Zeitung“, sagt Leser Horst Lamm.",
    ],
]


def read(source, encoding="utf-8", charset=""):
    return read_file(source.encode(encoding), "seite.html", charset=charset)


@pytest.mark.parametrize(
    ("source", "encoding", "charset"),
    [
        (UNDECLARED, "cp1252", "windows-1252"),
        (UNDECLARED, "cp1252", "ISO-8859-1"),
        (page(), "cp1252", "windows-1252"),  # the header first, its own word then
        (META, "utf-8", "utf-8"),
        (META, "cp1252", ""),
        (EQUIV, "cp1252", ""),
        (UNDECLARED, "utf-8", ""),
        (UNDECLARED, "cp1252", ""),
        (page(), "cp1252", ""),
        (META, "utf-8", ""),
        (UNDECLARED, "utf-8", "iso-8859-1"),
        (UNDECLARED, "cp1252", "no-such-thing"),
        (UNDECLARED, "cp1252", "punycode"),
        ('<?xml version="1.0" encoding="utf-8"?>' + UNDECLARED, "utf-8", ""),
        (UNDECLARED, "utf-8-sig", "windows-1252"),
        (UNDECLARED, "utf-16", ""),
    ],
)
def test_a_page_is_read_in_the_encoding_it_is_written_in(source, encoding, charset):
    found = read(source, encoding, charset)
    assert (found.text, found.title) == (TEXT, HEADLINE)


def test_a_page_of_an_old_code_page_without_any_declaration_keeps_its_umlauts():
    found = read_file((CASES / "windows-1252.htm").read_bytes(), "seite.html")
    assert found.text.startswith("Brücke über die Tann gesperrt\n\n")
    assert "„Im Dezember mache ich sonst die Hälfte meines Umsatzes“" in found.text


@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_the_server_says_how_its_page_is_encoded(kind):
    source = UNDECLARED if kind == "text/html" else TEXT
    kind = f'{kind}; Charset="Windows-1252"'
    answers = {"/": (200, {"Content-Type": kind}, source.encode("cp1252"))}
    with serving(answers) as site:
        assert from_address(site.url(), {site.host}).text.strip() == TEXT


def test_a_line_break_within_a_paragraph_is_a_blank():
    broken = (
        PARAGRAPHS[0]
        .replace("sagte ", "sagte<br>")
        .replace("beschädigt ", "beschä&shy;digt<br />\n")
    )
    cut = broken.replace("müsse ausgebaut", "müsse aus-<br>gebaut")
    for each in (broken, cut):
        assert read(page([each, PARAGRAPHS[1]])).text == TEXT


def test_only_what_is_not_in_the_text_is_listed_as_left_out():
    found = read_file((CASES / "page-with-soft-hyphens.html").read_bytes(), "s.html")
    left_out = " ".join(found.left_out)
    assert "Impressum" in left_out
    assert "Newsletter" in left_out
    for kept in ("Umleitung führt", "Der Bus 12", "Lohmann im Rathaus", "gesperrt."):
        assert kept not in left_out
    letters = "".join(filter(str.isalnum, found.text))
    long = [each for each in found.left_out if len(each) > 30]
    assert not [each for each in long if "".join(filter(str.isalnum, each)) in letters]


def test_a_wall_of_consent_is_no_article():
    for source in ((CASES / "consent.html").read_text("utf-8"), page(WALL)):
        with pytest.raises(Invalid) as refused:
            read(source)
        assert refused.value.reason == "no_article"


def test_an_article_behind_a_notice_of_cookies_is_read_without_it():
    assert read(page([*PARAGRAPHS, WALL[0]])).text == TEXT


def test_of_an_article_for_subscribers_the_offer_is_left_out():
    found = read_file((CASES / "paywall.html").read_bytes(), "seite.html")
    assert found.is_cut
    assert found.text.endswith("teilte die Stadt am Montag mit.")
    assert any(each.startswith("Weiterlesen mit") for each in found.left_out)


@pytest.mark.parametrize("offer", OFFERS)
def test_an_offer_to_subscribe_is_left_out_wherever_it_stands(offer):
    found = read(page([*PARAGRAPHS, *offer]))
    assert (found.text, found.is_cut) == (TEXT, True)
    more = [*PARAGRAPHS, *offer, *PARAGRAPHS, *PARAGRAPHS]
    text = "\n\n".join([TEXT, *PARAGRAPHS, *PARAGRAPHS])
    assert read(page(more)).text.split("\n\n")[:3] == text.split("\n\n")[:3]
    assert "Abo" not in read(page(more)).text


def test_what_a_page_says_of_itself_tells_that_it_may_be_cut_off():
    assert read(page(head=FOR_SUBSCRIBERS)).is_cut
    assert not read(page()).is_cut


@pytest.mark.parametrize("paragraph", ABOUT)
def test_an_article_about_such_things_is_none_of_them(paragraph):
    found = read(page([*PARAGRAPHS, paragraph]))
    assert found.text == f"{TEXT}\n\n{paragraph}"
    assert not found.is_cut


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("name", ["faehre.mhtml", "faehre.mht", "faehre"])
def test_a_page_saved_in_one_file_is_read_with_its_address(encoding, name):
    source = page() if encoding == "utf-8" else UNDECLARED
    found = read_file(saved_page(source, encoding), name)
    assert (found.text, found.title) == (TEXT, HEADLINE)
    assert found.url == "https://talpost.example/faehre"
    assert found.author == "Rosa Keller"


@pytest.mark.parametrize("raw", [b"MIME-Version: 1.0\n\nHallo", b"\xff\x00", b"x"])
def test_a_saved_page_without_a_page_in_it_is_broken(raw):
    with pytest.raises(Invalid) as refused:
        read_file(raw, "kaputt.mhtml")
    assert refused.value.reason == "broken_file"
