"""From what an article claims to the questions about it."""

import random
from collections.abc import Iterable, Sequence

from quiz.engine.claims.claim import Extraction
from quiz.engine.questions.askable import Matter, matter_of
from quiz.engine.questions.dossier import Dossier
from quiz.engine.questions.kinds.chain_order import chain_order
from quiz.engine.questions.kinds.right_or_wrong_attribution import (
    Slot,
    right_or_wrong_attribution,
    slots,
)
from quiz.engine.questions.kinds.which_source import which_source
from quiz.engine.questions.kinds.who_said import who_said
from quiz.engine.questions.question import Question, QuestionKind, Skill
from quiz.engine.questions.rules.sets import twin_mark
from quiz.engine.questions.validity import violations_in

_ORDER = {kind: number for number, kind in enumerate(QuestionKind)}


def compose(extraction: Extraction, seed: int = 0) -> tuple[Question, ...]:
    """Every question that the sure claims of an article give and no rule blocks.

    Half of the attributions are right, half wrong (±1). One seed gives one set; ids
    do not depend on it.

    Returns:
        In order of the article, for each claim in the order of `QuestionKind`.
    """
    dossier = Dossier(extraction)
    found = (matter_of(claim, dossier) for claim in extraction.claims)
    matters = [matter for matter in found if matter is not None]
    questions = [
        question
        for matter in matters
        for build in (who_said, which_source, chain_order)
        if (question := build(matter, _rng(seed, build.__name__, matter))) is not None
    ]
    questions += _attributions(matters, seed)
    valid = (question for question in questions if _is_valid(question, dossier))
    return tuple(_in_order(_without_twins(valid), extraction))


def _attributions(matters: Sequence[Matter], seed: int) -> list[Question]:
    """Right and wrong attributions in turn, beginning with either."""
    chosen = _one_slot_each(matters, seed)
    is_right = bool(random.Random(f"{seed} first verdict").getrandbits(1))  # noqa: S311
    questions: list[Question] = []
    for slot in random.Random(f"{seed} verdicts").sample(chosen, len(chosen)):  # noqa: S311
        rng = _rng(seed, "right_or_wrong_attribution", slot.matter)
        question = right_or_wrong_attribution(slot, rng, is_right=is_right)
        if _is_valid(question, slot.matter.dossier):
            questions.append(question)
            is_right = not is_right
    return questions


def _one_slot_each(matters: Sequence[Matter], seed: int) -> list[Slot]:
    """For each claim the voice or, in every other claim that has both, the source."""
    chosen: list[Slot] = []
    take_source = False
    for matter in matters:
        found = slots(matter, _rng(seed, "slots", matter))
        if len(found) > 1:
            wanted = Skill.SOURCE if take_source else Skill.SPEAKER
            found = tuple(slot for slot in found if slot.skill is wanted)
            take_source = not take_source
        chosen += found
    return chosen


def _is_valid(question: Question, dossier: Dossier) -> bool:
    found = violations_in(question, dossier)
    return not any(each.level == "block" for each in found)


def _without_twins(questions: Iterable[Question]) -> list[Question]:
    """Each question once (V24)."""
    first: dict[tuple[object, ...], Question] = {}
    for question in questions:
        first.setdefault(twin_mark(question), question)
    return list(first.values())


def _in_order(questions: Sequence[Question], extraction: Extraction) -> list[Question]:
    place = {claim.id: number for number, claim in enumerate(extraction.claims)}
    return sorted(questions, key=lambda q: (place[q.claim], _ORDER[q.kind]))


def _rng(seed: int, purpose: str, matter: Matter) -> random.Random:
    """Chance of its own for each question, so that one does not move the others."""
    return random.Random(f"{seed} {purpose} {matter.claim.id}")  # noqa: S311
