"""The words a verb of speech consists of: auxiliary, separable prefix, participle."""

from quiz.engine.claims.clauses.dependence import is_fragment, is_relative
from quiz.engine.claims.clauses.segment import Segment, conjunct_at
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Form, Trait
from quiz.engine.lexicon.vocabulary.verbs import VerbForm

MAX_ASIDES = 4  # appositions and relative clauses between the parts of one clause


def cue_of(
    reading: Reading,
    segments: tuple[Segment, ...],
    index: int,
    reading_of: tuple[int, VerbForm],
) -> tuple[int, ...]:
    """The tokens of the verb if this reading holds here, else ()."""
    lower, segment = reading.lower, segments[index]
    at, form = reading_of
    beside = _beside(reading, segment, reading_of)
    if beside:
        return beside
    if lower[at] == form.verb.infinitive and _beside_modal(reading, segment, at):
        return ()
    if form.form is Form.FINITE and _is_participle(reading, segment, at):
        return ()
    if form.form is Form.FINITE:
        return _finite_cue(reading, segments, index, reading_of)
    if form.form is Form.PARTICIPLE:
        marks = reading.lexicon.words.quotation
        moves = Trait.MOTION in form.verb.frames
        perfect = marks.result if moves else marks.perfect
        for aux in range(segment.first, segment.end):
            if lower[aux] in perfect and aux != at:
                return (aux, at) if aux < at else (at, aux)
    return ()


def _beside(
    reading: Reading, segment: Segment, reading_of: tuple[int, VerbForm]
) -> tuple[int, ...]:
    """As in "ließ … mitteilen", "will … erfahren haben": words that take the verb."""
    at, form = reading_of
    if form.form is Form.PARTICIPLE:
        return _claims_to(reading, segment, at)
    same = reading.lower[at] == form.verb.infinitive and form.form is Form.FINITE
    return _letting(reading, segment, at) if same else ()


def _letting(reading: Reading, segment: Segment, at: int) -> tuple[int, ...]:
    """As in "ließ … mitteilen", "hat … mitteilen lassen": the words it takes, or ()."""
    marks = reading.lexicon.words.quotation
    places = [n for n in range(segment.first, segment.end) if n not in reading.quoted]
    let = next((n for n in places if reading.lower[n] in marks.letting), None)
    if let is None or (let > at and let != at + 1) or let == at:
        return ()
    if let < at:
        return (let, at) if at == segment.end - 1 else ()
    aux = next((n for n in places if reading.lower[n] in marks.perfect), None)
    return () if aux is None else tuple(sorted((aux, at, let)))


def _claims_to(reading: Reading, segment: Segment, at: int) -> tuple[int, ...]:
    """As in "will … erfahren haben", "… erfahren haben will": the words it takes."""
    behind, hedges = at + 1, reading.lexicon.words.hedges
    if behind >= segment.end or reading.lower[behind] not in hedges.past:
        return ()
    places = (n for n in range(segment.first, segment.end) if n not in reading.quoted)
    claims = next((n for n in places if reading.lower[n] in hedges.self_told), None)
    return () if claims is None else tuple(sorted((at, behind, claims)))


def _finite_cue(
    reading: Reading,
    segments: tuple[Segment, ...],
    index: int,
    reading_of: tuple[int, VerbForm],
) -> tuple[int, ...]:
    """The verb alone, or with its separable prefix wherever that stands."""
    lower, segment = reading.lower, segments[index]
    at, form = reading_of
    prefix = form.verb.prefix
    if not prefix or (lower[at].startswith(prefix) and len(prefix) > 1):
        rival = _particle(reading, segment, at)
        return () if rival else (at,)
    last = segment.end - 1
    if last > at and lower[last] == prefix:
        return (at, last)
    split = at == last and at > segment.first and lower[at - 1] == prefix
    if split and prefix != reading.lexicon.inflection.conjugation.marker:
        return (at - 1, at)  # "wie die Stadt bekannt gab"
    behind = _prefix_behind(reading, segments, index, prefix)
    return (at, behind) if behind else ()


def _prefix_behind(
    reading: Reading, segments: tuple[Segment, ...], index: int, prefix: str
) -> int:
    """As in "teilte Lenk, die Chefin, mit": where the prefix is; 0 if nowhere."""
    for segment in segments[index + 1 : index + 1 + MAX_ASIDES]:
        if segment.quotation is not None or segment.mark == ":":
            return 0
        last = segment.end - 1
        if reading.lower[last] == prefix:
            # "…, der Torwart falle lange aus": another clause's own prefix
            return 0 if reading.has_mood(segment.first, last) else last
        # "kündigte, wie der Sender meldet, Klagen an"
        aside = reading.lower[segment.first] in reading.lexicon.words.quotation.as_said
        if not (
            aside or is_fragment(reading, segment) or is_relative(reading, segment)
        ):
            return 0
    return 0


def _is_participle(reading: Reading, segment: Segment, at: int) -> bool:
    """As in "habe befürchtet": the same form beside an auxiliary."""
    if not any(form.form is Form.PARTICIPLE for form in reading.verbs(at)):
        return False
    auxiliaries = reading.lexicon.words.auxiliaries
    passive = reading.lexicon.words.passive.auxiliaries
    before = any(reading.lower[n] in auxiliaries for n in range(segment.first, at))
    behind = [n for n in range(at + 1, segment.end) if n not in reading.quoted]
    return before or any(reading.lower[n] in passive for n in behind)


def _beside_modal(reading: Reading, segment: Segment, at: int) -> bool:
    """As in "könne Geld beantragen": an infinitive, not a plural."""
    modals = reading.lexicon.words.states.modals
    marker = reading.lexicon.inflection.conjugation.marker
    if reading.lower[at - 1] == marker and at > segment.first:
        return True
    places = (n for n in range(segment.first, segment.end) if n != at)
    return any(reading.lower[n] in modals for n in places)


def _particle(reading: Reading, segment: Segment, at: int) -> bool:
    """Whether its clause ends in a prefix that makes this another verb."""
    last = conjunct_at(reading, segment, at)[1] - 1
    return last > at and reading.lower[last] in reading.lexicon.words.prefixes
