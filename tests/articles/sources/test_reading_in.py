"""A teacher has a file or a page read, checks it, and keeps it."""

import re
from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from quiz.articles.models import Article
from quiz.readers.reading import MOST_BYTES
from tests.articles.test_bringing import EN, bring, count
from tests.browser import text_of
from tests.readers.files import (
    CASES,
    HEADLINE,
    PARAGRAPHS,
    TEXT,
    locked_pdf,
    page,
    pdf_file,
    saved_page,
    word_file,
)
from tests.readers.site import HTML, serving

EMPTY = {"title": "", "outlet": "", "published_on": "", "url": ""}
TURKISH = (
    "Vapur seferleri cuma gününe kadar iptal edildi. Liman müdürü Ayşe Kaya, motorun "
    "arızalandığını ve değiştirilmesi gerektiğini söyledi. Belediye otobüs seferleri "
    "düzenleyecek ve masrafları karşılayacak."
)


@pytest.fixture
def site(app):
    """A newspaper's site that this server may fetch from."""
    answers = {
        "/faehre": (200, HTML, page().encode()),
        "/vapur": (
            200,
            HTML,
            page([TURKISH, TURKISH[::-1]], "Vapur iptal edildi").encode(),
        ),
        "/leer": (200, HTML, b"<html><body><a href='/'>Start</a></body></html>"),
        "/weg": (404, HTML, b"weg"),
    }
    with serving(answers) as running:
        before = app.config["FETCH_HOSTS"]
        app.config["FETCH_HOSTS"] = frozenset({running.host})
        yield running
        app.config["FETCH_HOSTS"] = before


def read(browser, raw=b"", name="", **typed):
    file = (BytesIO(raw), name) if name else None
    return bring(browser, typed.pop("text", ""), file=file, **EMPTY | typed)


def fetched(browser, url, **typed):
    return read(browser, url=url, fetch="1", **typed)


def value(answer, name):
    field = rf'<input[^>]*\bname="{name}"[^>]*>'
    found = re.search(field, answer.get_data(as_text=True))
    shown = re.search(r'\bvalue="([^"]*)"', found.group())
    return shown.group(1) if shown else ""


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (word_file(), "faehre.docx"),
        (saved_page(), "faehre.mhtml"),
        (page().encode(), "faehre.html"),
        (f"# {HEADLINE}\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}".encode(), "faehre.md"),
        (pdf_file([HEADLINE, *PARAGRAPHS[0].split(". ")]), "faehre.pdf"),
    ],
)
def test_a_file_is_read_into_the_form_and_nothing_is_kept_yet(
    teacher, session, raw, name
):
    for act in ({"read": "1"}, {}):
        answer = read(teacher, raw, name, **act)
        assert answer.status_code == 200
        assert "Nothing is kept yet" in text_of(answer)
        assert "sagte Hafenchefin Ina Wolf" in text_of(answer)
        assert value(answer, "title") == HEADLINE
    assert count(session) == 0


def test_what_was_left_out_is_shown(teacher):
    answer = read(teacher, page().encode(), "faehre.html", read="1")
    assert "Left out (2)" in text_of(answer)
    assert "Impressum und Datenschutz" in text_of(answer)


def test_an_article_for_subscribers_is_said_to_be_cut_off(teacher):
    raw = (CASES / "paywall.html").read_bytes()
    answer = read(teacher, raw, "seite.html", read="1")
    assert "Perhaps the article is cut off here" in text_of(answer)
    whole = read(teacher, page().encode(), "faehre.html", read="1")
    assert "Perhaps the article is cut off here" not in text_of(whole)


def test_a_page_is_fetched_with_what_it_says_about_itself(teacher, session, site):
    answer = fetched(teacher, site.url("/faehre"))
    assert answer.status_code == 200
    assert "sagte Hafenchefin Ina Wolf" in text_of(answer)
    assert value(answer, "title") == HEADLINE
    assert value(answer, "outlet") == "Talpost"
    assert value(answer, "author") == "Rosa Keller"
    assert value(answer, "published_on") == "2026-03-24"
    assert value(answer, "url") == site.url("/faehre")
    assert count(session) == 0


def test_what_was_read_is_kept_once_it_is_confirmed(teacher, session):
    answer = bring(teacher, TEXT, title=HEADLINE, author="Rosa Keller")
    assert answer.status_code == 303
    article = session.query(Article).one()
    assert (article.text, article.author) == (TEXT, "Rosa Keller")


