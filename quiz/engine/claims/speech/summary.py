"""Words summed up in the object of their verb: "forderte mehr Geld"."""

from quiz.engine.claims.candidates.candidate import Range, SentenceView
from quiz.engine.claims.candidates.leaning import is_reporter
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import Frame
from quiz.engine.claims.ground import Rule, Talk
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.phrases.unknown_outlet import may_be_its_name
from quiz.engine.lexicon.grammar import Case, Trait

# Common verbs that beside a source say what somebody thinks: "plant", "nennt".
_FOR_OBJECTS = frozenset({Trait.THOUGHT, Trait.PLAN, Trait.PREDICATE})

Found = tuple[Rule, tuple[Range, ...]]

SUMMARY = Rule(id="summary", share=0.55, gives=ClaimType.REPORTED, talk=Talk.UNSURE)
JUDGEMENT = Rule(id="judgement", share=0.4, gives=ClaimType.REPORTED, talk=Talk.UNSURE)
PREDICATION = Rule(id="predication", share=0.6, gives=ClaimType.REPORTED)


def summed_up(view: SentenceView, frame: Frame) -> Found | None:
    """What the verb's object says of the words, where it says enough.

    As in "forderte mehr Geld"; a judgement ("begrüßte die Pläne") only names the
    subject unless some of its words are quoted.
    """
    told = _is_passed_on(view, frame)
    if Trait.PREDICATE in frame.frames and (told or _has_predicate(view, frame)):
        content = _objects(view, frame) if told else _object(view, frame)
        quoted = any(_has_quotation(view, piece) for piece in content)
        return None if quoted and not told else named(PREDICATION, content)
    if points_back(view, frame):
        return None
    if not (told or Trait.SUMMARY in frame.frames or _has_object(view, frame)):
        return None
    content = _object(view, frame)
    if Trait.JUDGEMENT not in frame.frames:
        return named(SUMMARY, content)
    quoted = any(_has_quotation(view, piece) for piece in content)
    return named(JUDGEMENT, content) if quoted else None


def _is_passed_on(view: SentenceView, frame: Frame) -> bool:
    """As in "Das Amt meldete laut NNA Schäden": beside an outlet who says it is told.

    The verb may be any by which one can say something, so its object is what is said.
    """
    traits, subject = frame.frames, frame.subject
    if Trait.JUDGEMENT in traits or Trait.KNOWLEDGE in traits:
        return False
    if Trait.COMMON in traits and traits.isdisjoint(_FOR_OBJECTS):
        return False  # "rief laut NNA Hilfe"
    if subject is None or is_reporter(view.reading, subject):
        return False
    return any(
        each.segment == frame.segment
        and frame.at < each.first
        and _is_hand(view, each.phrase)
        for each in view.attributions
    )


def _is_hand(view: SentenceView, source: Phrase | None) -> bool:
    """An outlet, or a name alone that may be one's: "laut Bote"."""
    if source is None or is_reporter(view.reading, source):
        return source is not None
    return may_be_its_name(view.reading, source)


def points_back(view: SentenceView, frame: Frame) -> bool:
    """As in "das berichtete die Zeitung am Abend": the words stand before."""
    front = view.segments[frame.segment].first
    pointing = view.reading.lexicon.words.quotation.pointing
    return frame.at == front + 1 and view.reading.lower[front] in pointing


def _has_predicate(view: SentenceView, frame: Frame) -> bool:
    """As in "bezeichnete den Plan als Fehler", "hält ihn für falsch"."""
    segment = view.segments[frame.segment]
    links = view.reading.lexicon.words.quotation.predicative
    return any(
        view.reading.lower[at] in links
        for at in range(frame.at, segment.end)
        if at not in view.reading.quoted
    )


def named(rule: Rule, content: tuple[Range, ...]) -> Found | None:
    """The content with the rule that found it; None for nothing."""
    return (rule, content) if content else None


