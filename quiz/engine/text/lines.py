"""Which lines of a pasted text belong together."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise, starmap
from typing import NamedTuple

from quiz.engine.lexicon.grammar import Form
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.text.hyphens import WITHIN
from quiz.engine.text.span import Span

# Mail and old web pages break lines at 60 to 80 characters, columns and telephones at
# 30 to 45; newspapers' own paragraphs are shorter headings or much longer than that.
WRAPPED_AT = range(45, 101)
NARROW_AT = range(25, 101)
MIN_WRAPPED_LINES = 3
FULL_SHARE = 0.7  # of a wrapped paragraph's lines have no room for the next word
CLOSERS = ("“", "”", '"', "«", "»")
STOPS = (".", "!", "?", "…")
ENDINGS = (*STOPS, ":", *CLOSERS)
USUAL_TENTHS = 8  # of the lines are no longer than the width
ROOM = 0.9  # a word put together again makes a line longer and the next one shorter
_TAIL = 120  # characters at a line's end that are looked at
_LONGEST_HEADING = 28  # words of the longest lead without a full stop
_FEWEST_WORDS = 3  # before a line's end at which a name may be cut in two
_BULLET = re.compile(r"[-–—*•●▪◦‣·+]\s|\d{1,3}[.)]\s")
_FIRST_WORDS = re.compile(r"[„»«\"'‚›‹“(\[]*(\w[\w'’-]*)([.,]?)\s*(\w?)")
_LAST_WORDS = re.compile(r"(?:(\w+)[ \t]+)?(\w[\w-]*)(\.?)\Z")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?][“”\"«»)]*\s+[„»«\"]?([^\W\d_])")
_LAST_CLAUSE = re.compile(r"[,“”\"«»][ \t]+(\w[^,.:;„“”\"«»]*)\Z")
_LEFT_OPEN = re.compile(r"(?<!\S)[„»«\"](?=\w)[^„“”\"«»]*\Z")
_CLOSES_FIRST = re.compile(r"[^„“”\"«»]*(?<=\S)[“”\"«»]")


class _Group(NamedTuple):
    """Lines without a blank one between them.

    Attributes:
        lines: their places.
        texts: their words.
        inside: of each, whether no paragraph can end with it.
        is_prose: some sentence goes on from one line to the next for certain; verses
            and lists begin each line anew.
        longest: how many characters its longest line has.
        is_even: all lines but the last have the length of a mail's.
        width: at which the lines are broken; 0 where they are not.
    """

    lines: list[Span]
    texts: list[str]
    inside: list[bool]
    is_prose: bool
    longest: int
    is_even: bool
    width: int


def blocks(raw: str, lexicon: Lexicon) -> list[Span]:
    """One span for each paragraph or heading, white space at its edges included.

    A line is a paragraph of its own, unless the text was broken into lines of about
    the same length, or its sentence goes on in the next.
    """
    rules = _Joining(lexicon)
    groups = [rules.group(raw, lines) for lines in _groups(raw)]
    width = max((group.width for group in groups), default=0)
    return [span for group in groups for span in rules.joined(group, width)]


def _groups(raw: str) -> list[list[Span]]:
    lines: list[Span] = []
    at = 0
    for line in raw.splitlines(keepends=True):
        lines.append(Span(at, at + len(line)))
        at += len(line)
    runs = groupby(lines, key=lambda line: bool(line.of(raw).strip()))
    return [list(group) for filled, group in runs if filled]


class _Joining(NamedTuple):
    """The rules by which a line goes on in the next."""

    lexicon: Lexicon

    def group(self, raw: str, lines: list[Span]) -> _Group:
        """These lines, looked at together."""
        texts = [line.of(raw).strip() for line in lines]
        inside = [raw[line.end - 1] == WITHIN for line in lines]
        is_prose = any(inside) or any(starmap(self._goes_on, pairwise(texts)))
        longest = max(map(len, texts))
        is_even = all(len(text) in WRAPPED_AT for text in texts[:-1])
        width = _width(texts, is_prose, is_even)
        return _Group(lines, texts, inside, is_prose, longest, is_even, width)

    def joined(self, group: _Group, width: int) -> list[Span]:
        """The paragraphs of a group, in a text broken at that width (0: at none)."""
        found, goes_on, so_far = [group.lines[0]], False, ""
        for at, (before, here) in enumerate(pairwise(group.texts)):
            so_far = f"{so_far[-_TAIL:]} {before}" if goes_on else before
            goes_on = group.inside[at] or (
                not _BULLET.match(here)
                and (
                    _is_full(before, here, group, width)
                    or self._goes_on(so_far, here)
                    or (group.is_prose and _is_amid(group, before, here, goes_on))
                )
            )
            line = group.lines[at + 1]
            if goes_on:
                found[-1] = Span(found[-1].begin, line.end)
            else:
                found.append(line)
        return found

    def _goes_on(self, before: str, here: str) -> bool:
        """Whether the two lines by themselves tell that a sentence goes on."""
        before = before[-_TAIL:]
        if _is_ended(before):
            return before[-1] == "." and self._is_abbreviated(before, here)
        if here[0].islower():
            return True
        if before.endswith(ENDINGS):
            return False
        if _LEFT_OPEN.search(before) and _CLOSES_FIRST.match(here[:_TAIL]):
            return True
        return self._lacks_a_word(before, here)

    def _lacks_a_word(self, before: str, here: str) -> bool:
        """As in "sagte die", "sagte", "sagt Trainer", "laut Bernhard"."""
        last, first = _LAST_WORDS.search(before), _FIRST_WORDS.match(here)
        if last is None or first is None or last[3]:
            return False
        word, name = last[2], first[1]
        if self._is_small(word) and word.lower() not in self.lexicon.words.prefixes:
            return True
        if not name[0].isupper() or self._is_small(name):
            return False
        if self._is_first_name(word) and (
            "-" in word
            or before.count(" ") >= _FEWEST_WORDS - 1
            or self._is_small(last[1] or "")
        ):
            return True
        clause = _LAST_CLAUSE.search(before)
        return clause is not None and self._awaits_a_name(clause[1].split(), first)

    def _is_first_name(self, word: str) -> bool:
        return all(part in self.lexicon.genders for part in word.split("-"))

    def _awaits_a_name(self, clause: Sequence[str], first: re.Match[str]) -> bool:
        """Whether nobody is named yet who says it: "sagte", "sagte die Chefin"."""
        readings = self.lexicon.verbs.get(clause[0], ())
        says = clause[0] in self.lexicon.words.quotation.say_so
        if not says and all(each.form is not Form.FINITE for each in readings):
            return False
        named = [word for word in clause[1:] if not word.islower()]
        if not named:
            return not any(word in self.lexicon.words.pronouns for word in clause)
        title = named[-1]
        is_title = title in self.lexicon.titles
        is_title = is_title or title.lower().endswith(self.lexicon.title_endings)
        is_dateline = first[2] == "." and first[3] and first[1] not in self._degrees
        return is_title and title is clause[-1] and not is_dateline

    @property
    def _degrees(self) -> frozenset[str]:
        return self.lexicon.written_titles.degrees

    def _is_abbreviated(self, before: str, here: str) -> bool:
        """Whether the full stop at the line's end is that of "Dr.", "a." or "3."."""
        last, first = _LAST_WORDS.search(before), _FIRST_WORDS.match(here)
        if last is None or first is None:
            return False
        ahead, word, after = last[1] or "", last[2], first[1]
        words = self.lexicon.words
        if word.isdigit():
            return after in words.months or (
                len(word) <= 2 and self._is_small(ahead) and after[0].isupper()
            )
        known = word in words.abbreviations or word in self.lexicon.written_titles.full
        known = known or word in self.lexicon.written_titles.degrees
        known = known or (len(word) == 1 and word.islower())
        return known and not (after[0].isupper() and self._is_small(after))

    def _is_small(self, word: str) -> bool:
        lower, words = word.lower(), self.lexicon.words
        return (
            lower in words.determiners
            or lower in words.prepositions
            or lower in words.conjunctions.pairing
        )


