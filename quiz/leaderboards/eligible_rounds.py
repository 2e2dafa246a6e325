"""Which rounds of a player count, read from the answers alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from statistics import fmean
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem, QuestionSet
from quiz.engine import leaderboards as engine
from quiz.leaderboards.models import WHOLE
from quiz.play.models import Answer, Round, RoundItem, answers_item

# Article of the set, the other article a question is about, its id: one question.
_Asked = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A finished round with enough questions that were new to its player.

    Attributes:
        share: how much of those is right, 0–10,000.
    """

    round_id: UUID
    finished_at: datetime
    share: int

    def for_engine(self) -> engine.CountedRound:
        """The same with a share from 0 to 1."""
        return engine.CountedRound(self.finished_at, self.share / WHOLE)


@dataclass(frozen=True, slots=True)
class _Answered:
    asked: _Asked
    when: datetime
    share: float


def counted_rounds(
    session: Session, player_id: UUID, set_id: UUID | None = None
) -> list[Counted]:
    """The rounds of a player that count, of all sets or of one. One query.

    A question is the same in every version and copy of its set; whether it was new can
    be told from the rounds on sets about the same article.
    """
    wanted = (
        select(
            RoundItem.round_id,
            QuestionSet.article_id,
            BankItem.other_article_id,
            BankItem.body["id"].as_string(),
            BankItem.counts,
            Answer.answered_at,
            Answer.share,
        )
        .join(Round, Round.id == RoundItem.round_id)
        .join(QuestionSet, QuestionSet.id == Round.set_id)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .outerjoin(Answer, answers_item())
        .where(Round.player_id == player_id, Round.feedback != "held")
    )
    if set_id is not None:
        about = select(QuestionSet.article_id).where(QuestionSet.id == set_id)
        wanted = wanted.where(QuestionSet.article_id == about.scalar_subquery())
    open_rounds: set[UUID] = set()
    answered: dict[UUID, list[_Answered]] = defaultdict(list)
    ends: dict[UUID, datetime] = {}
    rows: Sequence[Row[*tuple[Any, ...]]] = session.execute(wanted).all()
    for round_id, *asked, counts, when, share in rows:
        if when is None:
            open_rounds.add(round_id)
            continue
        ends[round_id] = max(when, ends.get(round_id, when))
        if counts:
            answered[round_id].append(_Answered(tuple(asked), when, share))
    first = _first_rounds(answered)
    found = (
        _counted(round_id, ends[round_id], answered[round_id], first)
        for round_id in ends
        if round_id not in open_rounds
    )
    return [each for each in found if each is not None]


def weeks_of(rounds: Iterable[Counted], zone: tzinfo) -> dict[date, engine.Week]:
    """What they bring into each week that has any."""
    known = [each.for_engine() for each in rounds]
    weeks = {engine.week_of(each.finished_at, zone) for each in known}
    results = {week: engine.week_result(known, week, zone) for week in sorted(weeks)}
    return {week: found for week, found in results.items() if found is not None}


def whole(share: float) -> int:
    """A share in hundredths of a percent, rounded half up."""
    return int(share * WHOLE + 0.5) if share >= 0 else -int(-share * WHOLE + 0.5)


def _first_rounds(answered: dict[UUID, list[_Answered]]) -> dict[_Asked, UUID]:
    """Question → the round in which it was answered first."""
    first: dict[_Asked, tuple[datetime, str, UUID]] = {}
    for round_id, answers in answered.items():
        for each in answers:
            mine = (each.when, str(round_id), round_id)
            first[each.asked] = min(mine, first.get(each.asked, mine))
    return {asked: found[2] for asked, found in first.items()}


def _counted(
    round_id: UUID,
    finished_at: datetime,
    answers: list[_Answered],
    first: dict[_Asked, UUID],
) -> Counted | None:
    new = [each.share for each in answers if first[each.asked] == round_id]
    if not engine.has_enough_new(len(new), len(answers)):
        return None
    return Counted(round_id, finished_at, whole(fmean(new)))
