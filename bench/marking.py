"""A text with the claims in it marked, as HTML."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from bench.gold import Marked

ROLES = ("content", "speaker", "cue")
Numbered = Sequence[tuple[str, Marked]]
Place = tuple[int, int, str, str]


def marked_text(text: str, claims: Numbered) -> str:
    """The text, cut where any span begins or ends, each stretch in its marks.

    A stretch carries a class for each role and `data-of` with the numbers of its
    claims; the first stretch of a content begins with the claim's number.
    """
    places = [
        (begin, end, role, number)
        for number, claim in claims
        for role in ROLES
        for begin, end in claim.spans[role]
    ]
    firsts: dict[int, list[str]] = {}
    for number, claim in claims:
        if claim.spans["content"]:
            firsts.setdefault(claim.spans["content"][0][0], []).append(number)
    edges = sorted(
        {0, len(text), *(at for begin, end, *_ in places for at in (begin, end))}
    )
    return "".join(
        _label(firsts.get(begin, ()))
        + _stretch(text[begin:end], _covering(places, begin))
        for begin, end in pairwise(edges)
    )


def _covering(places: Iterable[Place], at: int) -> list[Place]:
    return [place for place in places if place[0] <= at < place[1]]


def _label(numbers: Iterable[str]) -> str:
    return "".join(f"<sup>{number}</sup>" for number in numbers)


def _stretch(text: str, covering: list[Place]) -> str:
    if not covering:
        return escape(text)
    classes = " ".join(sorted({role for _, _, role, _ in covering}))
    numbers = " ".join(sorted({number for *_, number in covering}, key=int))
    return f'<mark class="{classes}" data-of="{numbers}">{escape(text)}</mark>'
