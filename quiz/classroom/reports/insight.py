"""What the learning of a class looks like: levels of seats, judging of the class."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.classroom.models import Classroom, Seat
from quiz.engine.mastery.judging import Detection, calibration, detection
from quiz.engine.mastery.levels import SkillLevel, levels
from quiz.engine.mastery.practice import Practice, first_attempts
from quiz.engine.questions.question import Skill
from quiz.engine.reporting import FEWEST_SEATS
from quiz.play.models import Round
from quiz.progress.practice import played_by


@dataclass(frozen=True, slots=True)
class Insight:
    """What teachers see of the learning of a class.

    Attributes:
        levels: seat → its level of each skill that it practised.
        helped: seat → skills that it is more likely not to have than to have; in the
            order of the seats, no ranking.
        faded: seat → skills to be refreshed.
        calibrations: how often the class was right where it was how sure, to a tenth;
            only steps at which five seats or more have been. Counts would tell, from
            one look to the next, what the one who played in between had said.
        detection: of the class; None with too little, or fewer than five seats.
    """

    levels: dict[UUID, dict[Skill, SkillLevel]]
    helped: dict[Seat, tuple[Skill, ...]]
    faded: dict[Seat, tuple[Skill, ...]]
    calibrations: dict[int, float]
    detection: Detection | None


def insight_of(session: Session, classroom: Classroom, now: datetime) -> Insight:
    """What the first answers of all seats say of their learning."""
    seats = {each.player_id: each for each in classroom.seats if each.player_id}
    players = select(Seat.player_id).where(
        Seat.class_id == classroom.id, Seat.player_id.is_not(None)
    )
    by_seat: dict[UUID, list[Practice]] = {}
    for each in played_by(session, Round.player_id.in_(players), now):
        seat = seats[each.player_id]
        by_seat.setdefault(seat.id, []).append(each.practice)
    reached = {seat_id: levels(found, now) for seat_id, found in by_seat.items()}
    return Insight(
        levels=reached,
        helped=_where(classroom, reached, lambda level: level.is_weak),
        faded=_where(classroom, reached, lambda level: level.is_faded),
        calibrations=_calibrations(by_seat),
        detection=_detection(by_seat),
    )


def _where(
    classroom: Classroom,
    reached: dict[UUID, dict[Skill, SkillLevel]],
    holds: Callable[[SkillLevel], bool],
) -> dict[Seat, tuple[Skill, ...]]:
    found = {}
    for seat in classroom.seats:
        own = reached.get(seat.id, {})
        skills = tuple(s for s in Skill if s in own and holds(own[s]))
        if skills:
            found[seat] = skills
    return found


def _calibrations(by_seat: dict[UUID, list[Practice]]) -> dict[int, float]:
    said = _told_apart(list(by_seat.values()))
    seats = Counter(
        step
        for found in by_seat.values()
        for step in {each.confidence for each in first_attempts(found)}
    )
    return {
        each.step: round(each.share, 1)
        for each in calibration(said)
        if seats[each.step] >= FEWEST_SEATS
    }


def _detection(by_seat: dict[UUID, list[Practice]]) -> Detection | None:
    tried = [
        found
        for found in by_seat.values()
        if any(each.trial is not None for each in found)
    ]
    if len(tried) < FEWEST_SEATS:
        return None
    return detection(_told_apart(tried))


def _told_apart(seats: list[list[Practice]]) -> list[Practice]:
    """First attempts of each seat; the same question of another seat is another one."""
    return [
        replace(each, item=f"{at} {each.item}")
        for at, found in enumerate(seats)
        for each in first_attempts(found)
    ]
