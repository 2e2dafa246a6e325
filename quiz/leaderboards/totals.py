"""Running totals: kept up with each finished round, rebuilt from the answers alone."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, delete, func, insert, select
from sqlalchemy.orm import Session

from quiz.classroom.models import Seat
from quiz.db import upsert, zone_of
from quiz.engine import leaderboards as engine
from quiz.leaderboards.eligible_rounds import Counted, counted_rounds, weeks_of, whole
from quiz.leaderboards.models import ClassWeek, CountedRound, SeatWeek


def count_round(
    session: Session, player_id: UUID, round_id: UUID, set_id: UUID
) -> None:
    """Add a round that was just finished; nothing for who has no seat."""
    seat = session.scalars(
        select(Seat)
        .where(Seat.player_id == player_id)
        .with_for_update(key_share=True)  # two devices of one seat, one after the other
    ).one_or_none()
    if seat is None:
        return
    rounds = counted_rounds(session, player_id, set_id)
    counted = next((each for each in rounds if each.round_id == round_id), None)
    if counted is None:
        return
    upsert(session, CountedRound, _round_row(seat.id, counted))
    zone = zone_of(session)
    week = engine.week_of(counted.finished_at, zone)
    lately = [each.for_engine() for each in _lately(session, seat.id, week)]
    if any(engine.week_of(each.finished_at, zone) > week for each in lately):
        recount(session, [seat.id])  # it came late: later weeks are measured against it
        return
    result = engine.week_result(lately, week, zone)
    if result is not None:
        upsert(session, SeatWeek, _week_row(seat, week, result))
        add_up(session, seat.class_id, {week})


def recount(session: Session, seat_ids: Iterable[UUID]) -> None:
    """Work out anew all that these seats bring; then their classes."""
    weeks: dict[UUID, set[date]] = {}
    for seat_id in sorted(seat_ids, key=str):
        # Nobody finishes a round at this seat meanwhile.
        lock = {"key_share": True}
        seat = session.get(Seat, seat_id, populate_existing=True, with_for_update=lock)
        if seat is None:
            continue
        changed = weeks.setdefault(seat.class_id, set())
        changed |= set(
            session.scalars(select(SeatWeek.week).where(SeatWeek.seat_id == seat.id))
        )
        changed |= _recount(session, seat)
    for class_id in sorted(weeks, key=str):
        add_up(session, class_id, weeks[class_id])


def add_up(session: Session, class_id: UUID, weeks: Iterable[date]) -> None:
    """Sum up what the seats of a class bring into these weeks."""
    is_shared = (
        session.connection().dialect.name != "sqlite"
    )  # there one writes at once
    for week in sorted(weeks):
        mine = {"class_id": class_id, "week": week}
        if is_shared:
            # Whoever comes second waits here and then sees the first one's row.
            upsert(session, ClassWeek, mine, keep=True)
            session.execute(_LOCK, mine)
        sums = session.execute(_SUMS, mine).one()
        if sums.participants:
            upsert(session, ClassWeek, mine | sums._asdict())
        else:
            session.execute(_DROP, mine)


# Built once: they run with each round that is finished.
_MINE = (
    ClassWeek.class_id == bindparam("class_id"),
    ClassWeek.week == bindparam("week"),
)
_LOCK = select(ClassWeek.week).where(*_MINE).with_for_update()
_DROP = delete(ClassWeek).where(*_MINE)
_SUMS = select(
    func.count(SeatWeek.seat_id).label("participants"),
    func.coalesce(func.sum(SeatWeek.best), 0).label("best"),
    func.count(SeatWeek.gain).label("gainers"),
    func.coalesce(func.sum(SeatWeek.gain), 0).label("gain"),
).where(SeatWeek.class_id == bindparam("class_id"), SeatWeek.week == bindparam("week"))


def _recount(session: Session, seat: Seat) -> set[date]:
    """The weeks into which the seat brings something now."""
    session.execute(delete(CountedRound).where(CountedRound.seat_id == seat.id))
    session.execute(delete(SeatWeek).where(SeatWeek.seat_id == seat.id))
    if seat.player_id is None:
        return set()
    rounds = counted_rounds(session, seat.player_id)
    weeks = weeks_of(rounds, zone_of(session))
    if rounds:
        rows = [_round_row(seat.id, each) for each in rounds]
        session.execute(insert(CountedRound), rows)
        found = [_week_row(seat, week, result) for week, result in weeks.items()]
        session.execute(insert(SeatWeek), found)
    return set(weeks)


def _lately(session: Session, seat_id: UUID, week: date) -> list[Counted]:
    """The rounds since that week, and enough before it to measure a gain against."""
    wanted = (
        select(CountedRound)
        .where(CountedRound.seat_id == seat_id)
        .order_by(CountedRound.finished_at.desc())
    )
    found: list[Counted] = []
    before = 0
    for row in session.scalars(wanted):
        found.append(Counted(row.round_id, row.finished_at, row.share))
        before += engine.week_of(row.finished_at, zone_of(session)) < week
        if before > engine.BASELINE_ROUNDS:
            break
    return found


def _round_row(seat_id: UUID, counted: Counted) -> dict[str, object]:
    return {
        "round_id": counted.round_id,
        "seat_id": seat_id,
        "finished_at": counted.finished_at,
        "share": counted.share,
    }


def _week_row(seat: Seat, week: date, result: engine.Week) -> dict[str, object]:
    return {
        "seat_id": seat.id,
        "week": week,
        "class_id": seat.class_id,
        "best": whole(result.best),
        "gain": None if result.gain is None else whole(result.gain),
        "rounds": result.rounds,
    }
