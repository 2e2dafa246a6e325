"""The running text of a PDF: lines joined to paragraphs, running heads left out."""

import io
import re
from collections import Counter
from itertools import pairwise

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from quiz.engine.text.plain import seen, whole
from quiz.errors import Invalid
from quiz.readers.columns import in_columns
from quiz.readers.document import Document, of_paragraphs, shortened

MOST_PAGES = 60
_BROKEN = (ValueError, TypeError, AttributeError)
_EDGE_LINES = 2  # at either end of a page, where running heads and numbers stand
# Shares of the usual width. Letters differ in width, so characters tell it roughly.
_FULL = 0.95
_HEADING = 0.7
_NEAR = 4  # lines before and behind that tell how wide a column is
_PAGE_NUMBER = re.compile(
    r"\W*(?:seite|page|s\.)?\W*\d{1,4}(?:\W+(?:von|of)?\W*\d+)?\W*"
)
_ENDS_SENTENCE = re.compile(r"[.!?…:][“”\"»«)]*$")
# A soft hyphen that ends a line in one of several columns.
_SOFT_AT_END = re.compile(r"\u00ad(?=[ ]{2}|[ ]*\n)")
_NO_LAYOUT = (PyPdfError, ArithmeticError, LookupError, *_BROKEN)


def read_pdf(raw: bytes) -> Document:
    """The text of all pages.

    Raises:
        Invalid: "encrypted_file" it asks for a password; "broken_file";
            "no_text_in_file" it holds pictures of text only; "too_many_pages".
    """
    pages, left_out = _without_running_heads(_pages(raw))
    paragraphs = _paragraphs([line for page in pages for line in page])
    if not paragraphs:
        raise Invalid("no_text_in_file")
    return Document(of_paragraphs(paragraphs), left_out=shortened(left_out)).titled()


def _pages(raw: bytes) -> list[list[str]]:
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Invalid("encrypted_file")
        if len(reader.pages) > MOST_PAGES:
            raise Invalid("too_many_pages", most=MOST_PAGES)
        return [_read(page) for page in reader.pages]
    except DependencyError as error:
        raise Invalid("encrypted_file") from error
    except (PyPdfError, KeyError, *_BROKEN) as error:
        raise Invalid("broken_file") from error


def _read(page: PageObject) -> list[str]:
    """The lines of a page, column by column."""
    text = seen(page.extract_text())
    lines = [line for each in text.splitlines() if (line := " ".join(each.split()))]
    try:
        laid_out = page.extract_text(extraction_mode="layout")
    except _NO_LAYOUT:
        return lines
    return in_columns(lines, seen(_SOFT_AT_END.sub("-", laid_out)))


def _without_running_heads(
    pages: list[list[str]],
) -> tuple[list[list[str]], list[str]]:
    """The pages without page numbers and what stands on every other page's edge."""
    edges = Counter(_shape(line) for page in pages for line in {*_edges(page)})
    left_out: list[str] = []

    def runs(line: str) -> bool:
        repeated = edges[_shape(line)] >= max(2, len(pages) / 2)
        return repeated or bool(_PAGE_NUMBER.fullmatch(line.casefold()))

    kept = []
    for page in pages:
        last = len(page) - _EDGE_LINES
        on_edge = [at < _EDGE_LINES or at >= last for at in range(len(page))]
        dropped = [
            edge and runs(line) for edge, line in zip(on_edge, page, strict=True)
        ]
        sorted_out = list(zip(page, dropped, strict=True))
        left_out += [line for line, gone in sorted_out if gone]
        kept.append([line for line, gone in sorted_out if not gone])
    return kept, left_out


def _edges(page: list[str]) -> list[str]:
    return [*page[:_EDGE_LINES], *page[_EDGE_LINES:][-_EDGE_LINES:]]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines joined where a sentence goes on, words cut at their ends in one."""
    if not lines:
        return []
    widths = [len(line) for line in lines]
    usual = sorted(widths)[len(widths) * 9 // 10]
    runs = [[lines[0]]]
    for at, (line, following) in enumerate(pairwise(lines)):
        near = max(widths[max(0, at - _NEAR) : at + _NEAR + 1])
        if _ends_paragraph(line, following, min(usual, near)):
            runs.append([])
        runs[-1].append(following)
    text = whole("\n\n".join("\n".join(run) for run in runs))
    return [" ".join(each.split()) for each in text.split("\n\n")]


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    """Whether a line ends its paragraph: the next word would have fitted on it."""
    if line.endswith("-") or following[:1].islower():
        return False
    if len(line) < _HEADING * width:
        return True
    had_room = len(f"{line} {following.split(maxsplit=1)[0]}") < _FULL * width
    return had_room and bool(_ENDS_SENTENCE.search(line))
