"""Starting a round: which questions, in which order."""

import uuid
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.pool import Pool
from quiz.engine.questions.question import Question, Skill
from quiz.engine.rounds import Draw, all_in_order, draw_round
from quiz.play.models import Answer, Player, Round, RoundItem, answers_item

_POOLS: dict[tuple[uuid.UUID, int, int, int], tuple[Pool, dict[str, uuid.UUID]]] = {}
_MOST_POOLS = 16


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
    pool, item_ids = _pool_of(session, played)
    answered = _answered_items(session, player, played)
    seen = {each for each, item_id in item_ids.items() if item_id in answered}
    if beginning.skills:
        wanted = beginning.skills
        seen |= {each.id for each in pool.questions if each.skill not in wanted}
    if played.plays_all:
        by_id = {question.id: question for question in pool.questions}
        draw = all_in_order([by_id[each] for each in item_ids], beginning.seed)
    else:
        draw = draw_round(pool, beginning.seed, seen=seen)
    return _keep(session, player, played, beginning, (draw, item_ids))


def prepare(session: Session, played: QuestionSet) -> None:
    """Work out what rounds of this set are drawn from, and remember it.

    The first time takes a while, so it comes before anything is written or locked.
    """
    _pool_of(session, played)[0].independence(feedback=True)


def questions_of(session: Session, played: QuestionSet) -> tuple[Question, ...]:
    """The questions of a set that can be asked, in order of their ids."""
    return _pool_of(session, played)[0].questions


def begin_form(
    session: Session,
    player: Player,
    played: QuestionSet,
    beginning: Beginning,
    draw: Draw,
) -> Round:
    """A round with exactly the questions of that draw."""
    _pool, item_ids = _pool_of(session, played)
    return _keep(session, player, played, beginning, (draw, item_ids))


def _keep(
    session: Session,
    player: Player,
    played: QuestionSet,
    beginning: Beginning,
    drawn: tuple[Draw, dict[str, uuid.UUID]],
) -> Round:
    draw, item_ids = drawn
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


def _pool_of(
    session: Session, played: QuestionSet
) -> tuple[Pool, dict[str, uuid.UUID]]:
    """The questions of a set, and the item of each in the set's order.

    The last ones are remembered: a whole class begins at the same time. A published
    set changes in two ways only: with an article its questions leave, and what was
    found to be wrong is put right or left out.
    """
    counting = select(
        func.count(),
        func.count(BankItem.mended_id),
        func.count().filter(BankItem.is_void),
    ).where(BankItem.set_id == played.id)
    state = (played.id, *session.execute(counting).one())
    known = _POOLS.get(state)
    if known is None:
        sound = [item for item in played.items if not item.is_void]
        questions = [item.as_question() for item in sound]
        items = zip(questions, sound, strict=True)
        known = (Pool(questions), {question.id: item.id for question, item in items})
        _POOLS[state] = known
        for old in list(_POOLS)[:-_MOST_POOLS]:
            _POOLS.pop(old, None)
    return known


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
