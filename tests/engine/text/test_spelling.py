"""Names are found however letters, blanks and hyphenation are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.spelling import alike, folded, places_of, written

ENDS = lexicon("de").inflection.names
RAW = (
    "Die CDU-Chefin und Ve\u00adra\u00a0 Lenk kamen. Putins Hund bellte in der "
    "Ma\u0308rzstraße. Wladimir\nPutin schwieg, Lenk-Ott und Jens auch. Kim' Rede."
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("vera lenk", ["Ve\u00adra\u00a0 Lenk"]),
        ("Wladimir  Putin", ["Wladimir\nPutin"]),
        ("PUTIN", ["Putins", "Putin"]),
        ("MÄRZSTRASSE", ["Ma\u0308rzstraße"]),
        ("cdu", ["CDU"]),
        ("Kim", ["Kim'"]),
        ("Lenk", ["Lenk"]),
        ("Ott", []),
        ("Chefin", []),
        ("Donald", []),
        ("Put", []),
        ("", []),
        (" \u00ad ", []),
    ],
)
def test_a_name_is_found_as_whole_words(name, found):
    assert [each.whole.of(RAW) for each in places_of(name, RAW, ENDS)] == found


def test_the_name_alone_goes_without_its_case_ending():
    places = places_of("putin", RAW, ENDS)
    assert [each.name.of(RAW) for each in places] == ["Putin", "Putin"]


def test_what_is_shown_has_no_hyphenation():
    assert written("Ve\u00adra\u00a0\n Lenk ") == "Vera Lenk"


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=60))
def test_any_name_between_blanks_is_found_again(before, name, behind):
    raw = f"{before} {name} {behind}"
    places = places_of(name, raw, ENDS)
    assert all(0 <= p.whole.begin < p.whole.end <= len(raw) for p in places)
    assert all(folded(p.name.of(raw)) == folded(name) for p in places)


@pytest.mark.parametrize(
    ("name", "close"),
    [
        ("Vera Lenck", ("Vera Lenk",)),
        ("Frau Lenk", ("Vera Lenk", "Otto Lenk")),
        ("Umweltverbnd", ("Umweltverband",)),
        ("Donald Duck", ()),
        ("", ()),
    ],
)
def test_names_that_may_have_been_meant_are_close(name, close):
    names = ("Vera Lenk", "Otto Lenk", "Umweltverband", "Kai Moos")
    assert alike(name, names) == close
