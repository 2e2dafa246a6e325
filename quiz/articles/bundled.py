"""The articles that come with the game, read from their files."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from quiz.articles.service import Rights
from quiz.errors import Invalid

LIBRARY = Path(__file__).with_name("library")
SERIES = "series.toml"
_FENCE = "+++\n"


@dataclass(frozen=True, slots=True)
class BundledArticle:
    """One file of the library: what stands between the `+++` lines, and the text.

    Attributes:
        slug: the name by which a newer edition replaces this one.
        text: everything after the second fence, beginning with the headline.
        label, content_note: by language, "de" and "en".
        age: from which age it is meant to be read.
        form: what kind of text it is, one of `quiz.articles.sentences.FORMS`.
        trains: what a class can learn by it, for teachers, by language.
        glossary: hard words as they stand in the text, with what they mean.
    """

    slug: str
    title: str
    outlet: str
    published_on: date
    rights: Rights
    text: str
    author: str
    language: str = "de"
    subtitle: str | None = None
    label: dict[str, str] | None = None
    content_note: dict[str, str] | None = None
    age: int | None = None
    topic: str | None = None
    form: str | None = None
    trains: dict[str, str] | None = None
    glossary: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Articles that go together, in the order in which they are read.

    Attributes:
        key: its name in addresses.
        title, about: by language, "de" and "en".
        slugs: its articles.
    """

    key: str
    title: dict[str, str]
    about: dict[str, str]
    slugs: tuple[str, ...]


@cache
def bundled_series(folder: Path = LIBRARY) -> tuple[Series, ...]:
    """All series of the folder, in the order of their file; none without a file."""
    file = folder / SERIES
    if not file.exists():
        return ()
    found = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(
        Series(key, each["title"], each["about"], tuple(each["articles"]))
        for key, each in found.items()
    )


def bundled_articles(folder: Path = LIBRARY) -> tuple[BundledArticle, ...]:
    """All articles of the folder, by file name.

    Raises:
        Invalid: "library_file" with `file` and `why`.
    """
    return tuple(read_article(path) for path in sorted(folder.glob("*.md")))


def read_article(path: Path) -> BundledArticle:
    """One file of the library.

    Raises:
        Invalid: "library_file" with `file` and `why`.
    """
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (KeyError, TypeError, ValueError) as error:
        raise Invalid("library_file", file=path.name, why=str(error)) from error


def parse(content: str) -> BundledArticle:
    """One article from the content of its file.

    Raises:
        ValueError: a fence is missing, the front matter is no TOML.
        KeyError, TypeError: a key is missing or unknown.
    """
    before, opening, rest = content.partition(_FENCE)
    head, closing, body = rest.partition("\n" + _FENCE)
    if before.strip() or not opening or not closing:
        raise ValueError("no front matter between two +++ lines")
    values = tomllib.loads(head)
    rights = Rights(
        values.pop("rights_basis"),
        licence_name=values.pop("licence_name", None),
        licence_url=values.pop("licence_url", None),
    )
    return BundledArticle(rights=rights, text=body.strip() + "\n", **values)
