"""How much of a sentence "laut", "zufolge" or "nach Angaben" is about."""

from quiz.engine.claims.candidates.candidate import Range, SentenceView
from quiz.engine.claims.clauses.dependence import (
    is_dependent,
    is_fragment,
    is_relative,
    resumes,
)
from quiz.engine.claims.frames.attribution import Attribution
from quiz.engine.claims.frames.frame import FrameKind
from quiz.engine.lexicon.grammar import Mood

MAX_ASIDE = 40  # tokens a bracket may hold


def scope_of(view: SentenceView, attribution: Attribution) -> Range:
    """The tokens that the attribution gives to somebody, it itself among them."""
    return _bracket(view, attribution) or _scope(view, attribution)


def _bracket(view: SentenceView, attribution: Attribution) -> Range | None:
    """As in "(nach anderen Angaben 300)": only what stands in the brackets."""
    segment, reading = view.segments[attribution.segment], view.reading
    low = max(segment.first, attribution.first - MAX_ASIDE)
    high = min(view.sentence.end, attribution.end + MAX_ASIDE)
    before = [at for at in range(low, attribution.first) if reading.word(at) in "()"]
    behind = [at for at in range(attribution.end, high) if reading.word(at) in "()"]
    if not before or not behind:
        return None
    if reading.word(before[-1]) != "(" or reading.word(behind[0]) != ")":
        return None
    return before[-1] + 1, behind[0]


def _scope(view: SentenceView, attribution: Attribution) -> Range:
    """The dependent clause it stands in, its own main clause, or the sentence."""
    segments, reading = view.segments, view.reading
    index = attribution.segment
    if index and is_dependent(reading, segments[index]):
        end = index + 1
        while end < len(segments) and _goes_on(view, end):
            end += 1
        return segments[index].first, segments[end - 1].end
    own = _is_own_clause(view, index) or _is_objection(view, attribution)
    first = index if own else _sentence_part(view, index)
    whole = attribution.first == segments[index].first
    if whole and first == index and attribution.end == segments[index].end:
        first += 1
        while first < len(segments) - 1 and _is_beside(view, first):
            first += 1
        first = min(first, len(segments) - 1)
    end = next(
        (n for n in range(index + 1, len(segments)) if _is_other(view, n)),
        len(segments),
    )
    return segments[first].first, segments[end - 1].end


def _is_beside(view: SentenceView, index: int) -> bool:
    """As in "Laut Ida Moor, 51, Wirtin, die alles sah, fehlt Geld": who that is.

    The clause itself goes on with its verb.
    """
    reading, segment = view.reading, view.segments[index]
    if segment.quotation is not None or segment.mark != ",":
        return False
    age = segment.end - segment.first == 1 and reading.word(segment.first).isdigit()
    return age or is_relative(reading, segment) or is_fragment(reading, segment)


def _is_other(view: SentenceView, index: int) -> bool:
    """As in "laut Polizei 800, die Stadt spricht von 900": behind it another speaks."""
    segment, frame = view.segments[index], view.frame_at(index)
    if segment.mark == ";":
        framed = any(
            view.frame_at(n) is not None for n in range(index, len(view.segments))
        )
        return framed or not view.reading.has_mood(segment.first, segment.end)
    if segment.quotation is not None or frame is None or frame.subject is None:
        return False
    own = frame.kind is FrameKind.VERB and not frame.verb_first
    inside = segment.first <= frame.subject.first < segment.end
    return own and inside and not is_dependent(view.reading, segment)


def _sentence_part(view: SentenceView, index: int) -> int:
    """The segment behind the last semicolon before this one, or behind a colon."""
    marks = [n for n in range(index + 1) if view.segments[n].mark in (";", ":")]
    return marks[-1] if marks else 0


def _goes_on(view: SentenceView, index: int) -> bool:
    segment = view.segments[index]
    if segment.quotation is not None:
        return False
    if resumes(view.reading, segment):
        return False
    return is_dependent(view.reading, segment) or is_fragment(view.reading, segment)


def _is_contrast(view: SentenceView, index: int) -> bool:
    """As in "Während die Polizei von 800 spricht, …": another's words come before."""
    segment = view.segments[index]
    against = view.reading.lexicon.words.conjunctions.against
    opens = view.reading.lower[segment.first] in against
    return opens and index == 0 and view.frame_at(index) is not None


def _is_objection(view: SentenceView, attribution: Attribution) -> bool:
    """As in "der Hof ist alt, aber laut Lenk trocken": only from there on."""
    segment = view.segments[attribution.segment]
    objecting = view.reading.lexicon.words.conjunctions.objecting
    opens = view.reading.lower[segment.first] in objecting
    return opens and attribution.first == segment.first + 1 and segment.mark == ","


def _is_told_before(view: SentenceView, index: int) -> bool:
    """As in "Der Steg sei morsch, er müsse seiner Ansicht nach weg": both are told.

    Not where the source opens the second ("…, laut Moor muss er weg"): it may be
    another one.
    """
    reading, own = view.reading, view.segments[index]
    if any(a.first == own.first for a in view.attributions):
        return False
    before = view.segments[index - 1]
    told = before.quotation is None and view.frame_at(index - 1) is None
    told = told and own.mark == "," and index == 1
    return told and reading.has_mood(before.first, before.end) is Mood.STRICT


def _is_own_clause(view: SentenceView, index: int) -> bool:
    """As in "es regnete, laut Lenk kamen trotzdem alle": not the whole sentence."""
    segments, reading = view.segments, view.reading
    own = segments[index]
    if index and _is_contrast(view, index - 1):
        return True
    if index == 0 or reading.looks_finite(own.first) or is_fragment(reading, own):
        return False
    if _is_told_before(view, index):
        return False
    opens = reading.lower[own.first] in reading.lexicon.words.adverbs.opening
    finite = any(reading.looks_finite(at) for at in range(own.first, own.end))
    if not opens and not finite:
        return False
    return any(
        reading.looks_finite(at)
        for segment in segments[:index]
        if segment.quotation is None and not is_dependent(reading, segment)
        for at in range(segment.first, segment.end)
    )
