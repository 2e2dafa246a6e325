"""What the passages add up to: floors that only rise, gaps that only become fewer."""

from collections import Counter

import pytest

from bench.passages import (
    differences,
    is_trap,
    outer,
    pieces,
    read_passages,
    seen_of,
)
from quiz.engine.claims.extract import extract

pytestmark = pytest.mark.slow

PASSAGES = 700  # at least
CLAIMS_FOUND = 0.99  # share of the expected claims whose words are found exactly
SPEAKERS_RIGHT = 0.99  # of those found
CHAINS_RIGHT = 0.98  # of those found with sources beside the speaker
MAX_GAPS = 1


def _found_of(claims, expected):
    """The claim with the expected words; without words in the passage, by its place."""
    index, wanted = expected
    if "content" not in wanted:
        return claims[index] if index < len(claims) else None
    words = pieces(wanted["content"])
    return next((seen for seen in claims if seen["content"] == words), None)


@pytest.fixture(scope="module")
def tally():
    counts = Counter()
    for passage in read_passages():
        found = extract(passage["text"])
        claims = [seen_of(found, claim) for claim in outer(found)]
        counts["passages"] += 1
        counts["gaps"] += "known_gap" in passage
        sure = [seen for seen in claims if seen["sure"]]
        counts["traps taken"] += is_trap(passage) and bool(sure)
        right = []
        for expected in enumerate(passage.get("claims", [])):
            seen = _found_of(claims, expected)
            _count(counts, expected[1], seen)
            right.append(seen)
        if "claims" in passage:
            counts["sure and wrong"] += sum(seen not in right for seen in sure)
    return counts


def _count(counts, expected, seen):
    counts["expected"] += 1
    if seen is None:
        return
    counts["found"] += 1
    for key, total, hit in (
        ("speaker", "speakers", "speakers right"),
        ("sources", "chains", "chains right"),
    ):
        if expected.get(key):
            counts[total] += 1
            counts[hit] += seen[key] == expected[key]
    wrong = any(seen[k] != expected[k] for k in ("speaker", "sources") if k in expected)
    counts["sure and wrong"] += seen["sure"] and wrong


def test_the_corpus_is_large_enough(tally):
    assert tally["passages"] >= PASSAGES


def test_expected_claims_are_found(tally):
    assert tally["found"] >= CLAIMS_FOUND * tally["expected"]


def test_speakers_are_right(tally):
    assert tally["speakers right"] >= SPEAKERS_RIGHT * tally["speakers"]


def test_chains_are_right(tally):
    assert tally["chains right"] >= CHAINS_RIGHT * tally["chains"]


def test_no_sure_claim_is_wrong(tally):
    assert tally["sure and wrong"] == 0


def test_no_trap_is_taken(tally):
    assert tally["traps taken"] == 0


def test_known_gaps_become_fewer(tally):
    assert tally["gaps"] <= MAX_GAPS


def test_every_passage_has_a_name_of_its_own():
    names = Counter(passage["id"] for passage in read_passages())
    assert [name for name, times in names.items() if times > 1] == []


def test_a_passage_that_expects_nothing_at_all_is_an_error():
    bare = [
        p["id"]
        for p in read_passages()
        if not {"claims", "not_sure", "entities"} & {*p}
    ]
    assert bare == []


def test_a_wrong_expectation_is_told():
    passage = {"text": "Lenk sagte, das Dach sei dicht.", "claims": []}
    assert len(differences(passage)) == 1
