"""Names found in a text however letters, blanks and hyphenation are written there."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from quiz.engine.lexicon.vocabulary.inflection import APOSTROPHES, NameEndings
from quiz.engine.text.plain import spelt
from quiz.engine.text.span import Span

_PIECE = re.compile(r"\s+|.", re.DOTALL)
_APOSTROPHE = f"[{''.join(APOSTROPHES)}]"
_SHORTEST_STEM = 3  # letters: "Jens" is no genitive of "Jen"
_SHORTEST_WORD = 3  # letters of a word by which two names can be taken for alike
_ALIKE = 0.7  # share of letters in common from which on names are alike


class Place(NamedTuple):
    """A place that names somebody: the name alone, and with its case ending."""

    name: Span
    whole: Span


def folded(text: str) -> str:
    """The text as it is read, without case and needless blanks."""
    return "".join(letter for letter, _, _ in _letters(spelt(text).text)).strip()


def forms(name: str, ends: NameEndings) -> frozenset[str]:
    """The folded name as it stands, and without what may be a genitive's ending."""
    whole = folded(name)
    stem = re.sub(f"{_genitive(ends)}$", "", whole)
    return frozenset({whole, stem if len(stem) > _SHORTEST_STEM else whole})


def written(text: str) -> str:
    """The words as a reader sees them: no soft hyphens, single blanks."""
    return " ".join(spelt(text).text.split())


def places_of(name: str, raw: str, names: NameEndings) -> tuple[Place, ...]:
    """Where the name stands as whole words, perhaps in the genitive.

    The first part of a compound counts only for letters such as "CDU" in "CDU-Chef":
    "Lenk-Ott" is somebody else than "Lenk".
    """
    wanted = folded(name)
    if not wanted:
        return ()
    read = spelt(raw)
    letters = list(_letters(read.text))
    text = "".join(letter for letter, _, _ in letters)
    begins = [begin for letter, begin, _ in letters for _ in letter]
    ends = [end for letter, _, end in letters for _ in letter]
    bent = rf"(?<!\w)({re.escape(wanted)}){_genitive(names)}?(?!\w)"
    found = re.finditer(bent, text)
    places = (
        Place(
            Span(begins[each.start()], ends[each.end(1) - 1]),
            Span(begins[each.start()], ends[each.end() - 1]),
        )
        for each in found
    )
    alone = tuple(each for each in places if _stands_alone(each, read.text))
    return read.in_raw(alone)


def alike(name: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Those of the names that somebody who typed this one may have meant."""
    wanted, known = folded(name), {folded(each): each for each in names}
    near = get_close_matches(wanted, known, n=most, cutoff=_ALIKE)
    words = {word for word in wanted.split() if len(word) >= _SHORTEST_WORD}
    sharing = (each for each in known if words & set(each.split()))
    return tuple(known[each] for each in dict.fromkeys((*near, *sharing)))[:most]


def _genitive(ends: NameEndings) -> str:
    """As in "Putins", "Kim's", "Jens'": a pattern of what is added to a name."""
    return f"(?:{_APOSTROPHE}?{re.escape(ends.genitive)}|{_APOSTROPHE})"


def _letters(text: str) -> Iterator[tuple[str, int, int]]:
    """What is compared of a plain text, piece by piece, and where each stands in it."""
    for piece in _PIECE.finditer(text):
        words = piece.group()
        yield " " if words.isspace() else words.casefold(), *piece.span()


def _stands_alone(place: Place, text: str) -> bool:
    begin, end = place.whole
    before, behind = text[max(0, begin - 2) : begin], text[end : end + 2]
    joined = re.fullmatch(r"\w-", before) or re.fullmatch(r"-\w", behind)
    return not joined or place.name.of(text).isupper()
