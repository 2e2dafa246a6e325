"""An article as pages show it: a value that can be compared and kept."""

import json
import uuid
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Self

from sqlalchemy import Row, Text, cast

from quiz.articles.models import Article, is_protected
from quiz.engine.questions.option import Localised

_KEPT = 64  # each may have 200,000 characters
_PLAIN = (
    "id",
    "title",
    "text",
    "language",
    "outlet",
    "author",
    "published_on",
    "url",
    "rights_basis",
    "licence_name",
    "licence_url",
    "school",
    "work_share",
)

COLUMNS = (
    *(getattr(Article, name).label(f"article_{name}") for name in _PLAIN),
    cast(Article.label, Text).label("article_label"),
    cast(Article.glossary, Text).label("article_glossary"),
)
"""What a query selects so that `ArticleText.of_row` can make one of its row."""


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What pages show of an article; the attributes are those of `Article`."""

    id: uuid.UUID
    title: str
    text: str
    language: str
    outlet: str
    author: str | None
    published_on: date
    url: str | None
    rights_basis: str
    licence_name: str | None
    licence_url: str | None
    school: str | None
    work_share: float | None
    label: Localised | None
    glossary: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, article: Article) -> Self:
        """That article as it is now."""
        plain: dict[str, Any] = {name: getattr(article, name) for name in _PLAIN}
        label, glossary = _told(article.label, article.glossary)
        return cls(**plain, label=label, glossary=glossary)

    @classmethod
    def of_row(cls, row: Row[*tuple[Any, ...]]) -> "ArticleText":
        """The article of a row that ends with `COLUMNS`."""
        return _read(tuple(row)[-len(COLUMNS) :])

    @property
    def is_protected(self) -> bool:
        """Whether its text may not leave the class."""
        return is_protected(self.rights_basis)


# Kept by all that the database says of it, so that none is ever an older one.
@lru_cache(_KEPT)
def _read(values: tuple[Any, ...]) -> ArticleText:
    plain: dict[str, Any] = dict(zip(_PLAIN, values, strict=False))
    label, glossary = (json.loads(each) if each else None for each in values[-2:])
    label, glossary = _told(label, glossary)
    return ArticleText(**plain, label=label, glossary=glossary)


def _told(
    label: dict[str, str] | None, glossary: list[list[str]] | None
) -> tuple[Localised | None, tuple[tuple[str, str], ...]]:
    words = tuple((word, meaning) for word, meaning in glossary or ())
    return Localised.from_json(label) if label else None, words
