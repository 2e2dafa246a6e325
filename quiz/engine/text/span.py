"""Half-open stretches of the article, the evidence for everything."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters `[begin, end)` of the article exactly as it was given."""

    begin: int
    end: int

    def of(self, raw: str) -> str:
        """The words it covers."""
        return raw[self.begin : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside (or is the same)."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether they share at least one character."""
        return self.begin < other.end and other.begin < self.end


# A stretch of a text and what is read in its place.
Edit = tuple[Span, str]
