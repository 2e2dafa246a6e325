"""Reading an article out of a file or a page, for its teacher to check."""

from collections.abc import Collection

from quiz.engine.claims.extract import extract
from quiz.readers.document import Document
from quiz.readers.fetching import fetch
from quiz.readers.reading import read_file


def from_file(raw: bytes, name: str) -> Document:
    """The article in a file.

    Raises:
        Invalid: as `read_file`; "not_german", "too_long_text".
    """
    return _checked(read_file(raw, name))


def from_address(url: str, permitted: Collection[str] = ()) -> Document:
    """The article on a web page.

    Args:
        url: what was typed.
        permitted: hosts that may be fetched from although they are not public.

    Raises:
        Invalid: as `fetch` and `read_file`; "not_german", "too_long_text".
    """
    page = fetch(url, permitted)
    return _checked(read_file(page.raw, page.name, page.url, page.charset))


def _checked(document: Document) -> Document:
    """The same, if claims can be looked for in it."""
    extract(document.text)
    return document
