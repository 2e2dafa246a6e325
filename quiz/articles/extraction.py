"""What the rules find in a text, found once and then remembered."""

from functools import lru_cache
from typing import NamedTuple

from quiz.articles.models import Article
from quiz.engine.claims.claim import Extraction
from quiz.engine.claims.extract import extract
from quiz.workers.pool import run


class Printed(NamedTuple):
    """A text as somebody printed it: all that the rules read it by."""

    text: str
    language: str
    outlet: str


def printed(article: Article) -> Printed:
    """What the rules read an article by."""
    return Printed(article.text, article.language, article.outlet)


@lru_cache(maxsize=64)
def extracted(text: str, language: str, outlet: str = "") -> Extraction:
    """Who says what in a text, printed by an outlet where that is known.

    Raises:
        Invalid: as `extract` and `run`.
    """
    return run(extract, text, language, outlet)
