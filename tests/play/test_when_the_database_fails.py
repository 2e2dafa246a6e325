"""Whatever step fails, nothing is half done and trying again succeeds."""

import pytest
from sqlalchemy import func, select

from quiz.play.models import Answer, Player, Round, RoundItem
from tests.failing import failing_at
from tests.play.player import begin
from tests.village import make_played_set

MOST_STEPS = 60


@pytest.fixture
def set_id(real_app):
    with real_app.extensions["quiz.sessions"].writing.begin() as session:
        return make_played_set(session).id


def stored(app):
    with app.extensions["quiz.sessions"].reading() as session:
        tables = (Player, Round, RoundItem, Answer)
        return [session.scalar(select(func.count()).select_from(t)) for t in tables]


def try_at_every_step(app, send):
    """Let each step fail once; gives how many there were."""
    before = stored(app)
    for step in range(1, MOST_STEPS):
        with failing_at(app, step) as left:
            response = send()
        if left[0] > 0:
            assert response.status_code == 303
            return step - 1
        assert response.status_code == 503
        assert "Retry-After" in response.headers
        assert stored(app) == before
    raise AssertionError("too many steps")


def test_an_answer_is_kept_wholly_or_not_at_all(real_app, set_id):
    browser = real_app.test_client()
    address = begin(browser, set_id)
    steps = try_at_every_step(
        real_app, lambda: browser.post(address, data={"option": "1"})
    )
    assert steps >= 3
    assert stored(real_app)[-1] == 1


@pytest.mark.slow
def test_a_round_is_begun_wholly_or_not_at_all(real_app, set_id):
    browser = real_app.test_client()
    sent = {"set": str(set_id)}
    steps = try_at_every_step(real_app, lambda: browser.post("/play/start", data=sent))
    assert steps >= 5
    players, rounds, items, answers = stored(real_app)
    assert (players, rounds, answers) == (1, 1, 0)
    assert items >= 5
