"""A sentence in the first person behind somebody's words: the same one goes on.

So it is where a text has lost its quotation marks: "Es ist knapp, sagte Lenk. Wir
müssen sparen.". Where it has them, what stands outside is the article's own "we".
"""

from quiz.engine.claims.candidates.candidate import Candidate, SentenceView, carried_on
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.dependence import is_dependent
from quiz.engine.claims.clauses.finite import can_be_verb
from quiz.engine.claims.ground import Rule, Talk
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading

MIN_SPOKEN = 5  # words from which on a quotation is no name and no single term

FIRST_PERSON_GOES_ON = Rule(
    id="first_person_goes_on",
    share=0.9,
    gives=ClaimType.FREE_INDIRECT,
    talk=Talk.SPEAKS,
)


def first_person_candidates(view: SentenceView) -> list[Candidate]:
    """The whole sentence, for whoever spoke in the one before."""
    reading, sentence = view.reading, view.sentence
    if view.frames or view.attributions or view.quotations:
        return []
    if _has_speech_in_marks(reading, MIN_SPOKEN):
        return []
    if not any(_is_self(reading, at) for at in range(sentence.first, sentence.end)):
        return []
    content = view.trim(sentence.first, sentence.end)
    if content is None or _asks(view) or _has_narrator(view) or _is_misspelt(view):
        return []
    return [carried_on(view, content, FIRST_PERSON_GOES_ON)]


def _is_self(reading: Reading, at: int) -> bool:
    """As in "wir", "mir", "unser Verein"; not "in unserem Sonnensystem"."""
    if reading.lower[at] not in reading.lexicon.words.quotation.selves:
        return False
    governed = at > 0 and reading.is_preposition(at - 1)
    return not (reading.is_determiner(at) and governed)


def _is_misspelt(view: SentenceView) -> bool:
    """As in "An den Toren wir die Lage ruhig": no verb there that "wir" could have."""
    reading, words = view.reading, range(view.sentence.first, view.sentence.end)
    wir = reading.lexicon.words.quotation.we
    if wir.isdisjoint(reading.lower[at] for at in words):
        return False
    return not any(can_be_verb(reading, n) and reading.is_plural_verb(n) for n in words)


@once
def _has_speech_in_marks(reading: Reading, words: int) -> bool:
    """Whether the text has a quotation of so many words."""
    return any(q.words >= words for p in reading.text.paragraphs for q in p.quotations)


def _asks(view: SentenceView) -> bool:
    return view.reading.word(view.sentence.end - 1) == "?"


def _has_narrator(view: SentenceView) -> bool:
    """As in "Wir siegen, wollte er nicht sagen" and "Ott hofft: Wir siegen"."""
    reading = view.reading
    for before, segment in zip(view.segments, view.segments[1:], strict=False):
        if segment.mark == ":" or segment.quotation is not None:
            return True
        begins = reading.is_plain(segment.first) and reading.looks_finite(segment.first)
        if begins and segment.mark == "," and not is_dependent(reading, before):
            return True
    return False
