"""Marks are planted at a seat; exported they are all there, deleted none is left.

After deletion every table, every file beside the database, every cache in memory and
everything that was logged is searched for them.
"""

import gc
import json
import logging
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from quiz.bank import offering
from quiz.bank.models import BankItem
from quiz.classroom.models import Assignment, AssignmentRound, Doubt, Seat
from quiz.db import Base
from quiz.engine.questions.form import Form
from quiz.leaderboards.models import Freeze, SeatWeek
from quiz.play import starting
from quiz.play.again.service import keep_righted
from quiz.play.models import Answer, Player, Round
from quiz.play.pointing.service import keep
from quiz.play.service import Given, Place, Typed, answer
from quiz.play.steps import Placed
from quiz.progress import practice
from quiz.web.clock import now
from tests.classroom.people import EN, join, make_class
from tests.make import make_set

MARK = "Zwetschgenmus8731"
ALIAS = "mutig-otter"


@pytest.fixture
def heard(caplog):
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.fixture
def planted(app, session, teacher, heard):
    """A seat with a mark in everything a pupil can leave."""
    made = make_class(teacher)
    seat = session.scalars(select(Seat).order_by(Seat.number)).first()
    pupil = join(app, made, seat)
    session.expire_all()
    pupil.post("/join/name", data={"alias": ALIAS})
    played = make_set(session)
    for item in played.items:
        typed = {"form": Form.TYPED.value}
        item.body = item.body | typed
        item.kind = "own"
        item.body["kind"] = "own"
    played.plays_all = True
    session.commit()
    session.expire_all()
    player = session.get_one(Player, session.get_one(Seat, seat.id).player_id)
    begun = starting.start(session, player, played, 1, now())
    for number in range(1, 9):
        moment = now()
        place = Place(begun.id, number)
        given = Given(Typed((f"{MARK}-{number}",)), 2)
        answer(session, player.id, place, given, moment)
    session.add(Doubt(round_id=begun.id, number=1, raised_at=now(), reply=f"{MARK}R"))
    keep(
        session,
        player.id,
        Place(begun.id, 2),
        Placed(3, 9, found=False, hinted=False),
        now(),
    )
    keep_righted(session, player.id, Place(begun.id, 3), now())
    session.commit()
    pupil.get("/progress")
    pupil.get(f"/play/{begun.id}/1")
    teacher.get(f"{made}/report")
    teacher.get(f"{made}/leaderboards")
    teacher.post(f"{made}/leaderboards/freeze", data={"freeze": "yes"})
    return {
        "made": made,
        "heard": heard,
        "seat": seat.id,
        "player": player.id,
        "round": begun.id,
        "marks": [MARK, ALIAS, *ids(seat.id, player.id, begun.id)],
    }


def ids(*values: UUID) -> list[str]:
    return [form for value in values for form in (str(value), value.hex)]


def rows_with(session, marks):
    session.expire_all()
    found = []
    for table in Base.metadata.sorted_tables:
        for row in session.execute(select(table)):
            text = json.dumps([str(value) for value in row], ensure_ascii=False)
            found += [(table.name, mark) for mark in marks if mark in text]
    return found


def files_with(marks, folder):
    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            found += [(file.name, m) for m in marks if m.encode() in content]
    return found


def remembered(marks):
    """What caches of ours hold in memory, by their text."""
    caches = [offering._PLAYED, offering._OFFERS, practice._FACTS]
    text = repr(caches)
    return [mark for mark in marks if mark in text]


def test_the_marks_are_found_while_the_seat_is_there(session, planted):
    tables = {table for table, _mark in rows_with(session, planted["marks"])}
    assert tables >= {"answers", "seats", "players", "rounds", "round_items", "doubts"}
    assert tables >= {"pointings", "righted"}
    assert "board_freezes" in tables


def test_what_is_exported_about_a_seat_is_all_that_was_planted(
    app, session, teacher, planted
):
    got = teacher.get(f"{planted['made']}/seats/1/export", headers=EN)
    data = json.loads(got.text)
    answers = session.scalars(select(Answer)).all()
    assert got.text.count(MARK) == len(answers) + 1
    assert data["seat"]["alias"] == "Mutiger Otter"
    assert data["doubts"][0]["reply"] == f"{MARK}R"
    [week] = session.scalars(select(SeatWeek)).all()
    assert data["weeks"] == [
        {"week": week.week.isoformat(), "best": week.best, "gain": None}
    ]
    pupil = join(app, planted["made"], session.get_one(Seat, planted["seat"]))
    own = json.loads(pupil.get("/progress/export").text)
    assert {each["confidence"] for each in own["rounds"][0]["answers"]} == {2}
    for rounds in (own["rounds"], data["rounds"]):
        pointed = [each["pointing"] for each in rounds[0]["answers"][1:2]]
        assert [(each["begin"], each["end"]) for each in pointed] == [(3, 9)]
        assert [e["number"] for e in rounds[0]["answers"] if "righted_at" in e] == [3]


