"""Words in quotation marks that stand as clauses, and who they belong to."""

from dataclasses import replace
from functools import partial

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView, Via
from quiz.engine.claims.candidates.via import candidate_of
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.doubt import VOICE_INSIDE
from quiz.engine.claims.frames.attribution import Attribution
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.ground import Rule, Talk
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.reason import SpeakerReason
from quiz.engine.claims.speech.citing import Citation, citation_for
from quiz.engine.claims.speech.quotation_frame import frame_beside
from quiz.engine.claims.speech.unframed import (
    is_gloss,
    is_inscription,
    named_beside,
    whose,
)
from quiz.engine.claims.words.quoted import (
    MIN_PHRASE,
    Wording,
    is_name_noun,
    titles_what_is_before,
    wording_of,
)
from quiz.engine.lexicon.grammar import Trait
from quiz.engine.text.quotation import Quotation

_quoted = partial(Rule, gives=ClaimType.DIRECT)
WITH_SOURCE = _quoted(
    id="quotation_with_source", share=0.85, naming=SpeakerReason.NAMED_AS_ORIGIN
)
POINTS_BEFORE = _quoted(id="quotation_points_before", share=0.85)
CITED = _quoted(id="quotation_cited", share=0.85, naming=SpeakerReason.NAMED_AS_CITED)
# By the frame that stands beside it.
WITH = {
    FrameKind.VERB: _quoted(id="quotation_with_verb", share=0.95, talk=Talk.SPEAKS),
    FrameKind.SO: _quoted(
        id="quotation_with_so",
        share=0.9,
        naming=SpeakerReason.NAMED_BEHIND_SO,
        talk=Talk.SPEAKS,
    ),
    FrameKind.AS: _quoted(id="quotation_with_as", share=0.9, talk=Talk.SPEAKS),
    FrameKind.NOUN: _quoted(
        id="quotation_with_noun", share=0.6, naming=SpeakerReason.NAMED_AS_OWNER
    ),
    FrameKind.PASSIVE: _quoted(
        id="quotation_with_passive", share=0.6, naming=SpeakerReason.NAMED_AS_AGENT
    ),
    FrameKind.ANY: _quoted(id="quotation_with_any", share=0.85),
    FrameKind.IT: _quoted(
        id="quotation_with_it", share=0.7, naming=SpeakerReason.NAMED_AS_DOCUMENT
    ),
}


def direct_candidates(view: SentenceView) -> list[Candidate]:
    """One candidate for each quotation; one that its frame interrupts stays one.

    Those without a frame are carried on.
    """
    interrupted = _wholly_quoted(view)
    if interrupted is not None:
        return [interrupted]
    candidates: list[Candidate] = []
    for index, segment in enumerate(view.segments):
        if segment.quotation is None or _is_no_speech(view, segment.quotation, index):
            continue
        inner = (segment.quotation.first + 1, segment.quotation.last)
        citation = citation_for(view, index)
        if citation is not None:
            candidates.append(_cited(view, inner, citation))
            continue
        named = named_beside(view, index)
        frame = frame_beside(view, index) if named is None else None
        before = candidates[-1] if candidates else None
        if before is not None and _interrupts(before, frame, inner):
            candidates[-1] = replace(before, content=(*before.content, inner))
            continue
        unframed = frame is None and named is None and not view.attributions
        if unframed and is_inscription(view, segment.quotation):
            continue
        candidate = _candidate(view, inner, frame, named)
        if frame is not None or _is_speech(view, segment.quotation, candidate):
            candidates.append(candidate)
    return candidates


def _wholly_quoted(view: SentenceView) -> Candidate | None:
    """As in "„Das Eis“ laut Förster Moos „ist zu dünn“": all is quoted."""
    if not view.quotations or len(view.attributions) != 1:
        return None
    reading, source = view.reading, view.attributions[0]
    outside = (
        at
        for at in range(view.sentence.first, view.sentence.end)
        if reading.text.tokens[at].is_word and at not in reading.quoted
    )
    if source.back or not all(source.first <= at < source.end for at in outside):
        return None
    return Candidate(
        content=tuple((q.first + 1, q.last) for q in view.quotations),
        speaker=source.phrase,
        cue=source.cue,
        type=ClaimType.DIRECT,
        rule=WITH_SOURCE,
        sentence=view.index,
    )


def pointed_at(view: SentenceView, said: Candidate) -> Candidate | None:
    """As in "„Wir gehen.“ Das sagte Lenk.": the quotation before, with its speaker.

    Args:
        view: the sentence behind it.
        said: the quotation, which stands alone and names nobody.
    """
    if not said.carried or said.type is not ClaimType.DIRECT or said.inside:
        return None
    points = view.reading.lexicon.words.quotation.pointing
    for frame in view.frames:
        front = view.segments[frame.segment].first
        first = view.reading.lower[front] in points and frame.segment == 0
        if (
            first
            and frame.at == front + 1
            and Trait.QUOTATION in frame.frames
            and frame.subject
        ):
            return candidate_of(view, frame, POINTS_BEFORE, said.content)
    return None


