"""A teacher brings an article in."""

from io import BytesIO

import pytest
from sqlalchemy import func, select

from quiz.articles.models import Article
from tests.browser import text_of
from tests.engine.make_questions import TEXT, TITLE

EN = {"Accept-Language": "en"}
LONG_LINE = "Der Turm hat einen Riss, sagte Vera Lenk. " * 9  # no headline
FACTS = {
    "title": TITLE,
    "outlet": "Apfelstedter Bote",
    "published_on": "2026-03-23",
    "url": "https://example.org/ernte",
    "rights_basis": "own_text",
}


def bring(browser, text=TEXT, **changes):
    sent = FACTS | {"text": text} | changes
    data = {name: value for name, value in sent.items() if value is not None}
    return browser.post(
        "/articles/new",
        data=data,
        headers=EN,
        content_type="multipart/form-data",
    )


def count(session):
    return session.scalar(select(func.count()).select_from(Article))


def test_a_pasted_article_is_kept_as_it_is_and_private(teacher, session):
    answer = bring(teacher)
    article = session.scalars(select(Article)).one()
    assert answer.status_code == 303
    assert answer.location == f"/articles/{article.id}"
    assert article.text == TEXT
    assert article.visibility == "private"
    assert article.owner_id == teacher.user_id
    assert article.published_on.isoformat() == "2026-03-23"
    assert article.url == "https://example.org/ernte"


def test_without_a_title_the_first_line_of_the_text_is_it(teacher, session):
    assert bring(teacher, "Ein Riss  im Turm\n\n" + TEXT, title="").status_code == 303
    assert session.scalars(select(Article.title)).one() == "Ein Riss im Turm"


def test_what_a_reason_of_rights_needs_stands_beside_it_before_anything_is_sent(
    teacher,
):
    page = teacher.get("/articles/new", headers=EN).text
    rights = page.partition('class="rights')[2]
    share = rights.partition("rights__more--s60a_extract")[2]
    assert 'name="work_share"' in share.partition("</div>")[0]


def test_the_line_ends_of_the_browser_do_not_get_into_the_text(teacher, session):
    bring(teacher, TEXT.replace("\n", "\r\n"))
    assert session.scalars(select(Article.text)).one() == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_an_uploaded_file_is_read(teacher, session, encoding):
    answer = bring(teacher, "", file=(BytesIO(TEXT.encode(encoding)), "ernte.txt"))
    assert answer.status_code == 303
    assert session.scalars(select(Article.text)).one() == TEXT


def test_the_text_of_a_file_stands_in_the_form_when_something_else_is_wrong(
    teacher, session
):
    file = (BytesIO(TEXT.encode()), "ernte.txt")
    answer = bring(teacher, "", outlet="", file=file)
    assert answer.status_code == 400
    assert "Der Keller ist bis unter die Decke voll" in text_of(answer)
    assert count(session) == 0


def test_a_file_beside_another_pasted_text_is_questioned(teacher, session):
    answer = bring(teacher, file=(BytesIO(b"Etwas anderes."), "anders.txt"))
    assert "There is a text already" in text_of(answer)
    assert "Der Keller ist" in text_of(answer)
    assert count(session) == 0


