"""How the article tells it: word for word, in the Konjunktiv, without a name."""

from dataclasses import replace

import pytest

from quiz.engine.claims.claim import ClaimType
from quiz.engine.questions.question import QuestionKind
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


def test_each_manner_is_asked_for_equally_often():
    kind = QuestionKind.DIRECT_OR_INDIRECT
    for slug in SLUGS:
        keys = [q.key[0].text for q in asked(slug) if q.kind is kind]
        assert len({keys.count(key) for key in keys}) <= 1


def test_the_verb_asked_about_is_in_the_words_and_in_the_konjunktiv():
    for _, _, question in of_kind(QuestionKind.MOOD_MEANING):
        verb = question.stem.de.split("„")[1].split("“")[0]
        assert verb in question.passage.casefold().split()
        assert question.key[0].text == "Es zeigt: Das sind fremde Worte."


def test_the_konjunktiv_is_asked_about_twice_at_most():
    for slug in SLUGS:
        kinds = [question.kind for question in asked(slug)]
        assert kinds.count(QuestionKind.MOOD_MEANING) <= 2


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
        QuestionKind.MOOD_MEANING,
        QuestionKind.CARRY_OVER,
        QuestionKind.KEEP_THE_ATTRIBUTION,
    ],
)
def test_another_key_is_not_valid(kind):
    for story, _, question in of_kind(kind)[:3]:
        turned = [replace(each, correct=not each.correct) for each in question.options]
        broken = replace(question, options=tuple(turned))
        assert any(each.level == "block" for each in violations(broken, story))
