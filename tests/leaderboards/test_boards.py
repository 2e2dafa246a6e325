"""Boards as teachers and pupils see them."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import event, select

from quiz.classroom.crests import CRESTS
from quiz.classroom.models import Classroom, Team
from quiz.classroom.seats import views as seat_views
from quiz.leaderboards import views
from quiz.leaderboards.freezing import forget_past
from quiz.leaderboards.leagues import views as league_views
from quiz.leaderboards.leagues.boards import league_boards
from quiz.leaderboards.models import Freeze, League, LeagueClass
from tests.classroom.people import EN, join
from tests.leaderboards.contest import MONDAY, make_contest, play_round

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    for module in (views, league_views, seat_views):
        monkeypatch.setattr(module, "now", lambda: MONDAY + timedelta(days=2))


@pytest.fixture
def classroom(session, teacher):
    made = make_contest(session, teacher.actor)
    for number, seat in enumerate(made.seats):
        seat.alias = ("mutig-otter", "gelassen-otter")[number] if number < 2 else None
        play_round(session, seat, right=8 - number)
    session.commit()
    return made


def page(browser, address):
    got = browser.get(address, headers=EN)
    assert got.status_code == 200, got.text
    return got.text


def board(text, name):
    found = re.search(rf'data-testid="board-{name}">(.*?)</table>', text, re.S)
    if found is None:
        return None
    rows = re.findall(r'data-testid="board-line">(.*?)</tr>', found.group(1), re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


def boards_of(classroom):
    return f"/classes/{classroom.id}/leaderboards"


def test_single_seats_are_shown_only_where_a_teacher_wants_it(teacher, classroom):
    assert board(page(teacher, boards_of(classroom)), "seat-accuracy") is None
    teacher.post(boards_of(classroom), data={"shows_seats": "yes"})
    lines = board(page(teacher, boards_of(classroom)), "seat-accuracy")
    assert [line.split()[0] for line in lines] == ["1", "2", "3"]
    assert lines[0].endswith("100.0 %")


def test_a_pupil_sees_who_is_just_ahead_and_nobody_behind(
    app, teacher, session, classroom
):
    teacher.post(boards_of(classroom), data={"shows_seats": "yes"})
    pupil = join(app, None, classroom.seats[4])
    lines = board(page(pupil, "/my-class/leaderboards"), "seat-accuracy")
    assert [line.split()[0] for line in lines[:3]] == ["1", "2", "3"]
    assert len(lines) == 5
    assert "you" in lines[-1]


def test_no_rank_below_the_middle_is_told(app, teacher, session, classroom):
    teacher.post(boards_of(classroom), data={"shows_seats": "yes"})
    last = join(app, None, classroom.seats[5])
    text = page(last, "/my-class/leaderboards")
    lines = board(text, "seat-accuracy")
    assert not any(line[0].isdigit() for line in lines[3:])
    assert "Your place among the seats" not in text
    assert "12.5 points to the next place" in text
    first = join(app, None, classroom.seats[0])
    assert "Your place among the seats: 1." in page(first, "/my-class/leaderboards")


def test_who_stays_off_the_board_leaves_no_gap(app, teacher, session, classroom):
    teacher.post(boards_of(classroom), data={"shows_seats": "yes"})
    pupil = join(app, None, classroom.seats[0])
    assert pupil.post("/my-class/leaderboards", data={"hide": "yes"}).status_code == 303
    mine = board(page(pupil, "/my-class/leaderboards"), "seat-accuracy")
    assert mine == board(page(teacher, boards_of(classroom)), "seat-accuracy")
    assert [line.split()[0] for line in mine] == ["1", "2", "3"]
    assert mine[0].endswith("87.5 %")


def test_a_frozen_board_stays_until_it_is_shown_again(session, teacher, classroom):
    teacher.post(boards_of(classroom), data={"shows_seats": "yes"})
    teacher.post(f"{boards_of(classroom)}/freeze", data={"freeze": "yes"})
    later = MONDAY + timedelta(hours=5)
    play_round(session, classroom.seats[5], right=8, when=later)
    session.commit()
    frozen = page(teacher, boards_of(classroom))
    assert "Frozen since" in frozen
    assert len(board(frozen, "seat-accuracy")) == 3
    teacher.post(f"{boards_of(classroom)}/freeze", data={"freeze": "no"})
    shown = board(page(teacher, boards_of(classroom)), "seat-accuracy")
    assert [line.split()[0] for line in shown] == ["1", "1", "3"]


def test_in_the_next_week_a_frozen_board_is_shown(session, teacher, classroom):
    teacher.post(f"{boards_of(classroom)}/freeze", data={"freeze": "yes"})
    frozen = session.scalars(select(Freeze)).one()
    frozen.week -= timedelta(weeks=1)
    session.commit()
    assert "Frozen since" not in page(teacher, boards_of(classroom))
    assert forget_past(session, MONDAY.date()) == 1
    assert session.scalars(select(Freeze)).all() == []


def test_teams_are_of_equal_size_and_ranked_from_three_up(session, teacher):
    made = make_contest(session, teacher.actor, seats=12)
    session.commit()
    teacher.post(boards_of(made), data={"teams": "2"})
    session.expire_all()
    seats = session.get_one(Classroom, made.id).seats
    sizes = [[s.team for s in seats].count(n) for n in (1, 2)]
    assert sizes == [6, 6]
    crest = session.get_one(Team, (made.id, 1)).crest
    called = f"Team {CRESTS[crest].en}"
    assert page(teacher, f"/classes/{made.id}").count(called) == 6
    best = [seat for seat in seats if seat.team == 2]
    for seat in [*best[:3], *[s for s in seats if s.team == 1][:2]]:
        play_round(session, seat, right=8 if seat.team == 2 else 2)
    session.commit()
    text = page(teacher, boards_of(made))
    lines = board(text, "team-accuracy")
    assert len(lines) == 1
    winner = session.get_one(Team, (made.id, 2)).crest
    assert lines[0].startswith(f"1 Team {CRESTS[winner].en}")
    assert "a rank begins at 3 participants" in text


def test_teams_too_small_for_a_rank_are_told_of_when_they_are_made(teacher, classroom):
    made = teacher.post(boards_of(classroom), data={"teams": "3"}, headers=EN)
    assert made.status_code == 303
    text = page(teacher, boards_of(classroom))
    assert "the smallest team has 2" in text
    teacher.post(boards_of(classroom), data={"teams": "2"})
    assert "the smallest team has" not in page(teacher, boards_of(classroom))


def test_one_team_is_none(teacher, classroom):
    refused = teacher.post(boards_of(classroom), data={"teams": "1"}, headers=EN)
    assert refused.status_code == 422
    assert "between two and 8 teams" in refused.text


def league_of(teacher, classroom, session, name="Autumn cup"):
    address = f"/classes/{classroom.id}/leagues"
    made = teacher.post(address, data={"name": name})
    session.expire_all()
    return made.location, session.scalars(select(League)).one()


@pytest.mark.slow
def test_classes_of_two_teachers_compete_by_invitation(
    session, teacher, stranger, classroom
):
    other = make_contest(session, stranger.actor, seats=5, name="8c")
    for seat in other.seats:
        play_round(session, seat, right=8)
    session.commit()
    address, league = league_of(teacher, classroom, session)
    entering = f"/classes/{other.id}/leagues"
    wrong = stranger.post(entering, data={"code": "AAAAA"}, headers=EN)
    assert wrong.status_code == 422
    assert "AAAAA" in wrong.text
    assert stranger.get(address).status_code == 404
    typed = f" {league.code[:5].lower()}-{league.code[5:]} "
    assert stranger.post(entering, data={"code": typed}).location == address
    lines = board(page(teacher, address), "class-accuracy")
    assert "8c" in lines[0]
    assert lines[1].startswith("7b")  # the last one has no number
    assert "own class" in lines[1]


def test_a_pupil_sees_the_league_of_the_class_and_no_stranger_does(
    app, client, session, teacher, classroom
):
    address, _league = league_of(teacher, classroom, session)
    pupil = join(app, None, classroom.seats[0])
    text = page(pupil, address)
    assert board(text, "class-accuracy")[0].startswith("1 7b")
    assert "league-code" not in text
    assert client.get(address).status_code == 404


def test_a_class_that_leaves_is_gone_and_with_the_last_one_the_league(
    session, teacher, classroom
):
    address, league = league_of(teacher, classroom, session)
    leaving = f"/classes/{classroom.id}/leagues/leave"
    teacher.post(leaving, data={"league": str(league.id)})
    assert teacher.get(address).status_code == 404
    session.expire_all()
    assert session.scalars(select(League)).all() == []


def test_only_who_looks_after_a_league_freezes_it(
    session, teacher, stranger, classroom
):
    address, league = league_of(teacher, classroom, session)
    other = make_contest(session, stranger.actor, seats=5, name="8c")
    session.add(LeagueClass(league_id=league.id, class_id=other.id, entered_at=MONDAY))
    session.commit()
    frozen = {"freeze": "yes"}
    refused = stranger.post(f"{address}/freeze", data=frozen)
    assert refused.status_code == 403
    assert teacher.post(f"{address}/freeze", data=frozen).status_code == 303
    assert "Frozen since" in page(stranger, address)


def test_past_seasons_are_kept_in_a_hall(session, teacher, classroom):
    for seat in classroom.seats:
        play_round(session, seat, right=8, when=MONDAY - timedelta(weeks=2))
    session.commit()
    address, league = league_of(teacher, classroom, session)
    assert page(teacher, address).count('data-testid="season"') == 1
    found = league_boards(session, league, MONDAY).seasons
    assert [season.week.isoformat() for season in found] == ["2026-03-09"]


def test_a_board_is_read_without_writing_and_in_few_queries(
    app, session, teacher, classroom
):
    address, _league = league_of(teacher, classroom, session)
    asked = []
    engine = app.extensions["quiz.sessions"].engine
    event.listen(engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    page(teacher, address)
    reading = [each for each in asked if each.startswith(("SELECT", "WITH"))]
    writing = [each for each in asked if each.startswith(("INSERT", "UPDATE"))]
    assert len(reading) <= 7
    assert not writing


def test_a_stranger_finds_no_boards(stranger, classroom):
    assert stranger.get(boards_of(classroom)).status_code == 404
    for action in ("", "/freeze"):
        assert stranger.post(boards_of(classroom) + action).status_code == 404
