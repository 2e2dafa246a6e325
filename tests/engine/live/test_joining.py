"""Who was kicked may come back, who was banned may not."""

from datetime import UTC, datetime

import pytest

from quiz.engine.live import course
from quiz.engine.live.joining import Standing, joined
from quiz.engine.live.state import Rules
from quiz.errors import Conflict, NotAllowed

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
RULES = Rules(stems_s=(3,))
LOBBY = course.opened(NOW)
SHUT = course.take_in(LOBBY, RULES, NOW, everybody=False)
LATE = course.advance(LOBBY, RULES, NOW)
OVER = course.end(LATE, RULES, NOW)


@pytest.mark.parametrize("state", [LOBBY, LATE])
@pytest.mark.parametrize("before", [None, Standing.KICKED, Standing.IN])
def test_newcomers_latecomers_and_who_was_kicked_come_in(state, before):
    assert joined(state, before) is Standing.IN


@pytest.mark.parametrize("state", [LOBBY, SHUT, LATE, OVER])
def test_who_was_banned_stays_out(state):
    with pytest.raises(NotAllowed, match="banned"):
        joined(state, Standing.BANNED)


@pytest.mark.parametrize("before", [None, Standing.KICKED])
def test_a_shut_door_and_an_end_keep_out_who_is_not_in(before):
    with pytest.raises(Conflict, match="door_shut"):
        joined(SHUT, before)
    with pytest.raises(Conflict, match="game_over"):
        joined(OVER, before)


@pytest.mark.parametrize("state", [SHUT, OVER])
def test_who_is_in_is_let_in_again(state):
    assert joined(state, Standing.IN) is Standing.IN
