"""The figures of predictions, on a corpus small enough to count by hand."""

import itertools
import json
import random

import pytest

from bench.assignment import best_pairs
from bench.extraction import prediction
from bench.matching import Fault, matches
from bench.quality import quality_of
from tests.bench.make_corpus import (
    BUILD,
    CLOSED,
    GOLD,
    MARODE,
    UNHURT,
    document,
    line,
)


def quality(*claims, gold=GOLD):
    return quality_of([document(gold)], {"Brücke": [line(each) for each in claims]})


def faults(claim, gold, **others):
    made = document([gold])
    [match] = matches(made, made.predicted([line(claim, **others)]))
    return set(match.faults)


def best_by_trying(weights, lefts, rights):
    most = 0.0
    for chosen in itertools.permutations([*range(rights), *[None] * lefts], lefts):
        pairs = enumerate(chosen)
        most = max(most, sum(weights.get(pair, 0.0) for pair in pairs))
    return most


@pytest.mark.parametrize("seed", range(60))
def test_no_other_pairing_is_better(seed):
    rng = random.Random(seed)  # noqa: S311
    lefts, rights = rng.randint(1, 4), rng.randint(1, 4)
    weights = {
        (left, right): rng.choice((0.2, 0.5, 0.8, 1.0))
        for left in range(lefts)
        for right in range(rights)
        if rng.random() < 0.7
    }
    pairs = best_pairs(weights)
    total = sum(weights[pair] for pair in pairs)
    assert total == pytest.approx(best_by_trying(weights, lefts, rights))
    assert len({left for left, _ in pairs}) == len({r for _, r in pairs}) == len(pairs)


def test_the_gold_claims_themselves_are_all_right():
    found = quality(*GOLD)
    for rates in (found.exact, found.overlap, found.tokens, found.speaker, found.joint):
        assert (rates.precision, rates.recall, rates.f1) == (1, 1, 1)


def test_nothing_found_is_no_error_but_worth_nothing():
    found = quality()
    assert (found.gold, found.found, found.overlap.f1, found.sure.both) == (4, 0, 0, 0)


def test_a_claim_given_twice_counts_once():
    found = quality(*GOLD, *GOLD)
    assert (found.overlap.precision, found.overlap.recall) == (0.5, 1)


def test_punctuation_at_the_edge_is_no_difference():
    assert (
        quality(CLOSED | {"content": "Sie werde im Mai gesperrt"}).exact.recall == 1 / 4
    )


def test_half_of_the_words_are_enough_to_be_found_but_not_to_be_exact():
    found = quality(MARODE | {"content": "sei marode"})
    assert (found.overlap.precision, found.exact.precision) == (1, 0)


def test_a_speaker_who_is_nobody_is_right_where_gold_has_nobody():
    claim = {"content": MARODE["content"]}
    assert quality(claim, gold=[claim]).joint.f1 == 1
    assert quality(claim, gold=[MARODE]).joint.f1 == 0


def test_only_sure_claims_count_as_trusted():
    found = quality_of(
        [document()],
        {
            "Brücke": [
                line(MARODE, sure=True),
                line(BUILD | {"speaker": "Lenk"}, sure=True),
                line(UNHURT),
            ]
        },
    )
    assert (found.sure.per_document, found.sure.words, found.sure.both) == (2, 1, 0.5)


def test_each_kind_of_error_has_its_name():
    longer = MARODE | {"content": "Lenk sagte, die Brücke sei marode", "speaker": ""}
    assert faults(MARODE, MARODE) == {Fault.NONE}
    assert faults(longer, MARODE) == {Fault.TOO_LONG, Fault.MISSING_SPEAKER}
    assert faults(MARODE, longer) == {Fault.TOO_SHORT, Fault.INVENTED_SPEAKER}
    assert faults(MARODE | {"speaker": "Arndt"}, MARODE) == {Fault.WRONG_SPEAKER}
    assert faults(MARODE | {"type": "Reported"}, MARODE) == {Fault.WRONG_TYPE}
    shifted = MARODE | {"content": "sagte, die Brücke sei"}
    assert faults(shifted, MARODE) == {Fault.SHIFTED}


def test_what_stands_alone_is_missed_or_invented():
    made = document([MARODE])
    alone = matches(made, made.predicted([line(BUILD, sure=True)]))
    assert [match.faults for match in alone] == [
        (Fault.MISSED,),
        (Fault.INVENTED, Fault.SURE_BUT_WRONG),
    ]


def test_predictions_are_json_and_name_the_rules_that_decided():
    [claim] = json.loads(json.dumps(prediction("Lenk sagte, die Brücke sei marode.")))
    assert claim["reasons"][:2] == ["clause_behind", "subject"]
