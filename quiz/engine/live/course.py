"""How a game goes on: by its clock, and by what its host wants, who ends it.

Nothing here happens by itself. A state and a moment give the state at that moment, so
whoever looks, in whatever process and after whatever crash, sees the same.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from quiz.engine.live.state import Phase, Ranking, Rules, State
from quiz.errors import Conflict

LOCKED_S = 1
"""How long a game that goes on by itself stays locked before it tells."""
REVEAL_S, DISTRIBUTION_S, STANDINGS_S, TALK_S = 20, 8, 8, 60
"""How long a game that goes on by itself stays with each."""
LONGEST_EXTENSION_S = 600


def opened(now: datetime) -> State:
    """A game whose lobby was just opened."""
    return State(Phase.LOBBY, since=now)


def at(state: State, rules: Rules, now: datetime) -> State:
    """Where the game stands at that moment, if its host does nothing."""
    while not state.is_paused and state.until is not None and state.until <= now:
        state = _next(state, rules, state.until)
    return state


def advance(state: State, rules: Rules, now: datetime) -> State:
    """What comes next, because the host wants it.

    Raises:
        Conflict: "game_over", or "game_paused".
    """
    return _next(_running(at(state, rules, now)), rules, now)


def skip(state: State, rules: Rules, now: datetime) -> State:
    """The host leaves the question out; it counts for nobody.

    Raises:
        Conflict: "game_over"; "no_question": none is being asked.
    """
    state = _going_on(at(state, rules, now))
    if state.number == 0 or state.tells_the_key:
        raise Conflict("no_question")
    left_out = (*state.skipped, state.number)
    return _ask_next(state.changed(skipped=left_out, paused_at=None), rules, now)


def end(state: State, rules: Rules, now: datetime) -> State:
    """The host ends the game early; a question that was not revealed is left out.

    Raises:
        Conflict: "game_over".
    """
    state = _going_on(at(state, rules, now))
    if state.number and not state.tells_the_key:
        state = state.changed(skipped=(*state.skipped, state.number))
    return _to(state, Phase.PODIUM, now)


def pause(state: State, rules: Rules, now: datetime) -> State:
    """All clocks stand; no answer is taken.

    Raises:
        Conflict: "game_over", or "game_paused" already.
    """
    return _running(at(state, rules, now)).changed(paused_at=now)


def resume(state: State, rules: Rules, now: datetime) -> State:
    """They run again, with as much time left as there was.

    Raises:
        Conflict: "game_over"; "game_running": it was not paused.
    """
    state = _going_on(at(state, rules, now))
    if state.paused_at is None:
        raise Conflict("game_running")
    stood = max(now - state.paused_at, timedelta(0))
    until = None if state.until is None else state.until + stood
    return state.changed(paused_at=None, since=state.since + stood, until=until)


def extend(state: State, rules: Rules, now: datetime, seconds: int) -> State:
    """So much more time for what has a time.

    Raises:
        Conflict: "game_over"; "no_limit": it ends when the host wants, anyway.
    """
    state = _going_on(at(state, rules, now))
    if state.until is None:
        raise Conflict("no_limit")
    more = timedelta(seconds=min(max(seconds, 0), LONGEST_EXTENSION_S))
    return state.changed(until=state.until + more)


def take_in(state: State, rules: Rules, now: datetime, *, everybody: bool) -> State:
    """Open or shut the door for who is not in yet."""
    return _going_on(at(state, rules, now)).changed(takes_in=everybody)


def be_patient(state: State, factor: float | None) -> State:
    """Give everybody the time that one of them needs; nobody sees who it is.

    It holds from the next phase on.

    Args:
        state: as it is kept.
        factor: how much longer than others; None for as long as they like.
    """
    if state.patience is None or factor is None:
        return state.changed(patience=None)
    return state.changed(patience=max(state.patience, factor))


def accepts(state: State, number: int, vote: int) -> bool:
    """Whether that is being asked, at the moment the state is of."""
    return (
        state.phase is Phase.ANSWERING
        and not state.is_paused
        and (state.number, state.vote) == (number, vote)
    )


def _going_on(state: State) -> State:
    if state.is_over:
        raise Conflict("game_over")
    return state


def _running(state: State) -> State:
    if state.is_paused:
        raise Conflict("game_paused")
    return _going_on(state)


def _next(state: State, rules: Rules, now: datetime) -> State:
    return _AFTER[state.phase](state, rules, now)


def _to(state: State, phase: Phase, now: datetime, wait: float | None = None) -> State:
    """That phase; it ends by itself after so many seconds."""
    lasts = state.longer(wait)
    until = None if lasts is None else now + lasts
    return state.changed(phase=phase, since=now, until=until, paused_at=None)


def _by_itself(rules: Rules, seconds: int) -> int | None:
    return seconds if rules.is_automatic else None


def _begin(state: State, rules: Rules, now: datetime) -> State:
    if rules.reading_s:
        wait = _by_itself(rules, rules.reading_s)
        return _to(state, Phase.READING, now, wait)
    return _ask_next(state, rules, now)


def _ask_next(state: State, rules: Rules, now: datetime) -> State:
    if state.number == rules.questions:
        return _to(state, Phase.PODIUM, now)
    asked = state.changed(number=state.number + 1, vote=1)
    stem_s = rules.stems_s[state.number]
    shown = _to(asked, Phase.QUESTION, now, stem_s)
    # Without any limit for somebody the stem still makes way for the options.
    until = shown.until or now + timedelta(seconds=stem_s)
    return shown.changed(until=until)


def _ask(state: State, rules: Rules, now: datetime) -> State:
    return _to(state, Phase.ANSWERING, now, rules.answering_s)


def _lock(state: State, rules: Rules, now: datetime) -> State:
    return _to(state, Phase.LOCKED, now, _by_itself(rules, LOCKED_S))


def _after_the_lock(state: State, rules: Rules, now: datetime) -> State:
    if state.vote < rules.votes:
        return _to(state, Phase.TALK, now, _by_itself(rules, TALK_S))
    return _to(state, Phase.REVEAL, now, _by_itself(rules, REVEAL_S))


def _vote_again(state: State, rules: Rules, now: datetime) -> State:
    return _ask(state.changed(vote=state.vote + 1), rules, now)


def _distribute(state: State, rules: Rules, now: datetime) -> State:
    """The last one stays: it is the host who opens the podium."""
    is_last = state.number == rules.questions
    wait = None if is_last else _by_itself(rules, DISTRIBUTION_S)
    return _to(state, Phase.DISTRIBUTION, now, wait)


def _rank(state: State, rules: Rules, now: datetime) -> State:
    is_last = state.number == rules.questions
    if rules.ranking is Ranking.AFTER_EACH and not is_last:
        return _to(state, Phase.STANDINGS, now, _by_itself(rules, STANDINGS_S))
    return _ask_next(state, rules, now)


_AFTER: dict[Phase, Callable[[State, Rules, datetime], State]] = {
    Phase.LOBBY: _begin,
    Phase.READING: _ask_next,
    Phase.QUESTION: _ask,
    Phase.ANSWERING: _lock,
    Phase.LOCKED: _after_the_lock,
    Phase.TALK: _vote_again,
    Phase.REVEAL: _distribute,
    Phase.DISTRIBUTION: _rank,
    Phase.STANDINGS: _ask_next,
}
