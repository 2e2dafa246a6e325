"""Documents and pictures that say something: "in dem Brief steht, dass …"."""

from quiz.engine.claims.clauses.dependence import is_relative
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.reading import Reading

NEAR = 60  # tokens back in which a document can be named that "darin" means


def written_frame(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Frame | None:
    """As in "in dem Brief steht, dass …", "auf dem Video ist zu sehen, …".

    "Dort steht, …" leaves open in which, and "So steht es in dem Brief." points back.
    """
    segment = segments[index]
    says = reading.lexicon.words.quotation.stands
    if says.keys().isdisjoint(reading.lower[segment.first : segment.end]):
        return None
    for at in range(segment.first, segment.end):
        if at in reading.quoted or reading.lower[at] not in says:
            continue
        ways = says[reading.lower[at]]
        end = segment.end
        if not (_ends_so(reading, (at + 1, end), ways) or _is_so(reading, segment, at)):
            continue
        document = document_in(reading, segment)
        document = document or document_in_front(reading, segments, index)
        known = document is not None and tells(reading, document)
        if not known and (at == segment.first or not is_inside(reading, at - 1)):
            return None
        cue = tuple(range(at, end)) if ways else (at,)
        return Frame(index, None, at, cue, document if known else None, FrameKind.IT)
    return None


def is_inside(reading: Reading, at: int) -> bool:
    """As in "darin", "dort", where a document is named not far before."""
    if reading.lower[at] not in reading.lexicon.words.quotation.inside:
        return False
    endings = reading.lexicon.nouns.document_endings
    before = reading.lower[max(0, at - NEAR) : at]
    return any(word.endswith(endings) for word in before)


def _is_so(reading: Reading, segment: Segment, at: int) -> bool:
    """As in "So steht es in dem Brief.", "Das steht in dem Brief."."""
    marks = reading.lexicon.words.quotation
    second = at == segment.first + 1
    if second and reading.lower[segment.first] in marks.pointing:
        return True
    front = at == segment.first + 1 and reading.lower[segment.first] in marks.say_so
    behind = reading.lower[at + 1] if at + 1 < segment.end else ""
    return front and behind in marks.it


def _ends_so(reading: Reading, tail: tuple[int, int], ways: tuple[str, ...]) -> bool:
    """Whether what stands behind the verb is one of these, adverbs before it apart."""
    words = reading.lower[slice(*tail)]
    if not ways:
        adverbs = reading.lexicon.words.adverbs.words | reading.lexicon.words.front
        return all(word in adverbs for word in words)
    return any(words[-len(way.split()) :] == tuple(way.split()) for way in ways)


def tells(reading: Reading, phrase: Phrase) -> bool:
    """A document, a picture, or those out of whom something is heard."""
    out_of = reading.lexicon.words.quotation.out_of
    heard = phrase.first > 0 and reading.lower[phrase.first - 1] in out_of
    word = reading.lower[phrase.core_end - 1]
    nouns = reading.lexicon.nouns
    return heard or word.endswith(
        nouns.document_endings + nouns.picture_endings + nouns.finding_endings
    )


def is_statement(reading: Reading, phrase: Phrase) -> bool:
    """Whether it is what somebody said: "die Aussage", "den Angaben"."""
    word = reading.word(phrase.core_end - 1)
    if word in reading.lexicon.nouns.statements:
        return True
    nouns, lower = reading.lexicon.nouns, word.lower()
    return lower.endswith(nouns.statement_heads) and not lower.endswith(nouns.acts)


def is_occasion(reading: Reading, phrase: Phrase, end: int) -> bool:
    """As in "nach der Aussage reiste er ab", "nach Berichten über Lärm": afterwards."""
    if phrase.genitive is not None:
        return False
    marks = reading.lexicon.words.quotation
    if phrase.end < end and reading.lower[phrase.end] in marks.about:
        return True
    event = reading.word(phrase.core_end - 1) in reading.lexicon.nouns.events
    return event and reading.lower[phrase.first] in marks.definite


def document_in_front(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Phrase | None:
    """As in "In dem Brief, der gestern kam, heißt es": behind a relative clause."""
    before = index - 1
    while before > 0 and is_relative(reading, segments[before]):
        before -= 1
    if before < 0 or before == index - 1 or segments[before].quotation is not None:
        return None
    return document_in(reading, segments[before])


def document_in(reading: Reading, segment: Segment) -> Phrase | None:
    """In what it stands, as far as the clause says."""
    for phrase, preposition in phrases_in(reading, segment.first, segment.end):
        asked = reading.word(phrase.core_end - 1) in reading.lexicon.nouns.requests
        if preposition is None or phrase.pronoun or asked:
            continue
        if reading.lower[preposition] in reading.lexicon.words.quotation.held_in:
            return phrase
    return None
