"""From the bytes of a file to the article in it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from quiz.errors import Invalid
from quiz.readers.decoding import text_of_upload
from quiz.readers.document import Document
from quiz.readers.formats import Format, format_of

MOST_BYTES = 10 * 1024 * 1024
_LONGEST_S = 20
_ROOT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "SYSTEMROOT", "TEMP")


def read_file(raw: bytes, name: str = "", url: str = "", charset: str = "") -> Document:
    """The article in a file: plain text as it is, all else as far as it can be read.

    Whatever is not plain text is read by a process of its own with little memory and
    time, so that a hostile file harms nobody.

    Args:
        raw: all of the file.
        name: what it is called; its ending can tell the format.
        url: where it was fetched from.
        charset: what the server calls its encoding.

    Raises:
        Invalid: "empty_file"; "file_too_large"; "binary_text"; as `format_of` and the
            readers say; "unreadable_file" the reader gave up on it.
    """
    if not raw.strip():
        raise Invalid("empty_file")
    if len(raw) > MOST_BYTES:
        raise Invalid("file_too_large", megabytes=MOST_BYTES // 1024**2)
    kind = format_of(raw, name)
    if kind is Format.TEXT:
        return Document(text_of_upload(raw, charset), is_whole=True).titled()
    return _read_apart(kind, raw, url, charset)


def _read_apart(kind: Format, raw: bytes, *known: str) -> Document:
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "quiz.readers.child", kind.value, *known],
            input=raw,
            capture_output=True,
            timeout=_LONGEST_S,
            cwd=_ROOT,
            env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
            check=True,
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise Invalid("unreadable_file") from error
    if "refused" in answer:
        raise Invalid(answer["refused"], **answer["details"])
    return Document.from_json(answer["document"])
