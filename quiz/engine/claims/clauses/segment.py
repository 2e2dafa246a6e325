"""A sentence cut at commas, colons and dashes, quotations standing alone.

What is set beside a name between subject and verb does not part them: "Lea Arndt,
Leiterin des Amtes, sagte" is one segment.
"""

from typing import NamedTuple

from quiz.engine.claims.phrases.chunks import past_apposition
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.quotation import Quotation
from quiz.engine.text.sentence import END
from quiz.engine.text.text import BREAKS, Sentence

DASHES = frozenset({"–", "—", "-"})
SENTENCE_MARKS = END | BREAKS | {")"}
MIN_DETACHED_WORDS = 3


class Segment(NamedTuple):
    """Tokens `[first, end)` between two breaks.

    Attributes:
        mark: the break before it ("" at the sentence's start).
        quotation: the quotation it consists of, if it is nothing else.
    """

    first: int
    end: int
    mark: str
    quotation: Quotation | None = None


def segments_of(reading: Reading, sentence: Sentence) -> tuple[Segment, ...]:
    """The segments in order; full stops and breaks belong to none."""
    quoted = _quotations_in(reading, sentence)
    found: list[Segment] = []
    first, mark, depth = sentence.first, "", 0
    at = sentence.first
    while at < sentence.end:
        quotation = quoted.get(at)
        if quotation is not None and _is_detached(reading, quotation, sentence):
            _close(reading, found, first, at, mark)
            mark = mark if first == at else ""
            stop = min(quotation.last + 1, sentence.end)
            found.append(Segment(at, stop, mark, quotation))
            at, first, mark = stop, stop, ""
            continue
        if quotation is not None:
            at = min(quotation.last + 1, sentence.end)
            continue
        word = reading.word(at)
        depth += (word == "(") - (word == ")")
        if word == "," and depth <= 0:
            behind = past_apposition(reading, (first, at), sentence.end)
            if behind is not None:
                at = behind
                continue
        if depth <= 0 and (word in BREAKS and not _is_inner_dash(reading, at)):
            _close(reading, found, first, at, mark)
            first, mark = at + 1, word
        at += 1
    _close(reading, found, first, sentence.end, mark)
    return tuple(found)


def conjunct_at(reading: Reading, segment: Segment, at: int) -> tuple[int, int]:
    """The tokens around one that belong to its verb, where "und" joins a second verb.

    As in "bestritt den Plan nicht und nannte ihn gut": two times one verb with what
    is about it, each with its own negation and its own separable prefix.
    """
    joining = reading.lexicon.words.conjunctions.joining
    joints = [
        n
        for n in range(segment.first + 1, segment.end - 1)
        if reading.lower[n] in joining
        and n not in reading.quoted
        and reading.is_plain(n + 1)
        and reading.looks_finite(n + 1)
    ]
    first = max((n + 1 for n in joints if n < at), default=segment.first)
    end = min((n for n in joints if n > at), default=segment.end)
    return first, end


def _close(
    reading: Reading, found: list[Segment], first: int, end: int, mark: str
) -> None:
    while (
        end > first
        and reading.word(end - 1) in END | {")"}
        and _is_stop(reading, first, end)
    ):
        end -= 1
    if end > first:
        found.append(Segment(first, end, mark))


def _is_stop(reading: Reading, first: int, end: int) -> bool:
    """A closing bracket that was opened inside belongs to the segment."""
    if reading.word(end - 1) != ")":
        return True
    return "(" not in {reading.word(at) for at in range(first, end)}


def _quotations_in(reading: Reading, sentence: Sentence) -> dict[int, Quotation]:
    paragraph = reading.text.paragraphs[sentence.paragraph]
    inside = paragraph.quotations_in(sentence.first, sentence.end)
    return {q.first: q for q in inside}


def _is_inner_dash(reading: Reading, at: int) -> bool:
    """A hyphen that sticks to a word ("Nahrungs- und Düngemittel")."""
    if reading.word(at) != "-" or at == 0:
        return False
    return reading.text.tokens[at - 1].end == reading.text.tokens[at].begin


def _is_detached(reading: Reading, q: Quotation, sentence: Sentence) -> bool:
    """Whether the quotation stands as a clause of its own, not inside one."""
    before = reading.word(q.first - 1) if q.first > sentence.first else ""
    after_at = q.last + 1
    after = reading.word(after_at) if after_at < sentence.end else "."
    if before == ":":
        return True
    ends_inside = reading.word(q.last - 1) in END
    if q.words < MIN_DETACHED_WORDS and not ends_inside:
        framed = after == "," and after_at + 1 < sentence.end
        if before or not framed:
            return False
        so = reading.lexicon.words.quotation.say_so
        return bool(reading.verbs(after_at + 1)) or reading.lower[after_at + 1] in so
    opens = before in ("", ",", "–", "—", "-")
    closes = after in SENTENCE_MARKS or bool(reading.verbs(after_at))
    if opens and closes:
        return True
    return ends_inside and closes and bool(q.words >= MIN_DETACHED_WORDS)
