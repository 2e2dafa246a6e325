"""Speech verbs with their subjects: the frames in which words are given."""

from dataclasses import dataclass, replace

from quiz.engine.claims.phrase import Phrase, phrase_at
from quiz.engine.claims.reading import Reading
from quiz.engine.claims.segment import Segment, phrases_in
from quiz.engine.claims.subject import (
    RELATIVE,
    antecedent,
    first_subject,
    subject_in_front,
    subject_of,
)
from quiz.engine.lexicon.verbs import Verb, VerbForm

STATE = Verb("sein", "", frozenset("ct"))


@dataclass(frozen=True, slots=True)
class Frame:
    """Somebody says something.

    Attributes:
        segment: index of its segment in the sentence.
        verb: which verb of speech; None for "so X" and "heißt es".
        at: token index of the finite verb or of "so".
        cue: token indices of the words that mark speech.
        subject: who; None where nobody is named ("hieß es").
        kind: "verb", "so", "as" (wie X sagte), "it" (heißt es).
        verb_first: the segment begins with the verb, so that the words said stand
            before it.
    """

    segment: int
    verb: Verb | None
    at: int
    cue: tuple[int, ...]
    subject: Phrase | None
    kind: str
    verb_first: bool = False

    @property
    def frames(self) -> frozenset[str]:
        """What the verb introduces; "so X" introduces quotations and clauses."""
        return self.verb.frames if self.verb else frozenset("dc")


def frames_in(reading: Reading, segments: tuple[Segment, ...]) -> list[Frame]:
    """The frames of a sentence, at most one a segment, in order."""
    found: list[Frame] = []
    for index, segment in enumerate(segments):
        if segment.quotation is None:
            frame = _so(reading, segments, index) or _it(reading, segment, index)
            frame = frame or _verb(reading, segments, index)
            frame = frame or _state(reading, segment, index)
            if frame is not None:
                found.append(_coordinated(reading, found, frame))
    return found


def frame_at(
    reading: Reading, segments: tuple[Segment, ...], at: tuple[int, int], form: VerbForm
) -> Frame | None:
    """The frame that this reading of a word makes; None where it cannot be one.

    Args:
        reading: the text.
        segments: those of the sentence.
        at: index of the segment and of the token in it.
        form: the word as a form of a verb.
    """
    index, token = at
    cue = _cue(reading, segments[index], token, form)
    return _with_subject(reading, segments, index, (cue, form)) if cue else None


def _coordinated(reading: Reading, earlier: list[Frame], frame: Frame) -> Frame:
    """As in "Lenk sagte, das Geld fehle, und fügte hinzu": the subject stays."""
    if not earlier or frame.kind != "verb" or frame.segment == 0:
        return frame
    if reading.lower[frame.at - 1] not in ("und", "sowie"):
        return frame
    return replace(frame, subject=earlier[-1].subject, verb_first=False)


def _so(reading: Reading, segments: tuple[Segment, ...], index: int) -> Frame | None:
    """As in ", so Arndt": the speaker behind the words."""
    segment = segments[index]
    lower = reading.lower
    if lower[segment.first] not in reading.lexicon.words["quotation"]["say_so"]:
        return None
    if index == 0:
        return None
    phrase = phrase_at(reading, segment.first + 1, segment.end)
    if phrase is None or not phrase.can_be("n"):
        return None
    if any(reading.verbs(at) for at in range(phrase.end, segment.end)):
        return None
    at = segment.first
    return Frame(index, None, at, (at,), phrase, "so", verb_first=True)


def _it(reading: Reading, segment: Segment, index: int) -> Frame | None:
    """As in "hieß es", "heißt es in dem Bericht", "es hieß": nobody, or a document."""
    says = reading.lexicon.words["quotation"]["it_says"]
    for at in range(segment.first, segment.end - 1):
        pair = (reading.lower[at], reading.lower[at + 1])
        if at in reading.quoted or "es" not in pair:
            continue
        if pair[0] in says or pair[1] in says:
            document = _document(reading, segment)
            first = at == segment.first
            return Frame(index, None, at, (at, at + 1), document, "it", first)
    return None


def _state(reading: Reading, segment: Segment, index: int) -> Frame | None:
    """As in "zeigte sich sicher, dass …", "ist überzeugt, …"."""
    states = reading.lexicon.words["states"]
    last = segment.end - 1
    if reading.lower[last] not in states["words"]:
        return None
    reflexive = "sich" in reading.lower[segment.first : segment.end]
    verbs = states["reflexive"] if reflexive else states["copula"]
    for at in range(segment.first, last):
        if reading.lower[at] in verbs:
            subject = subject_of(reading, segment, at)
            if subject is None or reading.lower[subject.first] == "es":
                return None
            middle = [n for n in range(at + 1, last) if reading.lower[n] == "sich"]
            cue = (at, *middle[:1], last)
            return Frame(index, STATE, at, cue, subject, "verb")
    return None


def _document(reading: Reading, segment: Segment) -> Phrase | None:
    for phrase, preposition in phrases_in(reading, segment.first, segment.end):
        if preposition is None or phrase.pronoun:
            continue
        if reading.lower[preposition] in ("in", "im", "aus", "bei", "beim", "von"):
            return phrase
    return None


