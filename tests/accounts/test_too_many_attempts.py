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
    return answer(browser, name, password, address).status_code


def answer(browser, name, password=WRONG, address="10.0.0.1"):
    return browser.post(
        "/account/sign-in",
        data={"name": name, "password": password},
        environ_base={"REMOTE_ADDR": address},
    )


def wait_of(browser, name):
    refused = answer(browser, name)
    assert refused.status_code == 429
    return int(refused.headers["Retry-After"])


def strangers(app, n, **how):
    """That many guesses, each by a program that keeps no cookie."""
    return [attempt(app.test_client(), NAME, **how) for _ in range(n)]


def test_each_wrong_password_makes_the_next_wait_twice_as_long(limited, later):
    browser = limited.test_client()
    for wait in (2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900):
        assert attempt(browser, NAME) == 400
        later(wait - 1.1)
        assert wait_of(browser, " FRAU  AHORN") in (1, 2)
        later(1.2)


def test_whoever_comes_too_early_waits_no_longer_for_it(limited, later):
    browser = limited.test_client()
    assert attempt(browser, NAME) == 400
    assert [wait_of(browser, NAME) for _ in range(5)] == [2] * 5
    later(2.1)
    assert attempt(browser, NAME) == 400
    assert wait_of(browser, NAME) == 4


def test_others_at_the_same_school_can_still_try(limited, later):
    browser = limited.test_client()
    attempt(browser, NAME)
    assert attempt(browser, NAME) == 429
    assert attempt(browser, "herr birke") == 400
    assert attempt(limited.test_client(), NAME) == 400


def test_the_right_password_is_let_in_whatever_another_browser_tried(
    limited, owner, later
):
    pupil, fresh = limited.test_client(), limited.test_client()
    tried = [attempt(pupil, NAME) for _ in range(60)]
    assert tried == [400] + [429] * 59
    assert attempt(fresh, NAME, PASSWORD) == 303


def test_whoever_mistyped_gets_in_after_the_wait(limited, owner, later):
    browser = limited.test_client()
    attempt(browser, NAME)
    assert attempt(browser, NAME, PASSWORD) == 429
    later(2.1)
    assert attempt(browser, NAME, PASSWORD) == 303


def test_a_browser_that_guesses_for_an_hour_gets_a_dozen(limited, later):
    browser = limited.test_client()
    looked_at = 0
    for _ in range(360):
        looked_at += attempt(browser, NAME) == 400
        later(10)
    assert looked_at == 12


def test_a_browser_that_tries_many_names_waits_for_all_of_them(limited, later):
    browser = limited.test_client()
    tried = [attempt(browser, f"name {n}") for n in range(25)]
    assert tried == [400] * 21 + [429] * 4


def test_guesses_that_nobody_listened_to_count_for_nobody(limited, owner):
    browser = limited.test_client()
    for _ in range(60):
        attempt(browser, NAME)
    assert attempt(limited.test_client(), NAME, address="10.9.9.9") == 400


def test_every_spelling_of_a_name_is_the_same_name(limited, owner):
    spellings = [NAME, "FRAU ahorn", "  Frau   Ahorn ", "ｆｒａｕ　ａｈｏｒｎ"]
    spellings += [NAME.replace(each, chr(ord(each) + 0xFEE0)) for each in "frauhon"]
    tried = [attempt(limited.test_client(), each) for each in spellings]
    assert tried == [400] * 10 + [429]


def test_new_browsers_without_end_are_no_guesses_without_end(limited, owner):
    strangers(limited, 60)
    assert attempt(limited.test_client(), NAME, PASSWORD) == 429
    assert attempt(limited.test_client(), NAME, PASSWORD, address="10.9.9.9") == 303


def test_a_browser_in_which_the_owner_signed_in_has_attempts_of_its_own(limited, owner):
    own = limited.test_client()
    assert attempt(own, NAME, PASSWORD) == 303
    own.post("/account/sign-out")
    strangers(limited, 60)
    assert attempt(own, NAME, PASSWORD) == 303


def test_that_it_is_known_helps_a_browser_with_no_other_name(limited, owner):
    member(limited, "herr birke")
    known = limited.test_client()
    assert attempt(known, "herr birke", PASSWORD) == 303
    known.post("/account/sign-out")
    strangers(limited, 60)
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


def test_mistakes_in_registering_keep_no_colleague_from_it(limited, later):
    pupil, colleague = limited.test_client(), limited.test_client()
    bad = {"name": "x", "password": "y"}
    tried = [pupil.post("/account/register", data=bad).status_code for _ in range(30)]
    assert tried == [400] * 11 + [429] * 19
    good = {"name": NAME, "password": PASSWORD}
    assert colleague.post("/account/register", data=good).status_code == 303


def test_the_page_says_how_long_to_wait_and_goes_back_by_itself(limited, later):
    browser = limited.test_client()
    with browser.session_transaction() as chosen:
        chosen["language"] = "en"
    attempt(browser, NAME)
    later(2.1)
    attempt(browser, NAME)
    page = answer(browser, NAME)
    assert "Wait 4 seconds" in text_of(page)
    assert page.headers["Retry-After"] == page.headers["Refresh"] == "4"
    assert 'data-behaviour="count-down" data-seconds="4"' in page.text
    assert 'data-last="Wait one second, then try again."' in page.text
    later(3)
    assert "Wait one second" in text_of(answer(browser, NAME))


def test_a_long_wait_is_told_in_minutes_and_the_page_stays(limited, later):
    browser = limited.test_client()
    with browser.session_transaction() as chosen:
        chosen["language"] = "en"
    for k in range(1, 11):
        attempt(browser, NAME)
        later(2**k if k < 10 else 0)
    page = answer(browser, NAME)
    assert "Wait 15 minutes" in text_of(page)
    assert "Refresh" not in page.headers


def test_signing_in_rightly_is_never_counted(limited):
    browser = limited.test_client()
    browser.post("/account/register", data={"name": "frau ahorn", "password": PASSWORD})
    for _ in range(12):
        browser.post("/account/sign-out")
        assert attempt(browser, "frau ahorn", PASSWORD) == 303


def test_the_header_of_a_proxy_nobody_trusts_changes_nothing(limited):
    for n in range(10):
        limited.test_client().post(
            "/account/sign-in",
            data={"name": NAME, "password": WRONG},
            headers={"X-Forwarded-For": f"10.1.1.{n}"},
        )
    assert attempt(limited.test_client(), NAME, address="127.0.0.1") == 429
