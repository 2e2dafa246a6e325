"""Whether a question may be put to a pupil (rules V01–V24 of docs/questions.md)."""

from collections.abc import Sequence

from quiz.engine.claims.claim import Extraction
from quiz.engine.questions.distractors.from_outside import is_outside
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import is_fixed_voice
from quiz.engine.questions.question import Question
from quiz.engine.questions.rules import advice, blocking, sets
from quiz.engine.questions.violation import Violation

_RULES = (*blocking.RULES, *advice.RULES)


def violations(question: Question, extraction: Extraction) -> tuple[Violation, ...]:
    """What speaks against one question, gravest first; empty is good."""
    return violations_in(question, Dossier(extraction))


def violations_in(question: Question, dossier: Dossier) -> tuple[Violation, ...]:
    """The same with the article already looked up."""
    if question.claim and dossier.claim(question.claim) is None:
        return (Violation("V04", "block", f"no claim {question.claim}"),)
    if gone := _gone(question, dossier):
        return (Violation("V04", "block", f"nobody is {gone} any more"),)
    found = [each for rule in _RULES for each in rule(question, dossier)]
    return tuple(sorted(found, key=lambda each: (each.level, each.rule, each.detail)))


def _gone(question: Question, dossier: Dossier) -> str | None:
    """Whom an option names who is not in the article, as after two were made one."""
    return next(
        (
            option.entity
            for option in question.options
            if option.entity is not None
            and option.entity not in dossier.entities
            and not is_outside(option.entity)
            and not is_fixed_voice(option.entity)
        ),
        None,
    )


def set_violations(questions: Sequence[Question]) -> tuple[Violation, ...]:
    """What speaks against the questions of one set together."""
    return tuple(each for rule in sets.RULES for each in rule(questions))


__all__ = ["Violation", "set_violations", "violations", "violations_in"]
