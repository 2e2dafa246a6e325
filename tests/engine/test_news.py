"""What is found in the news texts, held above what has been reached before.

A floor is raised when more is reached; lowering one takes a reason in the message.
"""

from functools import lru_cache

import pytest

from bench.news import FOLDER, main, parts
from bench.noted import Held, News, figures, likeness, plain

pytestmark = pytest.mark.slow

FLOORS = {
    "development": {
        "claims found": 0.93,
        "found are claims": 0.96,
        "speaker, of found": 0.9,
        "chain, of all with a source": 0.85,
        "hedge, of found": 0.98,
        "all right, of all": 0.81,
        "sure: content and speaker": 0.99,
        "sure: chain, too": 0.96,
        "sure: words whole, too": 0.94,
        "sure, by text": 4.1,
    },
    "chains": {
        "claims found": 0.88,
        "found are claims": 0.95,
        "speaker, of found": 0.92,
        "chain, of all with a source": 0.78,
        "all right, of all": 0.79,
        "sure: content and speaker": 0.99,
        "sure: chain, too": 0.98,
        "sure: words whole, too": 0.96,
        "sure, by text": 2.75,
    },
    "chains for verifying": {
        "claims found": 0.85,
        "found are claims": 0.95,
        "speaker, of found": 0.85,
        "chain, of all with a source": 0.44,
        "all right, of all": 0.66,
        "sure: content and speaker": 0.96,
        "sure: chain, too": 0.9,
        "sure: words whole, too": 0.85,
        "sure, by text": 4.2,
    },
    "verification": {
        "claims found": 0.93,
        "found are claims": 0.93,
        "speaker, of found": 0.88,
        "chain, of all with a source": 0.65,
        "hedge, of found": 0.97,
        "all right, of all": 0.75,
        "sure: content and speaker": 0.98,
        "sure: chain, too": 0.88,
        "sure, by text": 4.4,
    },
}
TRAPS = {
    "development": {"traps taken": 5, "traps taken, sure": 0},
    "chains": {"traps taken": 21, "traps taken, sure": 0},
    "chains for verifying": {"traps taken": 5, "traps taken, sure": 0},
    "verification": {"traps taken": 1, "traps taken, sure": 0},
}
TEXT = """Die Brücke öffnet

„Wir öffnen im Mai“, sagte Bürgermeisterin Karla Lenk dem Nordboten. Wer zahlt,
sagte sie nicht.
"""
NOTE = {"content": ["Wir öffnen im Mai"], "speaker": "Karla Lenk", "type": "Direct"}


@lru_cache
def reached():
    return {name: figures(held) for name, held in parts().items()}


def held(note, traps=()):
    names = {name: frozenset({plain(name)}) for name in ("Karla Lenk", "Nordbote")}
    return Held(News("lenk", TEXT, (note,), traps, names))


@pytest.mark.parametrize("part", FLOORS)
def test_no_figure_falls(part):
    for name, floor in FLOORS[part].items():
        assert reached()[part][name].share >= floor, name


@pytest.mark.parametrize("part", FLOORS)
def test_no_more_traps_are_taken(part):
    for name, most in TRAPS[part].items():
        assert reached()[part][name].right <= most, name


def test_likeness_is_twice_the_shared_by_all():
    assert likeness(frozenset({1, 2, 3}), frozenset({3})) == 0.5
    assert likeness(frozenset(), frozenset()) == 0.0


def test_a_name_is_compared_without_article_and_marks():
    assert plain("der „Nordbote“") == plain("Nordbote")


def test_a_claim_is_found_with_its_speaker():
    [verdict] = held(NOTE).verdicts
    assert verdict.found
    assert verdict.speaker


def test_another_speaker_is_wrong():
    [verdict] = held(NOTE | {"speaker": "Nordbote"}).verdicts
    assert verdict.found
    assert not verdict.speaker


def test_what_is_not_noted_is_extra_and_maybe_a_trap():
    wrong = held(NOTE | {"content": ["Wer zahlt"]}, ("Wir öffnen im Mai",))
    assert wrong.verdicts[0].found is None
    assert len(wrong.extra) == len(wrong.trapped) == 1


def test_what_is_optional_counts_neither_way():
    found = figures([held(NOTE | {"optional": True})])
    assert found["claims found"].all == found["found are claims"].all == 0


def test_the_errors_of_the_verifying_texts_are_not_shown(capsys):
    assert main(["--errors"]) == 0
    shown = capsys.readouterr().out
    assert "ampel-am-dorfkrug" in shown
    verifying = (FOLDER / "verification").glob("*.toml")
    assert not any(path.stem in shown for path in verifying)
    assert "chains_de_" in shown
    assert main(["--all"]) == 2
