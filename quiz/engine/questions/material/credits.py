"""Whose material an article is, where a line of it says so."""

import re
from collections.abc import Set as AbstractSet

from quiz.engine.text.text import Part, Text

# "Talheim (dpa) – Bei einem Unfall …": the agency stands in the first few words.
_BRACKETED = re.compile(r"\(([^()]{2,40})\)")
_DATELINE = 60  # characters
_SENDER = 90  # characters of a line that names who prints or sends it
_FIRST = 3  # paragraphs among which it stands, the title being the first


def sender_lines(text: Text, openings: AbstractSet[str]) -> list[str]:
    """The lines under the title that name who prints or sends the whole article.

    As in "Aus dem Talboten", "Pressemitteilung der Wasserwerke".
    """
    lines = [each.span.of(text.raw).strip() for each in text.paragraphs[1:_FIRST]]
    return [
        line
        for line in lines
        if line.split()[0].strip(":").casefold() in openings
        and len(line) <= _SENDER
        and not line.endswith(".")
    ]


def credits_of(text: Text) -> list[str]:
    """The lines that tell whose material it is.

    Those marked so, what stands below the last paragraph, and what is in brackets at
    either end of a paragraph.
    """
    parts = [paragraph.part for paragraph in text.paragraphs]
    body = [number for number, part in enumerate(parts) if part is Part.BODY]
    last = body[-1] if body else len(parts)
    lines: list[str] = []
    for number, paragraph in enumerate(text.paragraphs):
        stretch = paragraph.span.of(text.raw)
        if paragraph.part is Part.CREDIT or number > last:
            lines.append(stretch)
        lines += _BRACKETED.findall(stretch[:_DATELINE])
        lines += _BRACKETED.findall(stretch[-_DATELINE:])
    return lines