def _has_object(view: SentenceView, frame: Frame) -> bool:
    """As in "warnte vor dem Eis": the verb's preposition behind it."""
    segment = view.segments[frame.segment]
    if Trait.TOPIC not in frame.frames:
        return False
    places = range(frame.at + 1, segment.end - (len(frame.cue) > 1))
    if frame.at == segment.end - 1 and _is_contrast(view, segment):
        places = range(_inside_of(view, frame, segment), frame.at)
    topics = view.reading.lexicon.words.quotation.topics
    return any(view.reading.lower[at] in topics for at in places)


def _is_contrast(view: SentenceView, segment: Segment) -> bool:
    """As in "Während die Polizei von 800 spricht": as good as a main clause."""
    against = view.reading.lexicon.words.conjunctions.against
    return view.reading.lower[segment.first] in against


def _objects(view: SentenceView, frame: Frame) -> tuple[Range, ...]:
    """As in "nannte den Auftritt laut NNA „einen Unfall“": on both sides of laut."""
    whole = view.segments[frame.segment]
    *_, last = _object(view, frame) or ((whole.end, whole.end),)
    subject = frame.subject
    behind = subject is not None and subject.first > frame.at
    first = subject.end if subject is not None and behind else frame.at + 1
    return view.without(first, last[1])


def _object(view: SentenceView, frame: Frame) -> tuple[Range, ...]:
    """What a summarising verb takes: the clause less verb, subject and sources."""
    segment = view.segments[frame.segment]
    if _is_relative_object(view, frame):
        return ()
    first = frame.at + 1
    end = segment.end
    if len(frame.cue) > 1 and frame.cue[-1] == end - 1:
        end -= 1
    subject = frame.subject
    if subject is not None and first <= subject.first < end:
        first = subject.end
    if frame.at == segment.end - 1:  # the verb comes last
        first, end = _inside_of(view, frame, segment), frame.at
    if end == segment.end and frame.segment + 1 < len(view.segments):
        following = view.segments[frame.segment + 1]
        sourced = any(a.first == following.first for a in view.attributions)
        if view.reading.is_preposition(following.first) and not sourced:
            end = following.end
    pieces = [
        piece
        for piece in view.without(first, end)
        if _is_object(view, frame, piece) or _has_quotation(view, piece)
    ]
    return tuple(pieces[-1:])


def _is_object(view: SentenceView, frame: Frame, piece: Range) -> bool:
    """More than a person in the dative ("sagt ihm zu"); a figure, too ("von 3000")."""
    tokens = view.reading.text.tokens[slice(*piece)]
    figure = Trait.TOPIC in frame.frames and tokens[-1].text[0].isdigit()
    return figure or any(
        preposition is not None
        or phrase.cases != Case.DATIVE
        or Trait.JUDGEMENT in frame.frames
        for phrase, preposition in phrases_in(view.reading, *piece)
    )


def _is_relative_object(view: SentenceView, frame: Frame) -> bool:
    """As in "der Plan, den Lenk vorschlug": what is said stands before the comma."""
    segment = view.segments[frame.segment]
    cases = set(view.reading.cases(segment.first))
    last = max(frame.cue) == segment.end - 1
    return (
        frame.segment > 0
        and last
        and bool(cases)
        and cases <= {Case.ACCUSATIVE, Case.DATIVE}
    )


def _inside_of(view: SentenceView, frame: Frame, segment: Segment) -> int:
    """Where the object of a clause with its verb at the end can begin."""
    reading = view.reading
    subject = frame.subject
    if subject is not None and segment.first <= subject.first < frame.at:
        return subject.end
    first = segment.first + 1
    adverbs = reading.lexicon.words.adverbs.words
    while first < frame.at and (
        reading.lower[first] in adverbs
        or (reading.is_determiner(first) and first + 1 in reading.quoted)
    ):
        first += 1
    return first


def _has_quotation(view: SentenceView, piece: Range) -> bool:
    return any(at in view.reading.quoted for at in range(*piece))
