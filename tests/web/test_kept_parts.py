"""Parts of pages that are kept take no more room than there is."""

import pytest

from quiz.web import jinja
from quiz.web.jinja import Parts


@pytest.fixture
def parts(monkeypatch):
    monkeypatch.setattr(jinja, "MOST_KEPT", 1000)
    monkeypatch.setattr(jinja, "LONGEST_KEPT", 400)
    return Parts()


def test_what_was_kept_is_given_again_and_nothing_else_is(parts):
    assert parts.keep(("reader", "de"), "gezeichnet") == "gezeichnet"
    assert parts.get(("reader", "de")) == "gezeichnet"
    assert parts.get(("reader", "en")) is None


def test_it_is_counted_in_characters_with_what_it_was_drawn_from(parts):
    for number in range(100):
        parts.keep((number, "x" * 100), "y" * 100)
        assert parts.characters <= 1000
    assert parts.get((99, "x" * 100))
    assert parts.get((90, "x" * 100)) is None


def test_what_was_used_lately_stays(parts):
    for number in range(100):
        parts.keep(number, "y" * 300)
        assert parts.get(0)


def test_what_is_very_long_is_not_kept_and_puts_nothing_out(parts):
    parts.keep("usual", "y" * 100)
    assert parts.keep("long", "y" * 401) == "y" * 401
    assert parts.keep("x" * 401, "short") == "short"
    assert parts.get("long") is None
    assert parts.get("usual")


def test_the_same_drawn_twice_at_once_counts_once(parts):
    parts.keep("a", "y" * 100)
    before = parts.characters
    parts.keep("a", "y" * 100)
    assert parts.characters == before
