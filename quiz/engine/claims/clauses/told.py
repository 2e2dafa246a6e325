"""An outlet before the verb that hears what is said: "Der „Gala“ verriet Ida Moor"."""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.phrases.agreement import cases_of, gender_of
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case, Trait

# What verbs of saying have, and what those have that take somebody as their object.
_SAYING = frozenset({Trait.QUOTATION, Trait.CLAUSE})
_WITH_OBJECT = frozenset({Trait.SUMMARY, Trait.JUDGEMENT, Trait.COMMON})


def is_told(
    reading: Reading, segment: Segment, verb: int, phrases: tuple[Phrase, ...]
) -> bool:
    """Whether the second of the phrases told it to the first, a paper before the verb.

    "Der" before a name that shows no gender is a nominative or a dative; nobody
    tells anybody something as a paper does, so somebody behind the verb says it.
    """
    if not phrases[1:]:
        return False
    front, behind = phrases
    if not front.end <= verb < behind.first:
        return False
    last = reading.lower[segment.end - 1]
    prefix = last if last in reading.lexicon.words.prefixes else ""
    verbs = (form.verb for form in reading.verbs(verb))
    traits = (each.frames for each in verbs if each.prefix == prefix)
    says = any(each >= _SAYING and each.isdisjoint(_WITH_OBJECT) for each in traits)
    return says and may_be_told(reading, front) and _can_tell(reading, behind)


def may_be_told(reading: Reading, front: Phrase) -> bool:
    """An outlet behind "der" whose name shows no gender."""
    if front.pronoun or front.first == front.core:
        return False
    article = reading.lexicon.words.article_cases.get(reading.lower[front.first], {})
    either = {Case.NOMINATIVE, Case.DATIVE} <= set("".join(article.values()))
    if not either or not (front.quoted_name or is_media(reading, front)):
        return False
    return not gender_of(reading, naming_of(reading, front))


def tells_outlet(reading: Reading, verb: int, phrases: tuple[Phrase, ...]) -> bool:
    """As in "Moor sagte NordTV, …": of two bare names the outlet behind heard it.

    An outlet that says something itself reports it ("Abends meldete NordTV, …").
    """
    if not phrases[1:]:
        return False
    front, behind = phrases
    telling = reading.lexicon.words.quotation.telling
    tells = any(form.verb.infinitive in telling for form in reading.verbs(verb))
    bare = front.first == front.core and behind.first == behind.core
    next_to = front.end == verb == behind.first - 1 and not front.pronoun
    body = naming_of(reading, behind).kind is EntityKind.ORGANISATION
    return tells and bare and next_to and (body or is_media(reading, behind))


def may_be_blamed(reading: Reading, verb: int, front: Phrase, end: int) -> bool:
    """As in "Der „Abendkreis“ warf Ida Moor vor, …": which of the two did is open."""
    if front.end > verb or not may_be_told(reading, front):
        return False
    behind = (phrase for phrase, at in phrases_in(reading, verb + 1, end) if at is None)
    other = next(behind, None)
    return other is not None and _can_tell(reading, other)


def _can_tell(reading: Reading, behind: Phrase) -> bool:
    """A person by name, or whoever cannot stand in the dative."""
    if behind.pronoun:
        return behind.can_be(Case.NOMINATIVE) and not behind.can_be(Case.DATIVE)
    naming = naming_of(reading, behind)
    if naming.kind in (None, EntityKind.UNNAMED):
        return False
    cases = cases_of(reading, behind, naming)
    named = naming.kind is EntityKind.PERSON and bool(naming.names)
    return Case.NOMINATIVE in cases and (named or Case.DATIVE not in cases)
