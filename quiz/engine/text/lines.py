"""Which lines of a pasted text belong together."""

from itertools import groupby, pairwise

from quiz.engine.text.span import Span

# Mail and old web pages break lines at 60 to 80 characters; newspapers' own
# paragraphs are shorter headings or much longer than that.
WRAPPED_AT = range(45, 101)
MIN_WRAPPED_LINES = 3
ENDINGS = (".", "!", "?", "…", ":", "“", "”", '"', "«", "»")


def blocks(raw: str) -> list[Span]:
    """One span for each paragraph or heading, white space at its edges included.

    A line is a paragraph of its own, unless the text was broken into lines of about
    the same length, or a line goes on in lower case where the one before stopped.
    """
    found: list[Span] = []
    for blank, group in groupby(_lines(raw), key=lambda line: _is_blank(raw, line)):
        if blank:
            continue
        lines = list(group)
        if _is_wrapped(raw, lines):
            found.append(Span(lines[0].begin, lines[-1].end))
        else:
            found += _joined(raw, lines)
    return found


def _lines(raw: str) -> list[Span]:
    lines: list[Span] = []
    at = 0
    for line in raw.splitlines(keepends=True):
        lines.append(Span(at, at + len(line)))
        at += len(line)
    return lines


def _is_blank(raw: str, line: Span) -> bool:
    return not line.of(raw).strip()


def _is_wrapped(raw: str, lines: list[Span]) -> bool:
    """Lines of about the same length, of which most stop in mid-sentence."""
    full = [line.of(raw).strip() for line in lines[:-1]]
    if len(lines) < MIN_WRAPPED_LINES:
        return False
    if not all(len(line) in WRAPPED_AT for line in full):
        return False
    return sum(not line.endswith(ENDINGS) for line in full) > len(full) / 2


def _joined(raw: str, lines: list[Span]) -> list[Span]:
    """Each line alone, but with the next where that goes on in lower case."""
    found = [lines[0]]
    for previous, line in pairwise(lines):
        before, here = previous.of(raw).rstrip(), line.of(raw).lstrip()
        if here[0].islower() and not before.endswith(ENDINGS):
            found[-1] = Span(found[-1].begin, line.end)
        else:
            found.append(line)
    return found
