"""Which outlets heard the words: "sagte X der Nordpost", "im Interview mit dem NDR"."""

from collections.abc import Iterator

from quiz.engine.claims.candidates.candidate import SentenceView, Via
from quiz.engine.claims.candidates.programme import (
    asked_by,
    is_on_air,
    is_talk,
    programme_of,
)
from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.clauses.dependence import is_fragment, is_relative
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.phrases.chunks import fills, places_in
from quiz.engine.claims.phrases.media import is_media, is_media_report
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.phrases.unknown_outlet import (
    may_be_its_name,
    may_be_outlet,
    may_hear,
)
from quiz.engine.claims.words.quoted import titles_what_is_before
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case

# Frames beside which somebody listens.
SPOKEN = (
    FrameKind.VERB,
    FrameKind.SO,
    FrameKind.AS,
    FrameKind.NOUN,
    FrameKind.ANY,
)


def heard_by(view: SentenceView, frame: Frame) -> list[Via]:
    """The outlets that a frame's words were said to, in order."""
    reading = view.reading
    found: list[Via] = []
    for segment in _clause(view, frame):
        for phrase, preposition in places_in(reading, segment.first, segment.end):
            if phrase == frame.subject or _is_attribution(view, phrase):
                continue
            if is_in_role(view, frame, phrase):
                continue
            if frame.kind in SPOKEN:
                via = _listener(view, frame, phrase, preposition)
            else:  # "hieß es auf NNA-Anfrage"
                via = asked_by(view, frame, phrase, preposition)
            known = {each.cue for each in found if each.cue}
            found += [via] if via is not None and via.cue not in known else []
    found += _told_in_front(view, frame) + _announced(view, frame)
    found += [
        Via(phrase)
        for phrase in trailing(view, frame.segment)
        if is_media(reading, phrase) and phrase.can_be(Case.DATIVE)
        if not is_in_role(view, frame, phrase)
    ]
    return found


def is_in_role(view: SentenceView, frame: Frame, phrase: Phrase) -> bool:
    """As in "sagte Moos, Chef des Verbunds RTA, RTB, Nordpost, am Abend": his office.

    A row of names without articles that begins in what is set beside the speaker.
    """
    reading, segments = view.reading, view.segments
    at = next((n for n, s in enumerate(segments) if s.first == phrase.first), 0)
    while at > frame.last + 1 and _is_bare_outlet(reading, segments[at]):
        at -= 1
        last = segments[at].end - 1
        named = phrase_at(reading, last, last + 1)
        if named is None or not is_media(reading, named):
            return False
        if not _is_bare_outlet(reading, segments[at]):
            return True
    return False


def _is_bare_outlet(reading: Reading, segment: Segment) -> bool:
    phrase = phrase_at(reading, segment.first, segment.end)
    bare = phrase is not None and not reading.is_determiner(segment.first)
    return bare and phrase is not None and is_media(reading, phrase)


def _told_in_front(view: SentenceView, frame: Frame) -> list[Via]:
    """As in "Der Nordpost, die das Gespräch druckt, sagte Lenk": before what it is."""
    head = frame.segment - 2
    verb = view.segments[frame.segment].first
    if head < 0 or frame.kind is not FrameKind.VERB or frame.at != verb:
        return []
    segment, aside = view.segments[head : head + 2]
    phrase = phrase_at(view.reading, segment.first, segment.end)
    if phrase is None or phrase == frame.subject or phrase.end != segment.end:
        return []
    told = is_media(view.reading, phrase) and phrase.can_be(Case.DATIVE)
    return [Via(phrase)] if told and is_relative(view.reading, aside) else []


def _announced(view: SentenceView, frame: Frame) -> list[Via]:
    """As in "In der Abendschau 22 klang das anders: Er gehe, sagte er": before it."""
    opening = view.segments[0]
    places = view.reading.lexicon.words.quotation.channels
    colon = frame.segment > 1 and view.segments[1].mark == ":"
    if not colon or view.reading.lower[opening.first] not in places:
        return []
    front = next(iter(places_in(view.reading, opening.first, opening.end)), None)
    if front is None or front[1] != opening.first:
        return []
    programme = programme_of(view, frame, front[0])
    return [] if programme is None else [Via(programme, (opening.first,))]


