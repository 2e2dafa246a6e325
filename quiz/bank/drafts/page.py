"""What the page of a draft shows: its questions, claim by claim."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from quiz.bank.drafts.objections import objections_of
from quiz.bank.drafts.sentences import Objection, objections
from quiz.bank.drafts.service import clashes_in, kept_in, offer_for_draft
from quiz.bank.models import QuestionSet
from quiz.bank.offering import Offer
from quiz.bank.ordering import article_order
from quiz.bank.page import QuestionSheet, sheet_of
from quiz.engine.questions.question import Question, Skill
from quiz.engine.questions.registry import kind_of

_HARD = 0.25  # logits


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """One question of a draft and whether it is in the set.

    Attributes:
        beside: numbers of the others that everybody gets, too, and that ask about the
            same, so that one may give the other's answer away.
    """

    sheet: QuestionSheet
    is_kept: bool
    objections: tuple[Objection, ...]
    beside: tuple[int, ...] = ()


class Level(StrEnum):
    """How hard a question is, by its kind."""

    EASY = "easy"
    MIDDLE = "middle"
    HARD = "hard"


def level_of(question: Question) -> Level:
    """By the logits of its kind: below 0 easy, from 0.25 hard."""
    difficulty = kind_of(question).difficulty
    if difficulty < 0:
        return Level.EASY
    return Level.HARD if difficulty >= _HARD else Level.MIDDLE


@dataclass(frozen=True, slots=True)
class Filter:
    """Which questions are shown; "" for any."""

    kind: str = ""
    skill: str = ""
    level: str = ""

    def shows(self, question: Question) -> bool:
        """Whether a question is among those looked for."""
        return (
            self.kind in ("", question.kind.value)
            and self.skill in ("", question.skill.value)
            and self.level in ("", level_of(question).value)
        )


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The questions of a draft.

    Attributes:
        groups: those about one claim together, in order of the article.
        kept: how many are in the set.
        total: how many there are.
        kinds: which kinds there are, with how many questions of each.
        skills: which skills they train.
        aside: numbers of the questions that are in the set but not shown.
        offer: what everybody would get.
        clashing: how many of what everybody would get ask about the same as others.
    """

    groups: tuple[tuple[DraftQuestion, ...], ...]
    kept: int
    total: int
    kinds: tuple[tuple[str, int], ...]
    skills: tuple[Skill, ...]
    aside: tuple[int, ...]
    offer: Offer
    clashing: int


def draft_page(
    draft: QuestionSet, kept: Collection[int] | None, wanted: Filter
) -> DraftPage:
    """Those looked for; `kept` by place from 1 where a page was sent with others."""
    kept = kept_in(draft) if kept is None else kept
    offer = offer_for_draft(draft, kept)
    clashes = clashes_in(draft, kept) if offer.is_whole else {}
    lines = _lines(draft, kept, clashes)
    shown = [line for line in lines if wanted.shows(line.sheet.question)]
    of_claim = groupby(shown, key=lambda line: line.sheet.topic)
    counted: dict[str, int] = {}
    for line in lines:
        kind = line.sheet.question.kind
        counted[kind] = counted.get(kind, 0) + 1
    trained = {line.sheet.question.skill for line in lines}
    return DraftPage(
        groups=tuple(tuple(group) for _, group in of_claim),
        kept=sum(line.is_kept for line in lines),
        total=len(lines),
        kinds=tuple(counted.items()),
        skills=tuple(skill for skill in Skill if skill in trained),
        aside=tuple(q.sheet.number for q in lines if q.is_kept and q not in shown),
        offer=offer,
        clashing=len(clashes),
    )


def _lines(
    draft: QuestionSet, kept: Collection[int], clashes: Mapping[int, tuple[int, ...]]
) -> list[DraftQuestion]:
    found = objections_of(draft)
    lines = []
    for item in sorted(draft.items, key=article_order):
        number = item.position + 1
        said, beside = objections(found[number]), clashes.get(number, ())
        lines.append(DraftQuestion(sheet_of(item), number in kept, said, beside))
    return lines
