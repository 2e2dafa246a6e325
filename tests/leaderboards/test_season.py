"""A season on the pages: what all reach together, who was in front, the wall."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from quiz.classroom.crests import CRESTS
from quiz.classroom.models import Team
from quiz.classroom.seats import views as seat_views
from quiz.classroom.service import add_seats
from quiz.config import ROOT
from quiz.leaderboards import seasons, views
from quiz.leaderboards.leagues import views as league_views
from quiz.leaderboards.leagues.boards import league_boards
from quiz.leaderboards.models import ClassWeek, League
from tests.classroom.people import EN, join
from tests.leaderboards.contest import MONDAY, make_contest, play_round
from tests.make import make_set

pytestmark = pytest.mark.slow

NOON = MONDAY + timedelta(days=2)


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    for module in (views, league_views, seat_views):
        monkeypatch.setattr(module, "now", lambda: NOON)


@pytest.fixture
def classroom(session, teacher):
    """Eight seats in two teams; team 1 was in front last week, team 2 is now."""
    made = make_contest(session, teacher.actor, seats=8)
    session.commit()
    teacher.post(boards(made), data={"teams": "2"})
    session.expire_all()
    first, second = make_set(session), make_set(session)
    for seat in made.seats:
        is_one = seat.team == 1
        week = timedelta(weeks=1)
        play_round(session, seat, 8 if is_one else 2, MONDAY - week, first)
        play_round(session, seat, 4 if is_one else 6, MONDAY, second)
    session.commit()
    return made


def boards(classroom):
    return f"/classes/{classroom.id}/leaderboards"


def read(browser, address):
    got = browser.get(address, headers=EN)
    assert got.status_code == 200, got.text
    return got.text


def called(session, classroom, number):
    return CRESTS[session.get_one(Team, (classroom.id, number)).crest].en


def test_the_page_says_what_all_have_reached_together(teacher, session, classroom):
    found = seasons.together(session, classroom, MONDAY.date(), NOON)
    assert (found.right, found.goal, found.days_left) == (40, 150, 4)
    text = read(teacher, boards(classroom))
    assert "Together this week: 40 of 150 right answers" in text
    assert "4 days left after today" in text


def test_last_weeks_winner_is_named_and_who_rose_is_marked(teacher, session, classroom):
    text = read(teacher, boards(classroom))
    winner = text.split('data-testid="winner"')[1].split("</p>")[0]
    assert called(session, classroom, 1) in winner
    row = text.split('data-testid="risen"')[0].rsplit("<tr", 1)[1]
    assert called(session, classroom, 2) in row
    assert text.count('data-testid="risen"') == 1


def test_a_pupil_sees_the_own_weeks_first_and_the_own_team(
    app, session, teacher, classroom
):
    pupil = join(app, None, classroom.seats[0])
    text = read(pupil, "/my-class/leaderboards")
    own, board = text.index('data-testid="own"'), text.index("board-team-accuracy")
    assert own < board
    number = classroom.seats[0].team
    assert f"You play for team {called(session, classroom, number)}" in text
    assert text.count('class="own__weeks"') == 1
    assert f"You play for team {called(session, classroom, number)}" in read(
        pupil, "/my-class"
    )


def test_a_new_seat_gets_the_smallest_team_at_once(session, classroom):
    add_seats(session, classroom, 3)
    sizes = [[s.team for s in classroom.seats].count(n) for n in (1, 2)]
    assert sorted(sizes) == [5, 6]


def test_crests_are_chosen_from_the_list_and_never_twice(teacher, session, classroom):
    address = f"/classes/{classroom.id}/crests"
    fits = {"crest-0": "moon", "crest-1": "comet", "crest-2": "oak"}
    assert teacher.post(address, data=fits).status_code == 303
    session.expire_all()
    rows = session.scalars(select(Team).order_by(Team.number)).all()
    assert [row.crest for row in rows] == ["comet", "oak"]
    assert classroom.emblem == "moon"
    swapped = fits | {"crest-1": "oak", "crest-2": "comet"}
    assert teacher.post(address, data=swapped).status_code == 303
    for wrong in ({"crest-1": "comet"}, {"crest-1": "Nazi"}):
        assert teacher.post(address, data=wrong).status_code == 422


def test_every_crest_is_drawn_and_no_team_has_that_of_its_class(session, classroom):
    sprite = (ROOT / "static/img/crests.svg").read_text(encoding="utf-8")
    for key in CRESTS:
        assert f'<symbol id="{key}"' in sprite
    keys = session.scalars(select(Team.crest)).all()
    assert len({*keys, classroom.emblem}) == 3


def test_the_wall_reveals_a_frozen_board_row_by_row(teacher, session, classroom):
    wall = f"{boards(classroom)}/projector"
    assert "Reveal" not in read(teacher, wall)
    teacher.post(f"{boards(classroom)}/freeze", data={"freeze": "yes"})
    one, two = (called(session, classroom, number) for number in (1, 2))
    assert "Reveal step by step" in read(teacher, wall)
    veiled = side(read(teacher, f"{wall}?reveal=0"))
    assert one not in veiled
    assert two not in veiled
    first = side(read(teacher, f"{wall}?reveal=1"))
    assert one in first  # the one in front comes last
    assert two not in first
    assert two in side(read(teacher, f"{wall}?reveal=2"))
    assert "Show everybody" in read(teacher, f"{wall}?reveal=3")


def side(text):
    return text.split('data-testid="wall-accuracy"')[1].split("</ol>")[0]


def test_the_wall_has_nothing_to_go_astray(teacher, classroom):
    text = read(teacher, f"{boards(classroom)}/projector")
    assert "<nav" not in text
    assert 'http-equiv="refresh"' in text


def test_in_a_large_league_a_class_meets_its_equals(session, teacher, classroom):
    teacher.post(f"/classes/{classroom.id}/leagues", data={"name": "Town"})
    session.expire_all()
    league = session.scalars(select(League)).one()
    for number in range(19):
        other = make_contest(session, teacher.actor, seats=1, name=f"c{number}")
        teacher.post(f"/classes/{other.id}/leagues", data={"code": league.code})
        for weeks in (0, 1):
            week = MONDAY.date() - timedelta(weeks=weeks)
            best = 5 * (9_900 - 300 * number)
            row = ClassWeek(class_id=other.id, week=week, participants=5, best=best)
            session.add(row)
    session.commit()
    found = league_boards(session, league, NOON, classroom.id)
    assert found.equals in (6, 7)
    board = found.boards["accuracy"]
    names = {found.names[line.who].name for line in board.first + board.near}
    assert "c13" in names
    assert "c0" not in names
    text = read(teacher, f"/leagues/{league.id}")
    assert "Compared with classes like yours" in text
    assert "The average of your class itself: 62.5" in text
    assert "wall-accuracy" in read(teacher, f"/leagues/{league.id}/projector")
