"""Who passed words on in another clause: "ein Brief, aus dem die Nordpost zitiert".

What is written or filmed reached the article through whoever has it: in a clause that
hangs on a document the outlet that does so, or to whom it was given, is such a hand,
whatever the verb is.
"""

from collections.abc import Iterator

from quiz.engine.claims.candidates.candidate import Range, SentenceView, Via
from quiz.engine.claims.candidates.leaning import is_leaned_by
from quiz.engine.claims.clauses.dependence import is_relative
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at, quoted_phrase

MAX_AGENT = 6  # tokens of "von der Zeitung Nordpost" before a participle


def spreaders(view: SentenceView, content: tuple[Range, ...]) -> list[Via]:
    """As in "ein Video, das die Agentur verbreitete", "das der Nordpost vorliegt".

    Also "ein Papier, über das die Nordpost berichtet", "…, auf das sie sich beruft",
    and "von der Nordpost befragt".
    """
    reading = view.reading
    found: list[Via] = []
    for index, segment in enumerate(view.segments):
        if segment.quotation is not None:
            continue
        verbs = _spreading(view, index)
        places = range(segment.first, segment.end)
        outside = [at for at in places if not _lies_in(at, content)]
        spread = [at for at in outside if reading.lower[at] in verbs]
        if spread:
            first = segment.first + is_relative(reading, segment)
            phrases = phrases_in(reading, first, max(spread))
            media = (phrase for phrase, _ in phrases if is_media(reading, phrase))
            found += [Via(phrase, (spread[-1],)) for phrase in media]
        elif outside and (had := _had_by(view, index)) is not None:
            found.append(Via(had, (segment.end - 1,)))
        asked = reading.lexicon.words.quotation.asked | verbs
        agents = _agents(view, [at for at in outside if reading.lower[at] in asked])
        found += [Via(phrase, (at,)) for phrase, at in agents]
    return found


def _spreading(view: SentenceView, index: int) -> frozenset[str]:
    """The words by which the clause tells that an outlet had it first."""
    marks = view.reading.lexicon.words.quotation
    if is_leaned_by(view.reading, view.segments[index]):
        return marks.relying
    return marks.spreading


def _had_by(view: SentenceView, index: int) -> Phrase | None:
    """As in "ein Brief, den die Nordpost abdruckt", "der ihr zugespielt wurde".

    Whom the clause names first: not in "ein Brief, in dem sie der Nordpost dankt".
    """
    reading, segment = view.reading, view.segments[index]
    if not index or not is_relative(reading, segment):
        return None
    if not _ends_with_document(view, view.segments[index - 1]):
        return None
    first = segment.first + 1 + reading.is_preposition(segment.first)
    phrases = phrases_in(reading, first, segment.end)
    plain = [phrase for phrase, governed in phrases if governed is None]
    if not plain:  # "eine Studie, über die zuerst „Das Labor“ berichtete"
        quoted = (at for at in range(first, segment.end) if at in reading.quoted)
        mark = next(quoted, segment.end)
        return quoted_phrase(reading, (mark, mark), segment.end)
    return plain[0] if is_media(reading, plain[0]) else None


def _ends_with_document(view: SentenceView, segment: Segment) -> bool:
    """As in "aus einem Papier hervorgeht": a document is named, and what it does."""
    if segment.quotation is not None:
        return False
    nouns = view.reading.lexicon.nouns
    ends = nouns.document_endings + nouns.picture_endings + nouns.finding_endings
    return any(
        view.reading.is_noun(at) and view.reading.lower[at].endswith(ends)
        for at in range(segment.first, segment.end)
        if at not in view.reading.quoted
    )


def _agents(view: SentenceView, done: list[int]) -> Iterator[tuple[Phrase, int]]:
    """As in "der von der Nordpost zitierte Fachmann", "von der Nordpost befragt"."""
    reading, agents = view.reading, view.reading.lexicon.words.passive.agents
    for at in done:
        for before in range(max(view.sentence.first, at - MAX_AGENT), at):
            if reading.lower[before] not in agents:
                continue
            phrase = phrase_at(reading, before + 1, at)
            if phrase is None or phrase.end != at:
                continue
            if phrase.quoted_name is not None or is_media(reading, phrase):
                yield phrase, at


def _lies_in(at: int, content: tuple[Range, ...]) -> bool:
    return any(first <= at < end for first, end in content)
