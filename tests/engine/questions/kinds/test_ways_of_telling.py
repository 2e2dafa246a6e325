"""How the article tells it: word for word, in the Konjunktiv, without a name."""

from dataclasses import replace

import pytest

from quiz.engine.claims.claim import ClaimType
from quiz.engine.questions.question import MASK, QuestionKind
from quiz.engine.questions.rules.validity import violations
from tests.engine.library import SLUGS, asked, extracted


def of_kind(kind):
    """The questions of that kind in the library, each with its story and claim."""
    found = [
        (extracted(slug), question)
        for slug in SLUGS
        for question in asked(slug)
        if question.kind is kind
    ]
    assert found
    return [
        (story, next(c for c in story.claims if c.id == question.claim), question)
        for story, question in found
    ]


def test_quotation_marks_are_word_for_word_and_the_konjunktiv_is_not():
    for _, claim, question in of_kind(QuestionKind.DIRECT_OR_INDIRECT):
        is_direct = claim.type is ClaimType.DIRECT
        assert (question.key[0].text == "genau Wort für Wort") == is_direct


def test_the_voice_is_not_hidden_where_it_is_asked_how_it_is_told():
    for _, _, question in of_kind(QuestionKind.DIRECT_OR_INDIRECT):
        assert MASK not in question.passage


def test_each_manner_is_asked_for_equally_often():
    kind = QuestionKind.DIRECT_OR_INDIRECT
    for slug in SLUGS:
        keys = [q.key[0].text for q in asked(slug) if q.kind is kind]
        assert len({keys.count(key) for key in keys}) <= 1


def test_what_always_has_the_same_answer_is_not_asked_any_more():
    for slug in SLUGS:
        kinds = {each.kind for each in asked(slug)}
        assert kinds.isdisjoint(
            {QuestionKind.MOOD_MEANING, QuestionKind.CERTAINTY_RANK}
        )


def test_who_goes_on_speaking_is_named_before_the_sentence_and_not_in_it():
    for _, claim, question in of_kind(QuestionKind.CARRY_OVER):
        assert question.key[0].entity == claim.speaker_entity
        assert all(span.end <= claim.sentence.begin for span in claim.speaker)


def test_only_the_voice_of_the_article_passes_it_on_fairly():
    for story, claim, question in of_kind(QuestionKind.KEEP_THE_ATTRIBUTION):
        assert question.key[0].entity == claim.speaker_entity
        name = story.entity(claim.speaker_entity).name
        assert [
            option for option in question.options if name in option.text.split("“")[-1]
        ]
        assert any(option.entity is None for option in question.distractors)


def test_every_way_to_pass_it_on_has_the_same_words():
    for _, _, question in of_kind(QuestionKind.KEEP_THE_ATTRIBUTION):
        said = question.key[0].text.split("„")[1].split("“")[0]
        assert all(said in option.text for option in question.options)


@pytest.mark.parametrize(
    "kind",
    [
        QuestionKind.DIRECT_OR_INDIRECT,
        QuestionKind.CARRY_OVER,
        QuestionKind.KEEP_THE_ATTRIBUTION,
    ],
)
def test_another_key_is_not_valid(kind):
    for story, _, question in of_kind(kind)[:3]:
        turned = [replace(each, correct=not each.correct) for each in question.options]
        broken = replace(question, options=tuple(turned))
        assert any(each.level == "block" for each in violations(broken, story))
