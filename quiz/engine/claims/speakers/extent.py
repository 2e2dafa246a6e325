"""How far the words reach that name somebody: attributes, roles, further voices."""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.chunks import MAX_INNER, is_set_beside
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, name_at, phrase_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.sentence import END

FROM = (EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.COUNTRY)
MAX_ATTRIBUTES = 3  # prepositional phrases that may hang on one noun
MAX_VOICES = 4  # that one verb may have


def whole(reading: Reading, phrase: Phrase) -> Phrase:
    """The phrase with all that belongs to it.

    As in "Lea Arndt vom Amt, die Leiterin, sagte" and "Lenk und Brandt erklärten": what
    hangs on it by a preposition, what is set beside it in commas, who speaks with it.
    """
    if phrase.pronoun:
        return phrase
    for step in (_with_attributes, _with_apposition, _with_voices):
        phrase = step(reading, phrase)
    return phrase


def _with_attributes(reading: Reading, phrase: Phrase) -> Phrase:
    """As in "Jo Brandt vom Verein", "die Polizei in Talheim sagte".

    Behind the verb only where somebody is from belongs to the noun: in "sagte Lenk in
    Talheim" the place says where it was said.
    """
    ends = _attributes(reading, phrase)
    if ends and _is_verb(reading, ends[-1]) and _opens(reading, phrase.first):
        return phrase._replace(end=ends[-1])
    if ends and reading.lower[phrase.end] in reading.lexicon.words.origins:
        inner = name_at(reading, phrase.end + 1, len(reading.lower))
        if inner is not None and naming_of(reading, inner).kind in FROM:
            return phrase._replace(end=ends[0])
    return phrase


def _attributes(reading: Reading, phrase: Phrase) -> list[int]:
    """Where each prepositional phrase in a row behind it ends."""
    ends: list[int] = []
    at = phrase.end
    while len(ends) < MAX_ATTRIBUTES and at < len(reading.lower):
        inner = None
        if reading.is_preposition(at):
            inner = name_at(reading, at + 1, len(reading.lower))
        if inner is None or inner.pronoun:
            break
        at = inner.end
        ends.append(at)
    return ends


def _opens(reading: Reading, first: int) -> bool:
    """Whether a clause with its verb in second place can begin there."""
    if first == 0 or first in reading.starts:
        return True
    before = reading.lower[first - 1]
    mark = not reading.text.tokens[first - 1].is_word
    return mark or before in reading.lexicon.words.front


def _with_apposition(reading: Reading, phrase: Phrase) -> Phrase:
    """As in "der Leiter im Amt, Jo Brandt": who or what it is, in commas."""
    outer = phrase
    statements = reading.lexicon.nouns.statements
    if reading.word(phrase.core_end - 1) in statements and phrase.genitive:
        outer = phrase.genitive
    for comma in (phrase.end, *_attributes(reading, phrase)):
        if comma >= len(reading.lower) or reading.word(comma) != ",":
            continue
        close = _close(reading, comma + 1)
        if close and is_set_beside(reading, outer, (comma + 1, close)):
            return phrase._replace(end=close)
    return phrase


def _with_voices(reading: Reading, phrase: Phrase) -> Phrase:
    """As in "Lenk und Brandt erklärten", "sagten Lenk sowie die Polizei."."""
    end = phrase.end
    limit = len(reading.lower)
    for _ in range(MAX_VOICES):
        begin = _behind_joint(reading, end)
        other = phrase_at(reading, begin, limit) if begin else None
        if other is None or other.pronoun:
            break
        end = other.end
    if end == phrase.end:
        return phrase
    plural = reading.lexicon.inflection.verbs.plural
    before = phrase.first - 1
    if before >= 0 and _is_verb(reading, before):
        closes = end >= limit or not reading.text.tokens[end].is_word
        together = closes and reading.lower[before].endswith(plural)
    else:
        together = _is_verb(reading, end) and reading.lower[end].endswith(plural)
    return phrase._replace(end=end) if together else phrase


def _behind_joint(reading: Reading, at: int) -> int:
    """The token behind "und", "sowie", "als auch"; 0 where none joins."""
    words = reading.lexicon.words.conjunctions
    if reading.lower[at : at + 2] == words.both:
        return at + 2
    joined = at < len(reading.lower) and reading.lower[at] in words.joining
    return at + 1 if joined else 0


def _close(reading: Reading, first: int) -> int | None:
    """Where what opens at `first` ends, at a comma or with the sentence."""
    depth = 0
    for at in range(first, min(len(reading.lower), first + MAX_INNER)):
        word = reading.word(at)
        depth += (word == "(") - (word == ")")
        mark = not reading.text.tokens[at].is_word and not word[0].isdigit()
        if depth <= 0 and mark and (word in END or word in (",", ":", "–", "-", ")")):
            glued = word in (".", "-") and not _is_stop(reading, at)
            if not glued:
                return at if at > first else None
    return None


def _is_stop(reading: Reading, at: int) -> bool:
    """A full stop that ends a sentence, a dash with room around it."""
    tokens = reading.text.tokens
    return at + 1 >= len(tokens) or at + 1 in reading.starts


def _is_verb(reading: Reading, at: int) -> bool:
    """A finite verb: of speech, or one of the commonest others."""
    if at >= len(reading.lower) or at in reading.quoted or reading.is_noun(at):
        return False
    return bool(reading.verbs(at)) or (
        reading.lower[at] in reading.lexicon.words.auxiliaries
    )
