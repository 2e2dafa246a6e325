"""What of a frame has no part in it: phrases that may be a hand nobody took notice of.

Every phrase of the clause that says who said it plays a part: speaker, source,
addressee, time, place, occasion, topic. A phrase of which none is known may be another
source or the speaker; while it is there, the claim is not sure.
"""

from collections.abc import Iterator
from dataclasses import replace

from quiz.engine.claims.candidates.bystander import bystanders
from quiz.engine.claims.candidates.candidate import Candidate, SentenceView
from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.clauses.dependence import is_fragment, is_relative
from quiz.engine.claims.doubt import TALK_MAY_GO_ON, WORD_UNACCOUNTED
from quiz.engine.claims.phrases.chunks import places_in
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.phrases.unknown_outlet import (
    is_surely_somebody,
    may_be_outlet,
)
from quiz.engine.claims.words.noun import is_body, is_day, is_first_name, is_title
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case

_LISTENERS = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.COUNTRY})


def accounted(view: SentenceView, candidate: Candidate) -> Candidate:
    """The candidate with what its frame leaves open, and the doubt that comes of it."""
    if _points_back(view, candidate):
        candidate = candidate.doubted(TALK_MAY_GO_ON)
    frame = unaccounted(view, candidate)
    known = {phrase.first for phrase in frame}
    others = (each for each in bystanders(view, candidate) if each.first not in known)
    left = tuple(sorted((*frame, *others), key=lambda phrase: phrase.first))
    if not left:
        return candidate
    return replace(candidate, unaccounted=left).doubted(WORD_UNACCOUNTED)


def _points_back(view: SentenceView, candidate: Candidate) -> bool:
    """As in "Sie kündigte demnach an, …": by the source that was named before."""
    if candidate.via or candidate.carried:
        return False
    return any(
        attribution.back and segment.first <= at < segment.end
        for attribution in view.attributions
        for segment in (view.segments[attribution.segment],)
        for at in candidate.cue
        if at not in attribution.cue
    )


def unaccounted(view: SentenceView, candidate: Candidate) -> tuple[Phrase, ...]:
    """The phrases of the frame that play no known part in it, in order."""
    if not candidate.cue:
        return ()
    known = [*_taken(view, candidate)]
    letting = view.reading.lexicon.words.quotation.letting
    lets = any(view.reading.lower[at] in letting for at in candidate.cue)
    return tuple(
        phrase
        for first, end in _frame_of(view, candidate)
        for phrase, preposition in places_in(view.reading, first, end)
        if not any(a <= phrase.first < b for a, b in known)
        and not _plays_a_part(view.reading, phrase, preposition, lets=lets)
        and not _is_owner(view.reading, phrase, preposition)
    )


def _is_owner(reading: Reading, phrase: Phrase, preposition: int | None) -> bool:
    """As in "im Vorfeld der Anhörung": the genitive of what a preposition governs.

    Not behind a name, a time, a body or what an outlet has ("im Interview der Woge").
    """
    before = phrase.first - 1
    if preposition is not None or not phrase.can_be(Case.GENITIVE):
        return False
    if before < 1 or not reading.is_noun(before) or is_day(reading, before):
        return False
    if may_be_outlet(reading, phrase) or is_body(reading, before):
        return False
    nouns, lower = reading.lexicon.nouns, reading.lower[before]
    held = reading.word(before) in nouns.requests or lower.endswith(nouns.interviews)
    governed = before - 1
    if reading.is_determiner(governed) or reading.is_adjective(governed):
        governed -= 1
    return not held and reading.is_preposition(governed)


def _frame_of(view: SentenceView, candidate: Candidate) -> Iterator[tuple[int, int]]:
    """The stretches of the clauses with the cue that are not what is said."""
    for index in _clauses(view, candidate):
        segment = view.segments[index]
        at = segment.first
        for first, end in candidate.content:
            if first < segment.end and at < end:
                if at < first:
                    yield at, first
                at = max(at, end)
        if at < segment.end:
            yield at, segment.end


def _clauses(view: SentenceView, candidate: Candidate) -> list[int]:
    """The segments with the cue, and the fragments that go on behind them."""
    inside = {
        index
        for index, segment in enumerate(view.segments)
        if any(segment.first <= at < segment.end for at in candidate.cue)
    }
    following = max(inside, default=len(view.segments)) + 1
    for index in range(following, len(view.segments)):
        if is_relative(view.reading, view.segments[index]):
            continue  # "sagte ein Mann, der hier wohnt, der dpa"
        if not is_fragment(view.reading, view.segments[index]):
            break
        inside.add(index)
    return sorted(inside)


def _taken(view: SentenceView, candidate: Candidate) -> Iterator[tuple[int, int]]:
    """What the speaker, the sources and other attributions cover."""
    if candidate.speaker is not None:
        yield candidate.speaker.first, _with_origin(view.reading, candidate.speaker)
    for via in candidate.via:
        yield via.phrase.first, via.phrase.end
    for attribution in view.attributions:
        yield attribution.first, attribution.end


