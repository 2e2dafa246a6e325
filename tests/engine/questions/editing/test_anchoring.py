"""Kept questions are about words of their article, however claims are counted."""

from dataclasses import replace

import pytest

from quiz.engine.claims.review.correction import Correction
from quiz.engine.claims.review.decisions import reviewed
from quiz.engine.questions.compose import compose
from quiz.engine.questions.editing.anchoring import anchored, todays
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.rules.validity import violations_in
from tests.engine.library import SLUGS, asked, extracted
from tests.engine.other_rules import (
    CHANGES,
    claims_missing,
    first_missing,
    names_shorter,
    one_is_two,
    order_differs,
    people_missing,
)

pytestmark = pytest.mark.slow

COUNTING = (first_missing, order_differs)
"""Changes that leave all claims but the first as they are, and number them anew."""

AMONG_PEOPLE = (names_shorter, one_is_two)
"""Changes by which people who are options come to be alike, or parts of each other."""


def blocked(question, dossier):
    """What keeps a kept question from being published today."""
    today = todays(question, dossier)
    return [each for each in violations_in(today, dossier) if each.is_blocking]


@pytest.mark.parametrize("slug", SLUGS)
def test_looked_up_in_the_same_reading_it_is_the_question_that_it_was(slug):
    found = extracted(slug)
    dossier = Dossier(found)
    for question in asked(slug):
        assert todays(anchored(question, found), dossier) == question
        if question.kind is not QuestionKind.SAID_IT:  # newer than places are
            assert todays(question, dossier) == question  # kept before places were


@pytest.mark.parametrize("slug", SLUGS)
def test_no_two_questions_have_the_same_id(slug):
    kept = [anchored(question, extracted(slug)) for question in asked(slug)]
    assert len({question.id for question in kept}) == len(kept)


@pytest.mark.parametrize("change", COUNTING)
def test_the_same_words_give_the_same_id_however_claims_are_counted(change):
    was = extracted(SLUGS[0])
    now = change(was)
    before = {anchored(each, was).id for each in asked(SLUGS[0])}
    after = {anchored(each, now).id for each in compose(now)}
    by_counting = {each.id for each in asked(SLUGS[0])}
    assert len(before & after) > 0.8 * len(before)
    assert all("@" in each for each in before - by_counting)


@pytest.mark.parametrize("change", COUNTING)
@pytest.mark.parametrize("is_anchored", [True, False])
def test_a_kept_question_is_right_however_claims_are_counted(change, is_anchored):
    was = change(extracted(SLUGS[0]))
    made = compose(was)
    kept = [anchored(each, was) for each in made] if is_anchored else made
    dossier = Dossier(extracted(SLUGS[0]))
    right = [each for each in kept if not blocked(each, dossier)]
    assert len(right) > 0.9 * len(kept)
    for question in right:
        today = todays(question, dossier)
        assert [o.text for o in today.key] == [o.text for o in question.key]


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_asked_about_confirmed_claims_can_still_be_published(change):
    was = extracted(SLUGS[0])
    asked_about = [each for each in was.claims if each.is_sure_of_voice]
    made = [Correction.accepting(each, was) for each in asked_about]
    before = reviewed(was, made).extraction
    confirmed = {each.id for each in asked_about} | {""}
    dossier = Dossier(reviewed(change(was), made).extraction)
    composed = [each for each in compose(before) if each.claim in confirmed]
    kept = [anchored(each, before) for each in composed]
    for question in kept:
        today = todays(question, dossier)
        assert dossier.claim(today.claim) is not None or not today.claim
        key = [o.text for o in question.key]
        assert [o.text for o in today.key] == key
    if change not in AMONG_PEOPLE:
        right = [each for each in kept if not blocked(each, dossier)]
        assert len(right) > 0.9 * len(
            kept
        )  # the others ask by which words a source is told


def test_a_claim_that_is_gone_is_no_other_one():
    was = extracted(SLUGS[0])
    dossier = Dossier(claims_missing(was))
    for question in asked(SLUGS[0]):
        if question.claim == was.claims[0].id:
            for kept in (question, anchored(question, was)):
                assert dossier.claim(todays(kept, dossier).claim) is None
                assert blocked(kept, dossier)


def test_somebody_who_is_gone_is_nobody_else():
    was = extracted(SLUGS[0])
    dossier = Dossier(people_missing(was))
    gone = {entity.name for entity in was.entities[1::2]}
    for question in asked(SLUGS[0]):
        today = todays(anchored(question, was), dossier)
        for option in today.options:
            if option.text in gone and option.entity:
                assert option.entity not in dossier.entities


def test_a_question_of_ones_own_stays_as_it_is():
    own = replace(asked(SLUGS[0])[0], claim="", id="own-1", options=())
    found = extracted(SLUGS[0])
    assert anchored(own, found) == own
    assert todays(own, Dossier(found)) == own
