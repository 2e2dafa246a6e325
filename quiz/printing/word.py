"""A page as a Word file: its headings, paragraphs and lists, without its looks.

What is printed says in its HTML what it is; the file is made of that, so that both say
the same.
"""

import re
from html.parser import HTMLParser
from importlib import import_module
from io import BytesIO
from typing import Any

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
_HEADINGS = ("h1", "h2", "h3")
_BLOCKS = frozenset({"p", "li", "section", "ol", "ul", "div", *_HEADINGS})
_UNSEEN = frozenset({"visually-hidden", "only-screen"})
_BLANKS = {"paper__line": "_" * 24, "paper__place": "____"}
_ROW, _NUMBER, _NEW_PAGE = "paper__row", "paper__number", "paper__solutions"
_BOLD = frozenset({"paper__stem"})


def as_docx(page: str, title: str, language: str) -> bytes:
    """A Word file with what a piece of HTML says.

    Args:
        page: the HTML.
        title: of the document, its first heading.
        language: of the document, such as "de".
    """
    docx: Any = import_module("docx")
    document = docx.Document()
    _prepare(document, title, language)
    reader = _Reader(document)
    reader.feed(page)
    reader.close()
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _prepare(document: Any, title: str, language: str) -> None:  # noqa: ANN401 (untyped)
    centimetre = import_module("docx.shared").Cm
    section = document.sections[0]
    section.page_width, section.page_height = centimetre(21), centimetre(29.7)
    section.left_margin = section.right_margin = centimetre(2.2)
    section.top_margin = section.bottom_margin = centimetre(2)
    document.core_properties.title = title
    document.core_properties.language = language
    document.core_properties.author = ""
    fonts = document.styles["Normal"].element.get_or_add_rPr()
    qualified = import_module("docx.oxml.ns").qn
    told = import_module("docx.oxml").OxmlElement("w:lang")
    told.set(qualified("w:val"), {"de": "de-DE", "en": "en-GB"}.get(language, language))
    fonts.append(told)
    document.add_heading(title, 0)


class _Reader(HTMLParser):
    """Writes into the document what it reads."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 (untyped)
        super().__init__(convert_charrefs=True)
        self._document = document
        self._open: list[tuple[str, frozenset[str]]] = []
        self._lists: list[tuple[str, int]] = []
        self._paragraph: Any = None
        self._prefix = ""
        self._is_new = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, a list, a line; leave room where something is written."""
        given = dict(attrs)
        classes = frozenset((given.get("class") or "").split())
        if tag in _VOID:
            return
        self._open.append((tag, classes))
        if self._is_unseen:
            return
        if tag in _BLOCKS:
            self._paragraph = None
        self._begin_list(tag, given.get("type"))
        self._leave_room(classes)

    def _begin_list(self, tag: str, kind: str | None) -> None:
        if tag in ("ol", "ul"):
            self._lists.append((kind or ("1" if tag == "ol" else ""), 0))
        elif tag == "li":
            self._prefix = self._counted()

    def _leave_room(self, classes: frozenset[str]) -> None:
        if _NEW_PAGE in classes:
            self._document.add_page_break()
        if _ROW in classes and self._paragraph is not None:
            self._paragraph.add_run().add_break()
            self._is_new = True
        for each in classes & _BLANKS.keys():
            self._write(_BLANKS[each])

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag in _VOID or not self._open:
            return
        _tag, classes = self._open.pop()
        if _NUMBER in classes:
            self._write("\t")
        if tag in ("ol", "ul") and self._lists and not self._is_unseen:
            self._lists.pop()
        if tag in _BLOCKS:
            self._paragraph = None

    def handle_data(self, data: str) -> None:
        """The words, with white space as a page shows it."""
        words = re.sub(r"\s+", " ", data)
        if self._is_unseen or (not words.strip() and self._starts_line):
            return
        self._write(words.lstrip() if self._starts_line else words)

    @property
    def _is_unseen(self) -> bool:
        return any(classes & _UNSEEN for _tag, classes in self._open)

    @property
    def _starts_line(self) -> bool:
        is_number = bool(self._open) and _NUMBER in self._open[-1][1]
        return self._paragraph is None or (self._is_new and not is_number)

    def _write(self, words: str) -> None:
        if self._paragraph is None:
            self._paragraph = self._begun()
        self._is_new = False
        run = self._paragraph.add_run(words)
        run.bold = (
            any(tag == "strong" or classes & _BOLD for tag, classes in self._open)
            or None
        )

    def _begun(self) -> Any:  # noqa: ANN401 (untyped)
        heading = next((tag for tag, _ in self._open if tag in _HEADINGS), None)
        if heading:
            return self._document.add_heading("", _HEADINGS.index(heading) + 1)
        centimetre = import_module("docx.shared").Cm
        paragraph = self._document.add_paragraph()
        depth = max(0, len(self._lists) - 1)
        paragraph.paragraph_format.left_indent = centimetre(depth * 0.8)
        if self._prefix:
            paragraph.add_run(f"{self._prefix} ").bold = depth == 0 or None
            self._prefix = ""
        return paragraph

    def _counted(self) -> str:
        """What stands before the next item of the innermost list."""
        if not self._lists:
            return ""
        kind, count = self._lists[-1]
        self._lists[-1] = kind, count + 1
        if kind == "a":
            return f"{chr(ord('a') + count % 26)})"
        return f"{count + 1}." if kind else ""
