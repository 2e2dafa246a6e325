"""Decisions of people laid over what the rules found."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.claims.extract import extract
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.claims.review.decisions import Verdict, reviewed
from quiz.engine.questions.compose import compose
from quiz.engine.text.span import Span

TEXT = (
    "Bürgermeisterin Vera Lenk sagte, der Riss gehe tief. Förster Kai Moos erklärte, "
    "das Eis sei zu dünn. Kapitänin Ida Krull teilte mit, die Stege seien repariert. "
    "Am Abend regnete es in Talheim, und viele blieben daheim."
)


@cache
def found():
    return extract(TEXT)


def first():
    return found().claims[0]


def span(words):
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def decide(*corrections):
    return reviewed(found(), corrections)


def test_without_decisions_nothing_changes():
    review = decide()
    assert review.extraction == found()
    assert set(review.verdicts.values()) == {Verdict.OPEN}
    assert review.checked == 0


def test_an_accepted_claim_is_sure():
    review = decide(Correction(Act.ACCEPT, first().content))
    claim = review.extraction.claims[0]
    assert claim.sure
    assert claim.confidence == 1.0
    assert review.verdicts[claim.id] is Verdict.ACCEPTED


def test_what_was_accepted_holds_where_newer_rules_find_another_speaker():
    accepted = Correction.accepting(first(), found())
    moos = next(e for e in found().entities if e.name == "Kai Moos")
    begin, end = first().content[0]
    newer = replace(
        first(), speaker_entity=moos.id, content=(Span(begin, end - 3),), hedge=()
    )
    again = replace(found(), claims=(newer, *found().claims[1:]))
    claim = reviewed(again, [accepted]).extraction.claims[0]
    assert claim.sure
    assert claim.content == first().content
    assert claim.speaker_entity == first().speaker_entity


def test_an_acceptance_that_kept_only_the_words_is_read():
    moos = next(e for e in found().entities if e.name == "Kai Moos")
    newer = replace(first(), speaker_entity=moos.id)
    again = replace(found(), claims=(newer, *found().claims[1:]))
    review = reviewed(again, [Correction(Act.ACCEPT, first().content)])
    assert review.extraction.claims[0].speaker_entity == moos.id


def test_words_that_are_added_count_more_than_those_that_were_found():
    begin, end = first().content[0]
    words = (Span(begin + 4, end),)
    review = decide(Correction(Act.ADD, words, Voice("Kai Moos")))
    assert review.extraction.claims[0].content == words
    assert len(review.extraction.claims) == len(found().claims)


def test_a_rejected_claim_gives_no_question_and_is_still_shown():
    review = decide(Correction(Act.REJECT, first().content))
    assert first().id not in {claim.id for claim in review.extraction.claims}
    assert first().id in {claim.id for claim in review.found.claims}
    assert not any(first().id in q.claims for q in compose(review.extraction))


def test_another_speaker_is_taken_by_place_or_by_name():
    krull = next(e for e in found().entities if e.name == "Ida Krull")
    for voice in (Voice("?", krull.mentions[0]), Voice("Ida Krull")):
        review = decide(
            Correction(Act.CHANGE, first().content, voice, (), ClaimType.INDIRECT)
        )
        changed = review.extraction.claims[0]
        assert changed.speaker_entity == krull.id
        assert changed.reasons[-1].name == "person_decided"


def test_somebody_whom_the_rules_did_not_see_becomes_an_entity():
    voice = Voice("Talheim")
    review = decide(
        Correction(Act.CHANGE, first().content, voice, (), ClaimType.INDIRECT)
    )
    entity = review.found.entity(review.extraction.claims[0].speaker_entity)
    assert entity.name == "Talheim"
    assert entity.mentions == (span("Talheim"),)


def test_nobody_can_be_the_speaker():
    nobody = Correction(Act.CHANGE, first().content, None, (), ClaimType.INDIRECT)
    review = decide(nobody)
    assert review.extraction.claims[0].speaker_entity is None


def test_a_claim_can_be_added():
    words = span("viele blieben daheim")
    review = decide(Correction(Act.ADD, (words,), Voice("Kai Moos")))
    added = review.extraction.claims[-1]
    assert added.content == (words,)
    assert added.sentence == span(
        "Am Abend regnete es in Talheim, und viele blieben daheim."
    )
    assert review.verdicts[added.id] is Verdict.ADDED
    assert added.sure


def test_a_decision_about_words_that_are_no_claim_is_told_and_not_lost():
    stray = Correction(Act.ACCEPT, (span("Am Abend"),))
    review = decide(stray)
    assert review.lost == (stray,)
    assert review.extraction == found()


def test_a_claim_is_found_again_by_nearly_the_same_words():
    begin, end = first().content[0]
    review = decide(Correction(Act.REJECT, (Span(begin, end - 2),)))
    assert review.verdicts[first().id] is Verdict.REJECTED


@given(st.lists(st.sampled_from([Act.ACCEPT, Act.REJECT]), min_size=1, max_size=5))
def test_the_last_decision_wins(acts):
    review = decide(*(Correction(act, first().content) for act in acts))
    wanted = {Act.ACCEPT: Verdict.ACCEPTED, Act.REJECT: Verdict.REJECTED}
    assert review.verdicts[first().id] is wanted[acts[-1]]


def test_a_voice_has_the_kind_that_was_decided_or_told_or_is_a_person():
    told = {None: EntityKind.PERSON, EntityKind.GROUP: EntityKind.GROUP}
    for decided, kind in told.items():
        voice = Voice("Talheim", kind=decided)
        assert Voice.from_json(voice.as_json()) == voice
        review = decide(Correction(Act.CHANGE, first().content, voice))
        speaker = review.extraction.claims[0].speaker_entity
        assert review.found.entity(speaker).kind is kind
    assert Voice.from_json({"name": "Talheim", "place": None}) == Voice("Talheim")


def test_a_group_that_is_typed_holds_the_outlets_that_are_its_members():
    raw = (
        "Russische Nachrichtenagenturen schwiegen lange. Die Agentur Tass meldete, der "
        "Zug sei da. Bürgermeisterin Vera Lenk sagte, der Riss gehe tief."
    )
    found = extract(raw)
    voice = Voice("russische Nachrichtenagenturen")
    review = reviewed(found, [Correction(Act.CHANGE, found.claims[1].content, voice)])
    group = review.found.entity(review.found.claims[1].speaker_entity)
    tass = next(each for each in review.found.entities if each.name == "Tass")
    assert group.kind is EntityKind.GROUP
    assert group.members == (tass.id,)


@pytest.mark.parametrize("act", list(Act))
def test_a_decision_survives_the_way_through_json(act):
    voice = Voice("Kai Moos", span("Kai Moos"))
    whole = Correction(
        act, first().content, voice, (voice,), ClaimType.DIRECT, (span("tief"),)
    )
    told = replace(whole, cue=(span("sagte"),), naming=(span("Vera Lenk"),))
    for correction in (whole, told, Correction(act, first().content)):
        assert Correction.from_json(correction.as_json()) == correction
