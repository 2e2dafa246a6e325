"""Quoted words inside a clause: fragments of what somebody said."""

from dataclasses import replace

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView
from quiz.engine.claims.candidates.via import candidate_of
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.frames.frame import Frame
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.reason import SpeakerReason
from quiz.engine.claims.speech.calling import calling_frame
from quiz.engine.claims.speech.unframed import is_inscription, whose
from quiz.engine.claims.words.quoted import Setting, is_said
from quiz.engine.lexicon.grammar import Trait
from quiz.engine.text.quotation import Quotation

NAMED = Rule(id="quotation_named", share=0.75, gives=ClaimType.DIRECT)
BESIDE = Rule(
    id="quotation_beside",
    share=0.75,
    gives=ClaimType.DIRECT,
    naming=SpeakerReason.NAMED_HERE,
)


def nested_candidates(view: SentenceView, outer: list[Candidate]) -> list[Candidate]:
    """The fragments inside the claims of a sentence, each once.

    Where two claims hold the same words, they belong to the one whose speaker is named.
    """
    quoted = {piece for x in outer if x.type is ClaimType.DIRECT for piece in x.content}
    found: dict[Range, Candidate] = {}
    for candidate in outer:
        for inner in _fragments_in(view, candidate):
            known = found.get(inner.content[0])
            if known is None or (known.speaker is None and inner.speaker is not None):
                found[inner.content[0]] = inner
    return [candidate for content, candidate in found.items() if content not in quoted]


def _fragments_in(view: SentenceView, candidate: Candidate) -> list[Candidate]:
    """The quoted fragments inside a claim's words, as claims of the same speaker."""
    if candidate.type is ClaimType.DIRECT:
        return []
    found: list[Candidate] = []
    for quotation in view.quotations:
        if not _covers(candidate.content, quotation):
            continue
        called = calling_frame(view, quotation) is not None
        setting = Setting.CALLED if called else Setting.CLAIM
        if is_said(view.reading, quotation, setting):
            content = ((quotation.first + 1, quotation.last),)
            kind = ClaimType.DIRECT
            found.append(
                replace(candidate, content=content, type=kind, inside=candidate.rule)
            )
    return found


def loose_candidates(view: SentenceView, found: list[Candidate]) -> list[Candidate]:
    """Quoted words inside a clause that no other claim covers.

    They belong to whoever calls something so, else to whoever speaks in the sentence,
    else probably to its subject.
    """
    covered = {
        at for candidate in found for piece in _taken(candidate) for at in range(*piece)
    }
    standing = {s.quotation.first for s in view.segments if s.quotation is not None}
    candidates: list[Candidate] = []
    for quotation in view.quotations:
        if quotation.first + 1 in covered or quotation.first in standing:
            continue
        called = calling_frame(view, quotation)
        unframed = called is None and not view.frames and not view.attributions
        if unframed and is_inscription(view, quotation):
            continue
        if is_said(view.reading, quotation, _setting(view, called)):
            candidates.append(_loose(view, quotation, called))
    return candidates


def _setting(view: SentenceView, called: Frame | None) -> Setting:
    if called is not None:
        return Setting.CALLED
    return Setting.SPEECH if _spoken(view) or view.attributions else Setting.ALONE


def _spoken(view: SentenceView) -> list[Frame]:
    """Frames beside which quoted words are likely somebody's: not "ergab", "hielt"."""
    return [
        f
        for f in view.frames
        if Trait.COMMON not in f.frames or Trait.QUOTATION in f.frames
    ]


def _loose(view: SentenceView, quotation: Quotation, called: Frame | None) -> Candidate:
    inner = ((quotation.first + 1, quotation.last),)
    if called is not None:
        return candidate_of(view, called, NAMED, inner)
    frame = _nearest(view, quotation)
    if frame is not None:
        return candidate_of(view, frame, BESIDE, inner)
    source = next(iter(view.attributions), None)
    speaker, rule = whose(view, inner[0])
    return Candidate(
        content=inner,
        speaker=source.phrase if source else speaker,
        cue=source.cue if source else (),
        type=ClaimType.DIRECT,
        rule=BESIDE if source else rule,
        sentence=view.index,
        carried=source.back if source else speaker is None,
    )


def _nearest(view: SentenceView, quotation: Quotation) -> Frame | None:
    """The frame of the quotation's own segment, else the one nearest before it."""
    found = [f for f in _spoken(view) if f.subject is not None]
    return min(found, key=lambda f: abs(f.at - quotation.first), default=None)


def _covers(content: tuple[Range, ...], quotation: Quotation) -> bool:
    return any(a <= quotation.first and quotation.last < b for a, b in content)


def _taken(candidate: Candidate) -> list[Range]:
    """What the candidate says, and where it names speaker and sources."""
    phrases = [via.phrase for via in candidate.via]
    if candidate.speaker is not None:
        phrases.append(candidate.speaker)
    return [*candidate.content, *((phrase.first, phrase.end) for phrase in phrases)]
