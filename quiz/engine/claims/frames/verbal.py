"""Frames made by a verb of speech and its subject."""

from quiz.engine.claims.clauses.dependence import (
    is_fragment,
    is_relative,
    is_subordinate,
)
from quiz.engine.claims.clauses.segment import Segment, conjunct_at
from quiz.engine.claims.clauses.subject import (
    antecedent,
    first_subject,
    shared_subject,
    subject_in_front,
    subject_of,
)
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.frames.predicate import MAX_ASIDES, cue_of
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.phrase import Phrase, phrase_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Trait
from quiz.engine.lexicon.vocabulary.verbs import VerbForm

Hit = tuple[tuple[int, ...], VerbForm]  # tokens of a verb, and how they are read


def verb_frame(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> Frame | None:
    """The frame of the segment's verb; one that introduces words before all others."""
    segment = segments[index]
    found: list[Hit] = []
    for at in range(segment.first, segment.end):
        forms = () if at in reading.quoted else reading.verbs(at)
        if not forms or reading.is_determiner(at) or _is_attributive(reading, at):
            continue
        for form in forms:
            cue = cue_of(reading, segments, index, (at, form))
            if cue:
                found.append((cue, form))
    if not found:
        return None
    found = _in_last_conjunct(reading, segments, index, found) or found
    best = max(found, key=lambda hit: (_weight(hit[1]), max(hit[0])))
    return _with_subject(reading, segments, index, best)


def _in_last_conjunct(
    reading: Reading, segments: tuple[Segment, ...], index: int, found: list[Hit]
) -> list[Hit]:
    """As in "lobte den Plan und rief auf, ihm zu folgen": what follows is the last's.

    Nothing behind a quotation, which the first of the two verbs may introduce.
    """
    behind_quotation = index > 0 and segments[index - 1].quotation is not None
    if behind_quotation or index + 1 >= len(segments):
        return []
    last = max(min(cue) for cue, _ in found)
    first, _ = conjunct_at(reading, segments[index], last)
    return [
        (cue, form)
        for cue, form in found
        if min(cue) >= first > segments[index].first
        and Trait.CLAUSE in form.verb.frames
    ]


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
    cue = cue_of(reading, segments, index, (token, form))
    return _with_subject(reading, segments, index, (cue, form)) if cue else None


def _is_attributive(reading: Reading, at: int) -> bool:
    """As in "die verdächtigen Personen": an adjective that looks like a verb."""
    if at == 0 or at + 1 >= len(reading.lower) or not reading.is_noun(at + 1):
        return False
    if not reading.lower[at].endswith(reading.lexicon.inflection.verbs.attributive):
        return False
    if reading.lower[at - 1] in reading.lexicon.words.quotation.pointing:
        return False  # "Das berichten Zeitungen": an adjective would end in -e there
    before = reading.text.tokens[at - 1]
    coordinating = reading.lexicon.words.conjunctions.coordinating
    return reading.is_determiner(at - 1) or (
        before.is_word
        and not before.is_capital
        and not reading.is_pronoun(at - 1)
        and before.text not in coordinating
    )


def _weight(form: VerbForm) -> int:
    """How readily the verb introduces words: "sagte" before "begrüßte"."""
    return (Trait.QUOTATION in form.verb.frames) + (
        Trait.COMMON not in form.verb.frames
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
    if Trait.ORIGIN in form.verb.frames:
        return _out_of(reading, segment, (index, cue), form)
    opening = _opening_as(reading, segments, index)
    if opening is not None:
        first = segments[opening].first + 1
        subject = first_subject(reading, first, segments[opening].end)
        start = index - opening
        return Frame(index, form.verb, at, cue, subject, FrameKind.AS, start=start)
    verb_last, subject = _verb_last(reading, segments, index, cue)
    if verb_last:
        subject = _without_topic(reading, subject, form)
        kind = _kind_of(reading, segment, at)
        says = kind is FrameKind.VERB or bool(
            form.verb.frames & {Trait.QUOTATION, Trait.REPORT, Trait.FINDING}
        )
        # "die Art, wie er plant" is none
        return Frame(index, form.verb, at, cue, subject, kind) if says else None
    if at == segment.first:
        front = subject_in_front(reading, segments, index)
        if front is not None:
            return Frame(index, form.verb, at, cue, front, FrameKind.VERB)
    subject = subject_of(reading, segment, at)
    if subject is None:
        subject = shared_subject(reading, segments, index, at)
        if subject is not None:
            return Frame(index, form.verb, at, cue, subject, FrameKind.VERB)
    first = at == segment.first and not _behind_clause(reading, segments, index)
    reach = sum(1 for other in segments[index + 1 :] if other.first <= max(cue))
    return Frame(index, form.verb, at, cue, subject, FrameKind.VERB, first, reach)


def _without_topic(
    reading: Reading, subject: Phrase | None, form: VerbForm
) -> Phrase | None:
    """As in "während die Polizei von 800 Leuten spricht": of what, not whose."""
    if subject is None or subject.genitive is None:
        return subject
    topic = reading.lower[subject.core_end] in reading.lexicon.words.origins
    if not topic or Trait.TOPIC not in form.verb.frames:
        return subject
    return subject._replace(end=subject.core_end, genitive=None)


def _kind_of(reading: Reading, segment: Segment, at: int) -> FrameKind:
    opens = reading.lower[segment.first] in reading.lexicon.words.quotation.as_said
    return FrameKind.AS if opens and at > segment.first else FrameKind.VERB


def _verb_last(
    reading: Reading, segments: tuple[Segment, ...], index: int, cue: tuple[int, ...]
) -> tuple[bool, Phrase | None]:
    """Whether the subject stands nowhere but before the verb, or is no speaker; who."""
    segment, at, words = segments[index], min(cue), reading.lexicon.words
    opener = reading.lower[segment.first]
    # "gesagt hat", "erfahren haben will": what the subject agrees with
    closing = words.quotation.perfect | words.hedges.self_told
    finite = next((n for n in reversed(cue) if reading.lower[n] in closing), at)
    as_said = opener in words.quotation.as_said and at > segment.first
    if as_said and not _goes_on(reading, max(cue) + 1, segment.end):
        return True, first_subject(reading, segment.first + 1, segment.end, finite)
    if _is_relative(reading, segments, index, at):
        return True, antecedent(reading, segments, index)
    subordinate = opener in words.conjunctions.subordinating
    inner = range(at + 1, max(cue))  # "als Grund gab er an": the verb comes second
    second = any(reading.is_noun(n) or reading.is_pronoun(n) for n in inner)
    if subordinate and max(cue) >= segment.end - 2 and not second:
        return True, first_subject(reading, segment.first + 1, segment.end, finite)
    return False, None


def _goes_on(reading: Reading, first: int, end: int) -> bool:
    """As in "Wie Moor forderte auch Falk, …": what comes behind a verb in second place.

    Behind "wie Moor sagte" nothing does.
    """
    return any(at is None for _, at in phrases_in(reading, first, end))


def _out_of(
    reading: Reading,
    segment: Segment,
    place: tuple[int, tuple[int, ...]],
    form: VerbForm,
) -> Frame:
    """As in "aus dem Bericht geht hervor": the words come out of what it names."""
    index, cue = place
    marks = reading.lexicon.words.quotation
    origin = next(
        (
            phrase
            for phrase, preposition in phrases_in(reading, segment.first, segment.end)
            if preposition is not None and reading.lower[preposition] in marks.out_of
        ),
        None,
    )
    kind = (
        FrameKind.AS
        if reading.lower[segment.first] in marks.as_said
        else FrameKind.VERB
    )
    at = min(cue)
    return Frame(index, form.verb, at, cue, origin, kind, at == segment.first)


def _opening_as(
    reading: Reading, segments: tuple[Segment, ...], index: int
) -> int | None:
    """The segment of the "wie" in "wie Lenk, die Bürgermeisterin, mitteilte"."""
    for at in range(index - 1, max(-1, index - 1 - MAX_ASIDES), -1):
        segment = segments[at]
        if segment.quotation is not None:
            return None
        opener = reading.lower[segment.first]
        if opener in reading.lexicon.words.quotation.as_said:
            rest = segment._replace(first=segment.first + 1)
            alone = rest.first < rest.end and is_fragment(reading, rest)
            return at if alone else None
        if not (is_fragment(reading, segment) or is_relative(reading, segment)):
            return None
    return None


def _behind_clause(reading: Reading, segments: tuple[Segment, ...], index: int) -> bool:
    """As in "Als es dunkel wurde, sagte Lenk, …": the clause before is no speech."""
    if index == 0 or segments[0].quotation is not None:
        return False
    words = reading.lexicon.words.conjunctions
    opener = reading.lower[segments[0].first]
    asked = words.content | words.asking
    return is_subordinate(reading, segments[0]) and opener not in asked


def _is_relative(
    reading: Reading, segments: tuple[Segment, ...], index: int, at: int
) -> bool:
    segment = segments[index]
    relative = reading.lexicon.words.conjunctions.relative_subjects
    if index == 0 or reading.lower[segment.first] not in relative:
        return False
    phrase = phrase_at(reading, segment.first, segment.end)
    return phrase is None and at >= segment.end - 2
