"""Words given without quotation marks: clauses, summaries, whole sentences."""

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView
from quiz.engine.claims.candidates.via import candidate_of
from quiz.engine.claims.clauses.dependence import (
    is_dependent,
    is_fragment,
    is_infinitive,
    opens_clause,
)
from quiz.engine.claims.clauses.finite import has_verb
from quiz.engine.claims.doubt import VOICE_INSIDE
from quiz.engine.claims.frames.frame import STATE, Frame, FrameKind
from quiz.engine.claims.ground import Rule, Talk
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.reason import SpeakerReason
from quiz.engine.claims.speech.around import (
    all_but,
    around_as,
    calls_thing,
    clause_before,
    is_condition,
    is_purpose,
    is_taken_up,
    rest_behind,
    says_inside,
    tells_on,
)
from quiz.engine.claims.speech.complement import clause_behind, relative_behind
from quiz.engine.claims.speech.going_on.free_indirect import stands_for_mood
from quiz.engine.claims.speech.overlap import without_told
from quiz.engine.claims.speech.summary import named, points_back, summed_up
from quiz.engine.lexicon.grammar import Mood, Trait

AS_SAYS = Rule(id="as_says", share=0.9, talk=Talk.SPEAKS)
POINTS_BEFORE = Rule(id="points_before", share=0.75)
BEHIND = Rule(id="clause_behind", share=0.9, talk=Talk.SPEAKS)
BEHIND_STATE = Rule(id="clause_behind_state", share=0.75)
BEHIND_OTHER = {
    FrameKind.PASSIVE: Rule(
        id="clause_behind_passive", share=0.7, naming=SpeakerReason.NAMED_AS_AGENT
    ),
    FrameKind.NOUN: Rule(
        id="clause_behind_noun", share=0.6, naming=SpeakerReason.NAMED_AS_OWNER
    ),
}
AFTER_COLON = Rule(id="clause_after_colon", share=0.55)
MOOD_AFTER_COLON = Rule(id="mood_after_colon", share=0.85, talk=Talk.SPEAKS)
RELATIVE = Rule(id="relative_clause", share=0.7, talk=Talk.SPEAKS)
DENIED = Rule(id="clause_denied", share=0.7, talk=Talk.SPEAKS)
ASKED = Rule(id="clause_asked", share=0.7)
PLANNED = Rule(id="clause_planned", share=0.7)
KNOWN = Rule(id="clause_known", share=0.7)
WEAK = {Trait.PLAN: PLANNED, Trait.KNOWLEDGE: KNOWN}
BEFORE = {
    FrameKind.VERB: Rule(id="clause_before_verb", share=0.9, talk=Talk.SPEAKS),
    FrameKind.SO: Rule(
        id="clause_before_so",
        share=0.95,
        naming=SpeakerReason.NAMED_BEHIND_SO,
        talk=Talk.SPEAKS,
    ),
    FrameKind.IT: Rule(
        id="clause_before_it",
        share=0.75,
        naming=SpeakerReason.NAMED_AS_DOCUMENT,
        talk=Talk.SPEAKS,
    ),
}
UNCLEAR = Rule(id="clause_before_unclear", share=0.45, talk=Talk.SPEAKS)


def framed_candidates(view: SentenceView, used: set[int]) -> list[Candidate]:
    """A candidate for each frame that introduces something without quotation marks.

    Args:
        view: the sentence.
        used: finite verbs (token indices) whose words are already found.
    """
    candidates: list[Candidate] = []
    for frame in view.frames:
        if _is_only_reporter(view, frame):
            continue
        if frame.at in used and not _says_more(view, frame):
            continue
        found = _complement(view, frame)
        if found:
            candidate = candidate_of(view, frame, *found)
            own = range(frame.first, frame.last + 1)
            inside = frame.kind is FrameKind.AS and tells_on(view, own)
            candidates.append(candidate.doubted(VOICE_INSIDE) if inside else candidate)
    for frame in view.frames if not candidates and not used else ():
        if _is_only_reporter(view, frame):  # nobody else says anything after all
            whole = all_but(view, {frame.segment})
            candidate = candidate_of(view, frame, AS_SAYS, whole)
            inside = says_inside(view, frame)
            return [candidate.doubted(VOICE_INSIDE) if inside else candidate]
    return without_told(view, candidates)


