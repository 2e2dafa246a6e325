"""A live game goes on by its clock and by its host, and never tells a key too early."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.live import course
from quiz.engine.live.state import Phase, Ranking, Rules, State
from quiz.errors import Conflict

BEGAN = datetime(2026, 11, 30, 8, tzinfo=UTC)
PLAIN = Rules(stems_s=(3, 4), answering_s=20)


def after(seconds):
    return BEGAN + timedelta(seconds=seconds)


def phases_of(rules, most=60):
    """Where the host comes who goes on as soon as possible."""
    state, found = course.opened(BEGAN), []
    while not state.is_over and len(found) < most:
        state = course.advance(state, rules, BEGAN)
        found.append(state.phase.value)
    return found


RULES = st.builds(
    Rules,
    stems_s=st.lists(st.integers(1, 20), min_size=1, max_size=3).map(tuple),
    reading_s=st.sampled_from([0, 120]),
    answering_s=st.sampled_from([20, 45]),
    talks=st.booleans(),
    is_automatic=st.booleans(),
    ranking=st.sampled_from(Ranking),
)
DOES = st.sampled_from(
    [
        course.advance,
        course.skip,
        course.pause,
        course.resume,
        lambda state, rules, now: course.extend(state, rules, now, 30),
        lambda state, rules, now: course.take_in(state, rules, now, everybody=False),
    ]
)
DEEDS = st.lists(st.tuples(DOES, st.integers(0, 60)), max_size=30)


def played(rules, deeds):
    """All states that a game went through, the clock's own steps among them."""
    now, state = BEGAN, course.opened(BEGAN)
    states = [state]
    for deed, wait_s in deeds:
        now += timedelta(seconds=wait_s)
        states += [course.at(state, rules, now)]
        try:
            state = deed(state, rules, now)
        except Conflict:
            state = states[-1]
        states.append(state)
    return states


def test_the_phases_come_in_their_order():
    assert phases_of(PLAIN) == [
        *["question", "answering", "locked", "reveal", "distribution"] * 2,
        "podium",
    ]


def test_a_question_is_talked_about_between_two_votes():
    rules = Rules(stems_s=(3,), reading_s=90, talks=True)
    assert phases_of(rules) == [
        *["reading", "question", "answering", "locked", "talk", "answering"],
        *["locked", "reveal", "distribution", "podium"],
    ]


def test_standings_come_where_the_host_wants_them_and_not_before_the_podium():
    rules = Rules(stems_s=(3, 3), ranking=Ranking.AFTER_EACH)
    assert phases_of(rules).count("standings") == 1
    assert phases_of(rules)[-2:] == ["distribution", "podium"]


def test_a_stem_makes_way_for_its_options_and_they_are_locked_in_time():
    state = course.advance(course.opened(BEGAN), PLAIN, BEGAN)
    assert course.at(state, PLAIN, after(2)).phase is Phase.QUESTION
    assert course.at(state, PLAIN, after(3)).phase is Phase.ANSWERING
    assert course.at(state, PLAIN, after(22)).phase is Phase.ANSWERING
    assert course.at(state, PLAIN, after(23)).phase is Phase.LOCKED
    assert course.at(state, PLAIN, after(9_000)).phase is Phase.LOCKED


def test_an_automatic_game_goes_on_by_itself_until_its_host_opens_the_podium():
    rules = Rules(stems_s=(3, 3), answering_s=20, talks=True, is_automatic=True)
    state = course.advance(course.opened(BEGAN), rules, BEGAN)
    last = course.at(state, rules, after(3_600))
    assert (last.phase, last.number) == (Phase.DISTRIBUTION, 2)
    assert course.advance(state, rules, after(3_600)).is_over


def test_a_pause_takes_no_time_from_anybody():
    state = course.at(
        course.advance(course.opened(BEGAN), PLAIN, BEGAN), PLAIN, after(5)
    )
    paused = course.pause(state, PLAIN, after(10))
    assert not course.accepts(course.at(paused, PLAIN, after(500)), 1, 1)
    again = course.resume(paused, PLAIN, after(500))
    assert again.until - after(500) == state.until - after(10)
    assert course.accepts(again, 1, 1)


