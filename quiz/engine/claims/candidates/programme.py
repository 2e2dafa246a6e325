"""In which programme of an outlet words were heard, or on whose request.

As in "in der Sendung „…“" and "auf Anfrage der Nordpost".
"""

from typing import Literal

from quiz.engine.claims.candidates.candidate import SentenceView, Via
from quiz.engine.claims.frames.frame import Frame
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at, quoted_phrase
from quiz.engine.claims.phrases.unknown_outlet import (
    is_surely_somebody,
    may_be_its_name,
    may_hear,
)
from quiz.engine.claims.words.noun import outlet_front
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case
from quiz.engine.text.token import is_address

ONLINE: Literal["online"] = "online"
"""The type of an outlet that is read on the web, as the lexicon calls it."""


def programme_of(view: SentenceView, frame: Frame, phrase: Phrase) -> Phrase | None:
    """As in "in der Sendung „Kreuzfeuer“ des Senders TRB", "im Z1-Morgenjournal".

    The outlet whose programme it is; the programme, where it has a name and the outlet
    is not named; None for another phrase.
    """
    reading, end = view.reading, view.segments[frame.segment].end
    noun = reading.word(phrase.core_end - 1)
    number = noun.isdigit() and phrase.core_end - phrase.core > 1
    if number:
        noun = reading.word(phrase.core_end - 2)
    elif phrase.end == phrase.core_end < end and reading.word(phrase.end).isdigit():
        number = True  # "in der Abendschau 22"
        phrase = phrase._replace(end=phrase.end + 1, core_end=phrase.end + 1)
    nouns = reading.lexicon.nouns
    if not noun.lower().endswith((*nouns.programme_endings, *nouns.talks)):
        return None
    behind = [p for p, g in phrases_in(reading, phrase.end, end) if g is None]
    own_words = [p for p in behind[:1] if p.cases == Case.GENITIVE]
    if phrase.end < end and reading.lower[phrase.end] in reading.lexicon.words.origins:
        own_words += [p for p, g in phrases_in(reading, phrase.end, end)[:1] if g]
    owner = phrase.genitive or next(iter(own_words), None)
    if owner is not None and _airs(reading, owner):
        return owner
    front = outlet_front(reading, phrase.core_end - 1)
    if not front and phrase.end < end and phrase.end in reading.quoted:
        return quoted_phrase(reading, (phrase.first, phrase.end), end)
    talk = noun.lower().endswith(tuple(nouns.talks))
    own = bool(front) if talk else "-" in noun
    named = own or number or (phrase.core_end - phrase.core > 1 and not talk)
    return phrase if named else None


def _airs(reading: Reading, owner: Phrase) -> bool:
    """As in "im Interview der „Warte“", "in der Talkshow des Senders TRB"."""
    known = is_media(reading, owner) or owner.quoted_name is not None
    return known or _may_air(reading, owner)


def _may_air(reading: Reading, phrase: Phrase) -> bool:
    """As in "im Morgenprogramm von Welle Süd": nobody's name, so the station's.

    Whose programme it is may also be a person: "in der Sendung von Jan Pohl".
    """
    alone = phrase.first == phrase.core and phrase.core_end - phrase.core > 1
    return alone and not is_surely_somebody(reading, phrase)


def is_on_air(reading: Reading, phrase: Phrase) -> bool:
    """As in "auf Welle 9"; not "schimpfte auf die Post", "auf dem Portal rat.de"."""
    last = phrase.core_end - 1
    nouns = (reading.word(at) for at in range(phrase.core, phrase.core_end))
    online = is_address(reading.word(last)) or any(
        word in reading.lexicon.nouns.sites
        or word.lower().endswith(reading.lexicon.nouns.outlet_types[ONLINE])
        for word in nouns
    )
    return phrase.can_be(Case.DATIVE) and not online


def is_talk(reading: Reading, phrase: Phrase) -> bool:
    """As in "im Pegel-Gespräch", "im „Pegel“-Gespräch", "in der Abendschau 22"."""
    if outlet_front(reading, phrase.core_end - 1):
        return True
    at = phrase.end
    behind = reading.lower[at + 1] if at + 1 < len(reading.lower) else ""
    glued = phrase.quoted_name is not None and reading.word(at) == "-"
    if glued and behind in reading.lexicon.nouns.outlet_compounds:
        return True
    words = [reading.lower[n] for n in range(phrase.core, phrase.core_end)]
    return words[-1].endswith(reading.lexicon.nouns.programme_endings) or (
        words[-1].isdigit()
        and len(words) > 1
        and words[-2].endswith(reading.lexicon.nouns.programme_endings)
    )


def asked_by(
    view: SentenceView, frame: Frame, phrase: Phrase, preposition: int | None
) -> Via | None:
    """On whose request the words were said, as a source of them; None for nobody's."""
    asking = None if preposition is None else _asking(view, frame, phrase)
    if preposition is None or asking is None:
        return None
    reading, marks = view.reading, view.reading.lexicon.words.quotation
    if reading.word(phrase.core_end - 1) in reading.lexicon.nouns.questions:
        on = reading.lower[preposition] in marks.leaning_on
        if not (on and is_media(reading, asking)):
            return None  # "zur Frage der Renten"
    return Via(asking, (preposition, phrase.core_end - 1))


def _asking(view: SentenceView, frame: Frame, phrase: Phrase) -> Phrase | None:
    """As in "auf Anfrage der Nordpost", "auf Anfrage von Blick", "auf RBO-Anfrage"."""
    reading = view.reading
    requests, last = reading.lexicon.nouns.requests, phrase.core_end - 1
    if (
        outlet_front(reading, last)
        and reading.word(last).rpartition("-")[2] in requests
    ):
        return phrase
    if reading.word(last) not in requests | reading.lexicon.nouns.questions:
        return None
    end = view.segments[frame.segment].end
    behind = phrase.end + (phrase.end < end and reading.is_preposition(phrase.end))
    asking = phrase.genitive or phrase_at(reading, behind, end)
    named = asking is not None and (
        is_media(reading, asking)
        or may_be_its_name(reading, asking)
        or may_hear(reading, asking)
    )
    return asking if named else None
