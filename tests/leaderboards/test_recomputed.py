"""Recomputed from the answers = shown = exported, in whatever order they came."""

import csv
import io
import json
import re
from datetime import timedelta
from random import Random
from statistics import fmean

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from quiz.classroom.models import Seat
from quiz.classroom.seats import views as seat_views
from quiz.engine.mastery.practice import Practice
from quiz.engine.mastery.rating import ratings
from quiz.engine.questions.question import Skill
from quiz.leaderboards import views
from quiz.leaderboards.leagues import views as league_views
from quiz.leaderboards.rebuilding import rebuild
from quiz.play.models import Answer, Round, RoundItem
from quiz.progress.practice import played_by
from quiz.progress.service import progress_of
from tests.classroom.people import EN, join
from tests.leaderboards.contest import MONDAY, make_contest, play_round
from tests.make import make_set

LATER = MONDAY + timedelta(days=6)
plan = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 8), st.integers(0, 120)),
    min_size=1,
    max_size=14,
)


@pytest.fixture
def lately(monkeypatch):
    for module in (views, league_views, seat_views):
        monkeypatch.setattr(module, "now", lambda: LATER)


def answers_of(session, seat):
    """Round → its shares, straight from the tables."""
    rows = session.execute(
        select(Answer.round_id, Answer.share, Answer.answered_at, RoundItem.item_id)
        .join(Round, Round.id == Answer.round_id)
        .join(
            RoundItem,
            (RoundItem.round_id == Answer.round_id)
            & (RoundItem.number == Answer.number),
        )
        .where(Round.player_id == seat.player_id)
        .order_by(Answer.answered_at)
    )
    found = {}
    for round_id, share, when, item in rows:
        found.setdefault(round_id, []).append((when, share, item))
    return found


def best_of_week(session, seat):
    """The rule in its plainest words: first five, two a day, new questions only."""
    seen, days, counted = set(), {}, []
    ended = sorted(answers_of(session, seat).values(), key=lambda a: a[-1][0])
    for answers in ended:
        new = [share for _when, share, item in answers if item not in seen]
        seen |= {item for _when, _share, item in answers}
        day = answers[-1][0].date()
        if len(new) >= 5 and days.get(day, 0) < 2 and len(counted) < 5:
            days[day] = days.get(day, 0) + 1
            counted.append(fmean(new))
    return max(counted, default=None)


def shown_to(browser):
    page = browser.get("/my-class/leaderboards", headers=EN).text
    found = re.search(r'data-testid="board-seat-accuracy">(.*?)</table>', page, re.S)
    return re.findall(r"([\d.]+)\s%", found.group(1)) if found else []


@pytest.mark.usefixtures("lately")
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(plan, st.randoms(use_true_random=False))
def test_boards_show_what_the_answers_say_whatever_came_first(
    app, session, teacher, rounds, chance
):
    made = make_contest(session, teacher.actor, seats=6, name=f"{chance.random()}")
    made.shows_seats = True
    chance.shuffle(rounds)
    for seat, right, hours in rounds:
        when = MONDAY + timedelta(hours=hours)
        play_round(session, made.seats[seat], right, when)
    session.commit()
    assert rebuild(session) == ()
    best = {s.id: best_of_week(session, s) for s in made.seats}
    for seat in made.seats:
        if best[seat.id] is not None:
            own = f"{round(best[seat.id] * 100, 1):.1f}"
            assert own in shown_to(join(app, None, seat))


def test_an_export_says_what_is_shown_and_what_is_stored(app, session, teacher, lately):
    made = make_contest(session, teacher.actor)
    chance = Random(4)  # noqa: S311 (a test)
    played = make_set(session)
    for seat in made.seats:
        play_round(session, seat, chance.randrange(9), played=played)
    session.commit()
    for seat in made.seats:
        got = teacher.get(f"/classes/{made.id}/seats/{seat.number}/export")
        [exported] = json.loads(got.text)["rounds"]
        stored = [
            share
            for answers in answers_of(session, seat).values()
            for _when, share, _item in answers
        ]
        assert [each["share"] for each in exported["answers"]] == stored
        page = teacher.get(f"/classes/{made.id}/seats/{seat.number}/progress")
        assert f"{round(100 * fmean(stored))}" in page.text
    table = teacher.get(f"/classes/{made.id}/report.csv?table=questions", headers=EN)
    lines = list(csv.reader(io.StringIO(table.text), delimiter=";"))[1:]
    means = {}
    for item, share in session.execute(
        select(RoundItem.item_id, Answer.share)
        .join(
            Answer,
            (Answer.round_id == RoundItem.round_id)
            & (Answer.number == RoundItem.number),
        )
        .join(Round, Round.id == Answer.round_id)
        .where(Round.set_id == played.id)
    ):
        means.setdefault(item, []).append(share)
    told = sorted(float(line[3]) for line in lines)
    assert told == sorted(round(fmean(found), 4) for found in means.values())


def test_ratings_do_not_depend_on_the_order_in_which_rows_were_written(
    session, teacher
):
    made = make_contest(session, teacher.actor, seats=2)
    moments = [MONDAY + timedelta(hours=n) for n in (5, 1, 3)]
    sets = [make_set(session) for _ in moments]
    for seat, order in zip(made.seats, ((0, 1, 2), (2, 1, 0)), strict=True):
        for at in order:
            play_round(session, seat, right=3 + at, when=moments[at], played=sets[at])
    session.commit()
    thetas, levels = [], []
    for seat in session.scalars(select(Seat).where(Seat.class_id == made.id)):
        mine = Round.player_id == seat.player_id
        found = [p.practice for p in played_by(session, mine, LATER)]
        assert all(isinstance(each, Practice) for each in found)
        thetas.append(round(ratings(found)[Skill.SPEAKER].theta, 9))
        progress = progress_of(session, seat.player_id, LATER)
        levels.append(progress.levels[Skill.SPEAKER].level)
    assert len(set(thetas)) == 1
    assert len(set(levels)) == 1
