"""Thousands of seats that have played, written straight into a database."""

import itertools
import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz import schema
from quiz.access import Role
from quiz.accounts.models import User
from quiz.accounts.service import Made, begin_sign_in
from quiz.articles.bundled import bundled_articles
from quiz.bank.library.bundled import load_library
from quiz.bank.models import BankItem
from quiz.classroom.seats.aliases import offered
from quiz.leaderboards.leagues.service import MOST_CLASSES
from quiz.leaderboards.service import this_week
from quiz.web.clock import now

SEATS = 28
CLASSES_EACH = 5
QUESTIONS = 8
PAST_WEEKS = 4
_LETTERS = "ACDEFGHJKM"


@dataclass(frozen=True, slots=True)
class Room:
    """A class, its league, one of its pupils, and its teacher's sign-in."""

    class_id: UUID
    league_id: UUID
    player: UUID
    token: UUID


def signed_in(app: Flask, token: UUID) -> FlaskClient:
    """The browser of the teacher."""
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = str(token)
    return client


def seated(app: Flask, player: UUID) -> FlaskClient:
    """The browser of a pupil."""
    client = app.test_client()
    with client.session_transaction() as session:
        session["player"], session["sits"] = str(player), True
    return client


def fill(app: Flask, players: int) -> tuple[Room, ...]:
    """Classes of 28 in leagues of 40; each seat has played one round of eight."""
    sessions = app.extensions["quiz.sessions"]
    schema.upgrade(sessions.engine)
    with sessions.writing.begin() as session:
        load_library(session, bundled_articles(), now())
        teachers = _teachers(session, -(-players // SEATS // CLASSES_EACH))
        played = session.scalars(select(BankItem.set_id).order_by(BankItem.set_id))
        set_id = played.first()
        wanted = select(BankItem.id).where(BankItem.set_id == set_id)
        items = session.scalars(wanted.order_by(BankItem.position)).all()
        week = this_week(session, now())
        if set_id is None:
            raise RuntimeError("the library is empty")
    file = str(sessions.engine.url.database)
    sessions.engine.dispose()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        writer = _Writer(connection, teachers, set_id, items, week)
        rooms = tuple(writer.rooms(players))
        writer.add_up()
    connection.close()
    return rooms


def _teachers(session: Session, count: int) -> list[tuple[UUID, UUID]]:
    """Accounts and their sign-ins."""
    found = []
    for number in range(count):
        user = User(
            name=f"t{number}", password_hash="", role=Role.TEACHER, created_at=now()
        )
        session.add(user)
        session.flush()
        begin_sign_in(session, user, Made(now()))
        if user.token is not None:
            found.append((user.id, user.token))
    return found


class _Writer:
    """Rows of every table, class by class."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        teachers: Sequence[tuple[UUID, UUID]],
        set_id: UUID,
        items: Sequence[UUID],
        week: date,
    ) -> None:
        self.connection = connection
        self.teachers = teachers
        self.set_id = set_id.hex
        self.items = [item_id.hex for item_id in items[:QUESTIONS]]
        self.week = week
        self.moment = datetime.combine(week, datetime.min.time()).isoformat(" ")
        self.chance = random.Random(7)  # noqa: S311 (made-up answers)
        self.codes = itertools.product(_LETTERS, repeat=5)

    def rooms(self, players: int) -> Iterator[Room]:
        league = uuid4()
        for number in range(-(-players // SEATS)):
            if number % MOST_CLASSES == 0:
                league = uuid4()
                code = "".join(next(self.codes))
                self._add("leagues", [(league.hex, "Cup", code, self.moment)])
            yield self._room(number, league, min(SEATS, players - number * SEATS))

    def _room(self, number: int, league: UUID, seats: int) -> Room:
        room, last = uuid4(), (self.week + timedelta(days=300)).isoformat()
        code = "".join(next(self.codes))
        row = (room.hex, f"{number}b", code, last, self.moment, 1)
        names = "id, name, code, ends_on, created_at, shows_seats"
        self._add("classes", [row], names)
        names = "class_id, user_id, is_owner, added_at"
        teacher, token = self.teachers[number // CLASSES_EACH]
        self._add("class_teachers", [(room.hex, teacher.hex, 1, self.moment)], names)
        names = "league_id, class_id, looks_after, entered_at"
        entered = (league.hex, room.hex, number % MOST_CLASSES == 0, self.moment)
        self._add("league_classes", [entered], names)
        players = [uuid4() for _ in range(seats)]
        self._seats(room, players)
        for player in players:
            self._round(player)
        return Room(room, league, players[-1], token)

    def _seats(self, room: UUID, players: list[UUID]) -> None:
        self._add("players", [(p.hex, self.moment) for p in players], "id, created_at")
        names = (
            "id, class_id, number, code, alias, player_id, time_factor, large_type, "
            "less_motion, easy_reading, team, is_hidden"
        )
        aliases: set[str] = set()
        while len(aliases) < len(players):
            aliases |= set(offered(aliases, self.chance))
        sitting = enumerate(zip(players, aliases, strict=False), start=1)
        usual = (1, 0, 0, 0)
        rows = [
            (
                uuid4().hex,
                room.hex,
                at,
                f"C{at}",
                alias,
                player.hex,
                *usual,
                at % 4 + 1,
                0,
            )
            for at, (player, alias) in sitting
        ]
        self._add("seats", rows, names)

    def _round(self, player: UUID) -> None:
        round_id, able = uuid4().hex, self.chance.random()
        row = (round_id, player.hex, self.set_id, 7, self.moment, "each")
        names = "id, player_id, set_id, seed, started_at, feedback"
        self._add("rounds", [row], names)
        items = enumerate(self.items, start=1)
        asked = [(round_id, at, item, "[]") for at, item in items]
        self._add("round_items", asked, "round_id, number, item_id, option_order")
        names = "round_id, number, reply, share, answered_at"
        given = [
            (round_id, at, "[]", float(self.chance.random() < able), self.moment)
            for at in range(1, len(self.items) + 1)
        ]
        self._add("answers", given, names)

    def add_up(self) -> None:
        """The running totals of this week, and some weeks before it to look back on."""
        run = self.connection.execute
        run(
            "INSERT INTO counted_rounds (round_id, seat_id, finished_at, share) "
            "SELECT r.id, s.id, r.started_at, CAST(avg(a.share) * 10000 AS INTEGER) "
            "FROM rounds r JOIN seats s ON s.player_id = r.player_id "
            "JOIN answers a ON a.round_id = r.id GROUP BY r.id, s.id"
        )
        for back in range(PAST_WEEKS + 1):
            run(
                "INSERT INTO seat_weeks (seat_id, week, class_id, best, gain, rounds) "
                "SELECT s.id, ?, s.class_id, c.share, c.share - 5000, 1 "
                "FROM counted_rounds c JOIN seats s ON s.id = c.seat_id",
                ((self.week - timedelta(weeks=back)).isoformat(),),
            )
        run(
            "INSERT INTO class_weeks "
            "(class_id, week, participants, best, gainers, gain) "
            "SELECT class_id, week, count(*), sum(best), count(gain), sum(gain) "
            "FROM seat_weeks GROUP BY class_id, week"
        )
        run("ANALYZE")

    def _add(
        self, table: str, rows: Iterable[tuple[object, ...]], names: str = ""
    ) -> None:
        found = list(rows)
        marks = ", ".join("?" * len(found[0]))
        columns = f"({names})" if names else ""
        statement = f"INSERT INTO {table} {columns} VALUES ({marks})"  # noqa: S608
        self.connection.executemany(statement, found)