def _verb(reading: Reading, segments: tuple[Segment, ...], index: int) -> Frame | None:
    """The frame of the segment's verb; one that introduces words before all others."""
    segment = segments[index]
    found: list[tuple[tuple[int, ...], VerbForm]] = []
    for at in range(segment.first, segment.end):
        if at in reading.quoted or reading.is_determiner(at):
            continue
        if _is_attributive(reading, at):
            continue
        for form in reading.verbs(at):
            cue = _cue(reading, segment, at, form)
            if cue:
                found.append((cue, form))
    if not found:
        return None
    best = max(found, key=lambda hit: (_weight(hit[1]), max(hit[0])))
    return _with_subject(reading, segments, index, best)


def _is_attributive(reading: Reading, at: int) -> bool:
    """As in "die verdächtigen Personen": an adjective that looks like a verb."""
    if at == 0 or at + 1 >= len(reading.lower) or not reading.is_noun(at + 1):
        return False
    if not reading.lower[at].endswith("en"):
        return False
    before = reading.text.tokens[at - 1]
    coordinating = reading.lexicon.words["conjunctions"]["coordinating"]
    return reading.is_determiner(at - 1) or (
        before.is_word
        and not before.is_capital
        and not reading.is_pronoun(at - 1)
        and before.text not in coordinating
    )


def _weight(form: VerbForm) -> int:
    """How readily the verb introduces words: "sagte" before "begrüßte"."""
    return ("d" in form.verb.frames) + ("x" not in form.verb.frames)


def _cue(
    reading: Reading, segment: Segment, at: int, form: VerbForm
) -> tuple[int, ...]:
    """The tokens of the verb if this reading holds here, else ()."""
    lower = reading.lower
    prefix = form.verb.prefix
    if lower[at] == form.verb.infinitive and _beside_modal(reading, segment, at):
        return ()
    if form.form == "finite" and _is_participle(reading, segment, at):
        return ()
    if form.form == "finite":
        if not prefix or (lower[at].startswith(prefix) and len(prefix) > 1):
            rival = _particle(reading, segment, at)
            return () if rival else (at,)
        last = segment.end - 1
        return (at, last) if last > at and lower[last] == prefix else ()
    if form.form == "participle":
        perfect = reading.lexicon.words["quotation"]["perfect"]
        for aux in range(segment.first, segment.end):
            if lower[aux] in perfect and aux != at:
                return (aux, at) if aux < at else (at, aux)
    return ()


def _is_participle(reading: Reading, segment: Segment, at: int) -> bool:
    """As in "habe befürchtet": the same form beside an auxiliary."""
    if not any(form.form == "participle" for form in reading.verbs(at)):
        return False
    auxiliaries = reading.lexicon.words["auxiliaries"]
    before = range(segment.first, at)
    return any(reading.lower[n] in auxiliaries for n in before)


def _beside_modal(reading: Reading, segment: Segment, at: int) -> bool:
    """As in "könne Geld beantragen": an infinitive, not a plural."""
    modals = reading.lexicon.words["states"]["modals"]
    places = (n for n in range(segment.first, segment.end) if n != at)
    return any(reading.lower[n] in modals for n in places)


def _particle(reading: Reading, segment: Segment, at: int) -> bool:
    """Whether the segment ends in a prefix that makes this another verb."""
    last = segment.end - 1
    if last <= at:
        return False
    return any(
        form.verb.prefix and form.verb.prefix == reading.lower[last]
        for form in reading.verbs(at)
    )


def _with_subject(
    reading: Reading,
    segments: tuple[Segment, ...],
    index: int,
    found: tuple[tuple[int, ...], VerbForm],
) -> Frame | None:
    cue, form = found
    segment = segments[index]
    at = min(cue)
    opener = reading.lower[segment.first]
    if opener == "wie" and at > segment.first:
        subject = first_subject(reading, segment.first + 1, segment.end)
        return Frame(index, form.verb, at, cue, subject, "as")
    if _is_relative(reading, segments, index, at):
        subject = antecedent(reading, segments, index)
        return Frame(index, form.verb, at, cue, subject, "verb")
    subordinate = opener in reading.lexicon.words["conjunctions"]["subordinating"]
    if subordinate and max(cue) >= segment.end - 2:
        subject = first_subject(reading, segment.first + 1, segment.end)
        return Frame(index, form.verb, at, cue, subject, "verb")
    if at == segment.first:
        front = subject_in_front(reading, segments, index)
        if front is not None:
            return Frame(index, form.verb, at, cue, front, "verb")
    subject = subject_of(reading, segment, at)
    first = at == segment.first and not _behind_clause(reading, segments, index)
    return Frame(index, form.verb, at, cue, subject, "verb", first)


def _behind_clause(reading: Reading, segments: tuple[Segment, ...], index: int) -> bool:
    """As in "Als es dunkel wurde, sagte Lenk, …": the clause before is no speech."""
    if index == 0 or segments[0].quotation is not None:
        return False
    words = reading.lexicon.words["conjunctions"]
    opener = reading.lower[segments[0].first]
    asked = {*words["content"], *words["asking"]}
    return opener in words["subordinating"] and opener not in asked


def _is_relative(
    reading: Reading, segments: tuple[Segment, ...], index: int, at: int
) -> bool:
    segment = segments[index]
    if index == 0 or reading.lower[segment.first] not in RELATIVE:
        return False
    phrase = phrase_at(reading, segment.first, segment.end)
    return phrase is None and at >= segment.end - 2
