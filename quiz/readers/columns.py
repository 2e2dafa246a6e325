"""A page's lines in the order in which its columns are read.

Some programs write a page of two columns row by row, so that each line of the left one
is followed by the line beside it. Where the words stand shows the gap between them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_FEWEST_ROWS = 3  # with words on both sides of a gap
_FEWEST_BESIDE = 0.4  # share of the rows that have them
_NARROWEST = 2  # characters of a gap
_CROSSING = 0.1  # share of the rows that may cross it, as headings do; two always may
_ALWAYS_CROSSING = 2
_APART = 3  # blank rows behind which something else begins, such as a page's number


class _Gap(NamedTuple):
    """Characters `[begin, end)` that are blank between two columns in most rows."""

    begin: int
    end: int

    def is_beside(self, row: str) -> bool:
        """Whether the row has words on both sides of it, and no others."""
        has_both = row[: self.begin].strip() and row[self.end :].strip()
        return bool(has_both) and not self.is_crossed(row)

    def is_crossed(self, row: str) -> bool:
        """Whether the row has words where the column behind it begins.

        A long line of the column before it may stand out into it.
        """
        return bool(row[self.end - _NARROWEST : self.end].strip())


def in_columns(lines: list[str], laid_out: str) -> list[str]:
    """The lines, those of one column behind those of the other if they are mixed.

    Args:
        lines: as the file has them.
        laid_out: the same page with blanks and blank lines for what stands apart.
    """
    rows = laid_out.splitlines()
    gaps = _gaps([row for row in rows if row.strip()])
    if not gaps or not _are_mixed(lines, rows, gaps):
        return lines
    read = (" ".join(text.split()) for text in _read(rows, gaps))
    return [text for text in read if text]


def _gaps(rows: Sequence[str]) -> list[_Gap]:
    width = max(map(len, rows), default=0)
    most = max(_ALWAYS_CROSSING, int(len(rows) * _CROSSING))
    taken = [0] * (width + 1)
    for row in rows:
        for at, letter in enumerate(row):
            taken[at] += letter != " "
    found, begin = [], 0
    for at in range(width + 1):
        if taken[at] > most or at == width:
            found.append(_Gap(begin, at))
            begin = at + 1
    fewest = max(_FEWEST_ROWS, _FEWEST_BESIDE * len(rows))
    return [
        gap
        for gap in found
        if gap.end - gap.begin >= _NARROWEST and sum(map(gap.is_beside, rows)) >= fewest
    ]


def _are_mixed(lines: list[str], rows: list[str], gaps: list[_Gap]) -> bool:
    """Whether the file has the columns row by row."""
    text = _squeezed("".join(lines))
    beside = [_parts(row, gaps) for row in rows if all(g.is_beside(row) for g in gaps)]
    by_row = sum("".join(parts[:2]) in text for parts in beside)
    by_column = sum(a[0] + b[0] in text for a, b in pairwise(beside))
    return by_row >= _FEWEST_ROWS and by_row > by_column


def _read(rows: list[str], gaps: list[_Gap]) -> Iterator[str]:
    """Column by column, between rows that go over all of them or stand apart."""
    columns: list[list[str]] = [[] for _ in range(len(gaps) + 1)]
    blank = 0
    for row in rows:
        if not row.strip():
            blank += 1
            continue
        crosses = any(gap.is_crossed(row) for gap in gaps)
        if crosses or blank >= _APART:
            for column in columns:
                yield from column
                column.clear()
        blank = 0
        if crosses:
            yield row
        else:
            for column, part in zip(columns, _cut(row, gaps), strict=True):
                column.append(part)
    for column in columns:
        yield from column


def _cut(row: str, gaps: list[_Gap]) -> list[str]:
    edges = [0, *(gap.end for gap in gaps), len(row)]
    return [row[begin:end] for begin, end in pairwise(edges)]


def _parts(row: str, gaps: list[_Gap]) -> list[str]:
    return [_squeezed(part) for part in _cut(row, gaps)]


def _squeezed(text: str) -> str:
    return "".join(text.split())
