"""The figures for words, speaker and chain beside the shares that are right."""

import json
import subprocess
import sys

import pytest

from bench.chains import read_chains
from bench.judged import Judged, from_news, sample_of
from bench.noted import Held, News
from bench.reliability import figure, rows, wilson
from quiz.config import ROOT
from quiz.engine.claims.reason import Aspect
from quiz.engine.claims.registry import GROUNDS

TEXT = (
    "Bürgermeisterin Vera Lenk sagte der Zeitung Albkurier, der Riss gehe tief. "
    "Förster Kai Moos erklärte, das Eis sei zu dünn."
)
PARTS = (Aspect.WORDS, Aspect.SPEAKER, Aspect.SOURCE)


def place(words):
    begin = TEXT.index(words)
    return [begin, begin + len(words)]


def document(**claim):
    """The text with its first claim noted, and whoever is in it."""
    names = ("Vera Lenk", "Albkurier", "Kai Moos")
    noted = {
        "content": [place("der Riss gehe tief")],
        "speaker": "Vera Lenk",
        "sources": ["Albkurier"],
    }
    return {
        "doc": "lenk",
        "text": TEXT,
        "entities": [{"name": each, "mentions": [place(each)]} for each in names],
        "claims": [noted | claim],
        "negatives": [place("Förster")],
    }


def found(**facts):
    """A found claim of which nothing else matters."""
    told = {"document": "d", "grounds": (), "confidence": 0.5, "is_sure": False}
    rest = {"words": 5, "has_words": True, "is_right": True}
    return Judged(**{**told, **rest, **facts})


@pytest.fixture
def judged(tmp_path):
    """The verdict about the first claim of a document."""

    def judge(**claim):
        file = tmp_path / "chains.jsonl"
        file.write_text(json.dumps(document(**claim)), encoding="utf-8")
        return sample_of(file).claims[0]

    return judge


def test_words_speaker_and_chain_are_judged_each_by_itself(judged):
    assert judged().parts == dict.fromkeys(PARTS, True)
    assert judged(speaker="Kai Moos").parts[Aspect.SPEAKER] is False
    assert judged(speaker="Kai Moos", speaker_also=["Vera Lenk"]).parts[Aspect.SPEAKER]
    assert judged(sources=[]).parts[Aspect.SOURCE] is False
    assert judged(sources=[], sources_max=["Albkurier"]).parts[Aspect.SOURCE] is True
    wrong = judged(content=[place("Riss gehe tief. Förster")]).parts
    assert wrong[Aspect.WORDS] is False
    assert wrong[Aspect.SPEAKER] is True


def test_a_claim_that_nobody_noted_says_nothing_about_speakers(tmp_path):
    file = tmp_path / "chains.jsonl"
    file.write_text(json.dumps(document()), encoding="utf-8")
    assert sample_of(file).claims[1].parts == {Aspect.WORDS: False}
    [news] = read_chains(file)
    assert [news.text[b:e] for b, e in news.spans_of(news.traps)] == ["Förster"]


def test_what_may_be_left_out_counts_nowhere():
    note = {"content": ["das Eis sei zu dünn"], "speaker": "Kai Moos", "optional": True}
    news = News("moos", TEXT, (note,), (), {"Kai Moos": frozenset({"kai moos"})})
    assert from_news([Held(news)]).claims[1].parts == {}


def test_a_figure_is_the_product_of_the_grounds_that_are_about_it():
    by_aspect = {
        aspect: [g for g in GROUNDS.values() if g.about is aspect][:2]
        for aspect in (Aspect.WORDS, Aspect.SPEAKER)
    }
    names = tuple(ground.id for several in by_aspect.values() for ground in several)
    claim = found(grounds=names)
    for aspect, (one, other) in by_aspect.items():
        assert figure(claim, aspect) == pytest.approx(one.share * other.share)
    assert figure(claim, Aspect.SOURCE) == 1


def test_claims_are_counted_by_their_figure_and_by_whether_they_are_sure():
    sure, right = frozenset({Aspect.SOURCE}), {Aspect.SOURCE: True}
    claims = [
        found(parts=right, sure_of=sure),
        found(parts={Aspect.SOURCE: False}),
        found(parts={Aspect.WORDS: True}),
    ]
    made = {row[0]: row[1:4] for row in rows(claims, Aspect.SOURCE)}
    assert made["1"] == ("2", "1.000", "0.500")
    assert made["sure"] == ("1", "1.000", "1.000")
    assert made["not sure"] == ("1", "1.000", "0.000")
    assert set(made) == {"figure", "1", "sure", "not sure"}


def test_wilsons_interval_is_wide_for_few_and_never_outside_of_shares():
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = wilson(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
    for right in (0, 50, 100):
        low, high = wilson(right, 100)
        assert 0 <= round(low, 9) <= right / 100 <= round(high, 9) <= 1


def test_the_command_prints_a_table_for_each(tmp_path):
    file = tmp_path / "chains.jsonl"
    file.write_text(json.dumps(document()), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bench.reliability", str(file), "--markdown"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    headed = done.stdout.count("| figure | claims | mean | right | from | to |")
    assert headed == len(PARTS)
