"""Who may be meant where no name stands: who spoke before, whom a sentence is about.

Every candidate is weighed; the points say how much each thing counts. They were
set by reasoning about passages such as those in `tests/engine/corpus/speakers.toml`,
which are to be run again after a change.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from quiz.engine.claims.candidates.candidate import Candidate
from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.clauses.subject import first_subject
from quiz.engine.claims.entities.cast import Cast
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.speakers.identified import Identified
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Mood

MAX_BACK = 60  # tokens before a pronoun in its sentence, so that time stays linear
MEMORY = 6  # sentences back that a voice can go on from
ABOUT = 2  # sentences back whose subject can be the voice
# Points for a voice.
SPOKE = 3.0  # said what the claim before says
ABOUT_IT = 2.2  # the subject of a sentence that gives nobody's words
DOCUMENT = 1.5  # "in dem Bericht", from which a sentence reports
WITH_VERB = 1.0  # that sentence has a verb of speech or judgement
SENTENCE = -0.7  # for each sentence between
PARAGRAPH = -0.8  # for a paragraph's end between
NAMED_INSIDE = -2.0  # who speaks says "I", not the own name
OWN_WORDS = -3.0  # that sentence is itself somebody's words


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who may be speaking, with the points for it.

    Attributes:
        phrase: the words that name them.
        points: how well they suit.
        figure: who it is, if the cast knows.
        earlier: the claim in which they spoke; None where a sentence is about them.
    """

    phrase: Phrase | None
    points: float
    figure: Figure | None = None
    earlier: Identified | None = None


