"""Regular expressions out of the words of a language."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """The expression for any of the words."""
    return f"(?:{'|'.join(map(re.escape, sorted(words)))})"


def either(patterns: Iterable[str]) -> str:
    """The expression for any of the patterns, in their order."""
    return f"(?:{'|'.join(patterns)})"
