"""Wer von beiden hat es gesagt? About two known voices of an article."""

import string
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import combinations, count, islice

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
from quiz.engine.questions.question import MASK, Question, QuestionKind
from quiz.engine.questions.wording.asking import which_of_two
from quiz.engine.questions.wording.explain import asked, stands_alone
from quiz.engine.questions.wording.nominative import as_the_article_has_it
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.wording.reasons import voice_reason
from quiz.engine.questions.wording.statements import may_speak_for

_MOST_VOICES = 8  # of which any two may be held against each other


def _build(shop: Workshop) -> Iterator[Question]:
    """Of each pair as many by the one as by the other: no name is a better guess.

    The pairs take turns, so that few are left out; each claim is asked about once.
    """
    rng = shop.rng_for(QuestionKind.ONE_OF_TWO)
    said: dict[str, list[Matter]] = {}
    for matter in rng.sample(shop.matters, len(shop.matters)):
        if (voice := speaker_of(matter)) is not None:
            said.setdefault(voice.id, []).append(matter)
    asked: set[str] = set()
    pairs = [
        [_by(shop, said[voice.id], pair, asked) for voice in pair]
        for pair in combinations(_most_heard(shop), 2)
        if _may_be_held_against(*pair, shop.dossier)
    ]
    turns = count(rng.getrandbits(1))
    while pairs:
        left = []
        for pair in pairs:
            new = [question for some in pair for question in islice(some, 1)]
            if len(new) == len(pair):
                asked.update(question.claim for question in new)
                left.append(pair)
                yield from (_in_turn(question, next(turns)) for question in new)
        pairs = left


def _in_turn(question: Question, turn: int) -> Question:
    """With the key first at every other turn, so that no place is a better guess."""
    options = sorted(question.options, key=lambda each: each.correct is bool(turn % 2))
    lettered = zip(options, string.ascii_lowercase, strict=False)
    return replace(
        question, options=tuple(replace(each, id=letter) for each, letter in lettered)
    )


def _by(
    shop: Workshop,
    matters: Sequence[Matter],
    pair: Sequence[Entity],
    asked: AbstractSet[str],
) -> Iterator[Question]:
    """What one of the pair says, as long as it is not asked about yet."""
    for matter in matters:
        if matter.claim.id not in asked:
            question = _question(shop, matter, pair)
            if question is not None and shop.is_valid(question):
                yield question


def _may_be_held_against(one: Entity, other: Entity, dossier: Dossier) -> bool:
    """Whether neither speaks for the other, as far as one can see.

    A person beside a body has a name and is named in no sentence with it; a country
    and a person never stand beside each other.
    """
    if dossier.identity.exclude(one.id, other.id):
        return False
    if may_speak_for(one, other, dossier):
        return False
    people = [each for each in (one, other) if each.kind is EntityKind.PERSON]
    if len(people) != 1:
        return True
    return (
        EntityKind.COUNTRY not in {one.kind, other.kind}
        and stands_alone(people[0], dossier)
        and not dossier.are_near(one, other)
    )


def _most_heard(shop: Workshop) -> list[Entity]:
    """The voices, those that say most first; of as much the ones that come first.

    No group: whether the other voice belongs to it stays open.
    """
    said = Counter(matter.claim.speaker_entity for matter in shop.matters)
    heard = (each for each in heard_in(shop) if each.kind is not EntityKind.GROUP)
    return sorted(heard, key=lambda voice: -said[voice.id])[:_MOST_VOICES]


def _question(
    shop: Workshop, matter: Matter, heard: Sequence[Entity]
) -> Question | None:
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
