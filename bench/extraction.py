"""Run the extractor over a corpus file and write predictions, one document a line.

    python -m bench.extraction GOLD.jsonl.gz > PRED.jsonl

GOLD holds one JSON document a line with `doc` and `originalText`. A document that the
extractor refuses (empty, not German) gives no claims. The corpus' conventions differ
from the game's: which words name a speaker (see `bench.mention`), and four ways that
are converted here: a quotation includes its marks, a summary ("Reported") or a
carried-on sentence is the whole sentence with its full stop, carried-on sentences in a
row are one claim, and words that an outlet cites are two: the outlet's and those of
whoever is cited.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from bench.gold import Line, Predictions, lines_of
from bench.mention import mentions
from quiz.engine.claims.claim import Claim, ClaimType, Extraction
from quiz.engine.claims.extract import extract
from quiz.engine.claims.reason import Aspect
from quiz.engine.text.span import Span
from quiz.errors import Invalid

ABOUT = (Aspect.WORDS, Aspect.SPEAKER, Aspect.DOUBT)  # reasons worth reading errors by
CITED = "quotation_cited"
MARKS = '„“”"»«‚‘’›‹'


def prediction(raw: str) -> list[Line]:
    """The claims of a text in the corpus' conventions."""
    try:
        found = extract(raw)
    except Invalid:
        return []
    named = mentions(found)
    groups = _groups(found)
    lines = [
        {**_line(found, group), "speaker": [list(s) for s in named[group[0].id]]}
        for group in groups
    ]
    return lines + [line for group in groups for line in _cited(found, group[0])]


def _cited(found: Extraction, claim: Claim) -> list[Line]:
    """The words once more as those of the outlet that cites them."""
    if all(reason.name != CITED for reason in claim.reasons):
        return []
    outlets = [source.span for source in claim.sources if source.span is not None]
    again: Line = {"sure": False, "nested": True}
    return [
        {**_line(found, [claim]), **again, "speaker": [list(span)]}
        for span in outlets[:1]
    ]


def predictions_of(texts: Iterable[tuple[str, str]]) -> Predictions:
    """The predictions for named texts."""
    return {name: prediction(text) for name, text in texts}


def _groups(found: Extraction) -> list[list[Claim]]:
    """Claims one by one, but carried-on sentences of one voice in a row together."""
    groups: list[list[Claim]] = []
    for claim in found.claims:
        last = groups[-1][-1] if groups else None
        if last is not None and _goes_on(found.raw, last, claim):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return groups


def _goes_on(raw: str, last: Claim, claim: Claim) -> bool:
    carried = ClaimType.INDIRECT_FREE_INDIRECT
    between = raw[last.sentence.end : claim.sentence.begin]
    return (
        last.type is claim.type is carried
        and last.speaker_entity == claim.speaker_entity
        and not between.strip()
    )


def _line(found: Extraction, group: list[Claim]) -> Line:
    claim = group[0]
    content = [span for each in group for span in _content(found.raw, each)]
    if len(group) > 1:
        content = [Span(content[0].begin, content[-1].end)]
    return {
        "content": [list(span) for span in content],
        "cue": [list(span) for span in claim.cue],
        "type": claim.type.value,
        "nested": claim.nested,
        "sure": claim.sure,
        "confidence": claim.confidence,
        "grounds": list(claim.grounds),
        "reasons": [each.name for each in claim.reasons if each.aspect in ABOUT],
    }


def _content(raw: str, claim: Claim) -> list[Span]:
    if claim.type in (ClaimType.REPORTED, ClaimType.INDIRECT_FREE_INDIRECT):
        return [claim.sentence]
    if claim.type is not ClaimType.DIRECT:
        return list(claim.content)
    return [_with_marks(raw, span) for span in claim.content]


def _with_marks(raw: str, span: Span) -> Span:
    begin, end = span
    if begin and raw[begin - 1] in MARKS:
        begin -= 1
    if end < len(raw) and raw[end] in MARKS:
        end += 1
    return Span(begin, end)


def main(arguments: list[str]) -> int:
    """Write the predictions for the file named; 2 if there is none."""
    if len(arguments) != 1:
        sys.stderr.write("python -m bench.extraction GOLD.jsonl.gz > PRED.jsonl\n")
        return 2
    for each in lines_of(Path(arguments[0])):
        line = {"doc": each["doc"], "claims": prediction(each["originalText"])}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
