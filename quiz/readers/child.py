"""Reads one file in a process of its own that can do little harm.

`python -m quiz.readers.child FORMAT [URL [CHARSET]]` takes the file from standard
input and prints a JSON object: {"document": …} or {"refused": reason, "details": …}.
"""

import json
import sys
from contextlib import suppress
from typing import Any

from quiz.errors import Invalid
from quiz.readers.document import Document
from quiz.readers.formats import Format

MOST_MEMORY = 1024 * 1024 * 1024  # bytes
MOST_CPU_S = 12


def main(arguments: list[str]) -> int:
    """Read standard input as that format."""
    _limit()
    url, charset = (*arguments[1:], "", "")[:2]
    kind = Format(arguments[0])
    answer: dict[str, Any]
    try:
        document = read(kind, sys.stdin.buffer.read(), url, charset)
        answer = {"document": document.as_json()}
    except Invalid as refused:
        answer = {"refused": refused.reason, "details": refused.details}
    sys.stdout.write(json.dumps(answer))
    return 0


def read(kind: Format, raw: bytes, url: str = "", charset: str = "") -> Document:
    """The document in a file of that format.

    Raises:
        Invalid: as the readers say.
    """
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


def _limit() -> None:
    """Little memory, little time, no file to write; where the system knows limits."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415

        for which, most in (
            (resource.RLIMIT_AS, MOST_MEMORY),
            (resource.RLIMIT_CPU, MOST_CPU_S),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(which, (most, most))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
