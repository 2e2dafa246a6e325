import json
from string import ascii_lowercase

import pytest

from quiz.engine.questions.compose import compose
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import Question, QuestionKind, Skill
from tests.engine.questions.stories import bridge


@pytest.fixture(scope="module")
def questions():
    return compose(bridge())


def test_a_question_survives_the_way_through_json(questions):
    for question in questions:
        body = json.loads(json.dumps(question.as_json(), ensure_ascii=False))
        assert Question.from_json(body) == question


def test_the_json_has_what_the_command_promises(questions):
    promised = {"id", "kind", "claim", "stem", "options", "explanation", "evidence"}
    for question in questions:
        body = question.as_json()
        assert promised <= set(body)
        assert body["kind"] in {kind.value for kind in QuestionKind}
        assert set(body["stem"]) == set(body["explanation"]) == {"de", "en"}
        for option in body["options"]:
            assert {"text", "entity", "correct", "misconception"} <= set(option)
        assert all(begin < end for begin, end in body["evidence"])


def test_the_passage_splits_the_stem_in_both_languages(questions):
    for question in (each for each in questions if each.passage):
        for language in ("de", "en"):
            before, passage, after = question.stem.get(language).partition(
                question.passage
            )
            assert all([before, passage, after])


def test_letters_of_options_are_distinct_and_tell_nothing(questions):
    keys = set()
    for question in (each for each in questions if not each.form.keeps_order):
        ids = [option.id for option in question.options]
        assert sorted(ids) == list(ascii_lowercase[: len(ids)])
        keys.add(question.key[0].id)
    assert len(keys) > 2


def test_each_attribution_trains_the_skill_it_asks_for(questions):
    for question in questions:
        if question.kind is QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION:
            asks_for_source = bool(
                {"berichtet?", "Quelle:"} & set(question.stem.de.split())
            )
            assert question.skill is (
                Skill.SOURCE if asks_for_source else Skill.SPEAKER
            )
        else:
            assert question.skill is question.kind.skill


def test_german_is_what_every_other_language_gets():
    text = Localised("ja", "yes")
    assert (text.get("en"), text.get("en-GB")) == ("yes", "yes")
    assert (text.get("de"), text.get("fr")) == ("ja", "ja")


def test_an_option_that_is_not_there_is_none(questions):
    assert questions[0].option("z") is None
