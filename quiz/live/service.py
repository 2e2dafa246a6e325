"""Opening a live game and leading it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quiz.access import Action, Actor
from quiz.bank.offering import must_be_playable, offer_of, playing_of
from quiz.bank.service import set_of
from quiz.engine.live import course
from quiz.engine.live.joining import Standing
from quiz.engine.live.state import Ranking, Rules, State
from quiz.engine.questions.question import Question
from quiz.engine.rounds import Draw
from quiz.errors import Busy, NotFound
from quiz.live import ending
from quiz.live.models import CODE_LENGTH, LiveGame, LiveItem, LivePlayer
from quiz.play.starting import Beginning, drawn

STEM_LEAST_S, STEM_MOST_S = 3, 12
CHARACTERS_A_SECOND = 15
"""How fast a stem is read; from experience, not from a study."""
ANSWERING_S = (None, 20, 30, 45, 60, 90)
"""How long answers may be taken; None until the host locks."""
_DRAWS = 20  # of a code; with a thousand games open, two are hardly ever needed

Step = Callable[[State, Rules, datetime], State]


@dataclass(frozen=True, slots=True)
class Wish:
    """How a host wants a game to be played."""

    answering_s: int | None = None
    is_automatic: bool = False
    ranking: Ranking = Ranking.AT_THE_END
    teams: int = 0


def open_game(
    session: Session, actor: Actor, set_id: UUID, wish: Wish, chance: Beginning
) -> LiveGame:
    """A lobby on a set that this teacher may play, with its questions drawn.

    Raises:
        NotFound: there is no such set, or it is somebody else's.
        NotAllowed: a guest tried.
        Invalid: "not_playable": there is no round of the set.
    """
    actor.must(Action.RUN_CLASSES)
    played = set_of(session, actor, set_id)
    must_be_playable(offer_of(session, played))
    playing = playing_of(session, played)
    draw = drawn(session, None, playing, chance)
    by_id = {each.id: each for each in playing.pool.questions}
    asked = [by_id[card.question_id] for card in draw.cards]
    rules = Rules(
        stems_s=tuple(map(_stem_s, asked)),
        answering_s=wish.answering_s,
        is_automatic=wish.is_automatic and wish.answering_s is not None,
        ranking=wish.ranking,
        teams=wish.teams,
    )
    game = LiveGame(
        host_id=actor.user_id,
        set_id=played.id,
        rules=rules.as_json(),
        state=course.opened(chance.now).as_json(),
        opened_at=chance.now,
    )
    _give_a_code(session, game)
    _keep(session, game, draw, playing.items)
    return game


def hosted(session: Session, actor: Actor, game_id: UUID) -> LiveGame:
    """A game that this teacher leads.

    Raises:
        NotFound: there is none.
    """
    return _hosted(session, actor, game_id, alone=False)


def lead(
    session: Session, actor: Actor, game_id: UUID, step: Step, now: datetime
) -> State:
    """Have a game take a step; gives where it stands then.

    Raises:
        NotFound: this teacher leads no such game.
        Conflict: what the step refuses.
    """
    game = _hosted(session, actor, game_id, alone=True)
    was_over = game.kept_state.is_over
    state = step(game.kept_state, game.played_by, now)
    game.state = state.as_json()
    if state.is_over and not was_over:
        ending.end(session, game, state, now)
    session.flush()
    return state


def advance_from(seen: int) -> Step:
    """The next step of a game, if it is still at the version that the host saw.

    So two clicks, or two devices of the host, do not go two steps.
    """

    def step(state: State, rules: Rules, now: datetime) -> State:
        here = course.at(state, rules, now)
        return course.advance(here, rules, now) if here.version == seen else here

    return step


def turn_out(
    session: Session,
    actor: Actor,
    game_id: UUID,
    turned: tuple[UUID, Standing],
    now: datetime,
) -> None:
    """Kick a player, who may come back, or ban one, who may not.

    Raises:
        NotFound: this teacher leads no such game, or nobody with that round is in it.
    """
    game = _hosted(session, actor, game_id, alone=True)
    round_id, standing = turned
    theirs = (LivePlayer.game_id == game.id, LivePlayer.round_id == round_id)
    found = session.scalars(select(LivePlayer).where(*theirs)).one_or_none()
    if found is None:
        raise NotFound("live_player")
    found.standing = standing
    here = course.at(game.kept_state, game.played_by, now)
    game.state = here.changed().as_json()
    session.flush()


def _hosted(session: Session, actor: Actor, game_id: UUID, *, alone: bool) -> LiveGame:
    wanted = select(LiveGame).where(
        LiveGame.id == game_id, LiveGame.host_id == actor.user_id
    )
    if alone:  # answers wait, and read what comes of it
        wanted = wanted.with_for_update(of=LiveGame)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound("live_game")
    return found


def _stem_s(question: Question) -> int:
    read_s = len(question.stem.de) // CHARACTERS_A_SECOND
    return min(max(read_s, STEM_LEAST_S), STEM_MOST_S)


def _give_a_code(session: Session, game: LiveGame) -> None:
    for _ in range(_DRAWS):
        game.code = f"{secrets.randbelow(10**CODE_LENGTH):0{CODE_LENGTH}}"
        try:
            with session.begin_nested():
                session.add(game)
        except IntegrityError:
            continue
        return
    raise Busy("no_code_free")


def _keep(session: Session, game: LiveGame, draw: Draw, items: dict[str, UUID]) -> None:
    for number, card in enumerate(draw.cards, 1):
        session.add(
            LiveItem(
                game_id=game.id,
                number=number,
                item_id=items[card.question_id],
                option_order=list(card.option_ids),
            )
        )
    session.flush()
