"""The words in a candidate that show it is somebody's, for its reasons."""

from collections.abc import Iterable, Iterator

from quiz.engine.claims.candidates.candidate import Candidate
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.reason import Sign, SignRole
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Mood
from quiz.engine.text.span import Span

UNQUOTED = (ClaimType.INDIRECT, ClaimType.INDIRECT_FREE_INDIRECT)


def signs_of_words(reading: Reading, candidate: Candidate) -> tuple[Sign, ...]:
    """The cue, and what marks the words themselves as another's."""
    return (
        *signs(SignRole.CUE, spans_of(reading, candidate.cue)),
        *signs(SignRole.CONJUNCTION, _conjunction(reading, candidate)),
        *signs(SignRole.MOOD, _mood(reading, candidate)),
        *signs(SignRole.QUOTATION, _quotation_marks(reading, candidate)),
    )


def phrase_sign(reading: Reading, role: SignRole, phrase: Phrase | None) -> list[Sign]:
    """The phrase as a sign; nothing for none."""
    if phrase is None:
        return []
    return [Sign(role, reading.span(phrase.first, phrase.end))]


def signs(role: SignRole, spans: Iterable[Span]) -> Iterator[Sign]:
    """Each of the spans as a sign of that role."""
    return (Sign(role, span) for span in spans)


def spans_of(reading: Reading, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Spans of the tokens, neighbours as one."""
    spans: list[Span] = []
    last = -2
    for at in tokens:
        if at == last + 1:
            spans[-1] = Span(spans[-1].begin, reading.text.tokens[at].end)
        else:
            spans.append(reading.span(at, at + 1))
        last = at
    return tuple(spans)


def _conjunction(reading: Reading, candidate: Candidate) -> tuple[Span, ...]:
    """As in "dass der Steg hält": the word that opens what is said."""
    first = candidate.content[0][0]
    words = reading.lexicon.words.conjunctions
    opens = reading.lower[first] in words.content | words.asking
    if candidate.type is ClaimType.DIRECT or not opens:
        return ()
    return (reading.span(first, first + 1),)


def _mood(reading: Reading, candidate: Candidate) -> tuple[Span, ...]:
    """As in "der Steg sei morsch und halte nicht": the verbs in the Konjunktiv.

    Forms that only may stand for it count where nothing else shows it.
    """
    if candidate.type not in UNQUOTED:
        return ()
    strict: list[int] = []
    loose: list[int] = []
    for first, end in candidate.content:
        mood = reading.has_mood(first, end)
        outside = [at for at in range(first, end) if at not in reading.quoted]
        if mood is Mood.STRICT:
            strict += [at for at in outside if reading.is_strict_mood(at)]
        elif mood and candidate.type is ClaimType.INDIRECT_FREE_INDIRECT:
            loose += [at for at in outside if reading.is_loose_mood(at)]
    return spans_of(reading, strict or loose)


def _quotation_marks(reading: Reading, candidate: Candidate) -> tuple[Span, ...]:
    """The marks around what is quoted, each once."""
    if candidate.type is not ClaimType.DIRECT:
        return ()
    quoted = (piece for piece in candidate.content if piece[0] in reading.quoted)
    edges = (at for first, end in quoted for at in (first - 1, end))
    marks = {
        at
        for at in edges
        if 0 <= at < len(reading.lower)
        and at in reading.quoted
        and not reading.text.tokens[at].is_word
    }
    return tuple(reading.span(at, at + 1) for at in sorted(marks))
