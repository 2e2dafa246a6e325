"""Which outlets heard the words: "sagte X der Nordpost", "im Interview mit dem NDR"."""

from collections.abc import Iterator

from quiz.engine.claims.candidates.candidate import SentenceView, Via
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.phrases.chunks import fills, phrases_in
from quiz.engine.claims.phrases.media import is_media, is_media_report
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at, quoted_phrase
from quiz.engine.claims.words.quoted import titles_what_is_before
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case

# Frames beside which somebody listens.
SPOKEN = (FrameKind.VERB, FrameKind.SO, FrameKind.AS, FrameKind.NOUN)


def heard_by(view: SentenceView, frame: Frame) -> list[Via]:
    """The outlets that a frame's words were said to, in order."""
    reading = view.reading
    segment = view.segments[frame.segment]
    found: list[Via] = []
    if frame.kind in SPOKEN:
        for phrase, preposition in _phrases(reading, segment):
            via = None
            if phrase != frame.subject and not _is_attribution(view, phrase):
                via = _listener(view, frame, phrase, preposition)
            found += [via] if via is not None else []
    found += [
        Via(phrase)
        for phrase in trailing(view, frame.segment)
        if is_media(reading, phrase) and phrase.can_be(Case.DATIVE)
    ]
    return found


def _phrases(reading: Reading, segment: Segment) -> Iterator[tuple[Phrase, int | None]]:
    """The phrases of a segment; names in quotation marks behind a preposition, too.

    As in "sagte Lenk zur „Nordpost“", where no article opens a phrase.
    """
    yield from phrases_in(reading, segment.first, segment.end)
    for at in range(segment.first, segment.end - 1):
        opens = at + 1 in reading.quoted and at not in reading.quoted
        if opens and reading.is_preposition(at):
            phrase = quoted_phrase(reading, (at + 1, at + 1), segment.end)
            if phrase is not None:
                yield phrase, at


def trailing(view: SentenceView, index: int) -> list[Phrase]:
    """Phrases that fill the segments right after this one: appositions, addressees."""
    found: list[Phrase] = []
    for segment in view.segments[index + 1 :]:
        phrase = None
        if segment.quotation is None and segment.mark == ",":
            phrase = phrase_at(view.reading, segment.first, segment.end)
        if phrase is None or phrase.pronoun or _may_be_verb(view, phrase):
            break
        if not fills(view.reading, phrase, segment.end):
            break
        named = next((q for q in view.quotations if q.first == segment.end + 1), None)
        if named is not None and titles_what_is_before(view.reading, named):
            break  # "sagte, das Motto, „ein Haus“, sei gut"
        found.append(phrase)
    return found


def _may_be_verb(view: SentenceView, phrase: Phrase) -> bool:
    """As in "fehlen Aufträge": no adjective of an apposition ends so.

    Without an article that ending marks the dative plural, as of outlets spoken to.
    """
    reading = view.reading
    bare = phrase.first < phrase.core and not reading.cases(phrase.first)
    ending = reading.lexicon.inflection.adjectives.dative_plural
    doubtful = bare and reading.lower[phrase.first].endswith(ending)
    return doubtful and not is_media(reading, phrase)


def _is_attribution(view: SentenceView, phrase: Phrase) -> bool:
    return any(a.first <= phrase.first < a.end for a in view.attributions)


def _listener(
    view: SentenceView, frame: Frame, phrase: Phrase, preposition: int | None
) -> Via | None:
    """The phrase as an outlet that heard the words, if it is one."""
    reading = view.reading
    if preposition is None:
        named = is_media(reading, phrase) or phrase.quoted_name is not None
        heard = (
            named and phrase.can_be(Case.DATIVE) and _is_spoken_to(view, frame, phrase)
        )
        return Via(phrase) if heard else None
    asking = _asking(view, frame, phrase)
    if asking is not None:
        return Via(asking, (preposition, phrase.core_end - 1))
    if is_media(reading, phrase) and _is_channel(view, frame, phrase, preposition):
        return Via(phrase, (preposition,))
    return None


def _asking(view: SentenceView, frame: Frame, phrase: Phrase) -> Phrase | None:
    """As in "auf Anfrage der Nordpost": who asked for the words."""
    reading = view.reading
    requests = reading.lexicon.nouns.requests
    if reading.word(phrase.core_end - 1) not in requests:
        return None
    end = view.segments[frame.segment].end
    asking = phrase.genitive or phrase_at(reading, phrase.end, end)
    return asking if asking is not None and is_media(reading, asking) else None


def _is_spoken_to(view: SentenceView, frame: Frame, phrase: Phrase) -> bool:
    """Behind the verb, alone in front of it, or before a verb at the end.

    As in "sagte Lenk der Nordpost", "Dem Sender sagte Lenk", "wie Lenk der Nordpost
    sagte".
    """
    first = view.segments[frame.segment].first
    if frame.kind is FrameKind.AS and frame.subject is not None:
        return phrase.first >= frame.subject.end
    return phrase.first > frame.at or (phrase.first == first and phrase.end == frame.at)


def _is_channel(
    view: SentenceView, frame: Frame, phrase: Phrase, preposition: int
) -> bool:
    """As in "gegenüber der Nordpost", "im Gespräch mit ihr", "so Lenk zur Nordpost"."""
    lower, marks = view.reading.lower, view.reading.lexicon.words.quotation
    word = lower[preposition]
    if word in marks.channels:
        return True
    if word in marks.towards:
        return preposition > frame.at and not is_media_report(view.reading, phrase)
    if word in marks.talking:
        before = lower[preposition - 1] if preposition else ""
        return before.endswith(view.reading.lexicon.nouns.talks)
    return False