def _width(texts: Sequence[str], is_prose: bool, is_even: bool) -> int:
    """At how many characters these lines are broken; 0 where they are not."""
    full = texts[:-1]
    if len(texts) < MIN_WRAPPED_LINES:
        return 0
    if sum(not line.endswith(ENDINGS) for line in full) <= len(full) / 2:
        return 0
    if is_even:
        return max(map(len, full))
    usual = sorted(map(len, texts))[len(texts) * USUAL_TENTHS // 10]
    overflowing = sum(_overflows(*pair, usual) for pair in pairwise(texts))
    is_broken = is_prose and usual in NARROW_AT
    return usual if is_broken and overflowing >= FULL_SHARE * len(full) else 0


def _is_full(before: str, here: str, group: _Group, width: int) -> bool:
    """Whether the line only stops because it is full, or is too long for a heading."""
    if group.width and group.is_even:
        return True
    if before.count(" ") >= _LONGEST_HEADING and not before.endswith(ENDINGS):
        return True
    if group.width:
        return _overflows(before, here, group.width)
    is_open = len(before) <= width and not before.endswith(ENDINGS)
    return is_open and _overflows(before, here, width)


def _overflows(before: str, here: str, width: int) -> bool:
    """Whether the next line's first word has no room in the one before."""
    return len(before) + 1 + len(here.split(maxsplit=1)[0]) > ROOM * width


def _is_ended(line: str) -> bool:
    """A full stop or its like at the line's end, maybe with a mark behind it."""
    return line.endswith((*STOPS, ":")) or (
        line.endswith(CLOSERS) and line[:-1].endswith(".")
    )


def _is_amid(group: _Group, before: str, here: str, goes_on: bool) -> bool:
    """Whether a line of prose stops in mid-sentence.

    Args:
        group: all lines.
        before: the line.
        here: the next one.
        goes_on: the line goes on itself what the one before it began.
    """
    if before.endswith(ENDINGS):
        return False
    begun = goes_on or before.endswith(",") or _has_inner_stop(before)
    return begun and _overflows(before, here, group.longest)


def _has_inner_stop(line: str) -> bool:
    """Whether a sentence ends in the line and another begins."""
    found = _INNER_STOP.search(line)
    return found is not None and found[1].isupper()
