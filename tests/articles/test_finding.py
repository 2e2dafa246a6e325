"""A teacher finds an article again."""

from datetime import timedelta

import pytest

from tests.browser import text_of
from tests.make import NOW, make_article

EN = {"Accept-Language": "en"}


@pytest.fixture
def many(session, teacher):
    for number in range(23):
        make_article(
            session,
            teacher.user_id,
            text=f"Nummer {number}.",
            title=f"Titel {number:02}",
            outlet="Bote" if number % 2 else "100 % Kurier",
            created_at=NOW + timedelta(minutes=number),
        )
    session.commit()


def test_the_newest_come_first_page_by_page(teacher, many):
    first = teacher.get("/articles", headers=EN)
    second = teacher.get("/articles?page=2", headers=EN)
    assert "Titel 22" in text_of(first)
    assert "Titel 02" not in text_of(first)
    assert "Next page" in text_of(first)
    assert "Titel 02" in text_of(second)
    assert "Next page" not in text_of(second)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("titel 07", ["Titel 07"]),
        ("BOTE 07", ["Titel 07"]),
        ("100 % 08", ["Titel 08"]),
        ("%", ["Titel 22", "Titel 00"]),
        ("gibt es nicht", []),
        ("\x00", ["Titel 22"]),
    ],
)
def test_words_of_title_or_outlet_find_it(teacher, many, search, found):
    shown = text_of(teacher.get("/articles", query_string={"q": search}, headers=EN))
    assert all(title in shown for title in found)
    assert ("Nothing found." in shown) is (not found)
    if search == "%":
        assert "Titel 21" not in shown


@pytest.mark.parametrize("page", ["0", "-4", "99", "x", "9" * 40])
def test_a_page_that_is_not_there_is_no_error(teacher, many, page):
    assert teacher.get(f"/articles?page={page}").status_code == 200


def test_other_peoples_articles_and_the_librarys_are_not_in_the_list(
    stranger, session, many
):
    make_article(session)
    session.commit()
    shown = text_of(stranger.get("/articles", headers=EN))
    assert "There is none yet." in shown
    assert "Titel" not in shown


def test_a_guest_is_asked_to_sign_in(guest):
    assert "/account/sign-in" in guest.get("/articles").location
