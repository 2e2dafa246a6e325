"""What the article itself says beside somebody's words: its place and its comment."""

from collections.abc import Sequence

from quiz.engine.claims.clauses.dependence import (
    is_dependent,
    is_fragment,
    is_infinitive,
)
from quiz.engine.claims.clauses.finite import can_be_verb, has_verb
from quiz.engine.claims.clauses.segment import DASHES, Segment
from quiz.engine.claims.phrases.phrase import phrase_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Mood, Trait

MIN = 2  # words of "wie die Roller heißen" behind the first
MAX_PLACE = 10  # tokens of a place line with what stands in its brackets


def place_line_end(reading: Reading, segments: Sequence[Segment]) -> int | None:
    """The token behind the place line that a sentence opens with; None without one.

    As in "Talheim/Moosach (nad) – Die Mühle brennt": names alone, then a dash, and
    behind it a sentence that begins anew.
    """
    if len(segments) < 2 or segments[1].mark not in DASHES:
        return None
    place, behind = segments[0], segments[1]
    if place.quotation is not None or place.end - place.first > MAX_PLACE:
        return None
    depth = 0
    for at in range(place.first, place.end):
        token = reading.text.tokens[at]
        depth += (token.text == "(") - (token.text == ")")
        inside = token.text in reading.lexicon.names.particles  # "Rio de Janeiro"
        if depth == 0 and token.is_word and not (token.is_capital or inside):
            return None
    opens = not reading.is_determiner(place.first) and not reading.is_pronoun(
        place.first
    )
    anew = reading.text.tokens[behind.first].is_capital or behind.quotation is not None
    return behind.first if opens and anew else None


def is_comment(reading: Reading, segments: Sequence[Segment], index: int) -> bool:
    """Whether a segment behind reported words is the article's objection to them.

    As in "er sei krank, doch wer ihn kennt, glaubt das nicht" and "es sei geprüft, was
    niemand bestätigt": words in the Konjunktiv or behind "dass" do not go on so.
    """
    words = reading.lexicon.words.conjunctions
    segment = segments[index]
    if segment.quotation is not None:
        return False
    opener = reading.lower[segment.first]
    if opener in words.commenting and _is_whole(reading, segments[index - 1]):
        spoken = reading.has_mood(segment.first, segment.end)
        return not spoken and has_verb(reading, segment.first, segment.end)
    if opener not in words.objecting or not _is_main(reading, segment):
        return False
    return not reading.has_mood(segment.first, segments[-1].end)


def is_sequel(reading: Reading, segments: Sequence[Segment], index: int) -> bool:
    """Whether a segment behind an infinitive tells what came of it.

    As in "rief dazu auf, Fotos zu schicken, dann hängten sie alle auf": a main clause
    with its verb in second place and in no mood is the article's own.
    """
    segment, before = segments[index], segments[index - 1]
    opener, joins = reading.lower[segment.first], reading.lexicon.words.conjunctions
    if segment.mark != "," or segment.quotation is not None:
        return False
    if not is_infinitive(reading, before) or opener in joins.coordinating:
        return False
    if is_dependent(reading, segment) or reading.looks_finite(segment.first):
        return False
    hangs = reading.is_preposition(segment.first)  # "bei dessen Bau zwei starben"
    owner = reading.lower[segment.first + hangs] in joins.relative_cases
    if opener in joins.purpose or owner:
        return False
    inner = range(segment.first + 1, segment.end - 1)
    verb = any(reading.looks_finite(at) for at in inner if at not in reading.quoted)
    return verb and not reading.has_mood(segment.first, segment.end)


def is_gloss(reading: Reading, segments: Sequence[Segment], index: int) -> bool:
    """Whether a segment behind somebody's words says what the article makes of them.

    As in "… koste das Doppelte – eine Zahl, die niemand belegt" and "…, ohne dafür
    Belege zu nennen": no part of what is said, in whatever mood that is.
    """
    segment, words = segments[index], reading.lexicon.words
    if segment.quotation is not None:
        return False
    if segment.mark in DASHES:
        closed = any(other.mark in DASHES for other in segments[index + 1 :])
        anew = reading.lower[segment.first] in words.indefinite
        return anew and not closed and is_fragment(reading, segment)
    if reading.lower[segment.first] not in words.conjunctions.purpose:
        return _is_other_word(reading, segment) or _is_denial(reading, segments, index)
    return any(
        Trait.QUOTATION in form.verb.frames for form in reading.verbs(segment.end - 1)
    )


