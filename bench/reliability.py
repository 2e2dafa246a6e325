"""Whether each of the three figures means what it says: words, speaker, chain.

    python -m bench.reliability [GOLD] [--markdown]

GOLD is a file of texts with their chains, or the folder of our news texts and their
notes, which it is where it is left out. Prints for each of the three how many claims
have which figure, the product of all grounds that are about it, how many of them are
right, and between which shares the true one lies (Wilson's interval, 95 %); then the
same for the claims that are sure in it and for those that are not.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from math import prod, sqrt
from pathlib import Path

from bench.calibration import Row, table
from bench.judged import Judged, sample_of
from bench.news import FOLDER
from quiz.engine.claims.reason import Aspect
from quiz.engine.claims.registry import GROUNDS

ASPECTS = {Aspect.WORDS: "words", Aspect.SPEAKER: "speaker", Aspect.SOURCE: "chain"}
FLOORS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Where the steps begin; .8 and .9 are from where on a claim is sure."""
Z = 1.96  # of the normal distribution, for 95 %
EXACT = 6  # decimals that a product of figures is read to

Claims = Sequence[Judged]


def rows(claims: Claims, aspect: Aspect) -> Iterator[Row]:
    """A row for each step of the figure, then for sure and unsure claims."""
    told = [claim for claim in claims if aspect in claim.parts]
    yield ("figure", "claims", "mean", "right", "from", "to")
    for floor, ceiling in zip(FLOORS, (*FLOORS[1:], 2.0), strict=True):
        name = "1" if floor == 1 else f"{floor:g} to under {ceiling:g}"
        yield from _row(name, told, aspect, _between(floor, ceiling, aspect))
    yield from _row("sure", told, aspect, lambda claim: aspect in claim.sure_of)
    yield from _row("not sure", told, aspect, lambda c: aspect not in c.sure_of)


def figure(claim: Judged, aspect: Aspect) -> float:
    """How likely that of the claim is right, by its grounds that are about it."""
    grounds = (GROUNDS[each] for each in claim.grounds)
    return round(prod(each.share for each in grounds if each.about is aspect), EXACT)


def wilson(right: int, all_: int) -> tuple[float, float]:
    """Between which shares the true one lies, where so many of so many are right.

    Wilson, *Probable inference, the law of succession, and statistical inference*,
    JASA 22 (1927).
    """
    if not all_:
        return 0.0, 1.0
    share, weight = right / all_, Z * Z / all_
    middle = share + weight / 2
    reach = Z * sqrt(share * (1 - share) / all_ + weight / (4 * all_))
    return (middle - reach) / (1 + weight), (middle + reach) / (1 + weight)


def _between(floor: float, ceiling: float, aspect: Aspect) -> Callable[[Judged], bool]:
    return lambda claim: floor <= figure(claim, aspect) < ceiling


def _row(
    name: str, claims: Claims, aspect: Aspect, belongs: Callable[[Judged], bool]
) -> Iterator[Row]:
    """The row of the claims that belong there; none without any."""
    its = [claim for claim in claims if belongs(claim)]
    if not its:
        return
    right = sum(claim.parts[aspect] for claim in its)
    mean = sum(figure(claim, aspect) for claim in its) / len(its)
    shares = (mean, right / len(its), *wilson(right, len(its)))
    yield (name, str(len(its)), *(f"{share:.3f}" for share in shares))


def main() -> None:
    """Print a table for each of the three."""
    parser = argparse.ArgumentParser("python -m bench.reliability", description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--markdown", action="store_true")
    chosen = parser.parse_args()
    claims = sample_of(chosen.gold).claims
    for aspect, name in ASPECTS.items():
        told = table(rows(claims, aspect), markdown=chosen.markdown)
        print(f"{name}\n", *told, "", sep="\n")


if __name__ == "__main__":
    main()
