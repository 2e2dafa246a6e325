"""What is over is gone on its date, and the notice says what the clearing up does."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from quiz.accounts.models import SignIn
from quiz.articles.models import Article
from quiz.bank.models import QuestionSet
from quiz.classroom.models import Assignment, Classroom, Seat, UsedAttempt
from quiz.db import Base
from quiz.events import cleared_up, clearing_up
from quiz.leaderboards.leagues.service import make_league
from quiz.leaderboards.models import League
from quiz.play.models import Answer, Player, Round
from quiz.privacy.clearing import GUESTS_LAST, LOG_LASTS
from quiz.privacy.housekeeping import clear_up, do_chores, start
from quiz.privacy.models import Chore
from quiz.privacy.rules import RULES
from quiz.web.clock import now
from quiz.web.models import SecurityEvent
from tests.browser import text_of
from tests.classroom.people import EN
from tests.leaderboards.contest import MONDAY, make_contest, play_round
from tests.make import make_article, make_set
from tests.village import make_player


def count(session, rows):
    session.expire_all()
    return len(session.scalars(select(rows)).all())


def test_every_table_stands_in_exactly_one_rule():
    said = [table for rule in RULES for table in rule.tables]
    assert sorted(said) == sorted(Base.metadata.tables)


def test_no_column_could_hold_a_name_or_an_address_of_a_pupil():
    texts = {
        f"{table}.{column.name}"
        for rule in RULES
        if rule.about == "pupils"
        for table in rule.tables
        for column in Base.metadata.tables[table].columns
        if column.type.python_type is str
    }
    # Names of classes and leagues are teachers' words; a reply is a teacher's, too.
    # A crest is a key of a list.
    assert texts == {
        "classes.name", "classes.code", "classes.crest", "teams.crest",
        "seats.code", "seats.alias",
        "assignments.mode", "assignments.feedback", "assignments.stage",
        "rounds.feedback", "live_games.code", "live_players.alias",
        "live_players.standing",
        "doubts.outcome", "doubts.reply", "leagues.name", "leagues.code",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_notice_is_the_table_that_drives_the_clearing_up(client, language):
    page = text_of(client.get("/privacy", headers={"Accept-Language": language}))
    rows = client.get("/privacy").text.count("<tr>") - 1
    assert rows == sum(rule.about != "nobody" for rule in RULES)
    assert ("31. Juli" if language == "de" else "31 July") in page


def test_a_class_is_gone_on_the_day_after_its_last_one(session, teacher):
    classroom = make_contest(session, teacher.actor)
    make_league(session, classroom, "Cup", MONDAY)
    play_round(session, classroom.seats[0], right=8)
    session.commit()
    assert classroom.ends_on == date(2026, 7, 31)
    last = datetime(2026, 7, 31, 21, 59, tzinfo=UTC)
    assert clear_up(session, last)["classes"] == 0
    assert count(session, Classroom) == 1
    assert clear_up(session, last + timedelta(minutes=1))["classes"] >= 1
    for rows in (Classroom, Seat, Player, Round, Answer, League):
        assert count(session, rows) == 0, rows


def test_marks_of_used_attempts_go_with_their_class(session, teacher):
    classroom = make_contest(session, teacher.actor)
    played = make_set(session)
    facts = {"mode": "test", "attempts": 1, "opens_at": MONDAY, "created_at": MONDAY}
    task = Assignment(class_id=classroom.id, set_id=played.id, **facts)
    session.add(task)
    session.flush()
    seat = classroom.seats[0]
    session.add(UsedAttempt(assignment_id=task.id, seat_id=seat.id, number=1))
    session.commit()
    last = datetime(2026, 7, 31, 21, 59, tzinfo=UTC)
    assert clear_up(session, last)["attempts"] == 0
    assert count(session, UsedAttempt) == 1
    assert clear_up(session, last + timedelta(minutes=1))["attempts"] == 1
    assert count(session, UsedAttempt) == 0


def test_guests_are_forgotten_a_year_after_their_last_round(session):
    player = make_player(session)
    play_round(session, Seat(player_id=player.id), right=1)
    session.commit()
    assert clear_up(session, MONDAY + GUESTS_LAST)["rounds"] == 0
    assert clear_up(session, MONDAY + GUESTS_LAST + timedelta(days=1))["rounds"] >= 1
    assert count(session, Answer) == 0


def test_who_has_a_seat_or_an_account_is_not_forgotten_as_a_guest(session, teacher):
    classroom = make_contest(session, teacher.actor, seats=2)
    classroom.ends_on = date(2029, 1, 1)
    session.add(Player(user_id=teacher.user_id, created_at=MONDAY))
    session.commit()
    clear_up(session, MONDAY + 2 * GUESTS_LAST)
    assert count(session, Player) == 3


def test_a_text_for_a_school_year_goes_with_it_and_an_own_one_stays(session, teacher):
    facts = {"rights_basis": "school_contract", "school": "Am Markt"}
    made = datetime(2026, 3, 24, tzinfo=UTC)
    held = make_article(session, teacher.user_id, created_at=made, **facts)
    make_set(session, teacher.user_id, held)
    make_article(session, teacher.user_id)
    session.commit()
    page = teacher.get(f"/articles/{held.id}", headers=EN)
    assert "After 31 July 2026 it is deleted" in page.text
    clear_up(session, datetime(2026, 7, 31, 12, tzinfo=UTC))
    assert count(session, Article) == 2
    clear_up(session, datetime(2026, 8, 1, 12, tzinfo=UTC))
    assert count(session, Article) == 1
    assert count(session, QuestionSet) == 0


def test_the_log_and_old_sign_ins_go(session, teacher):
    december = datetime(2026, 12, 1, tzinfo=UTC)
    old = december - LOG_LASTS - timedelta(days=1)
    for moment in (old, december):
        session.add(SecurityEvent(happened_at=moment, kind="signed_in"))
    session.add(SignIn(user_id=teacher.user_id, created_at=old))
    before = count(session, SignIn)
    clear_up(session, december)
    assert count(session, SecurityEvent) == 1
    assert count(session, SignIn) < before


def test_the_chores_are_done_once_a_day_by_one_process(real_app):
    sessions = real_app.extensions["quiz.sessions"]
    assert do_chores(sessions, MONDAY)
    assert not do_chores(sessions, MONDAY + timedelta(hours=23))
    assert do_chores(sessions, MONDAY + timedelta(hours=25))
    with sessions.reading() as session:
        assert session.get_one(Chore, "daily").done_at == MONDAY + timedelta(hours=25)


def test_the_rooms_do_what_they_do_daily(real_app):
    told = []

    def during(_session, *, now):
        told.append(("clearing up", now))

    def after(_session, *, now):
        told.append(("cleared up", now))

    with clearing_up.connected_to(during), cleared_up.connected_to(after):
        do_chores(real_app.extensions["quiz.sessions"], MONDAY)
        do_chores(real_app.extensions["quiz.sessions"], MONDAY)
    assert told == [("clearing up", MONDAY), ("cleared up", MONDAY)]


def test_the_server_looks_by_itself(real_app):
    start(real_app.extensions["quiz.sessions"], now, [0.0, 0.0]).join(timeout=20)
    with real_app.extensions["quiz.sessions"].reading() as session:
        assert session.get(Chore, "daily") is not None


def test_the_commands_clear_up_and_print_the_record(app, session):
    player = make_player(session)
    player.created_at = datetime(2020, 1, 1, tzinfo=UTC)
    session.commit()
    run = app.test_cli_runner().invoke
    assert "rounds: 1 deleted." in run(args=["privacy", "clear"]).output
    record = run(args=["privacy", "record"]).output
    for rule in RULES:
        assert f"## {rule.name} (about {rule.about})" in record
