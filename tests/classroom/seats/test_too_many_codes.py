"""Wrong codes slow down whoever types them; a class joins whatever others type."""

import pytest
from sqlalchemy import select

from quiz.classroom.models import Seat
from tests.cast import member
from tests.classroom.people import code_of, make_class

pytestmark = pytest.mark.slow


@pytest.fixture
def codes(limited):
    """The codes of a class of four."""
    make_class(member(limited, "frau ahorn"))
    with limited.extensions["quiz.sessions"].reading() as session:
        seats = session.scalars(select(Seat).order_by(Seat.number)).all()
        return [code_of(seat) for seat in seats]


def take(browser, code, address="10.0.0.1"):
    where = {"REMOTE_ADDR": address}
    return browser.post("/join", data={"code": code}, environ_base=where)


def guesses(browser, half, n, **how):
    typed = (f"{half}-{number:05d}" for number in range(n))
    return [take(browser, code, **how).status_code for code in typed]


def strangers(app, half, n, **how):
    """That many guesses, each by a program that keeps no cookie."""
    for number in range(n):
        take(app.test_client(), f"{half}-{number:05d}", **how)


def test_a_class_joins_whatever_somebody_at_its_school_typed(limited, codes, later):
    bored = limited.test_client()
    assert guesses(bored, "AAAAA", 140) == [422] + [429] * 139
    strangers(limited, "AAAAA", 140)
    for code in codes:
        assert take(limited.test_client(), code).status_code == 303


def test_so_it_does_where_the_half_that_all_its_cards_share_was_typed(limited, codes):
    half = codes[0][:5]
    for _ in range(20):
        guesses(limited.test_client(), half, 40)
    strangers(limited, half, 200)
    for code in codes:
        assert take(limited.test_client(), code).status_code == 303


def test_whoever_mistyped_sits_down_after_the_wait(limited, codes, later):
    browser = limited.test_client()
    for wait in (2, 4, 8):
        assert guesses(browser, codes[0][:5], 2) == [422, 429]
        later(wait)
    assert take(browser, codes[0]).status_code == 303


def test_it_says_how_long_to_wait(limited, codes, later):
    browser = limited.test_client()
    guesses(browser, "AAAAA", 1)
    refused = take(browser, "AAAAA-AAAAA")
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == refused.headers["Refresh"] == "2"


def test_others_typing_errors_are_answered_as_ever(limited, codes):
    guesses(limited.test_client(), "AAAAA", 40)
    strangers(limited, "AAAAA", 40)
    assert take(limited.test_client(), "CCCCC-CCCCC").status_code == 422


def test_whoever_knows_half_a_code_cannot_try_the_other_half_without_end(
    limited, codes
):
    half = codes[0][:5]
    strangers(limited, half, 310)
    assert take(limited.test_client(), codes[0]).status_code == 429
    assert take(limited.test_client(), codes[0], address="10.2.2.2").status_code == 303


def test_a_class_next_door_joins_meanwhile(limited, codes):
    strangers(limited, "AAAAA", 310)
    assert take(limited.test_client(), codes[0]).status_code == 303
