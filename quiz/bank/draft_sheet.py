"""What the page of a draft shows: its questions, claim by claim."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from quiz.bank.drafting import objections_of
from quiz.bank.models import QuestionSet
from quiz.bank.objections import Objection, objections
from quiz.bank.ordering import article_order
from quiz.bank.sheet import QuestionSheet, excerpts


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """One question of a draft and whether it is in the set."""

    sheet: QuestionSheet
    is_kept: bool
    objections: tuple[Objection, ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The questions of a draft.

    Attributes:
        groups: those about one claim together, in order of the article.
        kept: how many are in the set.
        total: how many there are.
        kinds: which kinds there are, with how many questions of each.
    """

    groups: tuple[tuple[DraftQuestion, ...], ...]
    kept: int
    total: int
    kinds: tuple[tuple[str, int], ...]


def draft_page(draft: QuestionSet, kept: Collection[int] | None) -> DraftPage:
    """All questions; `kept` by place from 1 where a page was sent with others."""
    found, text = objections_of(draft), draft.article.text
    lines = []
    for item in sorted(draft.items, key=article_order):
        question, number = item.as_question(), item.position + 1
        sheet = QuestionSheet(number, question, excerpts(text, question))
        is_kept = item.is_kept if kept is None else number in kept
        lines.append(DraftQuestion(sheet, is_kept, objections(found[number])))
    of_claim = groupby(lines, key=lambda line: line.sheet.question.claim)
    counted: dict[str, int] = {}
    for line in lines:
        kind = line.sheet.question.kind
        counted[kind] = counted.get(kind, 0) + 1
    return DraftPage(
        groups=tuple(tuple(group) for _, group in of_claim),
        kept=sum(line.is_kept for line in lines),
        total=len(lines),
        kinds=tuple(counted.items()),
    )
