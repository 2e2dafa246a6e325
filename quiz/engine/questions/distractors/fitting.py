"""Wrong answers that the words of a question do not rule out by themselves."""

import re
from collections.abc import Iterable

from quiz.engine.claims.claim import Claim, ClaimType, Entity, EntityKind
from quiz.engine.lexicon.grammar import Fit
from quiz.engine.questions.distractors.mistakes import Distractor
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.question import MASK
from quiz.engine.questions.wording.cue_words import tells_several
from quiz.engine.questions.wording.gender import fit_of
from quiz.engine.questions.words import fold, words

_WORD = re.compile(r"\b[^\W\d_]\w+")
_SHORT_FORM = 4  # letters
# Whose pronouns are the same: "sie" is one woman, or several.
_ALIKE = {
    Fit.MASCULINE: {Fit.MASCULINE},
    Fit.NEUTER: {Fit.NEUTER, Fit.MASCULINE},
    Fit.FEMININE: {Fit.FEMININE, Fit.PLURAL},
    Fit.PLURAL: {Fit.FEMININE, Fit.PLURAL},
}


def fitting(
    wrong: Iterable[Distractor],
    key: Entity,
    claim: Claim,
    passage: str,
    dossier: Dossier,
) -> list[Distractor]:
    """Those who cannot be struck out unread, in their order.

    Nobody whom the words themselves name, since people seldom speak so of themselves;
    nobody whose number or gender does not fit where the key's does.
    """
    return [
        each
        for each in wrong
        if not found_in(passage, dossier.giveaways(each.entity))
        and not _is_called(each.entity, passage)
        and _fits_a_self(each.entity, key, passage, dossier)
        and _fits_the_verb(each.entity, claim, passage, dossier)
        and _fits_the_pronoun(each.entity, key, claim, passage, dossier)
    ]


def _is_called(entity: Entity, passage: str) -> bool:
    """Whether the words have the beginning of a person's name: "Roth" of Rothe."""
    if entity.kind is not EntityKind.PERSON:
        return False
    named = [fold(each) for each in entity.name.split()]
    large = (word for word in _WORD.findall(passage) if word[0].isupper())
    short = [fold(word) for word in large if len(word) >= _SHORT_FORM]
    return any(name.startswith(word) for word in short for name in named)


def _fits_a_self(entity: Entity, key: Entity, passage: str, dossier: Dossier) -> bool:
    """Whether it can speak of "ich", if the words do: only people can."""
    if EntityKind.PERSON in (entity.kind, key.kind) and entity.kind is not key.kind:
        alone = dossier.lexicon.words.first_person
        return alone.isdisjoint(words(passage))
    return True


def _fits_the_verb(
    entity: Entity, claim: Claim, passage: str, dossier: Dossier
) -> bool:
    """Beside a mask the verb tells whether one speaks or several."""
    are_several = entity.kind is EntityKind.GROUP
    return MASK not in passage or are_several is tells_several(claim, dossier)


def _fits_the_pronoun(
    entity: Entity, key: Entity, claim: Claim, passage: str, dossier: Dossier
) -> bool:
    """Whether "er" in reported words can be meant for them, if for the key.

    So can "seine" behind a mask or as the first word, and "ihre".
    """
    if claim.type is ClaimType.DIRECT:
        return True
    own, other = (_gender(each, dossier) for each in (key, entity))
    if own is None or other is None or other in _ALIKE[own]:
        return True
    known, said = dossier.lexicon.questions.pronouns, words(passage)
    is_he = own in (Fit.MASCULINE, Fit.NEUTER)
    patterns = known.masculine if is_he else known.feminine
    telling = said if MASK in passage else said[:1]
    if any(re.fullmatch(p, word) for p in patterns for word in telling):
        return False
    return own != Fit.MASCULINE or known.he.isdisjoint(said)


def _gender(entity: Entity, dossier: Dossier) -> Fit | None:
    """Of a person by the name, of all others by their articles."""
    if entity.kind is EntityKind.PERSON:
        told = dossier.identity.gender(entity.id)
        return Fit(told) if told else None
    return fit_of(entity, dossier)
