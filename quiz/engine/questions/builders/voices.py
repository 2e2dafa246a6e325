"""Who may be offered as a voice beside the one that speaks, or beside the article."""

import random
from collections.abc import Sequence

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.questions.builders.kind import Workshop
from quiz.engine.questions.distractors.fitting import fitting
from quiz.engine.questions.distractors.from_article import (
    compatible,
    wrong_speakers,
    wrong_voices_of_other_types,
)
from quiz.engine.questions.distractors.mistakes import Distractor, Mistake
from quiz.engine.questions.material.askable import speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.text.span import Span

_NEAR = 400  # characters before a sentence, three or four sentences


def other_voices(
    claim: Claim, key: Entity, passage: str, dossier: Dossier, rng: random.Random
) -> list[Distractor]:
    """Who did not say it: those who speak elsewhere first, then by the key's type.

    Nobody whom the words of the passage rule out unread. Only people and bodies: who
    merely reports is left to the kinds about sources.
    """
    found = [
        *wrong_speakers(claim, dossier, rng),
        *wrong_voices_of_other_types(claim, dossier, rng),
    ]
    voices = [
        each
        for each in fitting(found, key, claim, passage, dossier)
        if each.mistake is not Mistake.REPORTER
        and each.entity.kind is not EntityKind.OUTLET
    ]
    voices.sort(key=lambda each: not dossier.speaks(each.entity.id))
    return compatible(voices, [key], dossier)


def heard_in(shop: Workshop) -> list[Entity]:
    """The known voices of the claims that may be asked about, in order, each once."""
    found = {
        voice.id: voice
        for voice in map(speaker_of, shop.matters)
        if voice is not None and voice.kind is not EntityKind.OUTLET
    }
    return list(found.values())


def not_speaking(
    stretch: Span, heard: Sequence[Entity], dossier: Dossier, rng: random.Random
) -> list[Entity]:
    """Those of the voices that are not named in the stretch, two at most.

    None tied to another.
    """
    kept: list[Entity] = []
    for voice in rng.sample(heard, len(heard)):
        tied = any(dossier.identity.exclude(voice.id, each.id) for each in kept)
        if not tied and not dossier.is_mentioned_in(voice, [stretch]):
            kept.append(voice)
    return kept[:2]


def with_what_is_before(sentence: Span) -> Span:
    """The sentence and those shortly before it: who speaks there may go on in it."""
    return Span(max(0, sentence.begin - _NEAR), sentence.end)