def _plays_a_part(
    reading: Reading, phrase: Phrase, preposition: int | None, *, lets: bool
) -> bool:
    """Whether it is somebody who listens, a time, a place, an occasion or a topic."""
    if any(may_be(reading, phrase, preposition) for may_be in _OPEN):
        return False
    if phrase.pronoun or _is_time(reading, phrase):
        return True
    through = preposition is not None and (
        reading.lower[preposition] in reading.lexicon.words.quotation.through
    )
    if through and lets:
        return False  # "ließ über die Pressestelle wissen"
    if preposition is not None and _belongs_to_noun(reading, phrase, preposition):
        return True
    if naming_of(reading, phrase).kind in _LISTENERS or _is_common(reading, phrase):
        return True
    if preposition is None:
        return not _may_be_dative(reading, phrase)
    marks = reading.lexicon.words.quotation
    word = reading.lower[preposition]
    told = word in marks.addressing or word in marks.through
    if told and not (_is_occasion_or_topic(reading, word) and _is_thing(phrase)):
        return False
    return not may_be_outlet(reading, phrase)


def _may_be_station(reading: Reading, phrase: Phrase, preposition: int | None) -> bool:
    """As in "sagte Lenk bei Puls Vier": where or to whom, and no known person."""
    marks = reading.lexicon.words.quotation
    if preposition is None or reading.lower[preposition] not in marks.at:
        return False
    bare = phrase.first == phrase.core and phrase.core_end - phrase.core > 1
    return bare and not is_surely_somebody(reading, phrase)


def _belongs_to_noun(reading: Reading, phrase: Phrase, preposition: int) -> bool:
    """As in "zur Rolle der Stadt", which nobody is told, and "Chefin bei Ohlsen"."""
    words = reading.lexicon.words.quotation
    about = reading.lower[preposition] in words.towards and phrase.quoted_name is None
    owned = phrase.end < len(reading.lower) and Case.GENITIVE in reading.cases(
        phrase.end
    )
    role = reading.lower[preposition] in words.at and preposition > 0
    return (about and owned) or (role and is_title(reading, preposition - 1))


def _may_have_asked(reading: Reading, phrase: Phrase, preposition: int | None) -> bool:
    """As in "im Interview mit Tele Reuss": an outlet, unless it is surely somebody."""
    if preposition is None or preposition == 0 or phrase.pronoun:
        return False
    if _is_time(reading, phrase):
        return False  # "in einer Aussendung am Montag"
    talk = reading.lower[preposition - 1].endswith(reading.lexicon.nouns.interviews)
    if not talk or not reading.is_noun(preposition - 1):
        return False
    words = [reading.word(at) for at in range(phrase.core, phrase.core_end)]
    known = any(is_first_name(word, reading.lexicon) for word in words)
    return not known and not is_title(reading, phrase.core)


_OPEN = (_may_have_asked, _may_be_station)


def _is_occasion_or_topic(reading: Reading, preposition: str) -> bool:
    """As in "bei der Anhörung", "über den Umbau": not only who was told."""
    marks = reading.lexicon.words.quotation
    return preposition in marks.at or preposition in marks.through


def _is_thing(phrase: Phrase) -> bool:
    """A noun behind an article or the like; a name stands alone, or in marks."""
    return phrase.first < phrase.core and phrase.quoted_name is None


def _with_origin(reading: Reading, speaker: Phrase) -> int:
    """Where "Lenk von der ESA" ends: from where somebody is belongs to the name."""
    end = speaker.end
    if end >= len(reading.lower) or reading.lower[end] not in (
        reading.lexicon.words.origins
    ):
        return end
    inner = phrase_at(reading, end + 1, len(reading.lower))
    return end if inner is None or inner.pronoun else inner.end


def _is_common(reading: Reading, phrase: Phrase) -> bool:
    """A body by its noun, or a document: known for what it is."""
    last, nouns = phrase.core_end - 1, reading.lexicon.nouns
    word = reading.word(last)
    said = word in nouns.documents or word in nouns.statements
    return said or is_body(reading, last) or reading.lower[last] in nouns.talks


def _may_be_dative(reading: Reading, phrase: Phrase) -> bool:
    """Whether it can be whom it was said to; "den Trend" cannot."""
    if not phrase.can_be(Case.ACCUSATIVE):
        return phrase.can_be(Case.DATIVE)
    last = reading.lower[phrase.core_end - 1]
    plural = last.endswith(reading.lexicon.inflection.nouns.dative_plural)
    return phrase.can_be(Case.DATIVE) and plural and phrase.first < phrase.core


def _is_time(reading: Reading, phrase: Phrase) -> bool:
    core = range(phrase.core, phrase.core_end)
    return any(is_day(reading, at) for at in core) or all(
        reading.word(at).isdigit() for at in core
    )