class Discourse:
    """Weighs the voices of the sentences before."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._reading = reading
        self._cast = cast

    def voice(self, candidate: Candidate, done: list[Identified]) -> Voice | None:
        """Whose words a sentence without frame most likely gives; None for nobody's."""
        voices = [*self._spoke(candidate, done), *self._about(candidate)]
        fitting = [voice for voice in voices if voice.points > 0]
        return max(fitting, key=lambda voice: voice.points) if fitting else None

    def meant(
        self, candidate: Candidate, pronoun: Phrase, done: list[Identified]
    ) -> tuple[list[Figure], list[Figure]]:
        """Whom a pronoun can stand for, likeliest first: those at hand, then others.

        At hand are the subject of a clause before it in its sentence, who spoke in the
        sentence before, and whom that is about.
        """
        sentences = self._reading.text.sentences
        first = max(sentences[candidate.sentence].first, pronoun.first - MAX_BACK)
        here = first_subject(self._reading, first, pronoun.first)
        inside = here is not None and any(
            begin <= here.first < end for begin, end in candidate.content
        )
        near = [] if inside else [self._figure_of(here)]
        if pronoun.end - pronoun.first > 1:  # "der 61-Jährige": named just before
            near += self._named_before(candidate)
        recent = [
            x
            for x in takewhile(
                lambda x: candidate.sentence - x.candidate.sentence <= MEMORY,
                reversed(done),
            )
            if not x.candidate.inside
        ]
        near += [
            x.speaker for x in recent if candidate.sentence - x.candidate.sentence <= 1
        ]
        near += [self._subject_before(candidate)]
        far = [x.speaker for x in recent]
        for index in range(candidate.sentence, max(-1, candidate.sentence - 3), -1):
            span = range(
                sentences[index].first, min(sentences[index].end, pronoun.first)
            )
            named = (self._cast.at(at) for at in span)
            far += [f for f in named if f and f.kind is EntityKind.PERSON]
        return _each(near), _each(far)

    def hides(self, candidate: Candidate, fits: str) -> bool:
        """Whether the sentence before is about somebody unknown who fits as well.

        As in "Der Wächter kam dazu. Er sagte": maybe the watchman.
        """
        phrase = self._phrase_before(candidate)
        if phrase is None or phrase.pronoun or self._cast.of(phrase) is not None:
            return False
        genders = self._reading.lexicon.words.article_genders
        article = genders.get(self._reading.lower[phrase.first], "")
        return any(letter in fits for letter in article)

    def _named_before(self, candidate: Candidate) -> list[Figure]:
        """The people whom the sentence before names, in its order."""
        if not candidate.sentence:
            return []
        sentence = self._reading.text.sentences[candidate.sentence - 1]
        named = (self._cast.at(at) for at in range(sentence.first, sentence.end))
        return [f for f in named if f is not None and f.kind is EntityKind.PERSON]

    def _phrase_before(self, candidate: Candidate) -> Phrase | None:
        """What the sentence before is about, in the same paragraph.

        Where that is a pronoun, it goes on with what the one before it is about.
        """
        sentences = self._reading.text.sentences
        here = sentences[candidate.sentence].paragraph
        phrase = None
        for index in range(
            candidate.sentence - 1, max(-1, candidate.sentence - 1 - ABOUT), -1
        ):
            if sentences[index].paragraph != here:
                break
            phrase = _what_about(self._reading, index)
            if phrase is None or not phrase.pronoun:
                break
        return phrase

    def _subject_before(self, candidate: Candidate) -> Figure | None:
        return self._figure_of(self._phrase_before(candidate))

    def _figure_of(self, phrase: Phrase | None) -> Figure | None:
        if phrase is None or phrase.pronoun:
            return None
        known = self._cast.of(phrase)
        if known is not None:
            return known
        naming = naming_of(self._reading, phrase)
        new = naming.kind is EntityKind.PERSON and phrase.first < phrase.core
        return self._cast.add(naming, EntityKind.PERSON) if new else None

    def document_before(self, candidate: Candidate) -> Phrase | None:
        """The last document that the sentence before speaks of."""
        if not candidate.sentence:
            return None
        sentence = self._reading.text.sentences[candidate.sentence - 1]
        endings = self._reading.lexicon.nouns.document_endings
        words = self._reading.lexicon.words.quotation.at_place
        there = self._reading.lower[candidate.cue[0] - 1] in words
        found = [
            phrase
            for phrase, _ in phrases_in(self._reading, sentence.first, sentence.end)
            if self._reading.lower[phrase.core_end - 1].endswith(endings)
            or (there and self._is_body(phrase))
        ]
        return found[-1] if found else None

    def _is_body(self, phrase: Phrase) -> bool:
        """As in "fragte beim Landratsamt nach. Dort hieß es"."""
        if phrase.pronoun:
            return False
        return naming_of(self._reading, phrase).kind is EntityKind.ORGANISATION

    def _spoke(self, candidate: Candidate, done: list[Identified]) -> Iterator[Voice]:
        near = takewhile(
            lambda x: candidate.sentence - x.candidate.sentence <= MEMORY,
            reversed(done),
        )
        for earlier in near:
            if earlier.speaker is None or earlier.candidate.inside:
                continue
            points = SPOKE + self._far(candidate, earlier.candidate.sentence)
            points += self._named_inside(candidate, earlier.speaker)
            yield Voice(earlier.naming, points, earlier.speaker, earlier)

    def _about(self, candidate: Candidate) -> Iterator[Voice]:
        for index in range(
            candidate.sentence - 1, max(-1, candidate.sentence - 1 - ABOUT), -1
        ):
            far = self._far(candidate, index) + _manner(self._reading, index)
            document = _document(self._reading, index)
            if document is not None:
                yield Voice(document, DOCUMENT + far)
            phrase = _what_about(self._reading, index)
            if phrase is None or phrase.pronoun:
                continue
            figure = self._cast.of(phrase)
            kind = naming_of(self._reading, phrase).kind if figure is None else None
            role = kind is EntityKind.PERSON and bool(phrase.first < phrase.core)
            known = figure is not None and figure.kind is not EntityKind.UNNAMED
            if role or known:
                inside = self._named_inside(candidate, figure) if figure else 0.0
                points = ABOUT_IT + far + inside
                yield Voice(phrase, points, figure)

    def _far(self, candidate: Candidate, index: int) -> float:
        """Points for what lies between that sentence and the candidate's."""
        sentences = self._reading.text.sentences
        between = max(0, candidate.sentence - index - 1)
        parted = sentences[index].paragraph != sentences[candidate.sentence].paragraph
        return SENTENCE * between + PARAGRAPH * parted

    def _named_inside(self, candidate: Candidate, figure: Figure) -> float:
        """Points where the words themselves name them."""
        for first, end in candidate.content:
            at = bisect_left(figure.places, first)
            if at < len(figure.places) and figure.places[at] < end:
                return NAMED_INSIDE
        return 0.0


@once
def _what_about(reading: Reading, index: int) -> Phrase | None:
    """Who or what the sentence of that index is about."""
    sentence = reading.text.sentences[index]
    return first_subject(reading, sentence.first, sentence.end)


@once
def _manner(reading: Reading, index: int) -> float:
    """Points for what kind of sentence it is."""
    sentence = reading.text.sentences[index]
    tokens = range(sentence.first, sentence.end)
    comma = next((at for at in tokens if reading.word(at) == ","), sentence.end)
    if reading.has_mood(sentence.first, comma) is Mood.STRICT:
        return OWN_WORDS
    spoken = any(reading.verbs(at) for at in tokens if at not in reading.quoted)
    return WITH_VERB * spoken


@once
def _document(reading: Reading, index: int) -> Phrase | None:
    """As in "In dem Bericht werden Mängel genannt.": what the sentence draws on."""
    sentence = reading.text.sentences[index]
    places = reading.lexicon.words.passive.places
    documents = reading.lexicon.nouns.documents
    first = sentence.first
    if reading.lower[first] not in places:
        return None
    phrases = phrases_in(reading, first, min(sentence.end, first + MEMORY))
    phrase = phrases[0][0] if phrases and phrases[0][1] == first else None
    if phrase is None or reading.word(phrase.core_end - 1) not in documents:
        return None
    return phrase


def _each(figures: list[Figure | None]) -> list[Figure]:
    """Those there are, each once, in order."""
    return list(dict.fromkeys(figure for figure in figures if figure is not None))
