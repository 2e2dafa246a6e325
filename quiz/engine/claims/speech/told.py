"""What somebody tells that another one said: "Lind habe ihm versichert, …", sagte Ott.

The words are the other one's; whoever tells of them passes them on.
"""

from dataclasses import replace

from quiz.engine.claims.candidates.addressee import heard_by
from quiz.engine.claims.candidates.candidate import (
    Candidate,
    Range,
    SentenceView,
    Told,
)
from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.clauses.dependence import is_infinitive
from quiz.engine.claims.clauses.finite import told_in
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.clauses.subject import subject_of
from quiz.engine.claims.frames.frame import ANY, Frame, FrameKind
from quiz.engine.claims.ground import Rule, Talk
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.phrases.voiceless import is_voiceless
from quiz.engine.claims.words.reading import Reading

TOLD = Rule(id="told_of_another", share=0.9, talk=Talk.SPEAKS)

_VERB = FrameKind.VERB
_VOICES = frozenset(
    {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.GROUP}
)


def with_told(view: SentenceView, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those that only tell what another one said marked with that.

    As in "Trainer Lind habe ihm gesagt, erzählte Ott, die Elf sei müde" and "Seine
    Oma, erzählt Ott, habe gesagt: „Iss!“". Who "er" or "man" is stays open.
    """
    for index, segment in enumerate(view.segments):
        cue = () if segment.quotation is not None else told_in(view.reading, segment)
        if not cue or _is_denied(view.reading, segment):
            continue
        found = _teller(view, index, cue)
        inner = _inner(view, index)
        if found is not None and inner is not None:
            first, speaker = found
            heard = heard_by(view, Frame(index, ANY, min(cue), cue, speaker, _VERB))
            told = Told(speaker, cue, tuple(heard))
            marked = (
                each
                if _opens_statement(view.reading, each)
                else _marked(each, told, (first, segment.end), inner)
                for each in candidates
            )
            return [each for each in marked if each is not None]
    return candidates


def _opens_statement(reading: Reading, candidate: Candidate) -> bool:
    """As in "Ott sagte, Lind habe gesagt, dass …": that he did is what Ott says."""
    first = candidate.content[0][0]
    before = bool(candidate.cue) and candidate.cue[0] < first
    return before and reading.word(first - 1) == ","


def _marked(
    candidate: Candidate, told: Told, outer: Range, inner: int
) -> Candidate | None:
    """The candidate with what it tells; None where it has nothing but the telling."""
    first = candidate.content[0][0]
    within = tuple(
        (max(begin, inner), end) for begin, end in candidate.content if end > inner
    )
    begins = outer[0] <= first < outer[1]
    if begins and not within:
        return None
    if begins or (first == inner + 1 and not candidate.inside):
        return replace(candidate, told=replace(told, content=within))
    return candidate


def _is_denied(reading: Reading, segment: Segment) -> bool:
    negations = reading.lexicon.words.quotation.negations
    return not negations.isdisjoint(reading.lower[segment.first : segment.end])


def _teller(
    view: SentenceView, index: int, cue: tuple[int, ...]
) -> tuple[int, Phrase] | None:
    """Who said it, and where the clause with the telling begins."""
    reading, segment = view.reading, view.segments[index]
    if cue[0] > segment.first or index < 2:
        speaker, first = subject_of(reading, segment, cue[0]), segment.first
    else:
        front = view.segments[index - 2]
        between = view.frame_at(index - 1)
        speaker, first = phrase_at(reading, front.first, front.end), front.first
        if speaker is None or speaker.end != front.end or between is None:
            return None
    if speaker is None or speaker.pronoun or is_voiceless(reading, speaker):
        return None
    known = naming_of(reading, speaker).kind in _VOICES
    known = known or reading.word(speaker.core_end - 1) in reading.surnames
    somebody = reading.lower[speaker.core_end - 1].endswith(
        reading.lexicon.nouns.voice_endings  # "ein 15-Jähriger"
    )
    return (first, speaker) if known or somebody else None


def _inner(view: SentenceView, index: int) -> int | None:
    """Where the words begin that were said: dass, Konjunktiv, infinitive, quotation."""
    behind = index + 1
    frame = view.frame_at(behind)
    if frame is not None and frame.verb_first:
        behind = frame.last + 1
    if behind >= len(view.segments):
        return None
    reading, segment = view.reading, view.segments[behind]
    if segment.quotation is not None or segment.mark == ":":
        return segment.first
    if segment.mark != ",":
        return None
    opens = reading.lower[segment.first] in reading.lexicon.words.conjunctions.content
    says = opens or is_infinitive(reading, segment)
    mood = reading.has_mood(segment.first, segment.end)
    return segment.first if says or mood else None
