"""The article as paragraphs, sentences and tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TypeVar

from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.text.lines import blocks
from quiz.engine.text.posts import stretches
from quiz.engine.text.quotation import Quotation, goes_on, joined, quotations
from quiz.engine.text.sentence import END, Inside, sentence_ends
from quiz.engine.text.span import Span
from quiz.engine.text.titles import with_whole_titles
from quiz.engine.text.token import Token, tokenise

# A longer run is cut, so that time stays linear: what is worked out for a clause is
# often looked for in all clauses of its sentence.
MAX_SENTENCE = 250  # tokens
MAX_BREAKS = 40  # commas, colons and dashes; German news has 20, and more in lists
BREAKS = frozenset(",;:–—-")
HEADING_WORDS = 16  # a line of more words without a full stop is body text
_BLANK_LINE = 3  # pieces into which a line break and a blank line cut white space
CREDIT_MARKS = frozenset("-–—*•(")


class Part(StrEnum):
    """What a paragraph is."""

    HEADING = "heading"
    BODY = "body"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `[first, end)` of the text; `paragraph` is the index of its paragraph."""

    first: int
    end: int
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of lines: sentences `[first, end)` and the quotations in it.

    It `is_open` where its last sentence may go on in the line behind it.
    """

    first: int
    end: int
    span: Span
    part: Part
    quotations: tuple[Quotation, ...]
    is_open: bool = False

    def quotations_in(self, first: int, end: int) -> tuple[Quotation, ...]:
        """Those that open among tokens `[first, end)`, in order."""
        left = bisect_left(self.quotations, first, key=attrgetter("first"))
        right = bisect_left(self.quotations, end, key=attrgetter("first"))
        return self.quotations[left:right]


@dataclass(frozen=True, slots=True)
class Text:
    """A raw article with everything found in it pointing back into `raw`."""

    raw: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]


def read_text(raw: str, lexicon: Lexicon) -> Text:
    """The parts of any text, offsets counted in characters of `raw` as given."""
    tokens = tuple(with_whole_titles(tokenise(raw), raw, lexicon))
    begins = [token.begin for token in tokens]
    sentences: list[Sentence] = []
    paragraphs: list[Paragraph] = []
    lines = [
        (bisect_left(begins, b), bisect_left(begins, e))
        for b, e in blocks(raw, lexicon)
    ]
    for bounds in joined(tokens, [line for line in lines if line[0] < line[1]]):
        more = goes_on(tokens, bounds, bounds[1])
        quoted = quotations(tokens, bounds, goes_on=more)
        first = len(sentences)
        said: list[tuple[int, int]] = []
        inside = Inside(quoted)
        for stretch in stretches(tokens, bounds, lexicon):
            parts = [(stretch.first, stretch.end)]
            if stretch.is_text:
                ends = sentence_ends(tokens, parts[0], inside, lexicon)
                parts = _sentences(tokens, stretch.first, ends)
                said += parts
            for start, stop in parts:
                span = Span(tokens[start].begin, tokens[stop - 1].end)
                sentences.append(Sentence(start, stop, span, len(paragraphs)))
        span = Span(tokens[bounds[0]].begin, tokens[bounds[1] - 1].end)
        words = tuple(token for each in said for token in tokens[slice(*each)])
        here = words or tokens[slice(*bounds)]
        part = _part(here, max(1, len(said)))
        is_open = (
            part is Part.BODY and not _ends(here) and _goes_on(raw, tokens, bounds[1])
        )
        paragraphs.append(
            Paragraph(first, len(sentences), span, part, tuple(quoted), is_open)
        )
    return Text(raw, tokens, tuple(sentences), tuple(paragraphs))


def _sentences(
    tokens: tuple[Token, ...], start: int, ends: list[int]
) -> list[tuple[int, int]]:
    """The tokens of each sentence, those that are too long in several."""
    found: list[tuple[int, int]] = []
    for end in ends:
        while start < end:
            stop = _stop(tokens, start, end)
            found.append((start, stop))
            start = stop
    return found


def _stop(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """One past the last token of the sentence that begins at `start`."""
    end = min(end, start + MAX_SENTENCE)
    breaks = 0
    for at in range(start, end):
        breaks += tokens[at].text in BREAKS
        if breaks > MAX_BREAKS:
            return at
    return end


def _without_credit(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Less a bracket at the end, as in "Die Brücke öffnet im Mai. (dpa)"."""
    if tokens[-1].text != ")":
        return tokens
    opens = (at for at in range(len(tokens) - 1, 0, -1) if tokens[at].text == "(")
    return tokens[: next(opens, len(tokens))]


def _part(tokens: tuple[Token, ...], sentences: int) -> Part:
    """What a paragraph of so many sentences is; a heading is never more than one."""
    words = sum(1 for token in tokens if token.is_word)
    ends = _ends(tokens)
    if tokens[0].text in CREDIT_MARKS and words <= HEADING_WORDS and not ends:
        return Part.CREDIT
    if (
        sentences == 1
        and words <= HEADING_WORDS
        and (not ends or tokens[-1].text == "?")
    ):
        return Part.HEADING
    return Part.BODY


def _ends(tokens: tuple[Token, ...]) -> bool:
    """Whether the last of them end a sentence."""
    return any(token.text in END for token in _without_credit(tokens)[-3:])


def _goes_on(raw: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token follows in the very next line."""
    if at >= len(tokens):
        return False
    gap = raw[tokens[at - 1].end : tokens[at].begin]
    return len(gap.splitlines()) < _BLANK_LINE


_Stretch = TypeVar("_Stretch", Paragraph, Sentence)


def touched_by(stretches: Sequence[_Stretch], span: Span) -> list[_Stretch]:
    """Those of the stretches, in order and without overlaps, that the span touches."""
    at = bisect_right(stretches, span.begin, key=lambda each: each.span.begin)
    touched: list[_Stretch] = []
    for index in range(max(0, at - 1), len(stretches)):
        stretch = stretches[index]
        if stretch.span.begin >= span.end:
            break
        if stretch.span.overlaps(span):
            touched.append(stretch)
    return touched
