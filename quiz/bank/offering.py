"""What playing a set gives everybody, and whether it can be played at all."""

import uuid
from collections import OrderedDict
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from sqlalchemy import Uuid, bindparam, func, select
from sqlalchemy.orm import Session

from quiz.bank.kept_questions import BODY, MENDED, question_from
from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.pool import SHORT_BELOW, SMALLEST_ROUND, Pool
from quiz.engine.questions.answers.timing import seconds_for
from quiz.engine.questions.question import Question
from quiz.engine.rounds import MOST_IN_A_ROUND, USUAL_ROUND
from quiz.errors import Invalid


@dataclass(frozen=True, slots=True)
class Offer:
    """What everybody gets who plays a set.

    Attributes:
        total: how many questions there are to ask.
        together: how many of them go together in a round, counted up to five.
        is_whole: every round has all of them in their order; otherwise some that go
            together are drawn, each time anew.
        seconds: how long all of them take.
    """

    total: int
    together: int
    is_whole: bool
    seconds: int

    @property
    def is_playable(self) -> bool:
        """Whether there is a round, for everybody and however often."""
        return self.total > 0 if self.is_whole else self.together >= self.needed

    @property
    def needed(self) -> int:
        """How many must go together for a round to be drawn."""
        return SMALLEST_ROUND

    @property
    def is_short(self) -> bool:
        """Whether fewer go together than a round has as a rule."""
        return self.is_playable and not self.is_whole and self.together < SHORT_BELOW

    @property
    def most_whole(self) -> int:
        """How many can go whole to everybody."""
        return MOST_IN_A_ROUND

    @property
    def most(self) -> int:
        """How many questions a round has at most."""
        return self.total if self.is_whole else min(self.total, USUAL_ROUND)

    @property
    def has_all(self) -> bool:
        """Whether nothing is left to be drawn."""
        return self.is_whole or self.total == self.needed

    @property
    def minutes(self) -> int:
        """How long a round takes, at least 1."""
        asked = self.seconds * self.most / max(1, self.total)
        return max(1, round(asked / 60))


class Playing(NamedTuple):
    """A set as rounds are made of it: its questions, and the item of each in order."""

    set_id: uuid.UUID
    pool: Pool
    items: dict[str, uuid.UUID]
    offer: Offer

    @property
    def in_order(self) -> tuple[Question, ...]:
        """Its questions in the order of the set."""
        by_id = {question.id: question for question in self.pool.questions}
        return tuple(by_id[each] for each in self.items)


class _State(NamedTuple):
    """What of a published set can change: then it has to be looked at anew.

    With an article its questions leave; what was wrong is put right or left out.
    """

    set_id: uuid.UUID
    plays_all: bool | None
    items: int
    mended: int
    void: int


_STATES = (
    select(
        QuestionSet.id,
        QuestionSet.plays_all,
        func.count(BankItem.id),
        func.count(BankItem.mended_id),
        func.count(BankItem.id).filter(BankItem.is_void),
    )
    .outerjoin(BankItem, BankItem.set_id == QuestionSet.id)
    .where(QuestionSet.id.in_(bindparam("set_ids", expanding=True)))
    .group_by(QuestionSet.id, QuestionSet.plays_all)
)

_QUESTIONS = (
    select(BankItem.id, BODY, BankItem.other_article_id)
    .outerjoin(MENDED, MENDED.id == BankItem.mended_id)
    .where(BankItem.set_id == bindparam("set_id", type_=Uuid), ~BankItem.is_void)
    .order_by(BankItem.position)
)

# The ones that were asked for last are remembered: a whole class begins at the same
# time, and classes begin with what the home page offers.
_PLAYED: OrderedDict[_State, Playing] = OrderedDict()
_MOST_PLAYED = 48
_MAKING = Lock()
_OFFERS: dict[_State, Offer] = {}
_MOST_OFFERS = 2000


def offer_for(questions: Iterable[Question], *, plays_all: bool | None) -> Offer:
    """What everybody would get of these; `plays_all` as the set has it."""
    return _offered(tuple(questions), plays_all)


def offer_of(session: Session, played: QuestionSet) -> Offer:
    """What everybody gets who plays this published set now."""
    return offers_of(session, [played.id])[played.id]


def offers_of(
    session: Session, set_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, Offer]:
    """The same for many published sets; worked out once for each state of a set."""
    states = _states(session, set_ids)
    for state in states:
        if state not in _OFFERS:
            _OFFERS[state] = (_PLAYED.get(state) or _playing(session, state)).offer
    found = {state.set_id: _OFFERS[state] for state in states}
    for old in list(_OFFERS)[:-_MOST_OFFERS]:
        _OFFERS.pop(old, None)
    return found


def playing_of(session: Session, played: QuestionSet) -> Playing:
    """The questions of a published set that can be asked now."""
    [state] = _states(session, [played.id])
    known = _PLAYED.get(state)
    if known is None:
        with _MAKING:  # a whole class comes at once: the others wait for the first
            known = _PLAYED.get(state) or _playing(session, state)
            _PLAYED[state] = known
    with suppress(KeyError):  # somebody else may have had it forgotten
        _PLAYED.move_to_end(state)
    while len(_PLAYED) > _MOST_PLAYED:
        _PLAYED.popitem(last=False)
    return known


def must_be_playable(offer: Offer) -> None:
    """Nothing, if there is a round.

    Raises:
        Invalid: "not_playable" with `found` and `needed`.
    """
    if not offer.is_playable:
        raise Invalid("not_playable", found=offer.together, needed=offer.needed)


@lru_cache(64)
def _offered(questions: tuple[Question, ...], plays_all: bool | None) -> Offer:
    return _offer(Pool(questions), plays_all=plays_all)


def _offer(pool: Pool, *, plays_all: bool | None) -> Offer:
    """Chosen questions go whole to everybody, as long as they are not too many.

    Where none could be drawn of them, they do so even if they were to be drawn.
    """
    total = len(pool.questions)
    can_go_whole = plays_all is not None and total <= MOST_IN_A_ROUND
    return Offer(
        total=total,
        together=pool.most_together,
        is_whole=can_go_whole and (plays_all is True or not pool.can_be_drawn),
        seconds=sum(map(seconds_for, pool.questions)),
    )


def _playing(session: Session, state: _State) -> Playing:
    rows = session.execute(_QUESTIONS, {"set_id": state.set_id})
    asked = [(id_, question_from(body, other)) for id_, body, other in rows]
    pool = Pool(question for _id, question in asked)
    items = {question.id: id_ for id_, question in asked}
    offer = _offer(pool, plays_all=state.plays_all)
    return Playing(state.set_id, pool, items, offer)


def _states(session: Session, set_ids: Collection[uuid.UUID]) -> list[_State]:
    rows = session.execute(_STATES, {"set_ids": list(set_ids)})
    return [_State(*row) for row in rows]