def _cited(view: SentenceView, inner: Range, citation: Citation) -> Candidate:
    return Candidate(
        content=(inner,),
        speaker=citation.speaker,
        cue=citation.cue,
        type=ClaimType.DIRECT,
        rule=CITED,
        sentence=view.index,
        via=citation.via,
    )


def _interrupts(before: Candidate, frame: Frame | None, inner: Range) -> bool:
    """As in "„Ab heute“, sagte Lenk, „fahren Busse“": the same frame in between."""
    if frame is None or frame.at not in before.cue:
        return False
    return before.content[-1][1] <= frame.at < inner[0]


def _is_speech(view: SentenceView, quotation: Quotation, candidate: Candidate) -> bool:
    """Without a frame a phrase is a name or a title: "Er stellte vor: „Der Deich“"."""
    if titles_what_is_before(view.reading, quotation):
        return False
    if wording_of(view.reading, quotation) is not Wording.PHRASE:
        return True
    return quotation.words >= MIN_PHRASE and candidate.rule is WITH_SOURCE


def _ends_clause(view: SentenceView, index: int) -> bool:
    """As in "sagte, es sei offen, „ob das Geld reicht“": the end of reported words.

    Only the last words are quoted, of what somebody says in the Konjunktiv.
    """
    reading, segment = view.reading, view.segments[index]
    if segment.quotation is None or segment.mark != "," or index == 0:
        return False
    if wording_of(reading, segment.quotation) is not Wording.FRAGMENT:
        return False
    before = view.segments[index - 1]
    if before.quotation is not None or view.frame_at(index - 1) is not None:
        return False
    return bool(reading.has_mood(before.first, before.end))


def _is_no_speech(view: SentenceView, quotation: Quotation, index: int) -> bool:
    """A name, a word explained, or the end of words reported before it."""
    named = _is_name_told(view, quotation, index) or is_gloss(view, quotation)
    return named or _ends_clause(view, index)


def _is_name_told(view: SentenceView, quotation: Quotation, index: int) -> bool:
    """As in "gab den Namen bekannt: „Haus am Deich“", "das Motto, „ein Haus“, gilt"."""
    if index == 0:
        return False
    reading, segment = view.reading, view.segments[index - 1]
    if view.segments[index].mark == ",":
        article = reading.is_determiner(quotation.first - 3)
        return article and titles_what_is_before(reading, quotation)
    if view.segments[index].mark != ":":
        return False
    noun = segment.end - 1
    alone = view.frame_at(index - 1) is None and reading.is_determiner(noun - 1)
    if alone and is_name_noun(reading, noun):
        return True  # "Der Verein hat ein Motto: „Erst denken, dann düngen“"
    words = {reading.word(at) for at in range(segment.first, segment.end)}
    if view.frame_at(index - 1) is None and words & set(
        reading.lexicon.words.wording.works
    ):
        return True  # "stellte ihr neues Buch vor: „Wir gehen heim“"
    if wording_of(reading, quotation) is not Wording.PHRASE:
        return False
    return not words.isdisjoint(reading.lexicon.words.wording.told)


def _candidate(
    view: SentenceView,
    inner: Range,
    frame: Frame | None,
    named: tuple[Phrase, Rule] | None,
) -> Candidate:
    if frame is not None:
        found = candidate_of(view, frame, WITH[frame.kind], (inner,))
        return found.doubted(VOICE_INSIDE) if _is_told(view, frame, inner) else found
    attribution = _attribution_for(view)
    if attribution is not None and named is None:
        return Candidate(
            content=(inner,),
            speaker=attribution.phrase,
            cue=attribution.cue,
            type=ClaimType.DIRECT,
            rule=WITH_SOURCE,
            sentence=view.index,
            carried=attribution.back,
        )
    speaker, rule = named or whose(view, inner)
    return Candidate(
        content=(inner,),
        speaker=speaker,
        cue=(),
        type=ClaimType.DIRECT,
        rule=rule,
        sentence=view.index,
        carried=speaker is None,
    )


def _is_told(view: SentenceView, frame: Frame, inner: Range) -> bool:
    """As in "Wie die dpa meldet, ist ein Offizier zu hören: „…“": his words, rather."""
    at = next(n for n, s in enumerate(view.segments) if s.end > inner[0])
    colon = view.segments[at].mark == ":"
    return colon and frame.kind is FrameKind.AS and frame.last < at - 1


def _attribution_for(view: SentenceView) -> Attribution | None:
    return view.attributions[0] if view.attributions else None


def as_via(attribution: Attribution) -> Via | None:
    """An attribution as a source beside a speaker."""
    if attribution.phrase is None:
        return None
    return Via(attribution.phrase, attribution.cue)
