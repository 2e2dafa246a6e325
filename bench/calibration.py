"""Whether confidence means what it says: of the claims around .9, are .9 right?

    python -m bench.calibration GOLD [--markdown] [--fit] [--write]

Prints how often claims of each confidence are right, then every rule with every way its
speaker was identified, beside the figure that the engine uses. `--fit` adds the figures
that would agree best with GOLD, and how they do on documents they were not fitted to;
`--write` puts them into the engine. docs/measuring.md says from which annotations
figures may be taken into the repository.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figures import write_figures
from bench.fitting import Case, confidence, fitted, threshold
from bench.gold import Document, Predictions
from bench.matching import Match, all_matches
from bench.quality import read
from quiz.engine.claims.confidence import (
    MIN_WORDS,
    NEVER_SURE,
    SURE,
    figure_of,
    known_grounds,
)

# What this kind of corpus cannot judge: it counts the pronoun itself as the speaker,
# whoever is meant, and the word "Demnach" as the speaker of what it introduces.
BY_READING = frozenset({"points_back", "pronoun", "pronoun_open"})
LEFT_OUT = frozenset({"points_back"})  # would make other figures wrong, too
AIM = 0.96  # share of the sure claims that has to be right
FOLDS = 5
FEW = 8  # claims below which a way has no row of its own

Row = tuple[str, ...]
Scored = list[tuple[float, bool]]


def found_claims(gold: list[Document], predictions: Predictions) -> list[Match]:
    """The predicted claims, each with the gold claim it stands for, if any."""
    return [match for match in all_matches(gold, predictions) if match.found]


def reliability(scored: Scored) -> Iterator[Row]:
    """A row for each step of .1 in confidence, the step's middle first."""
    steps: dict[int, Scored] = defaultdict(list)
    for score, is_right in scored:
        steps[int(score * 10 + 0.5)].append((score, is_right))
    yield ("confidence", "claims", "mean", "right")
    for step, its in sorted(steps.items()):
        yield (
            f"{step / 10:.1f}",
            str(len(its)),
            f"{_mean(its):.2f}",
            f"{_right(its):.2f}",
        )
    yield ("all", str(len(scored)), f"{_mean(scored):.2f}", f"{_right(scored):.2f}")


def calibration_error(scored: Scored) -> float:
    """Expected calibration error over the same steps: 0 is perfect."""
    steps: dict[int, Scored] = defaultdict(list)
    for score, is_right in scored:
        steps[int(score * 10 + 0.5)].append((score, is_right))
    off = (len(its) * abs(_mean(its) - _right(its)) for its in steps.values())
    return sum(off) / len(scored) if scored else 0.0


def by_grounds(made: Sequence[Match]) -> Iterator[Row]:
    """A row for each rule with each set of doubts, most frequent rules first.

    Sets of which there are few claims share the row of their rule's other ways.
    """
    number = Counter(map(_grounds, made))
    of_rule = Counter(_grounds(match)[0] for match in made)
    groups: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in made:
        rule, *doubts = grounds = _grounds(match)
        way = " + ".join(doubts) or "named"
        groups[rule, way if number[grounds] >= FEW else "(others)"].append(match)
    order = sorted(groups, key=lambda g: (-of_rule[g[0]], g[0], -len(groups[g]), g))
    yield ("rule", "way", "claims", "quote right", "both right", "figure")
    for rule, way in order:
        its = groups[rule, way]
        words = sum(match.has_words for match in its) / len(its)
        scored = _scored(its)
        shares = f"{words:.2f}", f"{_right(scored):.2f}", f"{_mean(scored):.2f}"
        yield (rule, way, str(len(its)), *shares)


def unknown_grounds(made: Sequence[Match]) -> list[str]:
    """Grounds that have no figure in the engine."""
    return sorted(
        {each for match in made for each in _grounds(match)} - known_grounds()
    )


def fit(made: Sequence[Match]) -> dict[str, float]:
    """The figures that agree best with these claims."""
    judged = [match for match in made if not LEFT_OUT & set(_grounds(match))]
    cases = [Case(_grounds(match), match.is_right) for match in judged]
    return fitted(cases, _engine(BY_READING))


