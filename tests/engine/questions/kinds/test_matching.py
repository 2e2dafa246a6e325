"""Rows to match: statements with their voices, roles with names; and roles meant."""

from dataclasses import replace

import pytest

from quiz.articles.bundled import bundled_articles
from quiz.engine.claims.extract import extract
from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.compose import compose
from quiz.engine.questions.option import rows_of
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.rules.validity import violations
from quiz.errors import Invalid

STORIES = [extract(article.text) for article in bundled_articles()]


def asked(*kinds):
    return [(s, q) for s in STORIES for q in compose(s) if q.kind in kinds]


MATCHED = asked(QuestionKind.MATCH_SPEAKERS)
ROLES = asked(QuestionKind.ROLES)
MEANT = asked(QuestionKind.WHO_IS_MEANT)
ROWS = [*MATCHED, *ROLES]


def blocked(question, story):
    found = violations(question, story)
    return {each.rule for each in found if each.level == "block"}


def with_keys(question, change):
    options = tuple(
        replace(option, correct=change(at, option))
        for at, option in enumerate(question.options)
    )
    return replace(question, options=options)


def test_the_library_has_all_three_kinds():
    assert len(MATCHED) >= 4
    assert len(ROLES) >= 2
    assert len(MEANT) >= 4


def test_every_row_has_one_key_and_the_same_names():
    for _, question in ROWS:
        rows = rows_of(question.options)
        assert len({tuple(o.text for o in row) for _, row in rows}) == 1
        assert all(sum(o.correct for o in row) == 1 for _, row in rows)


def test_the_key_of_a_row_is_whom_the_article_names():
    for story, question in MATCHED:
        speakers = {claim.id: claim.speaker_entity for claim in story.claims}
        for option in question.key:
            assert option.entity == speakers[option.claim]


def test_some_voice_is_used_twice_so_that_nothing_is_left_over():
    for _, question in MATCHED:
        keys = [option.entity for option in question.key]
        assert len(keys) == 4
        assert 2 <= len(set(keys)) < 4


def test_the_three_roles_are_three_entities():
    for _, question in ROLES:
        assert len({option.entity for option in question.key}) == 3


@pytest.mark.parametrize(("story", "question"), ROWS)
def test_each_right_row_counts_and_none_twice(story, question):
    key = [option.id for option in question.key]
    assert grade(question, key[::-1]).is_right
    assert grade(question, key[:1]).share == pytest.approx(1 / len(key))
    other = next(
        option
        for option in question.distractors
        if option.prompt == question.key[0].prompt
    )
    assert grade(question, [other.id, *key[1:]]).share == pytest.approx(
        1 - 1 / len(key)
    )
    with pytest.raises(Invalid) as refused:
        grade(question, [*key, other.id])
    assert refused.value.reason == "too_many_options"


@pytest.mark.parametrize(("story", "question"), ROWS)
def test_a_row_with_a_wrong_or_a_second_key_is_blocked(story, question):
    wrong = question.distractors[0]
    second = with_keys(question, lambda _, o: o.correct or o is wrong)
    moved = with_keys(
        question,
        lambda _, o: o is wrong or (o.correct and o.prompt != wrong.prompt),
    )
    assert "V01" in blocked(second, story)
    assert "V01" in blocked(moved, story)


def test_a_statement_that_names_its_own_voice_is_blocked():
    story, question = MATCHED[0]
    key = question.key[0]
    told = replace(key.prompt, de=f"{key.text} habe recht gehabt")
    options = tuple(
        replace(o, prompt=told) if o.prompt == key.prompt else o
        for o in question.options
    )
    assert "V03" in blocked(replace(question, options=options), story)


def test_a_passage_that_names_who_has_a_role_is_blocked():
    story, question = ROLES[0]
    name = question.key[0].text
    told = replace(question, passage=f"{name} habe das gesagt")
    assert "V03" in blocked(told, story)


def test_whoever_is_meant_is_named_before_and_shown():
    for story, question in MEANT:
        [key] = question.key
        shown = " ".join(span.of(story.raw) for span in question.evidence)
        assert key.text.split()[-1] in shown
        assert key.text not in question.stem.de


def test_another_who_has_the_role_too_is_no_option():
    story, question = MEANT[0]
    role = question.stem.de.rsplit("„", 1)[1].partition("“")[0]
    named = story.entity(question.distractors[0].entity)
    other = replace(named, aliases=(*named.aliases, role))
    entities = tuple(other if e.id == other.id else e for e in story.entities)
    assert "V05" in blocked(question, replace(story, entities=entities))


@pytest.mark.parametrize(("story", "question"), [*ROWS, *MEANT])
def test_it_is_read_back_from_json_as_it_was(story, question):
    assert Question.from_json(question.as_json()) == question