def _clause(view: SentenceView, frame: Frame) -> Iterator[Segment]:
    """The frame's segments, and what goes on with it behind an apposition.

    As in "sagte der Sprecher, Arno Wessling, im Gespräch mit Radio Mitte".
    """
    segments = view.segments
    yield from segments[frame.first : frame.last + 1]
    for segment in segments[frame.last + 1 :]:
        beside = segment.mark in (",", "–", "—") and segment.quotation is None
        if beside and is_relative(view.reading, segment):
            continue  # "sagte ein Mann, der hier wohnt, der dpa"
        if not beside or not is_fragment(view.reading, segment):
            return
        yield segment


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
    """The phrase as somebody who heard the words and passed them on, if it is one."""
    reading = view.reading
    named = is_media(reading, phrase) or may_be_outlet(reading, phrase)
    if preposition is None:
        bare = phrase.first == phrase.core and phrase.quoted_name is None
        told = _is_told(reading, frame, phrase) or (bare and _confides(reading, frame))
        named = named and (not bare or told or is_media(reading, phrase))
        named = named or (not bare and told)
        if not (phrase.can_be(Case.DATIVE) and _is_spoken_to(view, frame, phrase)):
            return None
        named = named or (_confides(reading, frame) and may_hear(reading, phrase))
        outlet = phrase if named else _employer(reading, phrase)
        return Via(outlet) if outlet is not None else None
    asking = asked_by(view, frame, phrase, preposition)
    if asking is not None:
        return asking
    if reading.lower[preposition] in reading.lexicon.words.quotation.through:
        return _messenger(view, frame, phrase, preposition)
    programme = programme_of(view, frame, phrase)
    marks = reading.lexicon.words.quotation
    channels = marks.channels
    if programme is not None and reading.lower[preposition] in channels:
        return Via(programme, (preposition,))
    talk = reading.lower[preposition] in reading.lexicon.words.quotation.talking
    named = named or (talk and _may_interview(reading, phrase))
    named = named or _is_faced(reading, phrase, preposition)
    facing = reading.lower[preposition] in channels & marks.addressing - marks.at
    named = named or ((talk or facing) and may_hear(reading, phrase))
    if named and _is_channel(view, frame, phrase, preposition):
        return Via(phrase, (preposition,))
    return None


def _is_faced(reading: Reading, phrase: Phrase, preposition: int) -> bool:
    """As in "sagte Lenk gegenüber Pegel": nobody whom the text knows."""
    marks, word = reading.lexicon.words.quotation, reading.word(phrase.core)
    facing = reading.lower[preposition] in marks.channels & marks.addressing - marks.at
    several = word.endswith(reading.lexicon.inflection.nouns.dative_plural)
    known = word in reading.surnames or several  # "gegenüber Medienvertretern"
    return facing and not known and may_be_its_name(reading, phrase)


def _confides(reading: Reading, frame: Frame) -> bool:
    """As in "erzählte Lenk der Volksstimme"; not "drohte der Volksstimme"."""
    verbs = reading.lexicon.words.quotation.confiding
    return frame.verb is not None and frame.verb.infinitive in verbs


def _is_told(reading: Reading, frame: Frame, phrase: Phrase) -> bool:
    """As in "sagte Lenk der Times", "dem Stern": who is told so is hardly a star."""
    tells = frame.verb is not None and (
        frame.verb.infinitive in reading.lexicon.words.quotation.telling
    )
    if not tells:
        return False
    bare = phrase.first == phrase.core  # "sagte Lenk SWR4", not "der Polizei"
    body = bare and naming_of(reading, phrase).kind is EntityKind.ORGANISATION
    return body or _may_interview(reading, phrase)


def _employer(reading: Reading, phrase: Phrase) -> Phrase | None:
    """As in "sagte einem Reporter der Nordpost": for whom whoever listens works."""
    head = reading.lower[phrase.core_end - 1]
    works = head.endswith(reading.lexicon.nouns.outlet_compound_endings)
    return phrase.genitive if works else None


def _may_interview(reading: Reading, phrase: Phrase) -> bool:
    """As in "im Interview mit der Welt": a paper, though the word means more."""
    word = reading.word(phrase.core)
    return word in reading.lexicon.outlets and phrase.core_end - phrase.core == 1


def _messenger(
    view: SentenceView, frame: Frame, phrase: Phrase, preposition: int
) -> Via | None:
    """As in "ließ über seine Anwältin Silke Brandes erklären"."""
    lets = view.reading.lexicon.words.quotation.letting
    if not any(view.reading.lower[at] in lets for at in frame.cue):
        return None
    kind = naming_of(view.reading, phrase).kind
    is_somebody = kind in (
        EntityKind.PERSON,
        EntityKind.ORGANISATION,
        EntityKind.OUTLET,
    )
    return Via(phrase, (preposition,)) if is_somebody else None


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
    """As in "gegenüber der Nordpost", "im Gespräch mit ihr", "so Lenk zur Nordpost".

    In somebody's place stands a name that no list knows only behind words that address.
    """
    lower, marks = view.reading.lower, view.reading.lexicon.words.quotation
    word, known = lower[preposition], is_media(view.reading, phrase)
    if word in marks.towards:
        bare = phrase.first == phrase.core or known or phrase.quoted_name is not None
        behind = preposition > frame.at and not is_media_report(view.reading, phrase)
        return bare and behind
    if word in marks.channels:
        if word in marks.leaning_on and not is_on_air(view.reading, phrase):
            return False
        return known or word in marks.addressing or is_talk(view.reading, phrase)
    if word in marks.talking:
        before = lower[preposition - 1] if preposition else ""
        return before.endswith(view.reading.lexicon.nouns.talks)
    return False
