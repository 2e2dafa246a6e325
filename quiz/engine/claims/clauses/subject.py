"""The subject of a clause: who does what its verb says.

German puts subject, object and adverbial in any order, and most phrases look the same
in both. So every phrase of a clause is weighed: whether its form agrees with the verb,
whether it can speak, and where it stands. The points say how much each counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.clauses.told import is_told, tells_outlet
from quiz.engine.claims.phrases.agreement import (
    cases_of,
    disagrees,
    gender_of,
    is_time,
    number_of,
)
from quiz.engine.claims.phrases.chunks import phrases_in, shares_case
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, name_at, phrase_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case, Fit, Form, Number

# Points for a phrase.
SPEAKS = 2.0  # a person, a body, an outlet, a country, a group of people
DOCUMENT = 1.0
NAMED = 1.5  # an unknown capitalised word without article, as names stand
ONLY_SUBJECT = 1.5  # "er", "der Bäcker": no other case looks so
PERSON = 0.5  # by name: no thing that is spoken of
ABSTRACT = -1.0  # "die Änderung", "die Freiheit"
MAX_REST = 2  # words of a verb between a phrase and its relative clause
DISAGREES = -9.0  # plural beside a singular verb, or the other way round


class Place(Enum):
    """Where a phrase stands in its clause."""

    FRONT = auto()  # before the verb, where most subjects stand
    OPENING = auto()  # there, but maybe an adverb: a word known from nowhere else
    BEHIND = auto()  # right behind the verb
    ELSEWHERE = auto()


POINTS = {Place.FRONT: 2.5, Place.OPENING: 0.5, Place.BEHIND: 0.5, Place.ELSEWHERE: 0.0}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A phrase that may be the subject, with its points."""

    phrase: Phrase
    points: float


def subject_of(reading: Reading, segment: Segment, at: int) -> Phrase | None:
    """The subject of a finite verb in second or first place."""
    return _best(_weigh_all(reading, segment, _first_verb(reading, segment, at)))


