"""Whoever a text names can be told by name, with what they are."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.everybody import (
    called,
    everybody,
    in_words,
    without_article,
)
from tests.engine.claims.test_any_text import PIECES

RAW = (
    "Bürgermeisterin Vera Lenk lud ein. Die CDU kam und auch CSU-Chef Otto Lenk. "
    "Am Abend regnete es in Talheims Straßen. Ministerin Xaverle Arndt schwieg. "
    "Die Anwohner freuten sich über den Besuch des Norddeutschen Instituts. Die "
    "Talheimer Zeitung war da, ebenso Große Lieferungen, Lange Schatten und Radio "
    "Uferlos."
)
PERSON, BODY, OUTLET = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.OUTLET


@pytest.mark.parametrize(
    ("name", "meant", "kind"),
    [
        ("CDU", "CDU", BODY),
        ("Vera Lenk", "Vera Lenk", PERSON),
        ("Arndt", "Xaverle Arndt", PERSON),
        ("Anwohner", "Anwohner", EntityKind.GROUP),
        ("Norddeutschen Instituts", "Norddeutsches Institut", BODY),
        ("Talheimer Zeitung", "Talheimer Zeitung", OUTLET),
        ("Lange Schatten", "Lange Schatten", EntityKind.UNNAMED),
    ],
)
def test_those_who_say_nothing_are_known_with_their_kind(name, meant, kind):
    (found,) = called(name, everybody(RAW, "de"), "de")
    assert (found.name, found.kind) == (meant, kind)


def test_a_whole_name_counts_more_than_a_part_of_it():
    assert len(called("Lenk", everybody(RAW, "de"), "de")) == 2
    assert len(called("Otto Lenk", everybody(RAW, "de"), "de")) == 1


@pytest.mark.parametrize(
    ("name", "shown", "kind"),
    [
        ("csu", "CSU", BODY),
        ("Talheim", "Talheim", EntityKind.UNNAMED),
        ("radio  uferlos", "Radio Uferlos", OUTLET),
        ("Lieferungen", "Lieferungen", EntityKind.UNNAMED),
    ],
)
def test_words_tell_what_they_stand_for_where_they_can(name, shown, kind):
    found = in_words(name, RAW, "de")
    assert (found.name, found.kind) == (shown, kind)
    assert found.mentions


@pytest.mark.parametrize("name", ["es in", "und", "", "Donald Duck", "."])
def test_other_words_stand_for_nobody(name):
    assert in_words(name, RAW, "de") is None


def test_an_article_is_no_part_of_a_name():
    assert without_article("Die  CDU", "de") == "CDU"
    assert without_article("die", "de") == "die"
    assert without_article("Radio Uferlos", "de") == "Radio Uferlos"


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60), st.integers(0, 59))
@example(["«", "Nachrichtenagenturen", "sagte", "»"], 0)
@settings(deadline=None)
def test_any_word_of_any_text_is_somebody_or_nobody(pieces, at):
    raw = " ".join(pieces)
    name = pieces[min(at, len(pieces) - 1)]
    known = [*everybody(raw, "de"), in_words(name, raw, "de")]
    for entity in filter(None, known):
        assert entity.name
        assert all(0 <= m.begin < m.end <= len(raw) for m in entity.mentions)
