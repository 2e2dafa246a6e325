"""Where the words of a candidate may be more or less than what was said."""

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView
from quiz.engine.claims.candidates.left_out import (
    begins_before,
    goes_on,
    left_before,
    left_behind,
)
from quiz.engine.claims.candidates.narrator import (
    article_speaks,
    is_told_of_part,
    thinks_inside,
)
from quiz.engine.claims.clauses.dependence import (
    is_dependent,
    is_infinitive,
    is_relative,
    is_subordinate,
)
from quiz.engine.claims.doubt import (
    HEADING_INSIDE,
    NO_STATEMENT,
    SENTENCE_SAYS_MORE,
    SOURCE_MAY_GO_ON,
    WORDS_GO_ON,
)
from quiz.engine.claims.frames.attribution import Attribution
from quiz.engine.claims.frames.frame import Frame
from quiz.engine.claims.ground import Doubt
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import phrase_at
from quiz.engine.claims.words.noun import is_day
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case, Mood, Trait

HASHTAG = "#"


def doubts_of_words(view: SentenceView, candidate: Candidate) -> tuple[Doubt, ...]:
    """What may be wrong with where the words begin and end."""
    held = {
        HEADING_INSIDE: heading_inside(view, candidate.content),
        SOURCE_MAY_GO_ON: source_goes_on(view, candidate.content),
        NO_STATEMENT: hangs_on_word(view, candidate.content)
        or lacks_verb(view, candidate.content)
        or is_averted(view, candidate),
        SENTENCE_SAYS_MORE: is_told_of_part(view, candidate)
        or thinks_inside(view, candidate),
        WORDS_GO_ON: goes_on(view, candidate.content)
        or begins_before(view, candidate.content)
        or left_before(view, candidate)
        or left_behind(view, candidate)
        or hangs_on_object(view, candidate)
        or opens_for_object(view, candidate)
        or hangs_on_doer(view, candidate)
        or article_speaks(view, candidate),
    }
    return tuple(doubt for doubt, holds in held.items() if holds)


