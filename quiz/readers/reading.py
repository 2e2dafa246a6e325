"""From the bytes of a file to the article in it."""

from quiz.errors import Invalid
from quiz.readers.decoding import text_of_upload
from quiz.readers.document import Document
from quiz.readers.formats import Format, format_of

MOST_BYTES = 10 * 1024 * 1024


def read_file(raw: bytes, name: str = "", url: str = "", charset: str = "") -> Document:
    """The article in a file: plain text as it is, all else as far as it can be read.

    A hostile file can take any time and memory: have it read apart (apart.py).

    Args:
        raw: all of the file.
        name: what it is called; its ending can tell the format.
        url: where it was fetched from.
        charset: what the server calls its encoding.

    Raises:
        Invalid: "empty_file"; "file_too_large"; "binary_text"; as `format_of` and the
            readers say.
    """
    if not raw.strip():
        raise Invalid("empty_file")
    if len(raw) > MOST_BYTES:
        raise Invalid("file_too_large", megabytes=MOST_BYTES // 1024**2)
    kind = format_of(raw, name)
    if kind is Format.TEXT:
        return Document(text_of_upload(raw, charset), is_whole=True).titled()
    return _read(kind, raw, url, charset)


def _read(kind: Format, raw: bytes, url: str, charset: str) -> Document:
    # Each is loaded only where it is needed: together they take a second.
    if kind is Format.PDF:
        from quiz.readers.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(raw)
    if kind is Format.WORD:
        from quiz.readers.word import read_word  # noqa: PLC0415

        return read_word(raw)
    if kind is Format.MARKDOWN:
        from quiz.readers.markdown import read_markdown  # noqa: PLC0415

        return read_markdown(raw)
    if kind is Format.SAVED:
        from quiz.readers.saved import read_saved  # noqa: PLC0415

        return read_saved(raw)
    from quiz.readers.page import read_page  # noqa: PLC0415

    return read_page(raw, url, charset)
