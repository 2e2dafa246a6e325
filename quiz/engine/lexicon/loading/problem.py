"""What is wrong with the files of a language, all of it at once."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: in which file, on which line (from 1), and what."""

    file: Path
    line: int
    what: str

    def __str__(self) -> str:
        """As a compiler says it, so that an editor leads there."""
        return f"{self.file}:{self.line}: {self.what}"


class BadLexicon(Exception):
    """A language cannot be read; the message has a line for each problem."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))
