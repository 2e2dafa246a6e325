"""Rows to match: statements with their voices, roles with names; and roles meant."""

from dataclasses import replace

import pytest

from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.option import rows_of
from quiz.engine.questions.question import MASK, Question, QuestionKind
from quiz.engine.questions.rules.validity import violations
from quiz.errors import Invalid
from tests.engine.library import SLUGS, asked, extracted


def of_kind(kind):
    """The questions of that kind in the library, each with its story."""
    return [(extracted(s), q) for s in SLUGS for q in asked(s) if q.kind is kind]


@pytest.fixture(scope="module")
def matched():
    return of_kind(QuestionKind.MATCH_SPEAKERS)


@pytest.fixture(scope="module")
def roles():
    return of_kind(QuestionKind.ROLES)


@pytest.fixture(scope="module")
def meant():
    return of_kind(QuestionKind.WHO_IS_MEANT)


@pytest.fixture(scope="module")
def rows(matched, roles):
    return [*matched, *roles]


def blocked(question, story):
    found = violations(question, story)
    return {each.rule for each in found if each.level == "block"}


def with_keys(question, change):
    options = tuple(
        replace(option, correct=change(option)) for option in question.options
    )
    return replace(question, options=options)


def test_the_library_has_all_three_kinds(matched, roles, meant):
    assert len(matched) >= 4
    assert len(roles) >= 2
    assert len(meant) >= 4


def test_every_row_has_one_key_and_the_same_names(rows):
    for _, question in rows:
        found = rows_of(question.options)
        assert len({tuple(o.text for o in row) for _, row in found}) == 1
        assert all(sum(o.correct for o in row) == 1 for _, row in found)


def test_the_key_of_a_row_is_whom_the_article_names(matched):
    for story, question in matched:
        speakers = {claim.id: claim.speaker_entity for claim in story.claims}
        for option in question.key:
            assert option.entity == speakers[option.claim]


def test_some_voice_is_used_twice_so_that_nothing_is_left_over(matched):
    for _, question in matched:
        keys = [option.entity for option in question.key]
        assert len(keys) == 4
        assert 2 <= len(set(keys)) < 4


def test_a_statement_in_its_frame_is_shown_only_where_the_question_says_so(matched):
    asked_so = {
        (any(MASK in prompt.de for prompt, _ in rows_of(q.options)), MASK in q.stem.de)
        for _, q in matched
    }
    assert asked_so == {(True, True), (False, False)}


def test_the_three_roles_are_three_entities(roles):
    for _, question in roles:
        assert len({option.entity for option in question.key}) == 3


def test_each_right_row_counts_and_none_twice(rows):
    for _, question in rows:
        key = [option.id for option in question.key]
        share = 1 / len(key)
        assert grade(question, key[::-1]).is_right, question.id
        assert grade(question, key[:1]).share == pytest.approx(share), question.id
        other = other_of_first_row(question)
        wrong = grade(question, [other, *key[1:]])
        assert wrong.share == pytest.approx(1 - share), question.id
        with pytest.raises(Invalid) as refused:
            grade(question, [*key, other])
        assert refused.value.reason == "too_many_options", question.id


def other_of_first_row(question):
    prompt = question.key[0].prompt
    return next(o.id for o in question.distractors if o.prompt == prompt)


def test_a_row_with_a_wrong_or_a_second_key_is_blocked(rows):
    for story, question in rows:
        wrong = question.distractors[0]
        second = with_keys(question, lambda o, wrong=wrong: o.correct or o is wrong)
        moved = with_keys(
            question,
            lambda o, wrong=wrong: (
                o is wrong or (o.correct and o.prompt != wrong.prompt)
            ),
        )
        assert "V01" in blocked(second, story), question.id
        assert "V01" in blocked(moved, story), question.id


def test_a_statement_that_names_its_own_voice_is_blocked(matched):
    story, question = matched[0]
    key = question.key[0]
    told = replace(key.prompt, de=f"{key.text} habe recht gehabt")
    options = tuple(
        replace(o, prompt=told) if o.prompt == key.prompt else o
        for o in question.options
    )
    assert "V03" in blocked(replace(question, options=options), story)


def test_a_passage_that_names_who_has_a_role_is_blocked(roles):
    story, question = roles[0]
    name = question.key[0].text
    told = replace(question, passage=f"{name} habe das gesagt")
    assert "V03" in blocked(told, story)


def test_whoever_is_meant_is_named_before_and_shown(meant):
    for story, question in meant:
        [key] = question.key
        shown = " ".join(span.of(story.raw) for span in question.evidence)
        assert key.text.split()[-1] in shown
        assert key.text not in question.stem.de


def test_another_who_has_the_role_too_is_no_option(meant):
    story, question = meant[0]
    role = question.stem.de.partition("„")[2].partition("“")[0]
    named = story.entity(question.distractors[0].entity)
    other = replace(named, aliases=(*named.aliases, role))
    entities = tuple(other if e.id == other.id else e for e in story.entities)
    assert "V05" in blocked(question, replace(story, entities=entities))


def test_it_is_read_back_from_json_as_it_was(rows, meant):
    for _, question in [*rows, *meant]:
        assert Question.from_json(question.as_json()) == question
