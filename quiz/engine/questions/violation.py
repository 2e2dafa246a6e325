"""A rule that a question does not keep."""

from dataclasses import dataclass
from typing import Literal

BLOCK: Literal["block"] = "block"


@dataclass(frozen=True, slots=True)
class Violation:
    """What speaks against a question.

    Attributes:
        rule: "V01" … as in docs/questions.md.
        level: "block" keeps it from everybody, "warn" asks for a teacher's eye.
        detail: which part of it, for the one who mends it.
    """

    rule: str
    level: Literal["block", "warn"]
    detail: str

    @property
    def is_blocking(self) -> bool:
        """Whether it keeps the question from everybody."""
        return self.level == BLOCK
