"""Ways in which one and the same text is written, each with how it is read."""

import html
import re
import unicodedata
from collections.abc import Iterator
from html.entities import html5
from typing import Literal

from quiz.engine.text.span import Edit, Span

_COMPOSED: Literal["NFC"] = "NFC"
_COMPATIBLE: Literal["NFKC"] = "NFKC"
_LETTER = r"[^\W\d_]"
LINE_END = r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"

# Unicode's default ignorables (category Cf) that turn up in pasted text: soft hyphen,
# joiners, marks of direction, byte order mark.
_UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_ACCENTS = "\u0300-\u034e\u0350-\u036f"
# Hyphens of other programs, blanks of other widths, letters cast as one.
_ALIKE = (
    dict.fromkeys((0x2010, 0x2011, 0xFE63, 0xFF0D), "-")
    | dict.fromkeys((0x00A0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
    | {at: unicodedata.normalize(_COMPATIBLE, chr(at)) for at in range(0xFB00, 0xFB07)}
)
# Only between letters: the minus, and marks that are typed for an apostrophe.
_MINUS = 0x2212
_APOSTROPHES = (0x0060, 0x00B4, 0x2018, 0x201B, 0x02B9, 0x02BB, 0x02BC, 0x2032)
_BETWEEN = {_MINUS: "-"} | dict.fromkeys(_APOSTROPHES, "’")

# "&bdquo;", "&#8222;".
_ENTITY = re.compile(r"&(#?\w{1,32});")
# A soft hyphen, or a minus, at which a line ends is seen there.
_SOFT = "\u00ad\u2212"
_AT_LINE_END = re.compile(
    rf"(?:(?<![-\u2010\u2011])\u00ad|(?<={_LETTER})\u2212)"
    rf"(?=[ \t\u00a0{_UNSEEN}]{{0,9}}{LINE_END})"
)
_ODD = re.compile(
    rf"[{_UNSEEN}]+"
    rf"|[^{_UNSEEN}](?:[{_UNSEEN}]*[{_ACCENTS}])+"
    rf"|[{''.join(map(chr, _ALIKE))}]"
    rf"|(?<={_LETTER})[{''.join(map(chr, _BETWEEN))}](?={_LETTER})",
    re.DOTALL,
)
# A character without which `_ODD` finds nothing: most texts have none.
_RARE = re.compile(f"[{_UNSEEN}{_ACCENTS}{''.join(map(chr, {**_ALIKE, **_BETWEEN}))}]")
_LEFT_OUT = re.compile(f"[{_UNSEEN}]+")
# Before each line that a mail answers to: "> ", ">> ", "> > ", or glued to its words.
_MAIL_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)*>(?:[ \t]+|(?=\r?$))", re.MULTILINE)
_GLUED_MAIL_MARK = re.compile(r"^[ \t]*(?:>[ \t]*)+", re.MULTILINE)
_QUOTED_LINES = 2  # from which on glued marks are a mail's
# Marks put together of others: two commas and two apostrophes, ">>so<<".
_TYPED = re.compile(
    r"(?<![^\s(\[\-–—/]),,(?=\w)|\u201a\u201a(?=\w)|``(?=\w)"
    r"|(?<!')''(?!')|(?<!´)´´(?!´)|\u2019\u2019"
    r"|(?<!>)>>(?!>)(?=\w|(?<=\S>>))|(?<!<)<<(?!<)(?=\w|(?<=\S<<))"
)
_PRINTED = {
    ",,": "„",
    "\u201a\u201a": "„",
    "``": "“",
    "''": "”",
    "´´": "”",
    "\u2019\u2019": "”",
    ">>": "»",
    "<<": "«",
}
_GERMAN = {**_PRINTED, "''": "“", "´´": "“"}
# Single marks around words, an apostrophe within them; a comma typed for the first.
_DOUBLE = re.compile(r"[„“”\"»«]")
_SINGLE = re.compile(
    r"(?<![^\s(\[\-–—])([‚‘'‹›,])(?=\w)(?!\w\s)"
    r"(?:[^‚‘’'‹›]|(?<=\w)['’](?=\w)){3,400}?(?<=\S)(['‘’‹›])(?!\w)"
)
# Markdown's stars around words; a single one can be a note's, or stand for all genders.
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*\n]{1,200}(?<=\S)(\1)(?![\w*])"
)


def unescaped(text: str) -> Iterator[Edit]:
    """Entities of HTML as the characters they stand for."""
    for found in _ENTITY.finditer(text):
        name, whole = found[1], found.group()
        named = html5.get(f"{name};", whole)
        yield Span(*found.span()), html.unescape(whole) if name[0] == "#" else named


def at_line_ends(text: str) -> Iterator[Edit]:
    """Hyphens for soft ones at which a line ends."""
    is_soft = any(mark in text for mark in _SOFT)
    for found in _AT_LINE_END.finditer(text) if is_soft else ():
        yield Span(*found.span()), "-"


def shown(text: str) -> Iterator[Edit]:
    """Letters with accents as one, other hyphens and blanks as the usual ones."""
    for found in _ODD.finditer(text) if _RARE.search(text) else ():
        letter = found.group()
        if len(letter) == 1 and ord(letter) in _BETWEEN:
            yield Span(*found.span()), _BETWEEN[ord(letter)]
        else:
            seen = composed(_LEFT_OUT.sub("", letter).translate(_ALIKE))
            yield Span(*found.span()), seen


def without_mail_marks(text: str) -> Iterator[Edit]:
    """Nothing for the marks of a mail before its lines.

    Quotation marks are none, as in ">so<".
    """
    if ">" not in text:
        return
    is_glued = "<" not in text and len(_GLUED_MAIL_MARK.findall(text)) >= _QUOTED_LINES
    for found in (_GLUED_MAIL_MARK if is_glued else _MAIL_MARK).finditer(text):
        yield Span(*found.span()), ""


def as_printed(text: str) -> Iterator[Edit]:
    """One quotation mark for two marks that are typed for it."""
    printed = _GERMAN if ",," in text else _PRINTED
    is_typed = any(mark in text for mark in _PRINTED)
    for found in _TYPED.finditer(text) if is_typed else ():
        mark = found.group()
        closes = (
            mark == "''" and text[max(0, found.start() - 1) : found.start()].strip()
        )
        yield Span(*found.span()), printed[mark] if closes or mark != "''" else '"'


def doubled(text: str) -> Iterator[Edit]:
    """Quotation marks for single ones, in a text that has no others."""
    if not _DOUBLE.search(text):
        for found in _SINGLE.finditer(text):
            yield Span(*found.span(1)), "„"
            yield Span(*found.span(2)), "“"


def without_emphasis(text: str) -> Iterator[Edit]:
    """Nothing for stars around words."""
    for found in _EMPHASIS.finditer(text) if "*" in text else ():
        yield Span(*found.span(1)), ""
        yield Span(*found.span(2)), ""


def composed(text: str) -> str:
    """The text with letter and accents as one character, where there is such a one."""
    return unicodedata.normalize(_COMPOSED, text)
