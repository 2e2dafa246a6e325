"""The text in a file that somebody brings, or that a server sends."""

import codecs
import re

from quiz.errors import Invalid

_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_UTF32_BOM = b"\xff\xfe\x00\x00"
_NOT_TEXT = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_CONTROLS = frozenset(range(32)) - {0x09, 0x0A, 0x0C, 0x0D}
_HEAD = 4096  # bytes in which a page says how it is encoded
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})",
    re.IGNORECASE,
)
_XML = re.compile(r"\s*<\?xml[^>]{0,300}>")
_WINDOWS = "cp1252"
# Browsers read these as the code page of Windows, because their writers mean it.
_WINDOWS_TOO = ("iso8859-1", "ascii", _WINDOWS)
# Encodings of the web; UTF-16 has its mark, and of Python's some are no encodings.
_OF_PAGES = ("utf-8", "cp125", "cp85", "iso8859", "mac-", "koi8", "gb", "big5", "euc_")
_BY_BYTES = "utf-8"


def text_of_upload(raw: bytes, charset: str = "") -> str:
    """The text of a .txt file from any German desk, with plain line ends.

    UTF-8 first, with or without a mark; UTF-16 where its mark stands in front;
    otherwise the code page of older Windows programs, and Latin-1 where even
    that has no such character.

    Args:
        raw: all of the file.
        charset: what a server calls its encoding; "" where none did.

    Raises:
        Invalid: "binary_text", it is a PDF, a Word file, a picture or the like.
    """
    if raw.startswith(_NOT_TEXT) or raw.startswith(_UTF32_BOM):
        raise Invalid("binary_text")
    text = _decoded(raw, charset).replace("\r\n", "\n").replace("\r", "\n")
    if has_controls(text):
        raise Invalid("binary_text")
    return text


def text_of_page(raw: bytes, charset: str = "") -> str:
    """The source of a web page: as its server says, else as itself says, else UTF-8.

    A declaration that the bytes belie is not believed.

    Args:
        raw: all of the page.
        charset: what the server calls its encoding; "" where it does not.

    Raises:
        Invalid: "binary_text", its mark says UTF-16 and it is not.
    """
    found = _DECLARED.search(raw[:_HEAD])
    itself = found[1].decode("ascii") if found else ""
    return _XML.sub("", _decoded(raw, charset, itself), count=1)


def has_controls(text: str) -> bool:
    """Whether characters occur that no text has: a zero byte, an escape."""
    return any(ord(character) in _CONTROLS for character in set(text))


def _decoded(raw: bytes, *charsets: str) -> str:
    if raw.startswith(_UTF8_BOM):
        raw = raw[len(_UTF8_BOM) :]
    elif raw.startswith(_UTF16_BOMS):
        return _as_utf16(raw)
    named = [name for each in charsets if (name := _encoding(each))]
    if named[:1] == [_WINDOWS] and not raw.isascii():
        # What is UTF-8 throughout was declared wrongly: by chance it never is.
        named.insert(0, _BY_BYTES)
    for encoding in (*named, _BY_BYTES, _WINDOWS):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("latin-1")


def _encoding(label: str) -> str:
    """Python's name for it; "" for what no page is written in."""
    try:
        name = codecs.lookup(label.strip(" \"'")).name
    except LookupError:
        return ""
    if name in _WINDOWS_TOO:
        return _WINDOWS
    return name if name.startswith(_OF_PAGES) else ""


def _as_utf16(raw: bytes) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Invalid("binary_text") from error
