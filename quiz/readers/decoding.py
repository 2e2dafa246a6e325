"""The text in a file that somebody brings."""

from quiz.errors import Invalid

_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_UTF32_BOM = b"\xff\xfe\x00\x00"
_NOT_TEXT = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_CONTROLS = frozenset(range(32)) - {0x09, 0x0A, 0x0C, 0x0D}


def text_of_upload(raw: bytes) -> str:
    """The text of a .txt file from any German desk, with plain line ends.

    UTF-8 first, with or without a mark; UTF-16 where its mark stands in front;
    otherwise the code page of older Windows programs, and Latin-1 where even
    that has no such character.

    Raises:
        Invalid: "binary_text", it is a PDF, a Word file, a picture or the like.
    """
    if raw.startswith(_NOT_TEXT) or raw.startswith(_UTF32_BOM):
        raise Invalid("binary_text")
    text = _decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    if has_controls(text):
        raise Invalid("binary_text")
    return text


def has_controls(text: str) -> bool:
    """Whether characters occur that no text has: a zero byte, an escape."""
    return any(ord(character) in _CONTROLS for character in set(text))


def _decoded(raw: bytes) -> str:
    if raw.startswith(_UTF8_BOM):
        raw = raw[len(_UTF8_BOM) :]
    elif raw.startswith(_UTF16_BOMS):
        return _as_utf16(raw)
    for encoding in ("utf-8", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _as_utf16(raw: bytes) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Invalid("binary_text") from error