def _says_more(view: SentenceView, frame: Frame) -> bool:
    """As in "sagte, er sei froh: „…“": a clause before the quotation."""
    quoted = any(s.quotation is not None for s in view.segments[frame.last + 1 :])
    return quoted and bool(clause_behind(view, frame))


def pointing_candidates(view: SentenceView, before: SentenceView) -> list[Candidate]:
    """As in "Das teilte die Polizei mit.": the words are the sentence before.

    Args:
        view: the sentence with the frame.
        before: the one before it, which says nothing of whose words it holds.
    """
    reading = view.reading
    for frame in view.frames:
        front = view.segments[frame.segment].first
        marks = reading.lexicon.words.quotation
        points = reading.lower[front] in marks.pointing
        points = points or (
            frame.kind is FrameKind.IT and reading.lower[front] in marks.say_so
        )
        if not points or frame.at != front + 1 or frame.subject is None:
            continue
        content = before.trim(before.sentence.first, before.sentence.end)
        tells = frame.frames & {Trait.QUOTATION, Trait.FINDING}
        if content is not None and tells and Trait.CLAUSE in frame.frames:
            return [candidate_of(view, frame, POINTS_BEFORE, (content,))]
    return []


def _is_only_reporter(view: SentenceView, frame: Frame) -> bool:
    if frame.kind is not FrameKind.AS or frame.subject is None:
        return False
    others = any(f.kind is not FrameKind.AS for f in view.frames)
    return others and is_media(view.reading, frame.subject)


def _complement(
    view: SentenceView, frame: Frame
) -> tuple[Rule, tuple[Range, ...]] | None:
    """What the frame introduces, with the rule that found it."""
    if frame.kind is FrameKind.AS and calls_thing(view, frame):
        return None
    if frame.kind is FrameKind.AS:
        return named(AS_SAYS, around_as(view, frame))
    behind = clause_behind(view, frame)
    if frame.verb_first and frame.segment > 0:
        return named(*_around(view, frame, behind))
    if frame.segment > 0 and points_back(view, frame) and Trait.CLAUSE in frame.frames:
        known = Trait.KNOWLEDGE in frame.frames  # "das weiß der Wirt": anybody does
        rule = KNOWN if known else BEFORE[FrameKind.VERB]
        return named(rule, clause_before(view, frame))
    if frame.kind in BEHIND_OTHER:
        return named(BEHIND_OTHER[frame.kind], behind)
    told = Trait.CLAUSE in frame.frames or _points_ahead(view, frame)
    if behind and (told or _is_told_by_colon(view, behind)):
        return named(_rule_behind(view, frame, behind), behind)
    relative = relative_behind(view, frame)
    if relative and frame.subject is not None:
        return named(RELATIVE, relative)
    return summed_up(view, frame) if frame.kind is FrameKind.VERB else None


def _is_told_by_colon(view: SentenceView, behind: tuple[Range, ...]) -> bool:
    """As in "Falk verteidigte den Plan: Das Eis sei dick": colon and Konjunktiv."""
    first, end = behind[0]
    mood = view.reading.has_mood(first, end)
    if view.reading.word(first - 1) != ":" or not mood:
        return False
    return mood is Mood.STRICT or stands_for_mood(view.reading, behind[0])


def _points_ahead(view: SentenceView, frame: Frame) -> bool:
    """As in "klagte darüber, dass …", "spricht davon, dass …"."""
    segment = view.segments[frame.segment]
    words = view.reading.lexicon.words.quotation.ahead
    return Trait.TOPIC in frame.frames and any(
        view.reading.lower[at] in words for at in range(segment.first, segment.end)
    )


def _rule_behind(view: SentenceView, frame: Frame, behind: tuple[Range, ...]) -> Rule:
    """What is denied, asked, planned, felt or behind a colon is less surely claimed."""
    if Trait.DENIAL in frame.frames:
        return DENIED
    words = view.reading.lexicon.words.conjunctions
    opener = view.reading.lower[behind[0][0]]
    open_question = opener in words.asking or opener in words.comparing
    if Trait.QUESTION in frame.frames or open_question:
        return ASKED
    for trait, rule in WEAK.items():
        if trait in frame.frames:
            return rule
    if frame.verb is STATE:
        return BEHIND_STATE
    colon = view.reading.word(behind[0][0] - 1) == ":"
    says = frame.kind is FrameKind.VERB and Trait.QUOTATION in frame.frames
    if not colon or says:
        return BEHIND
    opening = next(s for s in view.segments if s.end > behind[0][0])
    mood = view.reading.has_mood(opening.first, opening.end)
    spoken = mood is Mood.STRICT and opener not in words.content
    return MOOD_AFTER_COLON if spoken else AFTER_COLON


