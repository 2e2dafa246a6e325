"""The article of a web page, without its menus."""

from datetime import date
from typing import Any

from trafilatura import bare_extraction
from trafilatura.utils import decode_file

from quiz.errors import Invalid
from quiz.readers.blocks import blocks_of, tree_of
from quiz.readers.document import Document, of_paragraphs, shortened

_FEWEST_WORDS = 40  # less is a menu, a login, or a page that only scripts fill


def read_page(raw: bytes, url: str = "") -> Document:
    """The article with what the page tells about it.

    Raises:
        Invalid: "no_article" no running text was found.
    """
    source = decode_file(raw)
    found: Any = bare_extraction(
        source,
        url=url or None,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
    )
    paragraphs = found.text.splitlines() if found and found.text else []
    title = (found.title or "").strip() if found else ""
    if len(" ".join(paragraphs).split()) < _FEWEST_WORDS:
        raise Invalid("no_article")
    if title and paragraphs[0].strip() != title:
        paragraphs.insert(0, title)
    return Document(
        text=of_paragraphs(paragraphs),
        title=title,
        author=(found.author or "").strip(),
        outlet=(found.sitename or found.hostname or "").strip(),
        published_on=_day(found.date),
        licence=(found.license or "").strip(),
        url=url,
        left_out=_left_out(source, paragraphs),
    )


def _left_out(source: str, paragraphs: list[str]) -> tuple[str, ...]:
    tree = tree_of(source)
    kept = {_level(each) for each in paragraphs}
    blocks = [text for _, text in blocks_of(tree)] if tree is not None else []
    return shortened([text for text in blocks if _level(text) not in kept])


def _level(text: str) -> str:
    return "".join(text.split()).casefold()


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