def test_all_that_was_typed_is_still_there_after_a_mistake(teacher):
    answer = bring(
        teacher,
        rights_basis="open_licence",
        licence_name="CC BY 4.0",
        licence_url="",
        school="Schule am Fluss",
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 400
    for typed in (TITLE, "Apfelstedter Bote", "2026-03-23", "CC BY 4.0"):
        assert f'value="{typed}"' in page
    assert 'value="https://example.org/ernte"' in page
    assert 'value="Schule am Fluss"' in page
    assert "Die neue Presse läuft Tag und Nacht" in page


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Paste the text of the article, choose a file"),
        (" \n\t ", "Paste the text of the article, choose a file"),
        ("The mayor said on Monday that the bridge was closed. " * 5, "German"),
        ("Die Brücke\x00\x01\x02 ist gesperrt. " * 9, "not a text"),
        (TEXT * 400, "longer than 200,000 characters"),
    ],
    ids=["nothing", "blanks", "english", "binary", "long"],
)
def test_a_text_that_cannot_be_used_is_said_to_be_so(teacher, session, text, message):
    answer = bring(teacher, text)
    assert answer.status_code == 400
    assert message in text_of(answer)
    assert count(session) == 0


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"%PDF-1.7", "damaged or cut off"),
        (b"PK\x03\x04", "damaged or cut off"),
        (b"\x89PNG\r\n\x1a\n\x00", "not a text"),
    ],
)
def test_a_file_that_is_no_text_is_refused(teacher, session, raw, message):
    answer = bring(teacher, "", file=(BytesIO(raw), "brief.txt"))
    assert answer.status_code == 400
    assert message in text_of(answer)
    assert count(session) == 0


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": " ", "text": LONG_LINE}, "Enter the title of the article."),
        ({"title": "x" * 301}, "A title has at most 300 characters."),
        ({"title": "zwei\x00Zeilen"}, "This is one line of plain text."),
        ({"outlet": ""}, "Enter who published the article."),
        ({"published_on": ""}, "Enter the day on which the article was published."),
        ({"published_on": "gestern"}, "Enter the day as in"),
        ({"published_on": "2126-03-23"}, "This day is still to come."),
        ({"url": "ftp://example.org/x"}, "Enter a whole web address"),
        ({"url": "https://[kaputt"}, "Enter a whole web address"),
        ({"url": "www.example.org"}, "Enter a whole web address"),
        ({"rights_basis": None}, "Choose why the text may be used."),
        ({"rights_basis": "found_it"}, "Not a valid choice"),
        ({"rights_basis": "open_licence"}, "Enter the name of the licence."),
        (
            {"rights_basis": "open_licence", "licence_name": "CC BY 4.0"},
            "Enter where the licence can be read.",
        ),
        (
            {
                "rights_basis": "open_licence",
                "licence_name": "CC BY 4.0",
                "licence_url": "data:text/html,<b>",
            },
            "Enter a whole web address",
        ),
        ({"rights_basis": "school_contract"}, "Enter the school that has the contract"),
        ({"rights_basis": "s60a_extract"}, "Enter how much of the work the text is."),
        (
            {"rights_basis": "s60a_extract", "work_share": "viel"},
            "Enter a number up to 100",
        ),
        (
            {"rights_basis": "s60a_extract", "work_share": "nan"},
            "Enter a number up to 100",
        ),
        (
            {"rights_basis": "s60a_extract", "work_share": "120"},
            "Enter a number up to 100",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_each_mistake_has_its_own_words(teacher, session, changes, message):
    answer = bring(teacher, **changes)
    assert answer.status_code == 400
    assert message in text_of(answer)
    assert count(session) == 0


@pytest.mark.parametrize(
    "rights",
    [
        {"rights_basis": "own_text", "licence_url": "egal", "work_share": "viel"},
        {
            "rights_basis": "open_licence",
            "licence_name": "CC BY 4.0",
            "licence_url": "https://example.org/by",
        },
        {"rights_basis": "school_contract", "school": "Schule am Fluss"},
        {"rights_basis": "s60a_extract", "work_share": "12,5 %"},
    ],
    ids=lambda rights: rights["rights_basis"],
)
def test_every_reason_of_rights_keeps_what_it_needs_and_no_more(
    teacher, session, rights
):
    assert bring(teacher, **rights).status_code == 303
    article = session.scalars(select(Article)).one()
    kept = {
        "licence_name": article.licence_name,
        "licence_url": article.licence_url,
        "school": article.school,
        "work_share": article.work_share,
    }
    needed = {
        "own_text": {},
        "open_licence": {
            "licence_name": "CC BY 4.0",
            "licence_url": "https://example.org/by",
        },
        "school_contract": {"school": "Schule am Fluss"},
        "s60a_extract": {"work_share": 0.125},
    }[rights["rights_basis"]]
    assert {name: value for name, value in kept.items() if value is not None} == needed


@pytest.mark.parametrize(("share", "warns"), [("15", False), ("15.5", True)])
def test_a_large_extract_is_kept_with_a_warning(teacher, share, warns):
    answer = bring(teacher, rights_basis="s60a_extract", work_share=share)
    page = teacher.get(answer.location, headers=EN)
    assert ("more than 15 % of the work" in text_of(page)) is warns


def test_a_day_may_be_typed_the_german_way(teacher, session):
    bring(teacher, published_on="23.3.2026")
    assert (
        session.scalars(select(Article.published_on)).one().isoformat() == "2026-03-23"
    )


def test_the_same_text_twice_leads_to_the_one_that_is_there(teacher, session):
    first = bring(teacher)
    again = bring(teacher, title="Ein anderer Titel")
    assert again.status_code == 400
    assert "You have this very text as an article already." in text_of(again)
    assert first.location in again.get_data(as_text=True)
    assert count(session) == 1


def test_two_teachers_may_bring_the_same_text(teacher, stranger, session):
    assert bring(teacher).status_code == 303
    assert bring(stranger).status_code == 303
    assert count(session) == 2


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_guest_is_asked_to_sign_in(guest, session, method):
    answer = getattr(guest, method)("/articles/new")
    assert answer.status_code == 303
    assert "/account/sign-in" in answer.location
    assert count(session) == 0


def test_the_form_itself_can_be_opened_in_both_languages(teacher):
    for language in ("de", "en"):
        page = teacher.get("/articles/new", headers={"Accept-Language": language})
        assert page.status_code == 200
        assert 'enctype="multipart/form-data"' in page.get_data(as_text=True)