def _around(
    view: SentenceView, frame: Frame, behind: tuple[Range, ...]
) -> tuple[Rule, tuple[Range, ...]]:
    """The words before the frame; with those behind it where it interrupts them."""
    before = clause_before(view, frame)
    rule = BEFORE[frame.kind]
    if frame.kind is FrameKind.VERB and (
        _is_setting(view, frame) or _is_behind_as(view, frame)
    ):
        return BEHIND, behind
    if not frame.frames & {Trait.CLAUSE, Trait.REPORT} or not before:
        return rule, ()
    first = next(s for s in view.segments if s.end > before[0][0])
    thrown_in = opens_clause(view.reading, view.segments[frame.segment - 1])
    if frame.kind is FrameKind.SO or thrown_in:
        return rule, (*before, *rest_behind(view, frame))
    if view.reading.has_mood(first.first, first.end):
        last = before[-1][1] - 1  # "Er sei, sagte Falk, müde"
        opened = view.reading.is_strict_mood(last) or view.reading.is_loose_mood(last)
        rest = rest_behind(view, frame) if opened else _more(view, behind)
        return rule, (*before, *rest)
    if behind:
        at = behind[0][0]
        on = view.reading.has_mood(at, at + 1) or is_taken_up(view, first, at)
        return (rule, (*before, *behind)) if on else (BEHIND, behind)
    if _has_mood(view, before):
        return rule, before
    if is_condition(view, frame):
        return rule, ()
    finite = view.reading.lexicon.words.auxiliaries
    plain = any(
        view.reading.lower[at] in finite
        for s in view.segments
        if s.first < before[-1][1] and not is_dependent(view.reading, s)
        for at in range(max(s.first, before[0][0]), min(s.end, before[-1][1]))
    )
    stated = plain or _is_stated(view, frame, before[0][0])
    return (rule if stated else UNCLEAR), before


def _is_stated(view: SentenceView, frame: Frame, first: int) -> bool:
    """As in "Der Steg hält, sagte Lenk": a main clause before who says it.

    A verb that no list knows could be an adverb by its form, so only where a verb of
    saying with its subject behind it follows.
    """
    opening, subject = view.segments[0], frame.subject
    if first != opening.first or Trait.QUOTATION not in frame.frames:
        return False
    if subject is None or subject.first < frame.at:
        return False
    return not is_dependent(view.reading, opening) and has_verb(
        view.reading, opening.first + 1, opening.end
    )


def _more(view: SentenceView, behind: tuple[Range, ...]) -> tuple[Range, ...]:
    """As in "Er sei müde, sagte Lenk, und wolle heim": what goes on in the mood."""
    if not behind:
        return ()
    opening = next(s for s in view.segments if s.end > behind[0][0])
    goes_on = view.reading.has_mood(behind[0][0], opening.end)
    return behind if goes_on and not is_infinitive(view.reading, opening) else ()


def _is_setting(view: SentenceView, frame: Frame) -> bool:
    """As in "Trotz der Pläne, die das vorsähen, kritisierte Lenk …": no main clause."""
    opening, *rest = view.segments[: frame.segment]
    reading = view.reading
    if is_purpose(reading, opening):
        return True
    if not (reading.is_preposition(opening.first) and is_fragment(reading, opening)):
        return False
    return bool(rest) and all(is_dependent(reading, each) for each in rest)


def _is_behind_as(view: SentenceView, frame: Frame) -> bool:
    """As in "Wie Moor sagte, plant der Rat …": what stands before says who says so."""
    before = view.frame_at(frame.segment - 1)
    return before is not None and before.kind is FrameKind.AS and before.first == 0


def _has_mood(view: SentenceView, ranges: tuple[Range, ...]) -> bool:
    return any(view.reading.has_mood(*r) for r in ranges)
