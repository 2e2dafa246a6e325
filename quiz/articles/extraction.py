"""What the rules find in a text, found once and then remembered."""

from functools import lru_cache

from quiz.engine.claims.claim import Extraction
from quiz.engine.claims.extract import extract
from quiz.workers.pool import run


@lru_cache(maxsize=64)
def extracted(text: str, language: str) -> Extraction:
    """Who says what in a text.

    Raises:
        Invalid: as `extract` and `run`.
    """
    return run(extract, text, language)
