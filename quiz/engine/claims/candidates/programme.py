"""In which programme or talk of an outlet words were heard: "in der Sendung „…“"."""

from typing import Literal

from quiz.engine.claims.candidates.candidate import SentenceView
from quiz.engine.claims.frames.frame import Frame
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase, quoted_phrase
from quiz.engine.claims.phrases.unknown_outlet import is_surely_somebody
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
    if owner is not None and (is_media(reading, owner) or _may_air(reading, owner)):
        return owner
    front = outlet_front(reading, phrase.core_end - 1)
    if not front and phrase.end < end and phrase.end in reading.quoted:
        return quoted_phrase(reading, (phrase.first, phrase.end), end)
    talk = noun.lower().endswith(tuple(nouns.talks))
    own = bool(front) if talk else "-" in noun
    named = own or number or (phrase.core_end - phrase.core > 1 and not talk)
    return phrase if named else None


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
