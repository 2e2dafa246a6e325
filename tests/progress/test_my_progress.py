"""What "my progress" shows, and to whom."""

import re
from datetime import timedelta

import pytest

from quiz.engine.questions.question import Skill
from quiz.play import pages, service
from quiz.play.models import Player
from quiz.play.service import Place
from quiz.progress.service import ROUNDS_SHOWN, progress_of
from tests.browser import text_of
from tests.play.player import answer, begin, play_on, player_id
from tests.village import NOON, make_played_set, make_player, make_round


def play(session, player, played, right=(), begun=NOON):
    """Play a whole round, right at these numbers."""
    started = make_round(session, player, played)
    started.started_at = begun
    for step in pages.steps_of(session, player.id, started.id):
        place = Place(started.id, step.number)
        sheet = pages.sheet_of(session, player.id, place)
        wrong = next(n for n, each in enumerate(sheet.shown, 1) if not each.correct)
        key = [sheet.shown.index(option) + 1 for option in sheet.question.key]
        chosen = key if step.number in right else [wrong]
        now = begun + timedelta(seconds=step.number)
        service.answer(session, player.id, place, chosen, now)
    return started


def test_a_newcomer_is_invited_to_play(client):
    page = client.get("/progress").get_data(as_text=True)
    assert 'data-testid="progress"' in page
    assert "<table" not in page
    assert 'href="/"' in page


def test_a_round_that_is_begun_but_not_answered_is_no_progress(client, session):
    made = make_played_set(session)
    session.commit()
    begin(client, made.id)
    assert "<table" not in client.get("/progress").get_data(as_text=True)


def test_a_guest_sees_rounds_with_score_a_chart_and_its_table(client, session):
    made = make_played_set(session)
    session.commit()
    play_on(client, begin(client, made.id))
    page = client.get("/progress").get_data(as_text=True)
    assert "<table" in page
    assert "<title id=" in page
    assert "<desc id=" in page
    assert "<polyline" in page
    assert "Ein Tag im Dorf" in page


def test_an_unfinished_round_leads_back_to_its_open_question(client, session):
    made = make_played_set(session)
    session.commit()
    address = begin(client, made.id)
    answer(client, address)
    page = client.get("/progress").get_data(as_text=True)
    assert f'href="{address.rpartition("/")[0]}"' in page


def test_a_teacher_sees_only_her_own_progress(teacher, stranger, session):
    made = make_played_set(session)
    session.commit()
    play_on(teacher, begin(teacher, made.id))
    assert "<table" in teacher.get("/progress").get_data(as_text=True)
    assert "<table" not in stranger.get("/progress").get_data(as_text=True)


def test_score_and_accuracy_follow_from_the_answers(session):
    player, made = make_player(session), make_played_set(session)
    play(session, player, made, right=range(1, 11))
    play(session, player, made, right=(), begun=NOON + timedelta(days=1))
    found = progress_of(session, player.id, NOON)
    assert found.rounds_played == 2
    first, second = found.rounds
    assert first.score.points == first.score.possible
    assert second.score.points == 0
    assert first.accuracy[Skill.SPEAKER] == 1.0
    assert 0 < second.accuracy[Skill.SPEAKER] < 1
    assert {mastery.skill for mastery in found.skills} == set(Skill)


def test_another_players_answers_do_not_count(session):
    player, other = make_player(session), make_player(session)
    made = make_played_set(session)
    play(session, other, made, right=range(1, 11))
    assert progress_of(session, player.id, NOON).rounds_played == 0


@pytest.mark.slow
def test_many_rounds_are_counted_but_only_the_latest_shown(client, session):
    made = make_played_set(session)
    session.commit()
    begin(client, made.id)
    player = session.get(Player, player_id(client))
    for day in range(ROUNDS_SHOWN + 3):
        play(session, player, made, {1, 2}, NOON + timedelta(days=day))
    session.commit()
    page = client.get("/progress").get_data(as_text=True)
    rows = re.findall(r'<th scope="row">(\d+)</th>', page)
    assert len(rows) == ROUNDS_SHOWN
    assert rows[0] == str(ROUNDS_SHOWN + 3)
    assert str(ROUNDS_SHOWN + 3) in text_of(client.get("/progress"))
