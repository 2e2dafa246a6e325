"""The article of a web page, without its menus."""

import re
from datetime import date
from typing import Any

from trafilatura import bare_extraction

from quiz.engine.text.plain import whole
from quiz.errors import Invalid
from quiz.readers.blocks import blocks_of, tree_of
from quiz.readers.decoding import text_of_page
from quiz.readers.document import Document, of_paragraphs, shortened
from quiz.readers.walls import without_consent, without_offers

_FEWEST_WORDS = 40  # less is a menu, a login, or a page that only scripts fill
_FEWEST_OPEN = 12  # words that are left of an article for subscribers
_LONG = 20  # letters from which on a piece of the page is known inside a paragraph
# A single line break: two of them end a paragraph, this one does not.
_LINE_BREAK = re.compile(
    r"(?<!br>)(?<!br/>)(?<!br />)\s*<br\b[^<>]{0,100}>(?!\s*<br\b)", re.IGNORECASE
)
_CUT_WORD = re.compile(r"[^\W_]{1,60}-\s*<br\b[^<>]{0,100}>\s*[^\W_]+", re.IGNORECASE)
_FOR_SUBSCRIBERS = re.compile(
    r"[\"']isAccessibleForFree[\"']\s*:\s*[\"']?false\b", re.IGNORECASE
)


def read_page(raw: bytes, url: str = "", charset: str = "") -> Document:
    """The article with what the page tells about it.

    Args:
        raw: the page as it was sent or saved.
        url: where it is; "" where nobody says.
        charset: what its server calls its encoding; "" where it does not.

    Raises:
        Invalid: "no_article" no running text was found, or only a wall before it.
    """
    source = text_of_page(raw, charset)
    found: Any = bare_extraction(
        _LINE_BREAK.sub(" ", _CUT_WORD.sub(_whole, source)),
        url=url or None,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
    )
    lines = found.text.split("\n") if found and found.text else []
    paragraphs = [text for each in lines if (text := " ".join(each.split()))]
    paragraphs = without_consent(paragraphs).paragraphs
    title = (found.title or "").strip() if found else ""
    _check(paragraphs, _FEWEST_WORDS)
    opened = without_offers(paragraphs)
    _check(opened.paragraphs, _FEWEST_OPEN)
    paragraphs = opened.paragraphs
    if title and paragraphs[0] != title:
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
        is_cut=opened.is_cut or bool(_FOR_SUBSCRIBERS.search(source)),
    )


def _whole(cut: re.Match[str]) -> str:
    return whole(_LINE_BREAK.sub("\n", cut.group()))


def _check(paragraphs: list[str], fewest: int) -> None:
    if len(" ".join(paragraphs).split()) < fewest:
        raise Invalid("no_article")


def _left_out(source: str, paragraphs: list[str]) -> tuple[str, ...]:
    """The pieces of the page that are not in the text, whichever way it has them."""
    tree = tree_of(source)
    kept = {_level(each) for each in paragraphs}
    everything = _level(" ".join(paragraphs))
    blocks = [text for _, text in blocks_of(tree)] if tree is not None else []
    levels = ((text, _level(text)) for text in blocks)
    return shortened(
        [
            text
            for text, level in levels
            if level not in kept and not (len(level) >= _LONG and level in everything)
        ]
    )


def _level(text: str) -> str:
    """Only its letters and figures, to compare what is written otherwise."""
    return "".join(filter(str.isalnum, text)).casefold()


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
