"""Wording a question of a draft anew, and exchanging its wrong answers."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from quiz.articles.claims.service import dossier_of
from quiz.bank.drafts.service import Seen, count_change, item_of
from quiz.bank.models import QuestionSet
from quiz.engine.questions.editing.anchoring import anchored, todays
from quiz.engine.questions.editing.replacements import replacements, swapped
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Question
from quiz.engine.questions.rules.validity import violations_in
from quiz.errors import Invalid


@dataclass(frozen=True, slots=True)
class Wording:
    """What a teacher can word anew; the explanation without its standing last line.

    Attributes:
        seconds: how long it may take; None for what is proposed.
    """

    stem: Localised
    explanation: Localised
    seconds: int | None = None


def change(
    session: Session,
    draft: QuestionSet,
    number: int,
    changed: tuple[Wording, Collection[str]],
    seen: Seen,
) -> None:
    """Word a question anew and exchange wrong answers.

    Args:
        session: where the draft is.
        draft: which one.
        number: the question's place, from 1.
        changed: the new wording, and ids of entities that shall stand in place of
            wrong answers, as "letter:entity".
        seen: what the page saw.

    Raises:
        NotFound: no such question.
        Invalid: "rule_broken" with `rule`, "V01" …: the question would break it.
        Conflict: "edited_meanwhile".
    """
    item = item_of(draft, number)
    dossier = dossier_of(item.article)
    wording, swaps = changed
    kept = item.as_question()
    question = _worded(todays(kept, dossier), wording)
    for swap in swaps:
        question = _exchanged(question, swap, dossier)
    for each in violations_in(question, dossier):
        if each.level == "block":
            raise Invalid("rule_broken", rule=each.rule)
    count_change(session, draft, seen)
    item.body = replace(anchored(question, dossier.extraction), id=kept.id).as_json()
    session.flush()


def wording_of(question: Question) -> Wording:
    """What of a question can be worded anew."""
    return Wording(question.stem, question.why, question.seconds)


def _worded(question: Question, wording: Wording) -> Question:
    why = wording.explanation
    if not (why.de and why.en):
        raise Invalid("rule_broken", rule="V22")
    return replace(
        question, stem=wording.stem, explanation=why, seconds=wording.seconds
    )


def _exchanged(question: Question, swap: str, dossier: Dossier) -> Question:
    letter, _, entity = swap.partition(":")
    others: tuple[Option, ...] = replacements(question, letter, dossier)
    chosen = next((each for each in others if each.entity == entity), None)
    if chosen is None:
        raise Invalid("rule_broken", rule="V05")
    return swapped(question, chosen)