@pytest.mark.slow
@pytest.mark.parametrize("how", ["seat", "class", "retention"])
def test_of_a_deleted_seat_nothing_is_left_anywhere(
    app, session, teacher, planted, how
):
    made, marks = planted["made"], planted["marks"]
    if how == "seat":
        assert teacher.post(f"{made}/seats/1/remove").status_code == 303
    elif how == "class":
        assert teacher.post(f"{made}/delete").status_code == 303
    else:
        seat = session.get_one(Seat, planted["seat"])
        seat.classroom.ends_on = date(2020, 7, 31)
        session.commit()
        run = app.test_cli_runner().invoke(args=["privacy", "clear"])
        assert run.exit_code == 0, run.output
    gc.collect()
    assert rows_with(session, marks) == []
    assert remembered(marks) == []
    assert files_with(marks, Path(app.instance_path)) == []
    said = planted["heard"].text
    assert MARK not in said
    assert ALIAS not in said


def test_a_pupil_deletes_all_rounds_and_keeps_the_seat(app, session, planted):
    seat = session.get_one(Seat, planted["seat"])
    pupil = join(app, planted["made"], seat)
    assert pupil.post("/privacy/forget").status_code == 303
    left = rows_with(session, [MARK, *ids(planted["round"], planted["player"])])
    assert left == []
    frozen = session.scalars(select(Freeze)).one()
    assert frozen.totals == {}


def test_of_a_used_attempt_a_bare_number_is_left_until_the_seat_goes(
    app, session, teacher, planted
):
    seat = session.get_one(Seat, planted["seat"])
    begun = session.get_one(Round, planted["round"])
    facts = {"mode": "test", "attempts": 1, "opens_at": now(), "created_at": now()}
    task = Assignment(class_id=seat.class_id, set_id=begun.set_id, **facts)
    session.add(task)
    session.flush()
    session.add(AssignmentRound(round_id=begun.id, assignment_id=task.id))
    session.commit()
    pupil = join(app, planted["made"], seat)
    pupil.post("/privacy/forget")
    assert rows_with(session, [MARK, *ids(planted["round"], planted["player"])]) == []
    assert {table for table, _ in rows_with(session, ids(seat.id))} == {
        "seats", "used_attempts",
    }  # fmt: skip
    table = Base.metadata.tables["used_attempts"]
    assert session.execute(select(table)).all() == [(task.id, seat.id, 1)]
    exported = teacher.get(f"{planted['made']}/seats/1/export").json
    assert exported["deleted_rounds_of_assignments"] == 1
    assert exported["rounds"] == []
    assert teacher.post(f"{planted['made']}/seats/1/remove").status_code == 303
    assert rows_with(session, planted["marks"]) == []


def test_the_database_file_holds_nothing_of_a_deleted_seat(real_app):
    """Deleted rows are overwritten, not only unlinked (SQLite: secure_delete)."""
    sessions = real_app.extensions["quiz.sessions"]
    if sessions.engine.dialect.name != "sqlite":
        return
    with sessions.writing.begin() as session:
        player = Player(created_at=now())
        session.add(player)
        session.flush()
        played = make_set(session)
        begun = Round(player_id=player.id, set_id=played.id, seed=1, started_at=now())
        session.add(begun)
        session.flush()
        item = session.scalars(select(BankItem)).first()
        session.execute(
            Base.metadata.tables["round_items"]
            .insert()
            .values(round_id=begun.id, number=1, item_id=item.id, option_order=["a"])
        )
        session.add(
            Answer(
                round_id=begun.id, number=1, reply=[MARK], share=0, answered_at=now()
            )
        )
    with sessions.writing.begin() as session:
        session.delete(session.get_one(Player, player.id))
    file = Path(sessions.engine.url.database)
    sessions.engine.dispose()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert MARK.encode() not in file.read_bytes()
