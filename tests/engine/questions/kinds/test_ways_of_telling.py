"""How the article tells it: word for word, in the Konjunktiv, without a name."""

from dataclasses import replace

import pytest

from quiz.articles.bundled import bundled_articles
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.rules.validity import violations

STORIES = [extract(article.text) for article in bundled_articles()]


def asked(kind):
    found = [
        (story, {claim.id: claim for claim in story.claims}[question.claim], question)
        for story in STORIES
        for question in compose(story)
        if question.kind is kind
    ]
    assert found
    return found


def test_quotation_marks_are_word_for_word_and_the_konjunktiv_is_not():
    for _, claim, question in asked(QuestionKind.DIRECT_OR_INDIRECT):
        is_direct = claim.type is ClaimType.DIRECT
        assert (question.key[0].text == "genau Wort für Wort") == is_direct


def test_each_manner_is_asked_for_equally_often():
    for story in STORIES:
        kind = QuestionKind.DIRECT_OR_INDIRECT
        keys = [q.key[0].text for q in compose(story) if q.kind is kind]
        assert len({keys.count(key) for key in keys}) <= 1


def test_the_verb_asked_about_is_in_the_words_and_in_the_konjunktiv():
    for _, _, question in asked(QuestionKind.MOOD_MEANING):
        verb = question.stem.de.split("„")[1].split("“")[0]
        assert verb in question.passage.casefold().split()
        assert question.key[0].text == "Es zeigt: Das sind fremde Worte."


def test_the_konjunktiv_is_asked_about_twice_at_most():
    for story in STORIES:
        kinds = [question.kind for question in compose(story)]
        assert kinds.count(QuestionKind.MOOD_MEANING) <= 2


def test_who_goes_on_speaking_is_named_before_the_sentence_and_not_in_it():
    for _, claim, question in asked(QuestionKind.CARRY_OVER):
        assert question.key[0].entity == claim.speaker_entity
        assert all(span.end <= claim.sentence.begin for span in claim.speaker)


def test_only_the_voice_of_the_article_passes_it_on_fairly():
    for story, claim, question in asked(QuestionKind.KEEP_THE_ATTRIBUTION):
        assert question.key[0].entity == claim.speaker_entity
        name = story.entity(claim.speaker_entity).name
        assert [
            option for option in question.options if name in option.text.split("“")[-1]
        ]
        assert any(option.entity is None for option in question.distractors)


def test_every_way_to_pass_it_on_has_the_same_words():
    for _, _, question in asked(QuestionKind.KEEP_THE_ATTRIBUTION):
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
    for story, _, question in asked(kind)[:3]:
        turned = [replace(each, correct=not each.correct) for each in question.options]
        broken = replace(question, options=tuple(turned))
        assert any(each.level == "block" for each in violations(broken, story))