def test_a_pasted_column_is_kept_as_it_is_and_read_as_it_is_meant(teacher, session):
    column = (
        "> Wir fahren nicht, sagte Hafen-\n> chefin Ina Wolf dem Tal-\n> boten heute."
    )
    answer = bring(teacher, column, title=HEADLINE)
    assert answer.status_code == 303
    assert session.query(Article).one().text == column
    shown = text_of(teacher.get(answer.location))
    assert "Ina Wolf" in shown


@pytest.mark.slow
def test_what_was_typed_before_stays(teacher, site):
    answer = fetched(
        teacher, site.url("/faehre"), title="Mein Titel", published_on="2026-03-20"
    )
    assert value(answer, "title") == "Mein Titel"
    assert value(answer, "published_on") == "2026-03-20"
    assert value(answer, "outlet") == "Talpost"


@pytest.mark.slow
def test_a_text_that_is_there_already_is_not_written_over(teacher, site):
    pasted = "Die Brücke bleibt zu, sagte der Bürgermeister am Montag in Lohme."
    answer = fetched(teacher, site.url("/faehre"), text=pasted)
    assert answer.status_code == 400
    assert "There is a text already" in text_of(answer)
    assert pasted in text_of(answer)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/vapur", "does not look like a German text"),
        ("/leer", "No article was found there"),
        ("/weg", "does not give out this page (404)"),
    ],
)
def test_a_page_that_is_no_german_article_is_said_to_be_so(
    teacher, session, site, path, message
):
    answer = fetched(teacher, site.url(path), title="Getippt")
    assert answer.status_code == 400
    assert message in text_of(answer)
    assert value(answer, "title") == "Getippt"
    assert value(answer, "url") == site.url(path)
    assert count(session) == 0


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "Enter a whole web address"),
        ("talpost", "Enter a whole web address"),
        ("http://127.0.0.1/", "internal network"),
        ("http://169.254.169.254/latest/", "internal network"),
        ("https://gibt-es-nicht.invalid/a", "Nobody answers at this address"),
    ],
)
def test_an_address_that_cannot_be_fetched_is_said_to_be_so(teacher, url, message):
    answer = fetched(teacher, url, title="Getippt")
    assert answer.status_code == 400
    assert message in text_of(answer)
    assert value(answer, "title") == "Getippt"
    assert value(answer, "url") == url


@pytest.mark.slow
@pytest.mark.parametrize(
    ("raw", "name", "message"),
    [
        (locked_pdf(), "zu.pdf", "locked with a password"),
        (b"%PDF-1.7 kaputt", "kaputt.pdf", "damaged or cut off"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "alt.doc", "Files of this kind"),
        (TURKISH.encode() + b"\n", "vapur.md", "does not look like a German text"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_to_be_so(
    teacher, session, raw, name, message
):
    for act in ({"read": "1"}, {}):
        answer = read(teacher, raw, name, title="Getippt", **act)
        assert answer.status_code == 400
        assert message in text_of(answer)
        assert value(answer, "title") == "Getippt"
    assert count(session) == 0


def test_reading_without_a_file_asks_for_one(teacher):
    assert "Choose a file first." in text_of(read(teacher, read="1"))


def sent_whole(browser, raw, size=None):
    sent = EMPTY | {"read": "1", "file": FileStorage(BytesIO(raw), "gross.txt")}
    boundary, body = encode_multipart(sent)
    return browser.post(
        "/articles/new",
        data=body,
        headers=EN,
        content_type=f"multipart/form-data; boundary={boundary}",
        environ_overrides={"CONTENT_LENGTH": str(size or len(body))},
    )


def test_a_file_of_fifty_megabytes_is_not_even_taken_in(teacher, session):
    answer = sent_whole(teacher, b"x", 50_000_000)
    assert answer.status_code == 413
    assert "larger than this site accepts" in text_of(answer)
    assert count(session) == 0


def test_a_file_just_above_the_limit_is_told_to_be_too_large(teacher):
    answer = sent_whole(teacher, b"x" * (MOST_BYTES + 1))
    assert answer.status_code == 400
    assert "larger than 10 MB" in text_of(answer)


def test_where_fetching_is_switched_off_it_is_not_offered_and_not_done(app, teacher):
    app.config["FETCH"] = False
    try:
        form = teacher.get("/articles/new", headers=EN)
        answer = fetched(teacher, "https://example.org/a")
    finally:
        app.config["FETCH"] = True
    assert "Fetch the text" not in text_of(form)
    assert "fetches no pages" in text_of(answer)
