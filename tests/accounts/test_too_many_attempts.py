"""Wrong passwords slow down whoever sends them; the right one is let in."""

import pytest

from tests.browser import text_of
from tests.cast import PASSWORD, member

pytestmark = pytest.mark.slow

WRONG = "not the password"
NAME = "frau ahorn"


@pytest.fixture
def owner(limited):
    """Frau Ahorn, in a browser in which she has not signed in with her password."""
    return member(limited, NAME)


def attempt(browser, name, password=WRONG, address="10.0.0.1"):
    return browser.post(
        "/account/sign-in",
        data={"name": name, "password": password},
        environ_base={"REMOTE_ADDR": address},
    ).status_code


def test_the_eleventh_wrong_password_for_a_name_has_to_wait(limited):
    browser = limited.test_client()
    assert [attempt(browser, "frau ahorn") for _ in range(11)] == [400] * 10 + [429]
    assert attempt(browser, " FRAU  AHORN") == 429


def test_it_says_how_long_to_wait(limited):
    browser = limited.test_client()
    for _ in range(10):
        attempt(browser, "frau ahorn")
    form = {"name": "frau ahorn", "password": WRONG}
    response = browser.post(
        "/account/sign-in", data=form, environ_base={"REMOTE_ADDR": "10.0.0.1"}
    )
    assert response.status_code == 429
    assert 800 < int(response.headers["Retry-After"]) <= 901


def test_others_at_the_same_school_can_still_try(limited):
    browser = limited.test_client()
    for _ in range(11):
        attempt(browser, "frau ahorn")
    assert attempt(browser, "herr birke") == 400


def test_the_right_password_is_let_in_whatever_another_browser_tried(limited, owner):
    pupil, fresh = limited.test_client(), limited.test_client()
    tried = [attempt(pupil, NAME) for _ in range(60)]
    assert tried == [400] * 10 + [429] * 50
    assert attempt(fresh, NAME, PASSWORD) == 303


def test_whoever_mistyped_too_often_gets_in_once_it_is_right(limited, owner):
    browser = limited.test_client()
    assert [attempt(browser, NAME) for _ in range(12)][-1] == 429
    assert attempt(browser, NAME, PASSWORD) == 303


def test_a_browser_that_goes_on_guessing_is_not_listened_to(limited, owner):
    browser = limited.test_client()
    for _ in range(20):
        attempt(browser, NAME)
    assert attempt(browser, NAME, PASSWORD) == 429


def test_guesses_that_nobody_listened_to_count_for_nobody(limited, owner):
    browser = limited.test_client()
    for _ in range(60):
        attempt(browser, NAME)
    assert attempt(limited.test_client(), NAME, address="10.9.9.9") == 400


def test_every_spelling_of_a_name_is_the_same_name(limited, owner):
    spellings = [NAME, "FRAU ahorn", "  Frau   Ahorn ", "ｆｒａｕ　ａｈｏｒｎ"]
    spellings += [NAME.replace(each, chr(ord(each) + 0xFEE0)) for each in "frauhon"]
    browser = limited.test_client()
    tried = [attempt(browser, each) for each in spellings]
    assert tried == [400] * 10 + [429]


def test_new_browsers_without_end_are_no_guesses_without_end(limited, owner):
    for _ in range(60):
        attempt(limited.test_client(), NAME)
    assert attempt(limited.test_client(), NAME, PASSWORD) == 429
    assert attempt(limited.test_client(), NAME, PASSWORD, address="10.9.9.9") == 303


def test_a_browser_in_which_the_owner_signed_in_has_attempts_of_its_own(limited, owner):
    own = limited.test_client()
    assert attempt(own, NAME, PASSWORD) == 303
    own.post("/account/sign-out")
    for _ in range(60):
        attempt(limited.test_client(), NAME)
    assert [attempt(own, NAME) for _ in range(5)] == [429] * 5
    assert attempt(own, NAME, PASSWORD) == 303


def test_that_it_is_known_helps_a_browser_with_no_other_name(limited, owner):
    member(limited, "herr birke")
    known = limited.test_client()
    assert attempt(known, "herr birke", PASSWORD) == 303
    known.post("/account/sign-out")
    for _ in range(60):
        attempt(limited.test_client(), NAME)
    assert attempt(known, NAME, PASSWORD) == 429


def test_guessing_from_everywhere_is_slowed_at_each_place(limited, owner):
    for number in range(50):
        attempt(limited.test_client(), NAME, address=f"10.0.{number}.1")
    place = "10.9.9.9"
    tried = [attempt(limited.test_client(), NAME, address=place) for _ in range(3)]
    assert tried == [429] * 3
    assert attempt(limited.test_client(), NAME, PASSWORD, address=place) == 429
    assert attempt(limited.test_client(), NAME, PASSWORD, address="10.8.8.8") == 303


def test_one_site_is_one_address_however_many_it_has(limited, owner):
    places = [f"2001:db8:0:{number:x}::{number}" for number in range(11)]
    tried = [attempt(limited.test_client(), NAME, address=each) for each in places]
    assert tried == [400] * 10 + [429]
    assert attempt(limited.test_client(), NAME, address="2001:db8:0:100::1") == 400


def test_the_cookie_tells_nobody_who_signed_in_here(limited, owner):
    browser = limited.test_client()
    attempt(browser, NAME, PASSWORD)
    browser.post("/account/sign-out")
    with browser.session_transaction() as kept:
        said = repr(dict(kept))
    assert "ahorn" not in said
    assert "known_names" in said


def test_mistakes_in_registering_keep_no_colleague_from_it(limited):
    pupil, colleague = limited.test_client(), limited.test_client()
    bad = {"name": "x", "password": "y"}
    tried = [pupil.post("/account/register", data=bad).status_code for _ in range(120)]
    assert tried == [400] * 30 + [429] * 90
    good = {"name": NAME, "password": PASSWORD}
    assert colleague.post("/account/register", data=good).status_code == 303


def test_the_page_says_to_wait(limited):
    browser = limited.test_client()
    with browser.session_transaction() as chosen:
        chosen["language"] = "en"
    for _ in range(10):
        attempt(browser, NAME)
    form = {"name": NAME, "password": WRONG}
    assert "Wait a few minutes" in text_of(
        browser.post(
            "/account/sign-in", data=form, environ_base={"REMOTE_ADDR": "10.0.0.1"}
        )
    )


def test_signing_in_rightly_is_never_counted(limited):
    browser = limited.test_client()
    browser.post("/account/register", data={"name": "frau ahorn", "password": PASSWORD})
    for _ in range(12):
        browser.post("/account/sign-out")
        assert attempt(browser, "frau ahorn", PASSWORD) == 303


def test_the_header_of_a_proxy_nobody_trusts_changes_nothing(limited):
    browser = limited.test_client()
    for n in range(11):
        browser.post(
            "/account/sign-in",
            data={"name": "frau ahorn", "password": "wrong password"},
            headers={"X-Forwarded-For": f"10.1.1.{n}"},
        )
    assert attempt(browser, "frau ahorn", address="127.0.0.1") == 429
