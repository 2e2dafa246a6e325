"""Which segments are clauses that depend on another, and which go on with one."""

from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.phrases.chunks import fills
from quiz.engine.claims.phrases.phrase import phrase_at
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading

SHORTEST_RELATIVE = (
    2  # tokens between its pronoun and the end of "das der dpa vorliegt"
)


def has_inner_mood(reading: Reading, segment: Segment) -> bool:
    """A verb in the Konjunktiv in second place: a main clause, no relative one."""
    return any(
        reading.is_strict_mood(at) or reading.is_loose_mood(at)
        for at in range(segment.first + 1, segment.end - 1)
        if at not in reading.quoted
    )


def is_relative(reading: Reading, segment: Segment) -> bool:
    """As in "der das plant", "an denen er hängt", "wonach es regnet"."""
    relative = reading.lexicon.words.conjunctions.relative
    if segment.first in reading.starts and not segment.mark:
        return False  # "Das ist alles": nothing before that it could hang on
    first = _past_preposition(reading, segment)
    return reading.lower[first] in relative and _is_relative(reading, segment)


def _past_preposition(reading: Reading, segment: Segment) -> int:
    governed = reading.is_preposition(segment.first)
    return segment.first + (governed and segment.first + 1 < segment.end)


@once
def _is_relative(reading: Reading, segment: Segment) -> bool:
    """Whether no noun belongs to the article it begins with."""
    first = _past_preposition(reading, segment)
    phrase = phrase_at(reading, first, segment.end)
    words = reading.lexicon.words
    behind = reading.lower[first + 1] if first + 1 < segment.end else ""
    follows = behind in words.quotation.behind_noun
    if follows or reading.lower[first] in words.conjunctions.no_article:
        phrase = None  # "nach denen Tee gesund sei", "der zufolge Tee gesund ist"
    if phrase is not None and (
        _is_whose(reading, segment) or _has_verb_last(reading, segment)
    ):
        return True
    if phrase is not None and (first == segment.first or not phrase.pronoun):
        return False  # an article with its noun
    return not has_inner_mood(reading, segment)


def _has_verb_last(reading: Reading, segment: Segment) -> bool:
    """As in "…, das mehreren Medien zugespielt wurde", "die Welle 4 vorliegt".

    Behind a participle, or with a prefix that a main clause would set apart.
    """
    first, last = segment.first, segment.end - 1
    if segment.mark != "," or last - first < SHORTEST_RELATIVE:
        return False
    if any(reading.looks_finite(at) for at in range(first + 1, last)):
        return False
    words, verb = reading.lexicon.words, reading.lower[last]
    participle = reading.is_plain(last - 1) and reading.lower[last - 1].endswith(
        reading.lexicon.inflection.verbs.participles
    )
    behind = participle and verb in words.auxiliaries
    return behind or (
        verb in words.quotation.spreading and verb.startswith(tuple(words.prefixes))
    )


def _is_whose(reading: Reading, segment: Segment) -> bool:
    """As in "…, dessen Kanzlei daran gearbeitet hat": with its verb at the end.

    Or with several, each at the end of its part: "…, deren Rad alt ist und quietscht".
    """
    words, last = reading.lexicon.words, segment.end - 1
    owners = words.conjunctions.relative_cases & words.owners.keys()
    if segment.mark != "," or reading.lower[segment.first] not in owners:
        return False
    verbs = [at for at in range(segment.first, last) if reading.looks_finite(at)]
    joined = [at for at in verbs if reading.lower[at + 1] in words.conjunctions.joining]
    return reading.looks_finite(last) and verbs == joined


def opens_clause(reading: Reading, segment: Segment) -> bool:
    """As in "die, so das Amt, fehlten" and "weil, so Lenk, …": only its first word."""
    words = reading.lexicon.words.conjunctions
    last = segment.end - 1
    if last > segment.first + 1 or segment.mark != ",":
        return False
    if last > segment.first and not reading.is_preposition(segment.first):
        return False
    return reading.lower[last] in words.relative | words.subordinating


def is_infinitive(reading: Reading, segment: Segment) -> bool:
    """As in "die Brücke im Mai zu öffnen", "früher anzufangen"."""
    lower = reading.lower
    if lower[segment.first] in reading.lexicon.words.conjunctions.purpose:
        return False
    last = segment.end - 1
    if _is_marked(reading, last, segment.first):
        return True
    behind = (
        segment.first + 3
    )  # what follows the infinitive: "kurzfristig … als Chefin"
    compared = reading.lexicon.words.conjunctions.compared
    return any(
        _is_marked(reading, at, segment.first) and lower[at + 1] in compared
        for at in range(segment.first + 1, min(last, behind))
    )


def _is_marked(reading: Reading, at: int, first: int) -> bool:
    """As in "zu öffnen", "anzufangen"."""
    lower, bends = reading.lower, reading.lexicon.inflection
    if not lower[at].endswith(bends.verbs.infinitive):
        return False
    marker = bends.conjugation.marker
    spaced = at > first and lower[at - 1] == marker
    return spaced or (marker in lower[at][2:-3] and len(lower[at]) > 7)


def is_subordinate(reading: Reading, segment: Segment) -> bool:
    """It opens with a word that sends the verb to the end."""
    words = reading.lexicon.words.conjunctions
    opener = reading.lower[segment.first]
    if opener in words.coordinating and segment.first + 1 < segment.end:
        opener = reading.lower[segment.first + 1]
    if opener not in words.subordinating:
        return False
    if opener in reading.lexicon.words.prepositions and has_inner_mood(
        reading, segment
    ):
        return False  # "seit der Flut sei …"
    return not (
        segment.first + 1 < segment.end and reading.is_strict_mood(segment.first + 1)
    )


@once
def is_dependent(reading: Reading, segment: Segment) -> bool:
    """A subordinate, relative or infinitive clause."""
    return (
        is_subordinate(reading, segment)
        or is_relative(reading, segment)
        or is_infinitive(reading, segment)
    )


@once
def is_fragment(reading: Reading, segment: Segment) -> bool:
    """Nothing but noun and prepositional phrases: an apposition, an adverbial."""
    at = segment.first + reading.is_preposition(segment.first)
    phrase = phrase_at(reading, at, segment.end)
    return phrase is not None and fills(reading, phrase, segment.end)


def resumes(reading: Reading, segment: Segment) -> bool:
    """It begins with a finite verb of the narrator: a clause begun before goes on."""
    at = segment.first
    if reading.lower[at] in reading.lexicon.words.conjunctions.joining:
        at += 1
    if at >= segment.end or at in reading.quoted or reading.is_strict_mood(at):
        return False
    if reading.is_loose_mood(at):
        return False
    return reading.looks_finite(at)
