"""Which questions make a round, and in which order their options stand."""

import random
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quiz.engine.pool import SHORT_BELOW, SMALLEST_ROUND, Pool
from quiz.engine.questions.builders.kind import Kind
from quiz.engine.questions.form import Form
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.registry import KINDS, MISSION
from quiz.engine.questions.rules.choice import Choice, Plan
from quiz.engine.questions.rules.independence import Independence, place_in_turn
from quiz.engine.questions.rules.mixing import lean, mixed, repeats, without_repeats
from quiz.errors import Invalid

LARGEST_ROUND = 10
USUAL_ROUND = 8
MOST_IN_A_ROUND = 20  # where a round has all questions of a set

# How a round of eight is mixed before it is filled up: one question about the source
# where the pool has one; half of it for kinds that hold voices against each other,
# which take turns by chance; kinds that ask for other things, in turns, too; the rest.
_COMPARING = [kind for kind in KINDS.values() if kind.compares]
_OTHERS = [kind for kind in KINDS.values() if not kind.is_mission]
_MISSION = sorted(
    (kind for kind in KINDS.values() if kind.is_mission and not kind.compares),
    key=lambda kind: kind.quota,
)

# Greedy choices from differently shuffled pools; the best is kept. 24 found the
# largest possible round in every test pool; more cost time at each start.
_ATTEMPTS = 24
_IN_TURNS = 0.75  # of a round is taken in turns, the rest is filled up
_FEWEST_STATEMENTS = 4  # that a round is about, where the pool allows


@dataclass(frozen=True, slots=True)
class Card:
    """One question of a round with its options in the order shown."""

    question_id: str
    option_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """The questions of one round in order."""

    cards: tuple[Card, ...]


def draw_round(
    pool: Sequence[Question] | Pool,
    seed: int,
    size: int = USUAL_ROUND,
    seen: Collection[str] = frozenset(),
) -> Draw:
    """Choose the questions of one round.

    Unseen questions come first. At least half ask who said it or which source
    reported it, at most a third has the article itself or nobody in particular as its
    answer, and one asks for a source where the pool allows. No question gives away the
    key of another one of the round, a claim is asked about twice at most, nobody is
    the key of more than half of the questions and every article of several is asked
    about where the pool allows. The first asks for the mission, the hardest kind
    comes last. The round is smaller than `size` where no more go together. Chance
    settles which come, never whether there is a round: `Pool.can_be_drawn` tells that.

    Args:
        pool: candidates in any order, ids distinct; a `Pool` where many rounds are
            drawn from the same.
        seed: settles every tie, so that one seed always gives one round.
        size: how many to draw; brought into 4–10.
        seen: ids that this player has answered before.

    Raises:
        Invalid: "too_few_questions": fewer than four go together.
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

    Only where fewer than five questions are wholly independent may two ask about the
    same words, if no stem names the other's key, and no more of them than make five.
    Where chance finds no five, those that the pool knows to go together are the round.
    """
    best: list[Question] = []
    strict = pool.independence(feedback=True)
    others = _turns(_OTHERS, pool.questions, seen, rng)
    plan = Plan(
        comparing=tuple(_turns(_COMPARING, pool.questions, seen, rng)),
        others=tuple(others[: size // 2]),
        is_right=None if seen else rng.random() < 0.5,
        size=size,
    )
    looser = replace(plan, is_right=None)
    free = replace(looser, comparing=(), others=())
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
        if not feedback:  # no short round has such pairs, others few
            choices = [each for each in choices if len(each) >= SHORT_BELOW]
            choices = [without_repeats(x, strict, SHORT_BELOW) for x in choices]
        best = max([best, *choices], key=lambda choice: _worth(choice, seen, strict))
        if len(best) >= min(size, SHORT_BELOW):
            break
    return best


def _turns(
    kinds: Sequence[Kind],
    pool: Sequence[Question],
    seen: Collection[str],
    rng: random.Random,
) -> list[Kind]:
    """Those of the kinds that the pool has, those with something new first."""
    has = {question.kind for question in pool}
    new = {question.kind for question in pool if question.id not in seen}
    turns = [kind for kind in rng.sample(kinds, len(kinds)) if kind.id in has]
    return sorted(turns, key=lambda kind: kind.id not in new)


def _greedy(
    pool: Sequence[Question],
    plan: Plan,
    seen: Collection[str],
    chance: tuple[random.Random, Independence],
) -> list[Question]:
    """Take what fits: of each article one, a source, voices compared, and so on."""
    rng, independence = chance
    shuffled = rng.sample(pool, len(pool))
    shuffled.sort(key=lambda question: question.id in seen)
    choice = Choice(shuffled, plan, independence)
    choice.take_one_of_each_text()
    choice.take({QuestionKind.WHICH_SOURCE}, 1)
    for kind in plan.comparing:
        choice.take({kind.id}, min(kind.quota, plan.size // 2 - len(choice.chosen)))
    for kind in plan.others:
        if len(choice.chosen) < _IN_TURNS * plan.size:
            choice.take({kind.id}, kind.quota)
    for kind in _MISSION:
        choice.take({kind.id}, kind.quota)
    choice.take(MISSION, plan.size)
    choice.take(set(QuestionKind) - MISSION, plan.size)
    return mixed(choice.chosen)


def _worth(
    chosen: Sequence[Question], seen: Collection[str], strict: Independence
) -> tuple[int, ...]:
    """What makes one choice better than another, most important first."""
    keys = Counter((q.text, o.entity) for q in chosen for o in q.key if o.entity)
    most_used = max(keys.values(), default=0)
    statements = len({(question.text, question.claim) for question in chosen})
    return (
        min(len(chosen), SHORT_BELOW),
        len({question.text for question in chosen}),
        min(statements, _FEWEST_STATEMENTS),
        -sum(question.id in seen for question in chosen),
        -repeats(chosen, strict),
        any(question.kind is QuestionKind.WHICH_SOURCE for question in chosen),
        len(chosen),
        -max(0, 2 * most_used - len(chosen)),
        -lean(chosen),
        len({question.kind for question in chosen}),
        statements,
        -most_used,
    )


def _in_order(chosen: Sequence[Question], rng: random.Random) -> list[Question]:
    """A mixed order that begins with the mission and ends with the hardest."""
    mixed_up = rng.sample(chosen, len(chosen))
    first = next(question for question in mixed_up if question.kind in MISSION)
    mixed_up.remove(first)
    last = max(mixed_up, key=lambda question: KINDS[question.kind].difficulty)
    mixed_up.remove(last)
    return sorted(
        [first, *mixed_up, last], key=lambda each: place_in_turn(each, chosen)
    )


def _card(question: Question, rng: random.Random) -> Card:
    if question.form.keeps_order:
        return Card(question.id, tuple(option.id for option in question.options))
    ids = [option.id for option in sorted(question.options, key=lambda each: each.id)]
    if question.form is not Form.TRUE_FALSE:
        return Card(question.id, tuple(rng.sample(ids, len(ids))))
    yes = next(option.id for option in question.options if option.entity is None)
    names = [each for each in ids if each != yes]
    return Card(question.id, (yes, *rng.sample(names, len(names))))
