"""Gold against prediction, side by side, as one page to read errors in.

    python -m bench.errors GOLD [PRED.jsonl] OUT.html     predicts itself without PRED

The page holds the corpus' text. It is written only where told, and a page of a corpus
under a licence that forbids it must not be committed; `bench/out/` is ignored by git.
"""

import argparse
from collections import defaultdict
from html import escape
from pathlib import Path
from string import Template

from bench.gold import Document, Marked, Predictions
from bench.marking import marked_text
from bench.matching import Match, all_matches
from bench.quality import quality_of, read, summary

HERE = Path(__file__).parent / "browser"
NOBODY = "(nobody)"
NONE = "–"


def page(gold: list[Document], predictions: Predictions, title: str) -> str:
    """The whole page, without anything from elsewhere."""
    by_document: dict[str, list[Match]] = defaultdict(list)
    for match in all_matches(gold, predictions):
        by_document[match.document.name].append(match)
    sections = (
        _section(document, by_document[document.name])
        for document in gold
        if document.name in by_document
    )
    figures = summary(quality_of(gold, predictions))
    template = Template((HERE / "page.html").read_text(encoding="utf-8"))
    return template.substitute(
        title=escape(title),
        style=(HERE / "page.css").read_text(encoding="utf-8"),
        script=(HERE / "page.mjs").read_text(encoding="utf-8"),
        figures="".join(
            f"<tr><th scope=row>{escape(name)}<td>{escape(figure)}"
            for name, figure in figures
        ),
        documents="\n".join(sections),
    )


def _section(document: Document, made: list[Match]) -> str:
    cards = "\n".join(_card(match, number) for number, match in enumerate(made, 1))
    gold = [(f"{n}", m.gold) for n, m in enumerate(made, 1) if m.gold]
    found = [(f"{n}", m.found) for n, m in enumerate(made, 1) if m.found]
    return (
        f"<section><h2>{escape(document.name)}</h2>"
        f"<details><summary>Whole text</summary><div class=pair>"
        f"<div><h3>Gold</h3><p>{marked_text(document.text, gold)}</div>"
        f"<div><h3>Predicted</h3><p>{marked_text(document.text, found)}</div>"
        f"</div></details>\n{cards}</section>"
    )


def _card(match: Match, number: int) -> str:
    """One claim as both have it; what it can be filtered by is in its attributes."""
    found = match.found
    facets = {
        "kind": "|".join(match.faults),
        "gold": match.gold.type if match.gold else NONE,
        "predicted": found.type if found else NONE,
        "rule": found.rule if found else NONE,
        "way": "|".join(found.reasons[1:]) or NONE if found else NONE,
        "sure": "sure" if found and found.sure else "not sure",
    }
    attributes = "".join(f' data-{k}="{escape(v)}"' for k, v in facets.items())
    kinds = "".join(f"<b>{fault}</b> " for fault in match.faults)
    return (
        f"<article tabindex=-1 data-number={number}{attributes}>"
        f"<p class=head>{number}. {kinds}{escape(_about(match))}"
        f"<div class=pair>{_side(match, match.gold)}{_side(match, found)}</div>"
        "</article>"
    )


def _about(match: Match) -> str:
    found = match.found
    if found is None:
        return ""
    sure = ", sure" if found.sure else ""
    rules = ", ".join(found.reasons)
    shared = f" · overlap {match.overlap:.2f}" if match.gold else ""
    return f"{rules} · {found.confidence:.2f}{sure}{shared}"


def _side(match: Match, claim: Marked | None) -> str:
    if claim is None:
        return f"<div class=none>{NONE}</div>"
    text = match.document.text
    speaker = _words(text, claim, "speaker") or NOBODY
    cue = _words(text, claim, "cue")
    nested = ", nested" if claim.nested else ""
    return (
        f"<div><p><mark class=speaker>{escape(speaker)}</mark> "
        f"<mark class=cue>{escape(cue)}</mark> <i>{claim.type}{nested}</i>"
        f"<p><mark class=content>{escape(_words(text, claim, 'content'))}</mark></div>"
    )


def _words(text: str, claim: Marked, role: str) -> str:
    return " … ".join(text[begin:end] for begin, end in claim.spans[role])


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser("python -m bench.errors", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path, nargs="?")
    parser.add_argument("page", type=Path)
    chosen = parser.parse_args()
    gold, predictions = read(chosen.gold, chosen.predictions)
    made = page(gold, predictions, f"Errors in {chosen.gold.name}")
    chosen.page.parent.mkdir(parents=True, exist_ok=True)
    chosen.page.write_text(made, encoding="utf-8")
    print(f"{chosen.page}: {len(made) / 1e6:.1f} MB. It holds the corpus' text.")


if __name__ == "__main__":
    main()
