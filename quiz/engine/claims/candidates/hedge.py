"""Words that weaken certainty: inside a claim, or in the frame that gives it."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView
from quiz.engine.claims.frames.frame import Frame
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.span import Span
from quiz.engine.text.text import BREAKS

NEAR = 8  # tokens between a verb of feeling and its adverb
MAX_CLAUSE = 40  # tokens from "soll" to its infinitive


def hedges_in(reading: Reading, candidate: Candidate) -> tuple[Span, ...]:
    """Hedging words of the content and, outside quotations, reportative "soll".

    So are those of the frame: "Lenk soll gesagt haben, …". Konjunktiv I and a named
    "laut X" mark another's words, not doubt, and a vague source is something else.
    """
    forbids = _forbids(reading, candidate)
    found = [reading.span(at, at + 1) for at in _frame_doubts(reading, candidate)]
    found += _provisional(reading, candidate)
    last = candidate.content[-1][1]
    for first, end in candidate.content:
        at = first
        while at < end:
            length = _hedge_at(reading, at, (first, last))
            if length == 1 and forbids and _permits(reading, at):
                length = 0
            if length:
                found.append(reading.span(at, at + length))
            at += max(1, length)
    return tuple(sorted(found))


def frame_around(reading: Reading, candidate: Candidate) -> Range:
    """The clause of the words that mark speech, up to what is said or to a mark."""
    if not candidate.cue:
        return (0, 0)
    inside = {at for first, end in candidate.content for at in range(first, end)}
    return _widened(reading, (candidate.cue[0], candidate.cue[-1] + 1), inside)


def _widened(reading: Reading, around: Range, inside: AbstractSet[int]) -> Range:
    """The stretch with the words on both sides, up to a mark or to those inside."""
    tokens = reading.text.tokens
    first, end = around
    while first > 0 and tokens[first - 1].is_word and first - 1 not in inside:
        first -= 1
    while end < len(tokens) and tokens[end].is_word and end not in inside:
        end += 1
    return (first, end)


def _frame_doubts(reading: Reading, candidate: Candidate) -> Iterator[int]:
    """Those of the frame, where it holds no words of its content."""
    first, end = frame_around(reading, candidate)
    inside = any(first < to and at < end for at, to in candidate.content)
    if candidate.inside is None and not inside:
        yield from _doubts_in(reading, (first, end))


def _provisional(reading: Reading, candidate: Candidate) -> list[Span]:
    """As in "nach bisherigen Erkenntnissen": what is known may still change."""
    hedges, lower = reading.lexicon.words.hedges, reading.lower
    whole = (candidate.content[0][0], candidate.content[-1][1])
    first, end = _widened(reading, whole, frozenset())
    return [
        reading.span(at - 1, at + 1)
        for at in range(first + 1, end)
        if lower[at] in hedges.findings
        and lower[at - 1].startswith(hedges.provisional)
        and at not in reading.quoted
    ]


def is_doubted(view: SentenceView, frame: Frame, content: tuple[Range, ...]) -> bool:
    """As in "Lenk soll gesagt haben, …", "angeblich sagte Lenk, …".

    The saying itself is not certain, whatever is said.
    """
    reading = view.reading
    segment = view.segments[frame.segment]
    return any(
        not any(first <= at < end for first, end in content)
        for at in _doubts_in(reading, (segment.first, segment.end))
    )


def _doubts_in(reading: Reading, clause: Range) -> Iterator[int]:
    """Words of a clause that make its verb uncertain, none quoted."""
    hedges = reading.lexicon.words.hedges
    for at in range(*clause):
        word = reading.lower[at]
        if at in reading.quoted:
            continue
        doubts = word in hedges.words and not _permits(reading, at)
        if doubts or (word in hedges.hearsay and is_hearsay(reading, at, clause)):
            yield at


def is_hearsay(reading: Reading, at: int, clause: Range) -> bool:
    """As in "soll geflohen sein", "soll reich sein", but not "soll öffnen".

    Args:
        reading: the text.
        at: the token of "soll".
        clause: the tokens it can reach.
    """
    first, end = clause
    end = min(end, at + MAX_CLAUSE)
    behind = at + 1
    while behind < end and reading.word(behind) not in BREAKS:
        behind += 1
    last = behind - 1 if behind > at + 1 else at - 1
    if last <= first or at in reading.quoted:
        return False
    hedges = reading.lexicon.words.hedges
    if reading.lower[last] in hedges.states:
        return True
    before = reading.lower[last - 1]
    return reading.lower[last] in hedges.past and before not in hedges.aims


def is_self_told(reading: Reading, at: int, clause: Range) -> bool:
    """As in "will Rauch gesehen haben": what somebody says of himself.

    Beside "kann" the same infinitive is a guess: "kann ein Hund gewesen sein".
    """
    first, end = clause
    behind = at + 1
    while behind < end and reading.word(behind) not in BREAKS:
        behind += 1
    last = behind - 1
    if last - 1 <= first or at in reading.quoted or last - 1 <= at:
        return False
    perfect = reading.lower[last] in reading.lexicon.words.hedges.past
    participle = reading.lower[last - 1].endswith(
        reading.lexicon.inflection.verbs.participles
    )
    is_state = reading.lower[last - 1] in reading.lexicon.words.states.words
    plain = reading.is_plain(last - 1) and not is_state  # "kann zufrieden sein"
    return perfect and participle and plain


def _hedge_at(reading: Reading, at: int, clause: Range) -> int:
    """How many words hedge here; 0 for none."""
    hedges = reading.lexicon.words.hedges
    word = reading.lower[at]
    if reading.text.tokens[at].is_capital and at not in reading.starts:
        return 0  # "das Wohl der Kinder"
    for words in hedges.phrases:
        if word == words[0] and reading.lower[at : at + len(words)] == tuple(words):
            return len(words)
    if word in hedges.wellbeing:
        return int(not _is_wellbeing(reading, at, clause))
    if word in hedges.hearsay:
        return int(is_hearsay(reading, at, clause))
    if word in hedges.self_told or word in hedges.guessing:
        return int(is_self_told(reading, at, clause))
    inflected = word.startswith(hedges.adjectives)
    return int(word in hedges.words or inflected)


def _is_wellbeing(reading: Reading, at: int, clause: Range) -> bool:
    """As in "sie fühle sich wohl": how somebody feels."""
    first, end = clause
    hedges = reading.lexicon.words.hedges
    near = reading.lower[max(first, at - NEAR) : min(end, at + NEAR)]
    degree = at > first and reading.lower[at - 1] in hedges.degrees
    return degree or any(word in hedges.feeling for word in near)


def _permits(reading: Reading, at: int) -> bool:
    hedges = reading.lexicon.words.hedges
    word = reading.lower[at]
    return word in hedges.permitting or word in hedges.guessing


def _forbids(reading: Reading, candidate: Candidate) -> bool:
    """As in "die Kinder dürften nicht bleiben": not likelihood but permission."""
    negations = reading.lexicon.words.quotation.negations
    return any(
        reading.lower[at] in negations
        for first, end in candidate.content
        for at in range(first, end)
    )
