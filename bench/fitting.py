"""Figures of confidence that agree best with annotated claims.

A claim's confidence is the product of its grounds' figures. Each figure in turn is set
to (right + m · prior) / (expected + m) until nothing moves; `expected` is how many of
its claims would be right if its own figure were 1. The m claims that behave like the
prior keep rare grounds from extremes: the m-estimate of Cestnik, "Estimating
probabilities: a crucial task in machine learning", ECAI 1990.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

PRIOR_CLAIMS = 10  # the m of the m-estimate
PRIOR_OF_DOUBTS = 0.9  # a doubt or a kind of speaker takes little until shown otherwise
ROUNDS = 40
FINE_FROM = 100  # claims from which a figure is given in steps of .01 instead of .05
LEAST, MOST = 0.05, 0.99


@dataclass(frozen=True)
class Case:
    """One predicted claim: what its confidence rests on, and whether it is right.

    Attributes:
        grounds: the rule first, then doubts and the kind of speaker.
    """

    grounds: tuple[str, ...]
    is_right: bool


def fitted(cases: Sequence[Case], fixed: Mapping[str, float]) -> dict[str, float]:
    """The figure of every ground of the cases, rounded; `fixed` ones as they are."""
    of_ground: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for ground in case.grounds:
            of_ground[ground].append(case)
    rules = {case.grounds[0] for case in cases}
    mean = sum(case.is_right for case in cases) / len(cases) if cases else 0.0
    priors = {each: mean if each in rules else PRIOR_OF_DOUBTS for each in of_ground}
    figures = priors | {each: fixed[each] for each in of_ground if each in fixed}
    for _ in range(ROUNDS):
        for ground in sorted(of_ground.keys() - fixed.keys()):
            its = of_ground[ground]
            most = MOST if ground in rules else 1.0
            share = _share(ground, its, figures, priors[ground])
            figures[ground] = max(LEAST, min(most, share))
    return {
        each: figure if each in fixed else rounded(figure, len(of_ground[each]))
        for each, figure in figures.items()
    }


def rounded(figure: float, claims: int) -> float:
    """To .01 where many claims speak for it, else to .05, never up to certainty."""
    if claims >= FINE_FROM:
        return round(figure, 2)
    return round(max(LEAST, min(0.95, round(figure * 20) / 20)), 2)


def confidence(grounds: Iterable[str], figures: Mapping[str, float]) -> float:
    """What the engine would make of these figures."""
    share = prod(figures[ground] for ground in grounds)
    return round(max(LEAST, min(MOST, share)), 2)


def threshold(scored: Iterable[tuple[float, bool]], aim: float) -> float | None:
    """The lowest confidence from which on at least `aim` are right; None for none."""
    lowest, right = None, 0
    ordered = sorted(scored, reverse=True)
    for count, (score, is_right) in enumerate(ordered, start=1):
        right += is_right
        is_last = count == len(ordered) or ordered[count][0] < score
        if is_last and right >= aim * count:
            lowest = score
    return lowest


def _share(
    ground: str, cases: Sequence[Case], figures: Mapping[str, float], prior: float
) -> float:
    right = sum(case.is_right for case in cases)
    expected = sum(
        prod(figures[other] for other in case.grounds if other != ground)
        for case in cases
    )
    return (right + PRIOR_CLAIMS * prior) / (expected + PRIOR_CLAIMS)
