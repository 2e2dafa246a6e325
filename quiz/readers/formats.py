"""Which format a file has, by what stands in it; its name decides only among texts."""

import io
import re
import zipfile
from enum import StrEnum

from quiz.errors import Invalid

_WORD_PART = "word/document.xml"
# The parts of a Word file unpacked; the text of a long novel has two million bytes.
_MOST_UNPACKED = 60 * 1024 * 1024
_MOST_PARTS = 2000
_HTML_BEGINS = (b"<!doctype html", b"<html", b"<?xml")
_LOOKED_AT = 1024
# Headers as of a mail, the page and its pictures as what is attached.
_SAVED_PAGE = re.compile(
    rb"\A(?:[\w-]+:.*\n(?:[ \t].*\n)*)*?content-type:\s*multipart/related"
)


class Format(StrEnum):
    """What a file is."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    SAVED = "saved"
    WORD = "word"
    PDF = "pdf"


def format_of(raw: bytes, name: str = "") -> Format:
    """The format of a file.

    Args:
        raw: all of the file.
        name: what it was called; its ending tells texts from Markdown and HTML.

    Raises:
        Invalid: "old_word_file" a file of old Word or of LibreOffice, or RTF;
            "unknown_file" another program's; "packed_too_much" unpacked it would
            be far larger than any article; "broken_file" it is cut off.
    """
    ending = name.rpartition(".")[2].casefold()
    head = raw[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"%pdf-" in head:
        return Format.PDF
    if raw.startswith(b"PK\x03\x04"):
        return _zipped(raw)
    if raw.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise Invalid("old_word_file")
    if ending in ("mhtml", "mht") or _SAVED_PAGE.search(head):
        return Format.SAVED
    if head.startswith(_HTML_BEGINS) or ending in ("html", "htm", "xhtml"):
        return Format.HTML
    return Format.MARKDOWN if ending in ("md", "markdown") else Format.TEXT


def _zipped(raw: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            parts = file.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Invalid("broken_file") from error
    if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _MOST_UNPACKED:
        raise Invalid("packed_too_much")
    names = {part.filename for part in parts}
    if _WORD_PART in names:
        return Format.WORD
    raise Invalid("old_word_file" if "mimetype" in names else "unknown_file")
