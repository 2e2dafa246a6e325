"""Reading an article out of a file or a page, for its teacher to check."""

from collections.abc import Collection

from quiz.articles.extraction import extracted
from quiz.readers.apart import run_apart
from quiz.readers.document import Document
from quiz.readers.fetching import fetch
from quiz.readers.reading import read_file


def from_file(raw: bytes, name: str) -> Document:
    """The article in a file.

    Raises:
        Invalid: as `read_file`, `run_apart`; "not_german", "too_long_text".
    """
    return _checked(run_apart(read_file, raw, name))


def from_address(url: str, permitted: Collection[str] = ()) -> Document:
    """The article on a web page.

    Args:
        url: what was typed.
        permitted: hosts that may be fetched from although they are not public.

    Raises:
        Invalid: as `fetch`, `read_file`, `run_apart`; "not_german", "too_long_text".
    """
    return _checked(run_apart(_read_there, url, permitted))


def _read_there(url: str, permitted: Collection[str]) -> Document:
    page = fetch(url, permitted)
    return read_file(page.raw, page.name, page.url, page.charset)


def _checked(document: Document) -> Document:
    """The same, if claims can be looked for in it."""
    extracted(document.text, "de")
    return document