def _is_other_word(reading: Reading, segment: Segment) -> bool:
    """As in "…, wie die Roller im Amtsdeutsch heißen", "… genannt werden"."""
    words, first, last = reading.lexicon.words, segment.first, segment.end - 1
    if reading.lower[first] not in words.conjunctions.comparing or last - first < MIN:
        return False
    if reading.lower[first + 1] in words.quotation.it:
        return False  # "wie es heißt"
    if reading.lower[last] in words.quotation.called:
        return True
    if reading.lower[last] in reading.lexicon.calling:
        return _has_it(reading, first + 1)
    passive = reading.lower[last] in words.passive.auxiliaries
    return passive and reading.lower[last - 1] in reading.lexicon.calling


def _has_it(reading: Reading, at: int) -> bool:
    """As in "…, wie er es bei einer Sitzung nannte": a pronoun, and then the thing."""
    subject = phrase_at(reading, at, at + 1)
    called = reading.lower[at + 1] in reading.lexicon.words.quotation.it
    return called and subject is not None and subject.pronoun


def _is_denial(reading: Reading, segments: Sequence[Segment], index: int) -> bool:
    """As in "… zu verschleppen, was der Kreis bestreitet": what another says to it.

    But "er wisse nicht, was der Kreis bestreitet".
    """
    segment, before = segments[index], segments[index - 1]
    if (
        reading.lower[segment.first]
        not in reading.lexicon.words.conjunctions.commenting
    ):
        return False
    denied = any(
        Trait.DENIAL in form.verb.frames for form in reading.verbs(segment.end - 1)
    )
    subject = phrase_at(reading, segment.first + 1, segment.end)
    named = subject is not None and not subject.pronoun
    return denied and named and not _asks(reading, before)


def _is_main(reading: Reading, segment: Segment) -> bool:
    """As in "doch das Eis hielt", "aber seit gestern steht dort ein Zaun".

    Its verb stands in the second place, behind a single part of the clause; in "aber
    nicht hoffnungslos" there is none.
    """
    at, end, words = segment.first + 1, segment.end, reading.lexicon.words
    if at < end and reading.lower[at] in words.conjunctions.subordinating:
        return True
    part = phrase_at(reading, at + (at < end and reading.is_preposition(at)), end)
    if part is not None:
        at = part.end
    elif at < end and reading.lower[at] in words.adverbs.words:
        at += 1
    if at >= end or not can_be_verb(reading, at):
        return False
    return reading.looks_finite(at) or at + 1 < end or part is not None


def _is_whole(reading: Reading, segment: Segment) -> bool:
    """It ends in its verb, and in none that "was" could go with: "er wisse, was fehlt".

    That is sure of a clause in the mood and of a question; in "dass er tut, was er
    will" it is not.
    """
    last, ends = segment.end - 1, reading.lexicon.inflection.verbs
    asked = (
        reading.lower[segment.first] in reading.lexicon.words.conjunctions.commenting
    )
    if not asked and reading.has_mood(segment.first, segment.end) is not Mood.STRICT:
        return False
    closes = reading.is_plain(last) and reading.lower[last].endswith(
        (*ends.participles, ends.infinitive)
    )
    closes = closes or reading.looks_finite(last)
    return closes and not _asks(reading, segment)


def _asks(reading: Reading, segment: Segment) -> bool:
    """Whether a verb in it can have a clause with "was" as its object."""
    return any(
        not form.verb.frames.isdisjoint((Trait.CLAUSE, Trait.QUESTION))
        for at in range(segment.first, segment.end)
        for form in reading.verbs(at)
    )


def is_reported(reading: Reading, segment: Segment) -> bool:
    """Whether the clause that opens somebody's words shows that they are reported."""
    if reading.lower[segment.first] in reading.lexicon.words.conjunctions.content:
        return True
    return reading.has_mood(segment.first, segment.end) is Mood.STRICT
