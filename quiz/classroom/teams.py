"""Teams of a class: made by lot, with a crest for each that a teacher may change."""

from collections import Counter
from collections.abc import Mapping
from random import Random

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.classroom.crests import CRESTS
from quiz.classroom.models import Classroom, Seat, Team
from quiz.errors import Conflict, Invalid

MOST_TEAMS = 8


def make_teams(
    session: Session, classroom: Classroom, teams: int, chance: Random
) -> None:
    """Spread the seats over that many teams of equal size, by chance; 0 for none.

    Each gets a crest by lot, another one than the class.

    Raises:
        Invalid: "team_count" with `most`.
    """
    if not 0 <= teams <= MOST_TEAMS or teams == 1:
        raise Invalid("team_count", most=MOST_TEAMS)
    session.execute(delete(Team).where(Team.class_id == classroom.id))
    free = [key for key in CRESTS if key != classroom.emblem]
    for number, key in enumerate(chance.sample(free, teams), start=1):
        session.add(Team(class_id=classroom.id, number=number, crest=key))
    seats = list(classroom.seats)
    chance.shuffle(seats)
    for at, seat in enumerate(seats):
        seat.team = at % teams + 1 if teams else None
    session.flush()


def crests_of(session: Session, classroom: Classroom) -> dict[int, str]:
    """The teams of a class by number, with the crest of each."""
    wanted = select(Team).where(Team.class_id == classroom.id).order_by(Team.number)
    return {team.number: team.crest for team in session.scalars(wanted)}


def crest_of_seat(session: Session, seat: Seat) -> str | None:
    """The crest of the team that a seat plays for; None where there are no teams."""
    if seat.team is None:
        return None
    found = session.get(Team, (seat.class_id, seat.team))
    return found.crest if found else None


def choose(session: Session, classroom: Classroom, chosen: Mapping[int, str]) -> None:
    """Other crests, by the number of the team; 0 is the class itself.

    Raises:
        Invalid: "no_crest": one is none of the list.
        Conflict: "crest_taken": two teams would have the same.
    """
    if not CRESTS.keys() >= set(chosen.values()):
        raise Invalid("no_crest")
    known = crests_of(session, classroom)
    after = known | {each: chosen[each] for each in known if each in chosen}
    if len(set(after.values())) < len(after):
        raise Conflict("crest_taken")
    classroom.crest = chosen.get(0, classroom.crest)
    session.execute(delete(Team).where(Team.class_id == classroom.id))
    for number, key in after.items():
        session.add(Team(class_id=classroom.id, number=number, crest=key))
    session.flush()


def smallest_team(classroom: Classroom) -> int:
    """How many seats the smallest team has; 0 without teams."""
    sizes = Counter(seat.team for seat in classroom.seats if seat.team)
    return min(sizes.values(), default=0)
