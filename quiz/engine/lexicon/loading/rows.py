"""A file with one value a line, and what is wrong with each."""

from pathlib import Path
from typing import Any

from quiz.engine.lexicon.loading.problem import Problem
from quiz.engine.lexicon.shapes import Rows

COMMENT = "#"


class RowsFile:
    """Reads such a file; `problems` are those found so far."""

    def __init__(self, path: Path, rows: Rows) -> None:
        self._path = path
        self._rows = rows
        self.problems: list[Problem] = []

    def read(self, _hint: Any) -> tuple[Any, ...]:  # noqa: ANN401
        """The value of each line that is no comment, the wrong ones left out."""
        found: list[Any] = []
        lines = self._path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            said = line.partition(COMMENT)[0].strip()
            try:
                found += [self._rows.read(said)] if said else []
            except ValueError as wrong:
                self.problems.append(Problem(self._path, number, str(wrong)))
        return tuple(found)
