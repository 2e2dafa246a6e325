"""Who said it is asked where words and speaker are sure, the source with the chain."""

from dataclasses import replace

from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.registry import KINDS
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
    asked = kinds(sure_chain=False)
    assert QuestionKind.WHO_SAID in asked
    assert not asked & OF_SOURCES


def test_with_an_open_speaker_only_the_wording_and_the_source_are_asked_for():
    asked = kinds(sure_speaker=False)
    assert QuestionKind.WHICH_SOURCE in asked
    assert not any(KINDS[kind].needs_speaker for kind in asked)


def test_with_an_open_speaker_no_explanation_names_one():
    found = bridge()
    claims = tuple(replace(c, sure_speaker=False) for c in found.claims)
    for question in compose(replace(found, claims=claims)):
        assert "Gesagt hat es" not in question.explanation.de


def test_what_a_person_confirmed_is_asked_about_in_all_respects():
    found = bridge()
    open_ = (replace(c, sure_words=False, sure_chain=False) for c in found.claims)
    claims = tuple(claim.reviewed() for claim in open_)
    again = {each.kind for each in compose(replace(found, claims=claims))}
    assert again == kinds()


def test_with_words_that_may_be_cut_nothing_is_asked():
    assert not kinds(sure_words=False)


def test_with_all_sure_a_source_is_asked_for():
    assert kinds() & OF_SOURCES
