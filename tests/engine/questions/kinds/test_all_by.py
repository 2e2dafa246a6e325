from dataclasses import replace

import pytest

from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.rules.validity import violations
from tests.engine.library import SLUGS, asked, extracted


@pytest.fixture(scope="module")
def found():
    """The questions of this kind in the library, each with its story."""
    return [
        (extracted(slug), question)
        for slug in SLUGS
        for question in asked(slug)
        if question.kind is QuestionKind.ALL_BY
    ]


def test_the_key_is_what_the_speaker_said_and_the_rest_is_not(found):
    assert found
    for story, question in found:
        speakers = {claim.id: claim.speaker_entity for claim in story.claims}
        named = speakers[question.claim]
        for option in question.options:
            assert option.correct == (speakers[option.claim] == named), question.id


def test_a_statement_without_a_verb_of_saying_is_explained_by_the_voice_before(found):
    for story, question in found:
        cues = {claim.id: bool(claim.cue) for claim in story.claims}
        goes_on = not all(cues[option.claim] for option in question.key)
        assert ("Stimme davor" in question.explanation.de) is goes_on, question.id
        assert ("voice before" in question.explanation.en) is goes_on, question.id


def test_two_or_three_of_four_to_six_statements_are_the_key(found):
    for _, question in found:
        assert len(question.key) in (2, 3)
        assert 4 <= len(question.options) <= 6
        assert question.distractors


def test_the_key_ticked_in_any_order_is_right_and_everything_ticked_is_not(found):
    for _, question in found:
        key = [option.id for option in question.key]
        assert grade(question, key[::-1]).is_right
        everything = [option.id for option in question.options]
        assert grade(question, everything).share < 0.5


@pytest.mark.parametrize("turned", [True, False])
def test_a_statement_given_to_the_wrong_side_is_blocked(found, turned):
    story, question = found[0]
    at = next(n for n, o in enumerate(question.options) if o.correct is not turned)
    options = list(question.options)
    options[at] = replace(options[at], correct=turned)
    blocked = violations(replace(question, options=tuple(options)), story)
    assert ("V01", "block") in {(each.rule, each.level) for each in blocked}


def test_a_statement_that_names_the_speaker_is_blocked(found):
    story, question = found[0]
    speakers = {claim.id: claim.speaker_entity for claim in story.claims}
    name = story.entity(speakers[question.claim]).name
    first, *others = question.options
    told = replace(first, text=f"{name} habe recht")
    blocked = violations(replace(question, options=(told, *others)), story)
    assert ("V03", "block") in {(each.rule, each.level) for each in blocked}


def test_it_is_read_back_from_json_as_it_was(found):
    for _, question in found:
        assert Question.from_json(question.as_json()) == question
