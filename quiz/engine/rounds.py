"""Which questions make a round, and in which order their options stand."""

import random
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quiz.engine.pool import SMALLEST_ROUND, Pool
from quiz.engine.questions.builders.kind import Kind
from quiz.engine.questions.form import Form
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.registry import KINDS, MISSION
from quiz.engine.questions.rules.independence import Independence
from quiz.errors import Invalid

LARGEST_ROUND = 10
USUAL_ROUND = 8
MOST_IN_A_ROUND = 20  # where a round has all questions of a set

# How a round of eight is mixed before it is filled up (question-kinds, section 3,
# "Starter" and "Standard"): half of it is for kinds outside the mission, which take
# turns by chance; then the mission, the scarcer kind first.
_OTHERS = [kind for kind in KINDS.values() if not kind.is_mission]
_MISSION = sorted(
    (kind for kind in KINDS.values() if kind.is_mission), key=lambda kind: kind.quota
)

# Greedy choices from differently shuffled pools; the best is kept. 24 found the
# largest possible round in every test pool; more cost time at each start.
_ATTEMPTS = 24


@dataclass(frozen=True, slots=True)
class Card:
    """One question of a round with its options in the order shown."""

    question_id: str
    option_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """The questions of one round in order."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What chance settled for a round before its questions are chosen.

    Attributes:
        turns: kinds outside the mission that come first; a trial of an attribution
            leads them, so that what is chosen does not depend on what it clashes with.
        is_right: what the first attribution asked about must be; None for any.
    """

    turns: tuple[Kind, ...]
    is_right: bool | None
    size: int

    def wants(self, question: Question, chosen: Sequence[Question]) -> bool:
        """Whether it keeps right and wrong attributions even, the first as settled."""
        trial = question.is_true_trial
        if self.is_right is None or trial is None:
            return True
        trials = [each.is_true_trial for each in chosen]
        ahead = trials.count(trial) - trials.count(not trial)
        return ahead < 0 or (ahead == 0 and trial is self.is_right and self._has_turn)

    @property
    def _has_turn(self) -> bool:
        return any(kind.id.form is Form.TRUE_FALSE for kind in self.turns)


def draw_round(
    pool: Sequence[Question] | Pool,
    seed: int,
    size: int = USUAL_ROUND,
    seen: Collection[str] = frozenset(),
) -> Draw:
    """Choose the questions of one round.

    Unseen questions come first. At least half ask who said it or which source
    reported it. No question gives away the key of another one of the round, a
    claim is asked about twice at most, and nobody is the key of more than half
    of the questions where the pool allows. The first asks for the mission, the
    hardest kind comes last. The round is smaller than `size`
    where the pool has no more questions that go together. Chance settles which
    questions come, never whether there is a round: `Pool.can_be_drawn` tells that.

    Args:
        pool: candidates in any order, ids distinct; a `Pool` where many rounds are
            drawn from the same.
        seed: settles every tie, so that one seed always gives one round.
        size: how many to draw; brought into 5–10.
        seen: ids that this player has answered before.

    Raises:
        Invalid: "too_few_questions": fewer than five go together.
    """
    wanted = min(max(size, SMALLEST_ROUND), LARGEST_ROUND)
    known = pool if isinstance(pool, Pool) else Pool(pool)
    rng = random.Random(seed)  # noqa: S311 (a game, not a secret)
    chosen = _choose(known, wanted, seen, rng)
    if len(chosen) < SMALLEST_ROUND:
        raise Invalid("too_few_questions", found=len(chosen), needed=SMALLEST_ROUND)
    return Draw(tuple(_card(question, rng) for question in _in_order(chosen, rng)))


def all_in_order(pool: Sequence[Question], seed: int) -> Draw:
    """A round of all the questions in the order given, at most 20.

    Raises:
        Invalid: "too_few_questions": there is none.
    """
    if not pool:
        raise Invalid("too_few_questions", found=0, needed=1)
    rng = random.Random(seed)  # noqa: S311 (a game, not a secret)
    return Draw(tuple(_card(question, rng) for question in pool[:MOST_IN_A_ROUND]))


