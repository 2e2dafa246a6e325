"""Wer von beiden hat es gesagt? About the two voices that say most in an article."""

import string
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.builders.arrangement import (
    key_option,
    shuffled,
    wrong_option,
)
from quiz.engine.questions.builders.kind import Kind, Workshop, no_key, speaker_key
from quiz.engine.questions.builders.voices import heard_in
from quiz.engine.questions.distractors.fitting import fitting
from quiz.engine.questions.distractors.mistakes import named_wrongly
from quiz.engine.questions.material.askable import Matter, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Option
from quiz.engine.questions.question import MASK, Question, QuestionKind
from quiz.engine.questions.wording.asking import which_of_two
from quiz.engine.questions.wording.explain import asked
from quiz.engine.questions.wording.nominative import as_the_article_has_it
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.wording.reasons import voice_reason

_TWO = 2


def _build(shop: Workshop) -> Iterator[Question]:
    """As many by the one as by the other: who speaks more is no better a guess."""
    heard = _most_heard(shop)
    if len(heard) != _TWO or shop.dossier.identity.exclude(heard[0].id, heard[1].id):
        return
    if {voice.kind for voice in heard} == {EntityKind.PERSON, EntityKind.COUNTRY}:
        return
    found: dict[str, list[Question]] = {voice.id: [] for voice in heard}
    for matter in shop.matters:
        voice = speaker_of(matter)
        question = _question(shop, matter, heard) if voice in heard else None
        if voice and question and shop.is_valid(question):
            found[voice.id].append(question)
    rng = shop.rng_for(QuestionKind.ONE_OF_TWO)
    most = min(map(len, found.values()))
    chosen = [q for questions in found.values() for q in rng.sample(questions, most)]
    first = rng.getrandbits(1)
    for at, question in enumerate(rng.sample(chosen, len(chosen)), start=first):
        options = sorted(
            question.options, key=lambda each: each.correct is bool(at % 2)
        )
        yield replace(question, options=_lettered(options))


def _lettered(options: Sequence[Option]) -> tuple[Option, ...]:
    """In this order: the key stands first as often as not."""
    letters = string.ascii_lowercase
    return tuple(
        replace(each, id=letter) for each, letter in zip(options, letters, strict=False)
    )


def _most_heard(shop: Workshop) -> list[Entity]:
    """Two voices, or fewer; of those that say as much the ones that come first.

    No group: whether the other voice belongs to it stays open.
    """
    said = Counter(matter.claim.speaker_entity for matter in shop.matters)
    heard = (each for each in heard_in(shop) if each.kind is not EntityKind.GROUP)
    return sorted(heard, key=lambda voice: -said[voice.id])[:_TWO]


def _question(shop: Workshop, matter: Matter, heard: list[Entity]) -> Question | None:
    claim, dossier = matter.claim, matter.dossier
    key = next(each for each in heard if each.id == claim.speaker_entity)
    [other] = [each for each in heard if each is not key]
    passage = passage_of(
        claim, dossier, [dossier.giveaways(each) for each in heard], alone=False
    )
    if passage is None or passage.count(MASK) > 1:
        return None
    if passage != passage_of(claim, dossier, alone=False):
        return None  # a gap in the words: they are about one of the two
    if dossier.is_mentioned_in(other, claim.speaker):
        return None
    wrong = named_wrongly(other, claim, dossier)
    if _shows_an_article(passage, dossier) or not fitting(
        [wrong], key, claim, passage, dossier
    ):
        return None
    rng = shop.rng(QuestionKind.ONE_OF_TWO, matter)
    options = [
        key_option(key, as_the_article_has_it(key, dossier)),
        wrong_option(wrong),
    ]
    return Question(
        id=f"{QuestionKind.ONE_OF_TWO}-{claim.id}",
        kind=QuestionKind.ONE_OF_TWO,
        claim=claim.id,
        stem=asked(which_of_two(passage, claim), passage),
        passage=passage,
        options=shuffled(options, rng),
        explanation=voice_reason(claim, matter.trace, dossier),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
    )


def _shows_an_article(passage: str, dossier: Dossier) -> bool:
    """Whether "die" before a mask tells which of the two it hides."""
    before = (part.split() for part in passage.split(MASK)[:-1])
    articles = dossier.lexicon.words.articles
    return any(words and words[-1].lower() in articles for words in before)


KIND = Kind(
    id=QuestionKind.ONE_OF_TWO,
    build=_build,
    keys=no_key,
    right=lambda question, dossier: list(speaker_key(question, dossier)),
    sizes=range(2, 3),
    asks_for_voice=False,
    is_mission=True,
    compares=True,
    most=3,
    difficulty=-0.6,
)
