"""Levels, what comes next, confidence, and the file to take along."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from quiz.bank.models import BankItem
from quiz.engine.mastery.next_up import Why, next_up
from quiz.engine.questions.question import Skill
from quiz.events import cleared_up
from quiz.play.models import Answer, Player, Round, RoundItem
from quiz.play.starting import Beginning, practise
from quiz.progress.daily_round import practice_of_the_day, set_for
from quiz.progress.difficulties import estimate
from quiz.progress.models import ItemDifficulty
from quiz.progress.practice import played_by
from quiz.progress.service import progress_of
from tests.browser import text_of
from tests.make import make_set
from tests.play.player import begin, play_on, reply_to
from tests.progress.test_my_progress import play
from tests.village import NOON, make_played_set, make_player

EN = {"Accept-Language": "en"}


@pytest.fixture
def address(client, session):
    made = make_set(session)
    session.commit()
    return begin(client, made.id)


def send(client, address, **fields):
    page = client.get(address).get_data(as_text=True)
    return client.post(address, data=reply_to(page) | fields)


def kept(session):
    session.expire_all()
    return session.scalars(select(Answer)).one()


@pytest.mark.parametrize(("sent", "stored"), [("2", 2), ("7", None), ("x", None)])
def test_how_sure_somebody_is_may_be_said(client, session, address, sent, stored):
    assert send(client, address, sure=sent).status_code == 303
    assert kept(session).confidence == stored


def test_how_sure_somebody_was_cannot_be_said_after_the_feedback(
    client, session, address
):
    page = client.get(address).get_data(as_text=True)
    client.post(address, data=reply_to(page))
    client.post(address, data=reply_to(page) | {"sure": "3"})
    assert kept(session).confidence is None


def test_the_page_tells_levels_and_what_comes_next(client, session, address):
    play_on(client, address)
    page = client.get("/progress", headers=EN).get_data(as_text=True)
    assert 'data-testid="level-speaker"' in page
    assert "practising" in page
    assert 'data-testid="practise"' in page
    assert "you have not tried this yet" in page


def test_progress_counts_first_attempts_only(session):
    player, played = make_player(session), make_set(session)
    play(session, player, played, right=range(1, 99))
    first = progress_of(session, player.id, NOON + timedelta(days=1))
    play(session, player, played, begun=NOON + timedelta(hours=1))
    second = progress_of(session, player.id, NOON + timedelta(days=1))
    assert second.rounds_played == 2
    assert second.levels == first.levels
    assert [m.accuracy for m in second.skills] == [m.accuracy for m in first.skills]


def test_a_daily_round_begins_on_a_set_never_played(client, session):
    for _ in range(2):
        make_set(session)
    session.commit()
    first = client.post("/progress/practise").location
    play_on(client, first)
    second = client.post("/progress/practise").location
    rounds = session.scalars(select(Round).order_by(Round.started_at)).all()
    assert first != second
    assert len({each.set_id for each in rounds}) == 2


def test_with_an_empty_library_there_is_no_daily_round(client, session):
    assert client.post("/progress/practise").status_code == 404


def test_a_daily_round_puts_what_is_due_first(session):
    player, played = make_player(session), make_played_set(session)
    kinds = {
        item.id: item.as_question().skill
        for item in session.scalars(select(BankItem)).all()
    }
    wanted = frozenset({Skill.SOURCE})
    begun = practise(session, player, played, Beginning(3, NOON, wanted))
    asked = session.scalars(
        select(RoundItem.item_id).where(RoundItem.round_id == begun.id)
    )
    found = [kinds[each] for each in asked]
    available = sum(skill is Skill.SOURCE for skill in kinds.values())
    assert found.count(Skill.SOURCE) >= min(available, 4)


def test_a_set_with_more_to_train_goes_first(session):
    player = make_player(session)
    plain = make_set(session)
    mixed = make_played_set(session)
    assert set_for(session, player.id, {Skill.SOURCE}) is mixed
    assert practice_of_the_day(session, player.id, NOON).played in (plain, mixed)
    assert practice_of_the_day(session, None, NOON).played is mixed


def test_the_round_of_the_day_repeats_no_article_before_all_were_played(session):
    player, first = make_player(session), make_set(session)
    same_article = make_set(session, None, first.article)
    other = make_set(session)
    practise(session, player, first, Beginning(1, NOON))
    today = practice_of_the_day(session, player.id, NOON)
    assert (today.played, today.is_repeated) == (other, False)
    practise(session, player, other, Beginning(1, NOON + timedelta(days=1)))
    again = practice_of_the_day(session, player.id, NOON + timedelta(days=2))
    assert again.played in (first, same_article)
    assert again.is_repeated
    later = practice_of_the_day(session, player.id, NOON + timedelta(weeks=6))
    assert not later.is_repeated


def test_what_was_never_practised_comes_next_and_what_is_weak():
    assert [n.why for n in next_up([], NOON, NOON.tzinfo)] == [Why.NEW, Why.NEW]


def test_the_difficulty_of_questions_is_estimated_from_first_attempts(session):
    played = make_played_set(session)
    for right in (range(1, 99), (), ()):
        play(session, make_player(session), played, right=right)
    assert estimate(session, NOON) == estimate(session, NOON) > 0
    rows = session.scalars(select(ItemDifficulty)).all()
    assert {row.answers for row in rows} <= {1, 2, 3}
    player = session.scalars(select(Player)).first()
    found = played_by(session, Round.player_id == player.id, NOON + timedelta(days=1))
    assert {p.practice.difficulty for p in found} <= {row.value for row in rows}
    assert {row.value for row in rows} & {p.practice.difficulty for p in found}


def test_the_difficulty_is_estimated_once_the_day_is_cleared_up(app, session):
    played = make_played_set(session)
    play(session, make_player(session), played)
    cleared_up.send(session, now=NOON)
    assert session.scalars(select(ItemDifficulty)).all()


def test_a_settled_difficulty_stays(session):
    played = make_played_set(session)
    play(session, make_player(session), played)
    estimate(session, NOON)
    row = session.scalars(select(ItemDifficulty)).first()
    row.answers, row.value = 100, 1.25
    session.flush()
    estimate(session, NOON)
    session.expire_all()
    assert session.get(ItemDifficulty, row.item_id).value == 1.25


def test_progress_can_be_taken_along_as_a_file(client, session, address):
    send(client, address, sure="3")
    got = client.get("/progress/export")
    assert "attachment" in got.headers["Content-Disposition"]
    data = json.loads(got.get_data(as_text=True))
    assert (data["format"], data["version"]) == ("wer-sagt-was/progress", 1)
    (played,) = data["rounds"]
    first, *rest = played["answers"]
    assert first["confidence"] == 3
    assert first["share"] in (0.0, 1.0)
    assert rest
    assert all(set(line) == {"number"} for line in rest)


def test_the_file_tells_nothing_that_the_round_does_not_tell_yet(
    client, session, address
):
    begun = session.scalars(select(Round)).one()
    begun.feedback = "end"
    session.commit()
    send(client, address)
    data = json.loads(client.get("/progress/export").get_data(as_text=True))
    assert data["rounds"][0]["answers"][0]["share"] is None


def test_nobody_has_an_empty_file(client):
    data = json.loads(client.get("/progress/export").get_data(as_text=True))
    assert data["rounds"] == []


def test_no_page_presses_anybody_to_come_back(app, client, session, address):
    """Notifications and pressure texts there are: none."""
    play_on(client, address)
    pressing = re.compile(
        r"notification|push|hurry|last chance|don.t lose|lose your|streak|only today|"
        r"beeil|letzte chance|verlier|nur heute|verpass|countdown",
        re.IGNORECASE,
    )
    for language in ("en", "de"):
        for page in ("/progress", "/", "/privacy"):
            text = text_of(client.get(page, headers={"Accept-Language": language}))
            assert not pressing.search(text), pressing.search(text)
    files = Path(app.static_folder, "js").rglob("*.mjs")
    scripts = "".join(file.read_text() for file in files)
    assert "behaviour" in scripts
    assert "Notification" not in scripts
    assert "sendBeacon" not in scripts
