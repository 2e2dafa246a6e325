"""What somebody calls a thing: nannte, bezeichnete als, sprach von, hielt für."""

from quiz.engine.claims.candidates.candidate import SentenceView
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.frames.verbal import frame_at
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.quoted import Wording, is_indefinite, wording_of
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Form
from quiz.engine.lexicon.vocabulary.verbs import BARE, PLAIN, VerbForm
from quiz.engine.text.quotation import Quotation

REACH = 4  # words between that marker and the quotation mark


def calling_frame(view: SentenceView, quotation: Quotation) -> Frame | None:
    """The verb that calls a thing by the quoted words, with who does; None if none.

    As in "Lenk nannte den Plan „mutig“", "wird von Fachleuten als „sicher“
    eingestuft", "Von einem „schwarzen Tag“ sprach Lenk".
    """
    start = _chain_start(view, quotation.first)
    judge = _for_whom(view, start)
    if judge is not None:
        return judge
    letter = _marker(view, start)
    phrase = wording_of(view.reading, quotation) is Wording.PHRASE
    bare = phrase and not is_indefinite(view.reading, start - 1)
    if letter == PLAIN and bare:
        letter = BARE
    here = next((n for n, s in enumerate(view.segments) if s.end > start), 0)
    floor = here if letter in (PLAIN, BARE) else 0
    for index in range(here, floor - 1, -1):
        frame = _frame_in(view, index, letter)
        if frame is not None:
            return frame if _calls(view, frame, phrase=phrase) else None
    return None


def _for_whom(view: SentenceView, mark: int) -> Frame | None:
    """As in "Für Trainer Sand ist das Ergebnis „ärgerlich“"."""
    reading = view.reading
    index = next((n for n, s in enumerate(view.segments) if s.end > mark), 0)
    segment = view.segments[index]
    marks = reading.lexicon.words.quotation
    first = segment.first + (reading.lower[segment.first] in marks.before_for)
    if reading.lower[first] not in marks.for_whom or segment.quotation is not None:
        return None
    subject = phrase_at(reading, first + 1, min(segment.end, mark))
    if subject is None or naming_of(reading, subject).kind is None:
        return None
    copula = reading.lexicon.words.wording.copula
    for at in range(subject.end, segment.end):
        if reading.lower[at] in copula and at not in reading.quoted:
            frame = Frame(index, None, at, (first, at), subject, FrameKind.FOR)
            return frame if view.holds(frame) else None
    return None


def _calls(view: SentenceView, frame: Frame, *, phrase: bool) -> bool:
    """Not "nennt man", nor what a thing calls itself or is called by everybody."""
    if not view.holds(frame):
        return False
    reading, segment = view.reading, view.segments[frame.segment]
    if frame.subject is None:
        return not phrase
    words = reading.lexicon.words
    if reading.lower[frame.subject.first] in words.anybody:
        return False
    clause = reading.lower[segment.first : segment.end]
    itself = not words.reflexive.isdisjoint(clause)
    return not (phrase and itself)


def _frame_in(view: SentenceView, index: int, letter: str) -> Frame | None:
    reading, segment = view.reading, view.segments[index]
    if segment.quotation is not None:
        return None
    for at in range(segment.first, segment.end):
        if at in reading.quoted or reading.text.tokens[at].is_capital:
            continue
        for form in reading.lexicon.calling.get(reading.lower[at], ()):
            if letter not in form.verb.frames:
                continue
            frame = _passive(view, index, at, form)
            frame = frame or frame_at(reading, view.segments, (index, at), form)
            if frame is not None:
                return frame
    return None


def _passive(view: SentenceView, index: int, at: int, form: VerbForm) -> Frame | None:
    """As in "wird von Fachleuten als „sicher“ eingestuft": by whom, if it says so."""
    reading, segment = view.reading, view.segments[index]
    if form.form is Form.INFINITIVE or not _can_be_participle(view, at):
        return None
    aux = _auxiliary(reading, segment)
    if aux is None:
        return None
    agent = _agent(view, segment.first, segment.end)
    cue = (aux, at) if aux < at else (at, aux)
    return Frame(index, form.verb, at, cue, agent, FrameKind.VERB)


@once
def _auxiliary(reading: Reading, segment: Segment) -> int | None:
    """The token of the first "wird" or "wurde"."""
    forms = reading.lexicon.words.wording.passive
    outside = (n for n in range(segment.first, segment.end) if n not in reading.quoted)
    return next((n for n in outside if reading.lower[n] in forms), None)


def _can_be_participle(view: SentenceView, at: int) -> bool:
    forms = view.reading.lexicon.calling[view.reading.lower[at]]
    return any(form.form is Form.PARTICIPLE for form in forms)


def _agent(view: SentenceView, first: int, end: int) -> Phrase | None:
    reading = view.reading
    marks = reading.lexicon.words.wording
    places = reading.lexicon.words.passive.places
    for phrase, preposition in phrases_in(reading, first, end):
        placed = preposition is not None and reading.lower[preposition] in places
        if placed and is_media(reading, phrase):
            return phrase  # "wird in den Medien als „Wagnis“ bezeichnet"
        if preposition is None or reading.lower[preposition] not in marks.agents:
            continue
        bare = phrase.first == phrase.core
        bare = bare and reading.lower[preposition] in marks.bare_agents
        if bare or naming_of(reading, phrase).kind is not None:
            return phrase
    return None


def _chain_start(view: SentenceView, mark: int) -> int:
    """The mark of the first of several: "als „frech“ und „dreist“"."""
    reading, floor = view.reading, view.sentence.first
    joins = reading.lexicon.words.conjunctions.in_lists
    while mark - 2 > floor and reading.lower[mark - 1] in {",", *joins}:
        at = mark - 2
        if at not in reading.quoted:
            break
        while at > floor and at - 1 in reading.quoted:
            at -= 1
        mark = at
    return mark


def _marker(view: SentenceView, mark: int) -> str:
    """The letter of the word before the quotation, articles and adverbs passed over."""
    reading, markers = view.reading, view.reading.lexicon.words.calling.markers
    for at in range(mark - 1, max(view.sentence.first, mark - REACH) - 1, -1):
        lower = reading.lower[at]
        if lower in markers:
            return markers[lower]
        if not reading.text.tokens[at].is_word or reading.is_noun(at):
            break
    return PLAIN
