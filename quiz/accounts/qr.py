"""QR codes as the path of an SVG."""

from collections.abc import Iterable
from itertools import groupby

import segno

_BORDER = 2  # modules; with the white around it more than the four needed


def drawn(text: str) -> tuple[int, str]:
    """How many modules it has each way, its white border included, and the dark ones.

    They are a path with one line for each run.
    """
    made = segno.make(text, error="m", micro=False)
    rows = [list(row) for row in made.matrix_iter(border=_BORDER)]
    runs = (run for y, row in enumerate(rows) for run in _runs(row, y))
    return len(rows), "".join(runs)


def _runs(row: Iterable[int], y: int) -> Iterable[str]:
    x = 0
    for is_dark, modules in groupby(row, key=bool):
        length = len(list(modules))
        if is_dark:
            yield f"M{x} {y}.5h{length}"
        x += length
