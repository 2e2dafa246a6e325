"""Starting a round: which questions, in which order."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Uuid, bindparam, exists, insert, select
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.bank.models import QuestionSet
from quiz.bank.offering import Playing, playing_of
from quiz.engine.questions.question import Skill
from quiz.engine.rounds import Draw, all_in_order, draw_round
from quiz.play import players
from quiz.play.models import Answer, Player, Round, RoundItem, answers_item

# Built once: a whole class begins at the same time.
_THEIRS = (
    Round.player_id == bindparam("player_id"),
    Round.set_id == bindparam("set_id", type_=Uuid),
)
_UNTOUCHED = select(Round).where(
    *_THEIRS,
    Round.closes_at.is_(None),
    Round.feedback == "each",
    ~exists().where(Answer.round_id == Round.id),
)
_ANSWERED = (
    select(RoundItem.item_id)
    .join(Round, Round.id == RoundItem.round_id)
    .join(Answer, answers_item())
    .where(*_THEIRS)
)

_ITEMS: Any = RoundItem.__table__
_ASKED = insert(_ITEMS)


class Asking(NamedTuple):
    """Who wants to play: an account or none, and the player that a cookie names."""

    actor: Actor
    known_id: uuid.UUID | None


class Beginning(NamedTuple):
    """How a round begins: what settles chance, when, and what it should train."""

    seed: int
    now: datetime
    skills: frozenset[Skill] = frozenset()


def start(
    session: Session, player: Player, played: QuestionSet, seed: int, now: datetime
) -> Round:
    """A round on this set; questions the player has not had come first.

    The same round is given again as long as none of it is answered, so that a
    double click does not leave an empty one behind; not one that closes or keeps its
    feedback for the end.

    Raises:
        Invalid: "too_few_questions".
    """
    return practise(session, player, played, Beginning(seed, now))


def practise(
    session: Session, player: Player, played: QuestionSet, beginning: Beginning
) -> Round:
    """As `start`; of what is new, questions that train these skills come first.

    Raises:
        Invalid: "too_few_questions".
    """
    return begin(session, player.id, playing_of(session, played), beginning, None)


def begin_for(
    session: Session, who: Asking, playing: Playing, beginning: Beginning
) -> Round:
    """As `practise`, of whoever asks, who is made a player by it.

    Its questions are drawn before anything is written: that takes longest.
    """
    player_id = players.found(session, *who)
    draw = drawn(session, player_id, playing, beginning)
    if player_id is not None:
        return begin(session, player_id, playing, beginning, draw)
    player = players.player_of(session, *who, beginning.now)
    # New, so that no round of theirs waits.
    return begin_form(session, player.id, playing, beginning, draw)


def begin(
    session: Session,
    player_id: uuid.UUID,
    playing: Playing,
    beginning: Beginning,
    draw: Draw | None,
) -> Round:
    """As `practise`; `draw` is what was `drawn` before, so that nobody waits for it."""
    asked = {"player_id": player_id, "set_id": playing.set_id}
    untouched = session.scalars(_UNTOUCHED, asked).first()
    if untouched is not None:
        return untouched
    draw = draw or drawn(session, player_id, playing, beginning)
    return begin_form(session, player_id, playing, beginning, draw)


def drawn(
    session: Session,
    player_id: uuid.UUID | None,
    playing: Playing,
    beginning: Beginning,
) -> Draw:
    """What a round of that player would ask; nothing is written.

    Raises:
        Invalid: "too_few_questions".
    """
    if playing.offer.is_whole:
        return all_in_order(playing.in_order, beginning.seed)
    answered = _answered_items(session, player_id, playing) if player_id else set()
    seen = {each for each, item_id in playing.items.items() if item_id in answered}
    if beginning.skills:
        wanted, asked = beginning.skills, playing.pool.questions
        seen |= {each.id for each in asked if each.skill not in wanted}
    return draw_round(playing.pool, beginning.seed, seen=seen)


def begin_form(
    session: Session,
    player_id: uuid.UUID,
    playing: Playing,
    beginning: Beginning,
    draw: Draw,
) -> Round:
    """A round with exactly the questions of that draw."""
    return begin_forms(session, playing, [(player_id, beginning, draw)])[0]


def begin_forms(
    session: Session,
    playing: Playing,
    forms: Sequence[tuple[uuid.UUID, Beginning, Draw]],
    closes_at: datetime | None = None,
) -> list[Round]:
    """The same for several players at once, in few statements."""
    begun = [
        Round(
            player_id=player_id,
            set_id=playing.set_id,
            seed=beginning.seed,
            started_at=beginning.now,
            closes_at=closes_at,
        )
        for player_id, beginning, _draw in forms
    ]
    session.add_all(begun)
    session.flush()
    asked = [
        {
            "round_id": started.id,
            "number": number,
            "item_id": playing.items[card.question_id],
            "option_order": list(card.option_ids),
        }
        for started, (_player, _beginning, draw) in zip(begun, forms, strict=True)
        for number, card in enumerate(draw.cards, start=1)
    ]
    session.connection().execute(_ASKED, asked)
    return begun


def _answered_items(
    session: Session, player_id: uuid.UUID, playing: Playing
) -> set[uuid.UUID]:
    """Items of the set that this player has answered in any round."""
    asked = {"player_id": player_id, "set_id": playing.set_id}
    return set(session.scalars(_ANSWERED, asked))
