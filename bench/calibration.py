"""Whether confidence means what it says: of the claims around .9, are .9 right?

    python -m bench.calibration GOLD [--markdown] [--fit] [--write]

GOLD is a file in the corpus' form, or the folder of our news texts and their notes.
Prints how often claims of each confidence are right, then every rule with every way its
speaker was identified, beside the figure that the engine uses. `--fit` adds the figures
that would agree best with GOLD, and how they do on documents they were not fitted to;
`--write` puts them into the engine. docs/measuring.md says from which annotations
figures may be taken into the repository.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench.figures import write_figures
from bench.fitting import Case, confidence, fitted, threshold
from bench.judged import Judged, Sample, sample_of
from quiz.engine.claims.assessment.confidence import SURE
from quiz.engine.claims.registry import GROUNDS

AIM = 0.96  # share of the sure claims that has to be right
TRIED = (0.7, 0.75, 0.8, 0.85, 0.9)  # thresholds shown beside the one that meets AIM
FOLDS = 5
FEW = 8  # claims below which a way has no row of its own

Row = tuple[str, ...]
Claims = Sequence[Judged]


def reliability(claims: Claims) -> Iterator[Row]:
    """A row for each step of .1 in confidence, the step's middle first."""
    yield ("confidence", "claims", "mean", "right")
    for step, its in _steps(claims):
        yield (f"{step / 10:.1f}", *_figures(its))
    yield ("all", *_figures(claims))


def calibration_error(claims: Claims) -> float:
    """Expected calibration error over the same steps: 0 is perfect."""
    off = (len(its) * abs(_mean(its) - _right(its)) for _, its in _steps(claims))
    return sum(off) / len(claims) if claims else 0.0


def by_grounds(claims: Claims) -> Iterator[Row]:
    """A row for each rule with each set of doubts, most frequent rules first.

    Sets of which there are few claims share the row of their rule's other ways.
    """
    number = Counter(each.grounds for each in claims)
    of_rule = Counter(each.grounds[0] for each in claims)
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for each in claims:
        rule, *doubts = each.grounds
        way = " + ".join(doubts) or "named"
        groups[rule, way if number[each.grounds] >= FEW else "(others)"].append(each)
    order = sorted(groups, key=lambda g: (-of_rule[g[0]], g[0], -len(groups[g]), g))
    yield ("rule", "way", "claims", "quote right", "both right", "figure")
    for rule, way in order:
        its = groups[rule, way]
        words = sum(each.has_words for each in its) / len(its)
        shares = f"{words:.2f}", f"{_right(its):.2f}", f"{_mean(its):.2f}"
        yield (rule, way, str(len(its)), *shares)


def fit(sample: Sample) -> dict[str, float]:
    """The figures that agree best with these claims."""
    cases = [
        Case(each.grounds, each.is_right)
        for each in sample.claims
        if not sample.left_out & set(each.grounds)
    ]
    return fitted(cases, _engine(sample.by_reading))


def unseen(sample: Sample) -> list[Judged]:
    """The claims with the confidence that figures from other documents give them."""
    names = sorted({each.document for each in sample.claims})
    fold_of = {name: at % FOLDS for at, name in enumerate(names)}
    found: list[Judged] = []
    for fold in range(FOLDS):
        rest = tuple(c for c in sample.claims if fold_of[c.document] != fold)
        figures = fit(replace(sample, claims=rest))
        found += (
            replace(each, confidence=_with(figures, each))
            for each in sample.claims
            if fold_of[each.document] == fold
        )
    return found


def lowest_sure(claims: Claims) -> float | None:
    """The lowest confidence from which on AIM of the claims are right, if any is."""
    return threshold(((c.confidence, c.is_right) for c in claims if c.is_askable), AIM)


def _with(figures: dict[str, float], claim: Judged) -> float:
    return confidence(claim.grounds, _engine(claim.grounds) | figures)


def _engine(grounds: Iterable[str]) -> dict[str, float]:
    return {each: GROUNDS[each].share for each in grounds}


def _steps(claims: Claims) -> list[tuple[int, list[Judged]]]:
    steps: dict[int, list[Judged]] = defaultdict(list)
    for each in claims:
        steps[int(each.confidence * 10 + 0.5)].append(each)
    return sorted(steps.items())


def _figures(claims: Claims) -> Row:
    return str(len(claims)), f"{_mean(claims):.2f}", f"{_right(claims):.2f}"


def _mean(claims: Claims) -> float:
    return sum(each.confidence for each in claims) / len(claims) if claims else 0.0


def _right(claims: Claims) -> float:
    return sum(each.is_right for each in claims) / len(claims) if claims else 0.0


def _trust(claims: Claims, documents: int) -> str:
    named = [each for each in claims if each.is_named]
    return (
        f"{len(claims) / documents if documents else 0.0:.2f} a document, "
        f"{_right(claims):.3f} right, {_right(named):.3f} of those with a known speaker"
    )


def table(rows: Iterator[Row], *, markdown: bool) -> Iterator[str]:
    """The rows as lines: a table for a document, or with columns to be read at once."""
    listed = list(rows)
    if markdown:
        yield f"| {' | '.join(listed[0])} |"
        yield f"|{'---|' * len(listed[0])}"
        yield from (f"| {' | '.join(row)} |" for row in listed[1:])
        return
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    for row in listed:
        cells = zip(row, widths, strict=True)
        yield "  ".join(f"{cell:<{width}}" for cell, width in cells).rstrip()


def _show_fit(sample: Sample) -> dict[str, float]:
    """Print what the fitted figures are and do; give them, with SURE if AIM is met."""
    figures = fit(sample)
    print("\nFigures that agree best; engine → fitted")
    for ground, figure in sorted(figures.items()):
        print(f"  {ground:<28} {GROUNDS[ground].share:.2f} → {figure:.2f}")
    tried = unseen(sample)
    print(f"\non documents not fitted to: error {calibration_error(tried):.3f}")
    reached = lowest_sure(tried)
    for sure in sorted({*TRIED, SURE, reached or SURE}):
        its = [c for c in tried if c.is_askable and c.confidence >= sure]
        print(f"  sure from {sure:.2f}: {_trust(its, sample.documents)}")
    if reached is None:
        print(f"  no threshold makes {AIM} of them right; SURE stays {SURE}")
        return figures
    print(f"  {reached:.2f} is the lowest that makes {AIM} of them right")
    return figures | {"SURE": reached}


def main() -> None:
    """Print the tables, and fit or write figures if asked to."""
    parser = argparse.ArgumentParser("python -m bench.calibration", description=__doc__)
    parser.add_argument("gold", type=Path)
    for option in ("--markdown", "--fit", "--write"):
        parser.add_argument(option, action="store_true")
    chosen = parser.parse_args()
    sample = sample_of(chosen.gold)
    claims = sample.claims
    for rows in (reliability(claims), by_grounds(claims)):
        print(*table(rows, markdown=chosen.markdown), "", sep="\n")
    print(f"expected calibration error {calibration_error(claims):.3f}")
    print(f"sure: {_trust([c for c in claims if c.is_sure], sample.documents)}")
    if chosen.fit or chosen.write:
        figures = _show_fit(sample)
        if chosen.write:
            print(*write_figures(figures), sep="\n")


if __name__ == "__main__":
    main()
