"""What was said, too, and stands beside the words that a candidate takes."""

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView
from quiz.engine.claims.clauses.dependence import is_dependent, is_subordinate
from quiz.engine.claims.clauses.finite import can_be_verb, has_verb
from quiz.engine.lexicon.grammar import Mood


def goes_on(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """As in "dass niemand zahle, sondern im Gegenteil: „…“": the rest stands behind."""
    last = content[-1][1]
    behind = [s for s in view.segments if s.first >= last]
    return bool(behind) and behind[0].mark == ":" and behind[0].quotation is not None


def begins_before(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """As in "Der Sonde geht es gut: Sie hat Strom, sagt Lenk": more before the colon.

    A clause of its own there, that says of nobody that it is his, may be his as well.
    """
    first, segments = content[0][0], view.segments
    at = next((n for n, s in enumerate(segments) if s.end > first), 0)
    if at == 0 or segments[at].first != first or segments[at].mark != ":":
        return False
    before = segments[at - 1]
    tells = before.quotation is None and view.frame_at(at - 1) is None
    return tells and has_verb(view.reading, before.first, before.end)


def left_before(view: SentenceView, candidate: Candidate) -> bool:
    """As in "Keine Ahnung, sagte Lenk, ich war nicht da": said, too, without a verb."""
    first = candidate.content[0][0]
    frame = next((f for f in view.frames if f.cue == candidate.cue), None)
    if frame is None or not frame.verb_first or not 0 < frame.at < first:
        return False
    before = view.segments[frame.segment - 1]
    reading = view.reading
    setting = reading.is_preposition(before.first) or is_dependent(reading, before)
    return frame.segment > 0 and before.quotation is None and not setting


def left_behind(view: SentenceView, candidate: Candidate) -> bool:
    """As in "Das Spiel gefällt, sagt Moor, wodurch es beliebt sei": said, too.

    And in "Es macht Angst, sagt Moor, denn wer weiß das", unless the article says so.
    """
    reading, end = view.reading, candidate.content[-1][1]
    frame = next((f for f in view.frames if f.cue == candidate.cue), None)
    if frame is None or end > frame.at or frame.last + 1 >= len(view.segments):
        return False
    behind = view.segments[frame.last + 1]
    told = reading.has_mood(behind.first, behind.end) is Mood.STRICT
    words, opener = reading.lexicon.words.conjunctions, reading.lower[behind.first]
    if behind.quotation is not None or opener in words.content:
        return False  # "sagte Moor mit Blick darauf, dass es spät sei"
    more = words.coordinating - words.joining - words.objecting
    return opener in more or (told and is_subordinate(reading, behind))


def is_cut(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """As in "Sobald es taut, „kriegen wir das Geld“, sagt Lenk": cut at its verb.

    What stands in the same clause before the quotation is said, too.
    """
    first = content[0][0]
    word = next((n for n in range(first, content[0][1]) if _is_word(view, n)), first)
    joins = view.reading.lower[word] in view.reading.lexicon.words.conjunctions.content
    opens = view.sentence.first < first and (
        joins or can_be_verb(view.reading, word) or _is_told_before(view, first)
    )
    small = not view.reading.text.tokens[word].is_capital
    if not (opens and small and content[0][0] in view.reading.quoted):
        return False
    if _is_told_before(view, first):
        return True
    before = [n for n, s in enumerate(view.segments) if s.end <= first]
    return bool(before) and all(
        view.frame_at(n) is None or is_subordinate(view.reading, view.segments[n])
        for n in before
    )


def _is_told_before(view: SentenceView, first: int) -> bool:
    """As in "Man habe geklagt, so Lenk, „aber vergebens war das“": in the mood."""
    return any(
        s.end <= first
        and s.quotation is None
        and view.frame_at(n) is None
        and view.reading.has_mood(s.first, s.end) is Mood.STRICT
        for n, s in enumerate(view.segments)
    )


def _is_word(view: SentenceView, at: int) -> bool:
    return view.reading.text.tokens[at].is_word