def _choose(
    pool: Pool, size: int, seen: Collection[str], rng: random.Random
) -> list[Question]:
    """The best of several greedy choices.

    Chance settles once for the round which kinds have their turn and whether an
    attribution, if one is asked about, is right: left to the choices that fit best,
    right ones would win, because a wrong one gives away more.

    Only where fewer than five questions are wholly independent may two ask about
    the speaker and about the source of one claim, neither stem naming the other's
    key: then the feedback to the first one can help with the second. Where chance
    finds no five, those that the pool knows to go together are the round.
    """
    best: list[Question] = []
    turns = _turns(pool.questions, seen, rng)[: size // 2]
    plan = Plan(
        turns=tuple(sorted(turns, key=lambda k: k.id.form is not Form.TRUE_FALSE)),
        is_right=None if seen else rng.random() < 0.5,
        size=size,
    )
    looser = replace(plan, is_right=None)
    free = replace(looser, turns=())
    for feedback, planned in (
        (True, plan),
        (True, looser),
        (True, free),
        (False, looser),
        (False, free),
    ):
        chance = (rng, pool.independence(feedback=feedback))
        choices = [
            _greedy(pool.questions, planned, seen, chance) for _ in range(_ATTEMPTS)
        ]
        if planned is free:  # the last resort before a looser rule, or none at all
            choices.append(list(pool.together(feedback=feedback)))
        best = max([best, *choices], key=lambda choice: _worth(choice, seen))
        if len(best) >= SMALLEST_ROUND:
            break
    return best


def _turns(
    pool: Sequence[Question], seen: Collection[str], rng: random.Random
) -> list[Kind]:
    """The kinds of the pool outside the mission, those with something new first."""
    has = {question.kind for question in pool}
    new = {question.kind for question in pool if question.id not in seen}
    turns = [kind for kind in rng.sample(_OTHERS, len(_OTHERS)) if kind.id in has]
    return sorted(turns, key=lambda kind: kind.id not in new)


def _greedy(
    pool: Sequence[Question],
    plan: Plan,
    seen: Collection[str],
    chance: tuple[random.Random, Independence],
) -> list[Question]:
    rng, independence = chance
    shuffled = rng.sample(pool, len(pool))
    shuffled.sort(key=lambda question: question.id in seen)
    chosen: list[Question] = []

    def take(kinds: Collection[QuestionKind], most: int) -> None:
        taken = 0
        for question in shuffled:
            if taken >= most or len(chosen) >= plan.size:
                return
            fits = question.kind in kinds and plan.wants(question, chosen)
            if fits and independence.allows(question, chosen):
                chosen.append(question)
                taken += 1

    for kind in plan.turns:
        take({kind.id}, min(kind.quota, plan.size // 2 - len(chosen)))
    for kind in _MISSION:
        take({kind.id}, kind.quota)
    take(MISSION, plan.size)
    take(set(QuestionKind) - MISSION, plan.size)
    return _with_enough_mission(chosen)


def _with_enough_mission(chosen: list[Question]) -> list[Question]:
    """Leave out other kinds, latest first, until the mission has half."""
    kept = list(chosen)
    others = [question for question in chosen if question.kind not in MISSION]
    while others and 2 * len(others) > len(kept):
        kept.remove(others.pop())
    return kept


def _worth(chosen: Sequence[Question], seen: Collection[str]) -> tuple[int, ...]:
    """What makes one choice better than another, most important first."""
    keys = Counter(option.entity for question in chosen for option in question.key)
    keys.pop(None, None)
    most_used = max(keys.values(), default=0)
    return (
        min(len(chosen), SMALLEST_ROUND),
        -sum(question.id in seen for question in chosen),
        len(chosen),
        -max(0, 2 * most_used - len(chosen)),
        -_lean(chosen),
        len({question.kind for question in chosen}),
        len({question.claim for question in chosen}),
        -most_used,
    )


def _lean(chosen: Sequence[Question]) -> int:
    """How far right and wrong attributions are from half and half, 0 if ±1."""
    trials = [question.is_true_trial for question in chosen]
    return max(0, abs(trials.count(True) - trials.count(False)) - 1)


def _in_order(chosen: Sequence[Question], rng: random.Random) -> list[Question]:
    """A mixed order that begins with the mission and ends with the hardest."""
    mixed = rng.sample(chosen, len(chosen))
    first = next(question for question in mixed if question.kind in MISSION)
    mixed.remove(first)
    last = max(mixed, key=lambda question: KINDS[question.kind].difficulty)
    mixed.remove(last)
    return [first, *mixed, last]


def _card(question: Question, rng: random.Random) -> Card:
    if question.form.keeps_order:
        return Card(question.id, tuple(option.id for option in question.options))
    ids = [option.id for option in sorted(question.options, key=lambda each: each.id)]
    if question.form is not Form.TRUE_FALSE:
        return Card(question.id, tuple(rng.sample(ids, len(ids))))
    yes = next(option.id for option in question.options if option.entity is None)
    names = [each for each in ids if each != yes]
    return Card(question.id, (yes, *rng.sample(names, len(names))))
