"""The words around a frame that stands behind them or is thrown into them."""

from quiz.engine.claims.candidates.addressee import trailing
from quiz.engine.claims.candidates.candidate import Range, SentenceView
from quiz.engine.claims.candidates.wholeness import has_accusative
from quiz.engine.claims.clauses.dependence import (
    is_dependent,
    is_fragment,
    is_relative,
    opens_clause,
)
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import Frame
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Mood, Trait


def around_as(view: SentenceView, frame: Frame) -> tuple[Range, ...]:
    """All but "wie X sagte"; behind a main clause with a colon only what follows it."""
    first, last = _after_colon(view, frame.first), frame.last
    while _is_relative(view, last + 1):
        last += 1  # "Wie aus dem Brief hervorgeht, der der Nordpost vorliegt, …"
    pieces = all_but(view, set(range(frame.first, last + 1)))
    return tuple((max(begin, first), end) for begin, end in pieces if end > first)


def _is_relative(view: SentenceView, index: int) -> bool:
    behind = view.segments[index : index + 1]
    return bool(behind) and is_relative(view.reading, behind[0])


def all_but(view: SentenceView, left_out: set[int]) -> tuple[Range, ...]:
    """All segments but those, joined where they touch, attributions cut out."""
    trail = {
        index + 1 + step
        for index in left_out
        for step in range(_roles_behind(view, index))
    }
    pieces: list[Range] = []
    for index, segment in enumerate(view.segments):
        if index in left_out | trail:
            continue
        if pieces and index - 1 not in left_out | trail:
            pieces[-1] = (pieces[-1][0], segment.end)
        else:
            pieces.append((segment.first, segment.end))
    return tuple(piece for p in pieces for piece in view.without(*p))


def _roles_behind(view: SentenceView, index: int) -> int:
    """How many segments right behind a frame only say who speaks, or to whom.

    Not what goes on the words: "der Rat plant, wie Moor sagte, ein neues Bad".
    """
    phrases = trailing(view, index)
    lower, words = view.reading.lower, view.reading.lexicon.words
    for step, phrase in enumerate(phrases):
        one = phrase.quoted_name is not None and lower[phrase.first] in words.indefinite
        if one or naming_of(view.reading, phrase).kind is None:
            return step
    return len(phrases)


def clause_before(view: SentenceView, frame: Frame) -> tuple[Range, ...]:
    """The words in front of the frame, or the clause that it is thrown into."""
    opener = view.segments[frame.segment - 1]
    if frame.verb_first and opens_clause(view.reading, opener):
        return view.without(opener.first, opener.end)
    first = _after_colon(view, frame.segment)
    return view.without(first, opener.end)


def rest_behind(view: SentenceView, frame: Frame) -> tuple[Range, ...]:
    """What follows "so X" when that was only thrown in."""
    index = frame.last + 1 + len(trailing(view, frame.last))
    while index < len(view.segments) and is_relative(
        view.reading, view.segments[index]
    ):
        index += 1  # "so die Ministerin, die seit Mai im Amt ist"
    if index >= len(view.segments) or _is_occasion(view, index):
        return ()
    return view.without(view.segments[index].first, view.segments[-1].end)


def _is_occasion(view: SentenceView, index: int) -> bool:
    """As in "sagte der Trainer, Jo Brandt, am Montag nach dem Spiel": when, where."""
    segment = view.segments[index]
    last = index == len(view.segments) - 1 and segment.quotation is None
    opens = view.reading.is_preposition(segment.first)
    return last and opens and is_fragment(view.reading, segment)


def calls_thing(view: SentenceView, frame: Frame) -> bool:
    """As in "in der Runde, wie Moor das Treffen nannte, …": a word for it, no more."""
    return Trait.PREDICATE in frame.frames and has_accusative(view, frame)


def is_condition(view: SentenceView, frame: Frame) -> bool:
    """Whether nothing but a condition stands before the frame.

    As in "Sollte er verlieren, drohen Moor zwei Jahre": what comes then stands behind.
    """
    opening, *rest = view.segments[: frame.segment]
    conditions = view.reading.lexicon.words.quotation.conditions
    return view.reading.lower[opening.first] in conditions and all(
        is_dependent(view.reading, each) for each in rest
    )


def _after_colon(view: SentenceView, index: int) -> int:
    """The token behind the last colon before that segment, or the sentence's first."""
    colons = [s for s in view.segments[1:index] if s.mark == ":"]
    return colons[-1].first if colons else view.segments[0].first


def is_taken_up(view: SentenceView, opening: Segment, behind: int) -> bool:
    """As in "Wer so rede, spottete Lenk, der warte auf Regen"."""
    words, lower = view.reading.lexicon.words, view.reading.lower
    asks = lower[opening.first] in words.conjunctions.asking
    return asks and lower[behind] in words.articles


def is_purpose(reading: Reading, segment: Segment) -> bool:
    """As in "Um Zeit zu gewinnen, forderte Lenk einen Plan": why, not what."""
    opens = reading.lower[segment.first] in reading.lexicon.words.conjunctions.purpose
    marker = reading.lexicon.inflection.conjugation.marker
    return opens and marker in reading.lower[segment.first : segment.end]


def says_inside(view: SentenceView, reporting: Frame) -> bool:
    """As in "Lenk nannte ihn klug, wie die dpa meldet": she says so, to the dpa."""
    reading, words = view.reading, view.reading.lexicon.words
    own = range(reporting.first, reporting.last + 1)
    if any(f.segment not in own and f.subject is not None for f in view.frames):
        return True
    if tells_on(view, own):
        return True
    calling, cites = reading.lexicon.calling, words.wording.cites
    return any(
        (reading.lower[at] in calling or reading.lower[at] in cites)
        and not reading.is_noun(at)
        for index, segment in enumerate(view.segments)
        for at in range(segment.first, segment.end)
        if index not in own and at not in reading.quoted
    )


def tells_on(view: SentenceView, own: range) -> bool:
    """As in "Aus dem Rathaus drang, man spare": the mood behind a plain main clause."""
    plain = False
    for index, segment in enumerate(view.segments):
        if index in own or segment.quotation is not None:
            continue
        mood = view.reading.has_mood(segment.first, segment.end)
        if mood is Mood.STRICT and plain:
            return True
        plain = plain or not (mood or is_dependent(view.reading, segment))
    return False