def unseen(made: Sequence[Match]) -> Iterator[tuple[float, Match]]:
    """Claims with the confidence that figures from other documents give them."""
    names = sorted({match.document.name for match in made})
    fold_of = {name: at % FOLDS for at, name in enumerate(names)}
    for fold in range(FOLDS):
        rest = [m for m in made if fold_of[m.document.name] != fold]
        figures = fit(rest)
        for match in made:
            if fold_of[match.document.name] == fold:
                grounds = _grounds(match)
                known = _engine(grounds) | figures
                yield confidence(grounds, known), match


def askable(match: Match) -> bool:
    """Whether it may become sure at all: a named speaker and words enough."""
    if match.found is None or NEVER_SURE & set(match.found.grounds):
        return False
    return len(match.document.words(match.found.content)) >= MIN_WORDS


def _names_somebody(match: Match) -> bool:
    """False for a gold claim without a speaker; annotators often left them out."""
    return match.gold is None or bool(match.gold.speaker) or not match.has_words


def _grounds(match: Match) -> tuple[str, ...]:
    return match.found.grounds if match.found else ()


def _engine(grounds: Sequence[str] | frozenset[str]) -> dict[str, float]:
    return {each: figure_of(each) for each in grounds}


def _scored(made: Sequence[Match]) -> Scored:
    return [(m.found.confidence, m.is_right) for m in made if m.found]


def _mean(scored: Scored) -> float:
    return sum(score for score, _ in scored) / len(scored) if scored else 0.0


def _right(scored: Scored) -> float:
    return sum(is_right for _, is_right in scored) / len(scored) if scored else 0.0


def _trust(scored: Scored, documents: int, sure: float) -> str:
    its = [each for each in scored if each[0] >= sure]
    number = f"{len(its) / documents:.2f} a document"
    return f"from {sure:.2f}: {number}, {_right(its):.3f} right"


def _table(rows: Iterator[Row], *, markdown: bool) -> Iterator[str]:
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


def _show_fit(made: Sequence[Match], documents: int) -> dict[str, float]:
    """Print what the fitted figures are and do; give them, with SURE if AIM is met."""
    figures = fit(made)
    print("\nFigures that agree best; engine → fitted")
    for ground, figure in sorted(figures.items()):
        print(f"  {ground:<28} {figure_of(ground):.2f} → {figure:.2f}")
    tried = list(unseen(made))
    scored = [(score, match.is_right) for score, match in tried]
    print(f"\non documents not fitted to: error {calibration_error(scored):.3f}")
    may_be_sure = [(score, m.is_right) for score, m in tried if askable(m)]
    reached = threshold(may_be_sure, AIM)
    for sure in sorted({SURE, 0.7, 0.75, 0.85, 0.9}):
        print(f"  {_trust(may_be_sure, documents, sure)}")
    if reached is None:
        print(f"  no threshold makes {AIM} of them right; SURE stays {SURE}")
        return figures
    print(f"  for {AIM} right, {_trust(may_be_sure, documents, reached)}")
    return figures | {"SURE": reached}


def main() -> None:
    """Print the tables, and fit or write figures if asked to."""
    parser = argparse.ArgumentParser("python -m bench.calibration", description=__doc__)
    parser.add_argument("gold", type=Path)
    for option in ("--markdown", "--fit", "--write"):
        parser.add_argument(option, action="store_true")
    chosen = parser.parse_args()
    gold, predictions = read(chosen.gold, None)
    made = found_claims(gold, predictions)
    tables = [reliability(_scored(made)), by_grounds(made)]
    for table in tables:
        print(*_table(table, markdown=chosen.markdown), "", sep="\n")
    print(f"expected calibration error {calibration_error(_scored(made)):.3f}")
    sure = [(m.found.confidence, m.is_right) for m in made if m.found and m.found.sure]
    print(f"sure {_trust(sure, len(gold), 0.0)}")
    judged = [m for m in made if m.found and m.found.sure and _names_somebody(m)]
    print(
        f"  without those where gold names nobody: {_right(_scored(judged)):.3f} right"
    )
    for ground in unknown_grounds(made):
        print(f"NO FIGURE: {ground}")
    if chosen.fit or chosen.write:
        figures = _show_fit(made, len(gold))
        if chosen.write:
            print(*write_figures(figures), sep="\n")


if __name__ == "__main__":
    main()