def test_more_time_is_given_and_nobody_can_extend_what_has_no_end():
    state = course.at(
        course.advance(course.opened(BEGAN), PLAIN, BEGAN), PLAIN, after(5)
    )
    longer = course.extend(state, PLAIN, after(6), 30)
    assert longer.until == state.until + timedelta(seconds=30)
    with pytest.raises(Conflict, match="no_limit"):
        course.extend(course.opened(BEGAN), PLAIN, BEGAN, 30)


def test_what_is_skipped_is_not_revealed_and_counts_for_nobody():
    state = course.advance(course.opened(BEGAN), PLAIN, BEGAN)
    state = course.skip(state, PLAIN, after(5))
    assert (state.phase, state.number, state.skipped) == (Phase.QUESTION, 2, (1,))
    assert course.skip(state, PLAIN, after(6)).phase is Phase.PODIUM


def test_a_revealed_question_cannot_be_skipped_any_more():
    state = course.opened(BEGAN)
    for _ in range(4):
        state = course.advance(state, PLAIN, BEGAN)
    assert state.phase is Phase.REVEAL
    with pytest.raises(Conflict, match="no_question"):
        course.skip(state, PLAIN, BEGAN)


def test_an_early_end_leaves_out_what_was_not_revealed():
    state = course.advance(course.opened(BEGAN), PLAIN, BEGAN)
    ended = course.end(state, PLAIN, after(5))
    assert ended.is_over
    assert ended.skipped == (1,)
    for deed in (course.advance, course.skip, course.pause, course.end):
        with pytest.raises(Conflict, match="game_over"):
            deed(ended, PLAIN, after(6))


def test_everybody_has_the_time_that_one_needs():
    state = course.be_patient(course.opened(BEGAN), 1.5)
    state = course.be_patient(state, 1.25)
    asked = course.at(course.advance(state, PLAIN, BEGAN), PLAIN, after(6))
    assert asked.until - asked.since == timedelta(seconds=30)
    endless = course.be_patient(state, None)
    assert course.be_patient(endless, 2).patience is None
    asked = course.at(course.advance(endless, PLAIN, BEGAN), PLAIN, after(999))
    assert asked.phase is Phase.ANSWERING


@pytest.mark.parametrize(
    "wrong",
    [
        {"stems_s": ()},
        {"stems_s": (3,), "is_automatic": True},
        {"stems_s": (3,), "teams": 1},
        {"stems_s": (3,), "teams": 9},
    ],
)
def test_rules_by_which_nobody_can_play_are_none(wrong):
    with pytest.raises(ValueError, match=r"needs|told apart"):
        Rules(**wrong)


@given(RULES, DEEDS)
def test_a_key_is_told_only_after_the_last_vote_was_locked(rules, deeds):
    last = course.opened(BEGAN)
    for state in played(rules, deeds):
        assert not (state.tells_the_key and course.accepts(state, state.number, 1))
        if state.tells_the_key:
            assert state.vote == rules.votes
            assert state.number not in state.skipped
        if course.accepts(state, state.number, state.vote):
            # Whatever was told before was told of an earlier question.
            assert not last.tells_the_key or last.number < state.number
        last = state


@given(RULES, DEEDS, st.integers(0, 300), st.integers(0, 300))
def test_it_does_not_matter_how_often_anybody_looks(rules, deeds, one, other):
    state, last = played(rules, deeds)[-1], after(60 * 30)
    early, late = (last + timedelta(seconds=each) for each in sorted((one, other)))
    looked = course.at(state, rules, early)
    assert course.at(looked, rules, late) == course.at(state, rules, late)


@given(RULES, DEEDS)
def test_versions_only_grow_and_nothing_is_lost_by_keeping(rules, deeds):
    states = played(rules, deeds)
    for before, behind in pairwise(states):
        assert behind.version > before.version or behind == before
        assert behind.number >= before.number
    assert State.from_json(states[-1].as_json()) == states[-1]
    assert Rules.from_json(rules.as_json()) == rules


@given(RULES, DEEDS)
def test_from_anywhere_the_host_comes_to_the_podium(rules, deeds):
    state = played(rules, deeds)[-1]
    now = after(60 * 30)
    for _ in range(40):
        state = course.at(state, rules, now)
        if state.is_over:
            break
        deed = course.resume if state.is_paused else course.advance
        state = deed(state, rules, now)
    assert state.is_over
