"""Stimmt die Zuordnung?

One choice: right, or wrong and then who it was. A wrong attribution differs from the
article in exactly one place, the voice or the source.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quiz.engine.claims.claim import Entity
from quiz.engine.questions.builders.arrangement import (
    key_option,
    shuffled,
    wrong_option,
)
from quiz.engine.questions.builders.kind import Kind, Workshop, source_key, speaker_key
from quiz.engine.questions.distractors.fitting import fitting
from quiz.engine.questions.distractors.from_article import (
    compatible,
    wrong_sources,
    wrong_speakers,
)
from quiz.engine.questions.distractors.mistakes import Distractor, type_of
from quiz.engine.questions.material.askable import Matter, source_of, speaker_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import found_in
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Question, QuestionKind, Skill
from quiz.engine.questions.wording.asking import (
    it_was_not,
    it_was_not_reported_by,
    was_it,
    was_it_reported_by,
    ways_asked,
)
from quiz.engine.questions.wording.explain import (
    asked,
    joined,
    shown,
)
from quiz.engine.questions.wording.nominative import as_the_article_has_it, capital
from quiz.engine.questions.wording.passage import passage_of
from quiz.engine.questions.wording.reasons import (
    source_reason,
    voice_reason,
    who_reported_it,
    who_said_it,
)

_YES = Localised("Ja, so steht es da", "Yes, it says so")
_NAMES = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """The one place of an attribution that may be swapped.

    Attributes:
        skill: SPEAKER where the voice is asked about, SOURCE where the reporter is.
        key: who stands there in the article.
        wrong: two others of the key's type who could be thought to.
        passage: the statement, which names neither key nor verdict.
    """

    matter: Matter
    skill: Skill
    key: Entity
    wrong: tuple[Distractor, ...]
    passage: str


def slots(matter: Matter, rng: random.Random) -> tuple[Slot, ...]:
    """The slots of a claim that can be asked about: voice, source, both or none."""
    claim, dossier = matter.claim, matter.dossier
    found: list[Slot | None] = []
    speaker, source = speaker_of(matter), source_of(matter)
    if speaker is not None:
        wrong = wrong_speakers(claim, dossier, rng)
        found.append(_slot(matter, Skill.SPEAKER, speaker, wrong))
    if source is not None and len(matter.chain) == 1:
        wrong = wrong_sources(claim, dossier, rng)
        found.append(_slot(matter, Skill.SOURCE, source, wrong))
    return tuple(slot for slot in found if slot is not None)


def right_or_wrong_attribution(
    slot: Slot, rng: random.Random, *, is_right: bool
) -> Question:
    """The attribution as the article has it, or with the first distractor instead."""
    matter, claim = slot.matter, slot.matter.claim
    named = slot.key if is_right else slot.wrong[0].entity
    return Question(
        id=f"{QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION}-{claim.id}",
        kind=QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION,
        claim=claim.id,
        stem=_stem(slot, named),
        passage=slot.passage,
        options=_options(slot, named, rng, is_right=is_right),
        explanation=_explanation(slot, is_right=is_right),
        evidence=matter.trace.evidence,
        marks=matter.trace.marks,
        asks=None if slot.skill is Skill.SPEAKER else slot.skill,
    )


def _slot(
    matter: Matter, skill: Skill, key: Entity, wrong: Sequence[Distractor]
) -> Slot | None:
    dossier = matter.dossier
    passage = passage_of(matter.claim, dossier, alone=False)
    if passage is None or found_in(passage, dossier.giveaways(key)):
        return None
    alike = [each for each in wrong if type_of(each.entity) is type_of(key)]
    fits = fitting(alike, key, matter.claim, passage, dossier)
    kept = compatible(fits, [key], dossier)[:_NAMES]
    if len(kept) < _NAMES:
        return None
    return Slot(matter, skill, key, tuple(kept), passage)


def _stem(slot: Slot, named: Entity) -> Localised:
    claim, dossier = slot.matter.claim, slot.matter.dossier
    if slot.skill is Skill.SOURCE:
        return asked(was_it_reported_by(named, dossier), slot.passage)
    return asked(was_it(named, slot.passage, claim, dossier), slot.passage)


def _options(
    slot: Slot, named: Entity, rng: random.Random, *, is_right: bool
) -> tuple[Option, ...]:
    """Yes, and two who it was instead, in words that answer the stem."""
    first, second = slot.wrong
    dossier = slot.matter.dossier
    why = as_the_article_has_it(slot.key, dossier)
    yes = Option(
        id="",
        text=_YES.de,
        entity=None,
        correct=is_right,
        misconception=None if is_right else first.mistake.value,
        label=_YES,
        rationale=why if is_right else first.rationale,
    )
    other = wrong_option(first) if is_right else key_option(slot.key, why)
    instead = [first.entity if is_right else slot.key, second.entity]
    labels = _no(named, instead, slot)
    names = [
        replace(option, text=label.de, label=label)
        for option, label in zip((other, wrong_option(second)), labels, strict=True)
    ]
    return shuffled([yes, *names], rng)


def _no(named: Entity, instead: Sequence[Entity], slot: Slot) -> list[Localised]:
    claim, dossier = slot.matter.claim, slot.matter.dossier
    if slot.skill is Skill.SOURCE:
        return it_was_not_reported_by(named, instead, dossier)
    return it_was_not(named, instead, slot.passage, claim, dossier)


def _explanation(slot: Slot, *, is_right: bool) -> Localised:
    """Who it was, where the question named somebody else, and what shows it."""
    matter = slot.matter
    claim, dossier = matter.claim, matter.dossier
    if slot.skill is Skill.SOURCE:
        who = who_reported_it(slot.key, dossier)
        why = source_reason(claim, dossier)
    else:
        who = who_said_it(slot.key, dossier)
        why = voice_reason(claim, matter.trace, dossier)
    return why if is_right or shown(slot.key) in why.de else joined(who, why)


def _build(shop: Workshop) -> Iterator[Question]:
    """Right and wrong attributions in turn, beginning with either."""
    chosen = _one_slot_each(shop)
    is_right = bool(shop.rng_for("first verdict").getrandbits(1))
    for slot in shop.rng_for("verdicts").sample(chosen, len(chosen)):
        rng = shop.rng(QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION.value, slot.matter)
        question = right_or_wrong_attribution(slot, rng, is_right=is_right)
        if shop.is_valid(question):
            yield question
            is_right = not is_right


def _one_slot_each(shop: Workshop) -> list[Slot]:
    """For each claim the voice or, in every other claim that has both, the source."""
    chosen: list[Slot] = []
    take_source = False
    for matter in shop.matters:
        found = slots(matter, shop.rng("slots", matter))
        if len(found) > 1:
            wanted = Skill.SOURCE if take_source else Skill.SPEAKER
            found = tuple(slot for slot in found if slot.skill is wanted)
            take_source = not take_source
        chosen += found
    return chosen


def _keys(question: Question, dossier: Dossier) -> list[str]:
    is_source = question.skill is Skill.SOURCE
    return (source_key if is_source else speaker_key)(question, dossier)


def _right(question: Question, dossier: Dossier) -> list[str | None]:
    """The "yes" where the stem names who it was, else who it was."""
    keys = _keys(question, dossier)
    named = _named_in_stem(question, dossier)
    if len(named) != 1:
        return []
    return [None] if named == keys else list(keys)


def _named_in_stem(question: Question, dossier: Dossier) -> list[str]:
    """Ids of whom the stem names as the one: by the name, else by another one."""
    frame = question.stem.de.replace(question.passage, "", 1)

    def is_there(entity: Entity, name: str) -> bool:
        label = capital(name)  # behind a colon in all older stems
        ways = (f": {label}.", f": {label}?", *ways_asked(entity, name, dossier))
        return any(way in frame for way in ways)

    everybody = dossier.extraction.entities
    named = [each.id for each in everybody if is_there(each, each.name)]
    return named or [
        each.id
        for each in everybody
        if any(is_there(each, alias) for alias in each.aliases)
    ]


KIND = Kind(
    id=QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION,
    build=_build,
    keys=_keys,
    right=_right,
    sizes=range(_NAMES + 1, _NAMES + 2),
    quota=2,
    difficulty=-0.3,
    is_mission=True,
    compares=True,
)