def heading_inside(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """Whether a second sentence begins without a mark.

    As in "Neue Regeln Nach den Worten von Lenk gilt das": where a page is pasted as
    one block, its headings run into the text. German writes no small word with a
    capital inside a sentence, unless a name begins with it.
    """
    end = content[-1][1]
    return any(
        _begins_anew(view.reading, at) for at in range(view.sentence.first + 1, end)
    )


@once
def _begins_anew(reading: Reading, at: int) -> bool:
    token = reading.text.tokens[at]
    if token.text == HASHTAG:
        return True  # the end of a post that was pasted along
    if not token.is_capital or at in reading.quoted or at in reading.starts:
        return False
    polite = reading.is_possessive(at)
    small = reading.is_preposition(at) or (reading.is_determiner(at) and not polite)
    return small and reading.text.tokens[at - 1].is_word


def source_goes_on(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """As in "sind nach Angaben des Ministeriums in Talheim zwei Menschen verletzt".

    The ministry's place, or that of the accident: nothing in the sentence tells.
    """
    if any(_opens_late(view, attribution) for attribution in view.attributions):
        return True
    marked = {at for attribution in view.attributions for at in attribution.cue}
    behind = {a.end for a in view.attributions if a.end - 1 not in marked}
    return any(
        first in behind and _may_belong_to_name(view.reading, first, end)
        for first, end in content[1:]
    )


def _opens_late(view: SentenceView, attribution: Attribution) -> bool:
    """As in "der vom Kreis in Auftrag gegebenen Studie zufolge": more of it before.

    An adjective right before what is read of it, or a participle that takes along more.
    """
    reading, first = view.reading, attribution.first
    marks = reading.lexicon.words.quotation
    before = marks.behind_noun.isdisjoint(reading.lower[at] for at in attribution.cue)
    if before or first <= view.sentence.first:
        return False
    taking = reading.lower[first].endswith(
        reading.lexicon.inflection.adjectives.participles
    )
    takes = taking and reading.is_adjective(first) and reading.is_noun(first - 1)
    bare = not reading.is_determiner(first)
    return takes or (bare and reading.is_adjective(first - 1))


def _may_belong_to_name(reading: Reading, at: int, end: int) -> bool:
    """As in "im Kanzleramt", "für die Nordpost"; not "in einer Stunde", "am Montag"."""
    words = reading.lexicon.words
    places = (words.origins, words.passive.places, words.quotation.towards)
    hanging = (*places, words.for_purpose, words.opposing)
    if not any(reading.lower[at] in each for each in hanging):
        return False
    phrase = phrase_at(reading, at + 1, end)
    if phrase is None or phrase.pronoun or is_day(reading, phrase.core_end - 1):
        return False
    named = phrase.first == phrase.core or reading.lower[at + 1] in words.articles
    if reading.lower[at] in words.opposing:  # "die Kommission gegen Betrug"
        named = phrase.first == phrase.core
    return named and phrase.end < end


def hangs_on_word(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """As in "ein Tunnel, der laut Gutachten machbar ist": nobody sees of what.

    Nor in "…, was laut Moor an der Hitze liegt".
    """
    first, reading = content[0][0], view.reading
    at, segment = next((n, s) for n, s in enumerate(view.segments) if s.end > first)
    if segment.first == first and is_relative(reading, segment):
        return True
    opens = segment.first == first
    if opens and not (at and is_subordinate(reading, segment)):
        return False
    behind = any(a.segment == at for a in view.attributions)
    words = reading.lexicon.words
    opener, conjunctions = reading.lower[first], words.conjunctions
    either = opener in conjunctions.subordinating and reading.is_preposition(first)
    return behind and (either or opener in conjunctions.commenting)


def lacks_verb(view: SentenceView, content: tuple[Range, ...]) -> bool:
    """As in "der Hof ist alt, aber laut Moor trocken": its verb stands before."""
    reading, first = view.reading, content[0][0]
    objecting = reading.lexicon.words.conjunctions.objecting
    if reading.lower[first] not in objecting or first == view.sentence.first:
        return False
    return not any(
        reading.looks_finite(at) for piece in content for at in range(*piece)
    )


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


def hangs_on_object(view: SentenceView, candidate: Candidate) -> bool:
    """As in "verspricht Hilfe, das sei man ihr schuldig": said of what it names before.

    And as in "bietet zwei Prozent, nötig wären drei", where nobody need have said it.
    """
    reading, first = view.reading, candidate.content[0][0]
    frame = next((f for f in view.frames if f.cue == candidate.cue), None)
    at = next((n for n, s in enumerate(view.segments) if s.first == first), 0)
    if frame is None or at != frame.last + 1 or view.segments[at].mark != ",":
        return False
    segment = view.segments[at]
    if is_dependent(reading, segment) or not has_accusative(view, frame):
        return False
    loose = reading.has_mood(segment.first, segment.end) is Mood.LOOSE
    told = Trait.QUOTATION in frame.frames
    points = reading.lower[first] in reading.lexicon.words.quotation.pointing
    points = points and phrase_at(reading, first, segment.end) is None
    return points or (loose and not told)


def hangs_on_doer(view: SentenceView, candidate: Candidate) -> bool:
    """As in "wirft Moos vor, durch seine Fragen zu stören": whose, nobody sees.

    Who has done what an accusation says stands outside of it.
    """
    reading, (first, end) = view.reading, candidate.content[0]
    frame = next((f for f in view.frames if f.cue == candidate.cue), None)
    segment = next((s for s in view.segments if s.first == first), None)
    if frame is None or frame.verb is None or segment is None:
        return False
    marks = reading.lexicon.words.quotation
    accuses = frame.verb.infinitive in marks.accusing
    if not accuses or not is_infinitive(reading, segment):
        return False
    owners = (*marks.owners,)
    owned = [
        at
        for at in range(first, min(end, segment.end))
        if reading.lower[at].startswith(owners) and reading.is_determiner(at)
    ]
    return bool(owned) and not any(
        naming_of(reading, phrase).kind
        for phrase, _ in phrases_in(reading, first, owned[0])
    )


def opens_for_object(view: SentenceView, candidate: Candidate) -> bool:
    """As in "Für Gäste deren Rad steht, haben sie einen Kurs angekündigt": the course.

    What stands before the verb only says for whom: its own verb closes it.
    """
    (first, end), reading = candidate.content[0], view.reading
    frame = next((f for f in view.frames if f.cue == candidate.cue), None)
    if frame is None or frame.at < first or not reading.is_preposition(first):
        return False
    verbs = [at for at in range(first, end) if reading.looks_finite(at)]
    return verbs == [end - 1] and has_accusative(view, frame)


def has_accusative(view: SentenceView, frame: Frame) -> bool:
    """As in "verspricht Hilfe": an object of the frame's verb beside its subject."""
    segment = view.segments[frame.segment]
    return any(
        phrase != frame.subject
        and preposition is None
        and phrase.can_be(Case.ACCUSATIVE)
        for phrase, preposition in phrases_in(view.reading, segment.first, segment.end)
        if view.reading.word(phrase.core_end - 1)
        not in view.reading.lexicon.words.not_names
    )
