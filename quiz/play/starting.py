"""Starting a round: which questions, in which order."""

import uuid
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from quiz.bank.models import QuestionSet
from quiz.bank.offering import playing_of
from quiz.engine.questions.question import Skill
from quiz.engine.rounds import Draw, all_in_order, draw_round
from quiz.play.models import Answer, Player, Round, RoundItem, answers_item


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
    untouched = _untouched(session, player, played)
    if untouched is not None:
        return untouched
    playing = playing_of(session, played)
    if playing.offer.is_whole:
        draw = all_in_order(playing.in_order, beginning.seed)
        return begin_form(session, player, played, beginning, draw)
    answered = _answered_items(session, player, played)
    seen = {each for each, item_id in playing.items.items() if item_id in answered}
    if beginning.skills:
        wanted, asked = beginning.skills, playing.pool.questions
        seen |= {each.id for each in asked if each.skill not in wanted}
    draw = draw_round(playing.pool, beginning.seed, seen=seen)
    return begin_form(session, player, played, beginning, draw)


def begin_form(
    session: Session,
    player: Player,
    played: QuestionSet,
    beginning: Beginning,
    draw: Draw,
) -> Round:
    """A round with exactly the questions of that draw."""
    item_ids = playing_of(session, played).items
    started = Round(
        player_id=player.id,
        set_id=played.id,
        seed=beginning.seed,
        started_at=beginning.now,
    )
    session.add(started)
    session.flush()
    for number, card in enumerate(draw.cards, start=1):
        session.add(
            RoundItem(
                round_id=started.id,
                number=number,
                item_id=item_ids[card.question_id],
                option_order=list(card.option_ids),
            )
        )
    session.flush()
    return started


def _untouched(session: Session, player: Player, played: QuestionSet) -> Round | None:
    wanted = select(Round).where(
        Round.player_id == player.id,
        Round.set_id == played.id,
        Round.closes_at.is_(None),
        Round.feedback == "each",
        ~exists().where(Answer.round_id == Round.id),
    )
    return session.scalars(wanted).first()


def _answered_items(
    session: Session, player: Player, played: QuestionSet
) -> set[uuid.UUID]:
    """Items of the set that this player has answered in any round."""
    wanted = (
        select(RoundItem.item_id)
        .join(Round, Round.id == RoundItem.round_id)
        .join(Answer, answers_item())
        .where(Round.player_id == player.id, Round.set_id == played.id)
    )
    return set(session.scalars(wanted))
