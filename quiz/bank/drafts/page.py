"""What the page of a draft shows: its questions, claim by claim."""

from collections.abc import Collection, Mapping, Sequence
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

LINES_A_PAGE = 10
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


class Choice(StrEnum):
    """Which questions are shown by whether they are in the set."""

    KEPT = "kept"
    LEFT = "left"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which questions are shown; "" for any.

    Attributes:
        choice: a `Choice`; anything else is what is in the set.
        page: which of the pages, from 1.
        at: the number of a question whose page is wanted, whatever `page` says.
    """

    kind: str = ""
    skill: str = ""
    level: str = ""
    choice: str = ""
    page: int = 1
    at: int = 0

    def shows(self, line: DraftQuestion) -> bool:
        """Whether a question is among those looked for."""
        question = line.sheet.question
        choices = {Choice.LEFT.value: not line.is_kept, Choice.ALL.value: True}
        return (
            choices.get(self.choice, line.is_kept or line.sheet.number == self.at)
            and self.kind in ("", question.kind.value)
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
        found: how many are looked for.
        number, has_more: which page of them it is, and whether there is another one.
        offer: what everybody would get.
        clashing: how many of what everybody would get ask about the same as others.
    """

    groups: tuple[tuple[DraftQuestion, ...], ...]
    kept: int
    total: int
    kinds: tuple[tuple[str, int], ...]
    skills: tuple[Skill, ...]
    aside: tuple[int, ...]
    found: int
    number: int
    has_more: bool
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
    found = [line for line in lines if wanted.shows(line)]
    number = _page_of(found, wanted)
    end = number * LINES_A_PAGE
    shown = found[end - LINES_A_PAGE : end]
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
        found=len(found),
        number=number,
        has_more=len(found) > end,
        offer=offer,
        clashing=len(clashes),
    )


def _page_of(found: Sequence[DraftQuestion], wanted: Filter) -> int:
    """The page that is asked for, as far as there are so many."""
    numbers = [line.sheet.number for line in found]
    if wanted.at in numbers:
        return numbers.index(wanted.at) // LINES_A_PAGE + 1
    last = max(1, -(-len(found) // LINES_A_PAGE))
    return min(max(wanted.page, 1), last)


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