def subject_in_front(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Phrase | None:
    """The subject that commas part from its verb.

    As in "Lenk, die Bürgermeisterin, sagte" and "Lenk, der das plant, sagte". What
    stands right behind the verb is the subject only if it suits better: in "Lenk, der
    das plant, lobte das Team" it does not.
    """
    verb = segments[index].first
    before = index - 1
    while before > 0 and _is_aside(reading, segments[before]):
        before -= 1
    head = segments[max(before, 0)]
    if index < 2 or before == index - 1 or head.quotation is not None:
        return None
    if reading.has_mood(head.first, segments[index - 1].end):
        return None  # what stands before the verb is what is said
    phrase = _at_front(reading, head.first, head.end)
    rest = range(phrase.end, head.end) if phrase is not None else ()
    if phrase is None or any(_is_verb(reading, at) for at in rest):
        return None
    front = _weigh(reading, phrase, verb, Place.FRONT)
    behind = _weigh_all(reading, segments[index], verb)
    return _best([front, *behind]) if front.points > 0 else None


def shared_subject(
    reading: Reading, segments: tuple[Segment, ...], index: int, verb: int
) -> Phrase | None:
    """The subject of the clause before, which a verb without one goes on with.

    As in "Lenk lobte die Helfer, wies aber darauf hin, dass …".
    """
    conjunctions = reading.lexicon.words.conjunctions.subordinating
    for segment in reversed(segments[:index]):
        opener = reading.lower[segment.first]
        if segment.quotation is not None:
            return None
        spoken = reading.has_mood(segment.first, segment.end)
        if opener in conjunctions or spoken or _opens_relative(reading, segment):
            continue
        front = _at_front(reading, segment.first, segment.end)
        if front is None or not _is_verb(reading, front.end):
            continue
        first = _weigh(reading, front, verb, Place.FRONT)
        return _best([first, *_weigh_all(reading, segment, front.end)])
    return None


def first_subject(
    reading: Reading, first: int, end: int, verb: int | None = None
) -> Phrase | None:
    """The subject of a clause whose verb comes last."""
    found: list[Weighed] = []
    for phrase, preposition in phrases_in(reading, first, end):
        if preposition is None and (verb is None or phrase.first < verb):
            place = Place.ELSEWHERE if found else Place.BEHIND
            found.append(_weigh(reading, phrase, verb, place))
    quoted = name_at(reading, first, end) if first in reading.quoted else None
    return _best(found) or quoted


def antecedent(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Phrase | None:
    """The phrase right before a relative clause, which it is about.

    Only the rest of the verb can stand between them ("jubelten der Rätin zu, die …");
    then gender and number have to suit.
    """
    before, opener = segments[index - 1], segments[index].first
    for phrase, _ in reversed(phrases_in(reading, before.first, before.end)):
        if phrase.end == before.end:
            return phrase
        rest = range(phrase.end, before.end)
        if len(rest) > MAX_REST or any(not _ends_verb(reading, at) for at in rest):
            return None
        if not phrase.pronoun and _suits(reading, phrase, opener):
            return phrase
    return None


def _ends_verb(reading: Reading, at: int) -> bool:
    """As in "rief … auf", "hat … gelobt", "will … hören": what closes a clause."""
    ends, lower = reading.lexicon.inflection.verbs, reading.lower[at]
    if lower in reading.lexicon.words.prefixes:
        return True
    return reading.is_plain(at) and lower.endswith((*ends.participles, ends.infinitive))


def _suits(reading: Reading, phrase: Phrase, opener: int) -> bool:
    """Whether the relative word at that token can stand for the phrase."""
    fits = reading.lexicon.words.article_genders.get(reading.lower[opener], "")
    naming = naming_of(reading, phrase)
    number, gender = number_of(reading, phrase, naming), gender_of(reading, naming)
    if number is Number.PLURAL:
        return Fit.PLURAL in fits
    return not fits or not gender or gender in fits


def _first_verb(reading: Reading, segment: Segment, at: int) -> int:
    """The verb by which the subject stands, where "und" joins a second to it.

    As in "Den Plan nannte Lenk klug und sagte, …": Lenk stands by the first.
    """
    joined = reading.lower[at - 1] in reading.lexicon.words.conjunctions.joining
    for before in range(segment.first, at - 1 if joined else segment.first):
        if before not in reading.quoted and _is_verb(reading, before):
            return before
    return at


def _is_verb(reading: Reading, at: int) -> bool:
    """A finite verb: of speech, or one of the commonest others."""
    if at >= len(reading.lower) or reading.is_noun(at):
        return False
    speech = any(form.form is Form.FINITE for form in reading.verbs(at))
    return speech or reading.lower[at] in reading.lexicon.words.auxiliaries


def _places(
    reading: Reading, segment: Segment, at: int
) -> Iterator[tuple[Phrase, Place]]:
    """What can be the subject of the verb at `at`, with the place where it stands."""
    marks = reading.lexicon.words
    taken = reading.lower[segment.first] in marks.as_words | marks.quotation.as_said
    if not taken and (front := _at_front(reading, segment.first, at)) is not None:
        yield front, Place.FRONT
    place = Place.BEHIND
    quoted = name_at(reading, at + 1, segment.end)
    if quoted is not None and at + 1 in reading.quoted:
        yield quoted, place
    before: list[Phrase] = []
    for phrase, preposition in phrases_in(reading, at + 1, segment.end):
        if preposition is None and not shares_case(reading, phrase, before[-1:]):
            yield phrase, place
            place = Place.ELSEWHERE
        before.append(phrase)


def _at_front(reading: Reading, first: int, end: int) -> Phrase | None:
    """The phrase a clause begins with, small words before it passed over."""
    skipped = reading.lexicon.words.front
    while first < end and reading.lower[first] in skipped:
        first += 1
    return name_at(reading, first, end)


def _weigh_all(reading: Reading, segment: Segment, verb: int) -> list[Weighed]:
    places = list(_places(reading, segment, verb))
    first_two = tuple(phrase for phrase, _ in places[:2])
    places = places[: 1 if tells_outlet(reading, verb, first_two) else None]
    places = places[is_told(reading, segment, verb, first_two) :]
    return [_weigh(reading, phrase, verb, place) for phrase, place in places]


def _weigh(reading: Reading, phrase: Phrase, verb: int | None, place: Place) -> Weighed:
    """The phrase with its points; below 0 where it cannot be the subject."""
    bare = phrase.first == phrase.core and not phrase.pronoun
    if place is Place.FRONT and bare and reading.is_unproven(phrase.core):
        place = Place.OPENING
    points = POINTS[place] + _standing(reading, phrase)
    if verb is not None and disagrees(reading, phrase, verb):
        points += DISAGREES
    return Weighed(phrase, points)


def _standing(reading: Reading, phrase: Phrase) -> float:
    """Points for what the phrase is, wherever it stands."""
    if phrase.pronoun:
        if not phrase.can_be(Case.NOMINATIVE):
            return DISAGREES
        words = reading.lexicon.words
        others = words.anybody | words.pointing_pronouns
        somebody = reading.lower[phrase.first] not in others
        only = ONLY_SUBJECT + PERSON * somebody  # "Ott warf er vor, …"
        return SPEAKS + only * (phrase.cases == Case.NOMINATIVE)
    if _is_governed(reading, phrase):
        return DISAGREES
    naming = naming_of(reading, phrase)
    cases = cases_of(reading, phrase, naming)
    if Case.NOMINATIVE not in cases or is_time(reading, phrase):
        return DISAGREES
    points = ONLY_SUBJECT * (cases == Case.NOMINATIVE)
    if naming.kind is not None and naming.kind is not EntityKind.UNNAMED:
        named = naming.kind is EntityKind.PERSON and bool(naming.names)
        return points + SPEAKS + PERSON * named
    nouns = reading.lexicon.nouns
    last = phrase.core_end - 1
    if reading.word(last) in nouns.documents or reading.lower[last] in nouns.findings:
        return points + DOCUMENT
    bare = phrase.first == phrase.core
    known = not reading.is_unproven(phrase.core)
    abstract = reading.lower[last].endswith(reading.lexicon.words.abstract_endings)
    points += ABSTRACT * abstract
    return points + NAMED * (bare and known and not abstract)


def _is_governed(reading: Reading, phrase: Phrase) -> bool:
    """As in "Insidern zufolge fordern die Räte": a preposition stands behind it."""
    words = reading.lexicon.words.quotation.behind_noun
    return phrase.end < len(reading.lower) and reading.lower[phrase.end] in words


def _best(found: list[Weighed]) -> Phrase | None:
    """The one with most points, the earlier of two equals; None where none can be."""
    fitting = [each for each in found if each.points >= 0]
    best = max(fitting, key=lambda each: each.points, default=None)
    return None if best is None else best.phrase


def _is_aside(reading: Reading, segment: Segment) -> bool:
    """What is set beside a phrase, without a verb, or a relative clause."""
    if segment.quotation is not None or segment.mark not in (",", "–", "-", "—"):
        return False
    if _opens_relative(reading, segment):
        return True
    return not any(
        at not in reading.quoted and _is_verb(reading, at)
        for at in range(segment.first, segment.end)
    )


def _opens_relative(reading: Reading, segment: Segment) -> bool:
    """A relative clause, maybe behind a preposition ("in dem …")."""
    first = segment.first
    if segment.mark != ",":
        return False
    if reading.is_preposition(first):
        first += 1
    words = reading.lexicon.words.conjunctions
    relative = words.relative_subjects | words.relative_cases
    if first >= segment.end or reading.lower[first] not in relative:
        return False
    phrase = phrase_at(reading, segment.first, segment.end)
    return phrase is None or phrase.end < segment.end
