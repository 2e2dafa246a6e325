"""Where the words of a candidate may be more or less than what was said."""

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView
from quiz.engine.claims.clauses.dependence import (
    is_dependent,
    is_infinitive,
    is_relative,
)
from quiz.engine.claims.clauses.finite import can_be_verb, has_verb
from quiz.engine.claims.doubt import (
    HEADING_INSIDE,
    NO_STATEMENT,
    SOURCE_MAY_GO_ON,
    WORDS_GO_ON,
)
from quiz.engine.claims.ground import Doubt
from quiz.engine.claims.phrases.phrase import phrase_at
from quiz.engine.claims.words.noun import is_day
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Mood

HASHTAG = "#"


def doubts_of_words(view: SentenceView, candidate: Candidate) -> tuple[Doubt, ...]:
    """What may be wrong with where the words begin and end."""
    held = {
        HEADING_INSIDE: heading_inside(view.reading, candidate.content),
        SOURCE_MAY_GO_ON: source_goes_on(view, candidate.content),
        NO_STATEMENT: hangs_on_word(view, candidate.content)
        or is_averted(view, candidate),
        WORDS_GO_ON: goes_on(view, candidate.content)
        or begins_before(view, candidate.content)
        or left_before(view, candidate),
    }
    return tuple(doubt for doubt, holds in held.items() if holds)


def heading_inside(reading: Reading, content: tuple[Range, ...]) -> bool:
    """Whether a second sentence begins without a mark.

    As in "Neue Regeln Nach den Worten von Lenk gilt das": where a page is pasted as
    one block, its headings run into the text. German writes no small word with a
    capital inside a sentence, unless a name begins with it.
    """
    first, end = content[0][0], content[-1][1]
    return any(_begins_anew(reading, at) for at in range(first + 1, end))


def _begins_anew(reading: Reading, at: int) -> bool:
    token = reading.text.tokens[at]
    if token.text == HASHTAG:
        return True  # the end of a post that was pasted along
    if not token.is_capital or at in reading.quoted or at in reading.starts:
        return False
    polite = reading.lower[at].startswith((*reading.lexicon.words.owners,))
    small = reading.is_preposition(at) or (reading.is_determiner(at) and not polite)
    return small and reading.text.tokens[at - 1].is_word


def source_goes_on(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """As in "sind nach Angaben des Ministeriums in Talheim zwei Menschen verletzt".

    The ministry's place, or that of the accident: nothing in the sentence tells.
    """
    behind = {attribution.end for attribution in view.attributions}
    return any(
        first in behind and _may_belong_to_name(view.reading, first, end)
        for first, end in content[1:]
    )


def _may_belong_to_name(reading: Reading, at: int, end: int) -> bool:
    """As in "im Kanzleramt", "für die Nordpost"; not "in einer Stunde", "am Montag"."""
    words = reading.lexicon.words
    hangs = words.origins | words.passive.places | words.for_purpose
    if reading.lower[at] not in hangs:
        return False
    phrase = phrase_at(reading, at + 1, end)
    if phrase is None or phrase.pronoun or is_day(reading, phrase.core_end - 1):
        return False
    named = phrase.first == phrase.core or reading.lower[at + 1] in words.articles
    return named and phrase.end < end


def hangs_on_word(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """As in "ein Tunnel, der laut Gutachten machbar ist": nobody sees of what."""
    first = content[0][0]
    segment = next((s for s in view.segments if s.first == first), None)
    return segment is not None and is_relative(view.reading, segment)


def is_averted(view: SentenceView, candidate: Candidate) -> bool:
    """As in "warnt davor, zu warten": the words alone say the contrary."""
    reading, first = view.reading, candidate.content[0][0]
    segment = next((s for s in view.segments if s.first == first), None)
    if segment is None or not is_infinitive(reading, segment):
        return False
    averse = reading.lexicon.words.quotation.averse
    frames = (f for f in view.frames if f.cue == candidate.cue)
    return any(
        reading.lower[at] in averse
        for frame in frames
        for at in range(view.segments[frame.segment].first, first)
    )


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
    return bool(before) and all(view.frame_at(n) is None for n in before)


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
