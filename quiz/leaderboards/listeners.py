"""Keeping the totals right whatever happens to the answers they are made of."""

from uuid import UUID

from sqlalchemy import ColumnElement, event, exists, or_, select
from sqlalchemy.orm import Session

from quiz.articles.models import Article
from quiz.bank.models import BankItem, QuestionSet
from quiz.classroom.models import Seat
from quiz.events import answers_change, answers_leave, round_finished
from quiz.leaderboards import freezing, totals
from quiz.leaderboards.models import SeatWeek
from quiz.play.models import Player, Round, RoundItem

_STALE = "leaderboards"


def listen() -> None:
    """Hear from now on what other rooms tell; heard twice, it counts once."""
    round_finished.connect(_count)
    answers_leave.connect(_leave)
    answers_change.connect(_change)


def _count(session: Session, *, player_id: UUID, round_id: UUID, set_id: UUID) -> None:
    totals.count_round(session, player_id, round_id, set_id)


def _change(session: Session, *, player_ids: list[UUID]) -> None:
    seats = select(Seat.id).where(Seat.player_id.in_(player_ids))
    _remember(session, set(session.scalars(seats)), set())


def _leave(session: Session, *, of: str, id: UUID) -> None:
    """Remember whose totals will be wrong when the transaction ends."""
    if of == "seat":
        weeks = select(SeatWeek.class_id, SeatWeek.week).where(SeatWeek.seat_id == id)
        found = {(row.class_id, row.week) for row in session.execute(weeks)}
        _remember(session, set(), found)
        freezing.forget_seat(session, id)
        return
    if of == "player":
        seats = select(Seat.id).where(Seat.player_id == id)
        for seat_id in session.scalars(seats).all():
            freezing.forget_seat(session, seat_id)
    else:
        # Not only of rounds that count: one may be complete without what goes.
        seats = (
            select(Seat.id)
            .join(Round, Round.player_id == Seat.player_id)
            .where(_played(of, id))
            .distinct()
        )
    _remember(session, set(session.scalars(seats)), set())


def _played(of: str, id: UUID) -> ColumnElement[bool]:
    """Which rounds lose answers with that thing."""
    if of == "set":
        return Round.set_id == id
    if of == "user":
        sets = (
            select(QuestionSet.id)
            .join(Article)
            .where(or_(QuestionSet.owner_id == id, Article.owner_id == id))
        )
        return or_(
            Round.set_id.in_(sets),
            Round.player_id.in_(select(Player.id).where(Player.user_id == id)),
        )
    item = (
        select(RoundItem.round_id)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .where(BankItem.other_article_id == id, RoundItem.round_id == Round.id)
    )
    sets = select(QuestionSet.id).where(QuestionSet.article_id == id)
    return or_(Round.set_id.in_(sets), exists(item))


def _remember(
    session: Session, seats: set[UUID], weeks: set[tuple[UUID, object]]
) -> None:
    if not seats and not weeks:
        return
    if _STALE not in session.info:
        session.info[_STALE] = (set(), set())
        event.listen(session, "before_commit", _settle, once=True)
    known_seats, known_weeks = session.info[_STALE]
    known_seats |= seats
    known_weeks |= weeks


def _settle(session: Session) -> None:
    seats, weeks = session.info.pop(_STALE, (set(), set()))
    totals.recount(session, seats)
    for class_id, week in sorted(weeks, key=str):
        totals.add_up(session, class_id, {week})
