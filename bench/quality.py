"""How good predictions are: the figures for a corpus annotated by people.

    python -m bench.quality GOLD [PRED.jsonl]     predicts itself without PRED

GOLD has the form of the German quotation corpus (one JSON document a line, maybe
gzipped). docs/measuring.md says what each figure means.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.extraction import predictions_of
from bench.gold import Document, Marked, Predictions, read_gold, read_predictions
from bench.matching import Match, all_matches

Is = Callable[[Match], bool]


@dataclass(frozen=True)
class Rates:
    """Precision and recall, 0–1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Trusted:
    """What claims are worth that the extractor trusts.

    Attributes:
        per_document: how many a document.
        words, both: shares whose words, whose words and speaker are right.
    """

    per_document: float
    words: float
    both: float


@dataclass(frozen=True)
class Quality:
    """All figures for one set of predictions.

    Attributes:
        exact, overlap: of claims with the same words, with token Dice ≥ .5.
        tokens: mean share of right tokens over predicted and over gold claims.
        speaker: of speakers among claims whose words are found.
        joint: of claims whose words and speaker are right.
        types: `overlap` of each type, whatever the type of the partner.
    """

    documents: int
    gold: int
    found: int
    exact: Rates
    overlap: Rates
    tokens: Rates
    speaker: Rates
    joint: Rates
    sure: Trusted
    types: dict[str, Rates]


def quality_of(gold: list[Document], predictions: Predictions) -> Quality:
    """The figures of these predictions."""
    made = list(all_matches(gold, predictions))
    found = [match for match in made if match.found]
    wanted = [match for match in made if match.gold]
    return Quality(
        len(gold),
        len(wanted),
        len(found),
        exact=_rates(made, lambda match: match.is_exact),
        overlap=_rates(made, lambda match: match.has_words),
        tokens=Rates(
            _mean(_shared(match, match.found) for match in found),
            _mean(_shared(match, match.gold) for match in wanted),
        ),
        speaker=_speaker_rates([match for match in made if match.has_words]),
        joint=_rates(made, lambda match: match.is_right),
        sure=trusted([m for m in found if m.found and m.found.sure], len(gold)),
        types=_by_type(found, wanted),
    )


def trusted(chosen: Sequence[Match], documents: int) -> Trusted:
    """What these claims are worth."""
    return Trusted(
        len(chosen) / documents if documents else 0.0,
        _mean(match.has_words for match in chosen),
        _mean(match.is_right for match in chosen),
    )


def summary(quality: Quality) -> list[tuple[str, str]]:
    """The figures under their names, as they are printed."""
    rates = {
        "quote exact~": quality.exact,
        "quote overlap": quality.overlap,
        "quote token macro": quality.tokens,
        "speaker given quote": quality.speaker,
        "joint overlap": quality.joint,
        **{f"{name} overlap": each for name, each in quality.types.items()},
    }
    lines = [(name, _shown(each)) for name, each in rates.items()]
    sure = quality.sure
    return [
        ("claims", f"{quality.gold} gold, {quality.found} found"),
        *lines,
        ("sure, a document", f"{sure.per_document:.2f}"),
        ("sure, quote right", f"{sure.words:.3f}"),
        ("sure, quote and speaker", f"{sure.both:.3f}"),
    ]


def _shown(rates: Rates) -> str:
    return f"P {rates.precision:.3f}  R {rates.recall:.3f}  F1 {rates.f1:.3f}"


def _rates(made: list[Match], right: Is) -> Rates:
    count = sum(map(right, made))
    found = sum(match.found is not None for match in made)
    wanted = sum(match.gold is not None for match in made)
    return Rates(count / found if found else 0.0, count / wanted if wanted else 0.0)


def _speaker_rates(pairs: list[Match]) -> Rates:
    named = [m for m in pairs if m.gold and m.gold.speaker]
    said = sum(bool(m.found and m.found.speaker) for m in pairs)
    right = sum(m.has_speaker for m in named)
    return Rates(right / said if said else 0.0, right / len(named) if named else 0.0)


def _shared(match: Match, of: Marked | None) -> float:
    if match.gold is None or match.found is None or of is None or not of.content:
        return 0.0
    return len(match.gold.content & match.found.content) / len(of.content)


def _by_type(found: list[Match], wanted: list[Match]) -> dict[str, Rates]:
    of_found = {id(m): m.found.type for m in found if m.found}
    of_gold = {id(m): m.gold.type for m in wanted if m.gold}
    return {
        name: Rates(
            _mean(m.has_words for m in found if of_found[id(m)] == name),
            _mean(m.has_words for m in wanted if of_gold[id(m)] == name),
        )
        for name in sorted({*of_found.values(), *of_gold.values()})
    }


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def read(gold: Path, predictions: Path | None) -> tuple[list[Document], Predictions]:
    """Both, the predictions made on the spot if there is no file of them."""
    documents = read_gold(gold)
    if predictions is not None:
        return documents, read_predictions(predictions)
    return documents, predictions_of((each.name, each.text) for each in documents)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser("python -m bench.quality", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path, nargs="?")
    chosen = parser.parse_args()
    quality = quality_of(*read(chosen.gold, chosen.predictions))
    for name, figures in summary(quality):
        print(f"{name:<28} {figures}")


if __name__ == "__main__":
    main()
