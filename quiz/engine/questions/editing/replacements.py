"""Other wrong answers that a question could have."""

import random
from collections.abc import Callable
from dataclasses import replace

from quiz.engine.questions.builders.arrangement import wrong_option
from quiz.engine.questions.builders.faces import face_of
from quiz.engine.questions.distractors.from_article import wrong_sources, wrong_speakers
from quiz.engine.questions.distractors.mistakes import Distractor
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Option
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.rules.validity import violations_in

_CANDIDATES: dict[QuestionKind, Callable[..., tuple[Distractor, ...]]] = {
    QuestionKind.WHO_SAID: wrong_speakers,
    QuestionKind.WHICH_SOURCE: wrong_sources,
}


def replacements(
    question: Question, option_id: str, dossier: Dossier
) -> tuple[Option, ...]:
    """What could stand in place of a wrong option without breaking a rule.

    Only where one person or source is asked for. Each has the letter of the option it
    would replace; the best comes first.
    """
    claim = dossier.claim(question.claim)
    asked = _CANDIDATES.get(question.kind)
    if claim is None or asked is None or not _is_wrong(question, option_id):
        return ()
    shown = {option.entity for option in question.options}
    has_faces = all(option.face for option in question.options)
    rng = random.Random(question.id)  # noqa: S311
    others = (
        replace(
            wrong_option(each),
            id=option_id,
            face=face_of(each.entity, dossier) if has_faces else None,
        )
        for each in asked(claim, dossier, rng)
        if each.entity.id not in shown
    )
    return tuple(
        other for other in others if not _is_blocked(swapped(question, other), dossier)
    )


def swapped(question: Question, option: Option) -> Question:
    """The question with this option in the place of the one with its letter."""
    options = (option if option.id == o.id else o for o in question.options)
    return replace(question, options=tuple(options))


def _is_wrong(question: Question, option_id: str) -> bool:
    option = question.option(option_id)
    return option is not None and not option.correct


def _is_blocked(question: Question, dossier: Dossier) -> bool:
    return any(each.is_blocking for each in violations_in(question, dossier))
