"""Who said it is asked where words and speaker are sure, the source with the chain."""

from dataclasses import replace

from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from tests.engine.questions.stories import bridge

OF_SOURCES = {
    QuestionKind.WHICH_SOURCE,
    QuestionKind.CHAIN_ORDER,
    QuestionKind.ROLES,
}


def kinds(**changed):
    found = bridge()
    claims = tuple(replace(claim, **changed) for claim in found.claims)
    return {question.kind for question in compose(replace(found, claims=claims))}


def test_with_an_open_chain_who_said_it_is_asked_and_no_source():
    asked = kinds(sure=False, sure_chain=False)
    assert QuestionKind.WHO_SAID in asked
    assert not asked & OF_SOURCES


def test_with_an_open_speaker_nothing_is_asked():
    assert not kinds(sure=False, sure_speaker=False)


def test_with_words_that_may_be_cut_nothing_is_asked():
    assert not kinds(sure=False, sure_words=False)


def test_with_all_sure_a_source_is_asked_for():
    assert kinds() & OF_SOURCES
