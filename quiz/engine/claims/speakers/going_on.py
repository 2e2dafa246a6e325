"""Who goes on behind sentences that give nobody's words, where it is one alone."""

from collections.abc import Iterator

from quiz.engine.claims.candidates.candidate import Candidate, SentenceView
from quiz.engine.claims.claim import NAMED, EntityKind
from quiz.engine.claims.clauses.dependence import is_dependent
from quiz.engine.claims.clauses.segment import Segment
from quiz.engine.claims.entities.cast import Cast
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.ground import Talk
from quiz.engine.claims.phrases.chunks import is_joined, phrases_in
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase, name_at
from quiz.engine.claims.speakers.discourse import Voice
from quiz.engine.claims.speakers.identified import Identified
from quiz.engine.claims.speakers.inherited_sources import tells_of_talk
from quiz.engine.claims.speakers.own_frame import frames_itself, is_same_paragraph
from quiz.engine.claims.speakers.pronoun import agrees, fitting
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case

BETWEEN = 2  # sentences of nobody's words behind which somebody still goes on


class GoingOn:
    """Tells whether nobody but the likeliest voice can be the one who goes on."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._reading = reading
        self._cast = cast

    def is_told_of(
        self, candidate: Candidate, voice: Voice, last: Identified | None
    ) -> bool:
        """Whether the sentence right before is about the voice, which speaks in it.

        As in "Lenk lobt den Umbau. Er sei …".

        Args:
            candidate: the words that go on.
            voice: whose they most likely are.
            last: the last claim before them.
        """
        figure = voice.figure
        if figure is None or not self._can_go_on(candidate, figure):
            return False
        return self._speaks_before(candidate, voice, figure, last)

    def goes_on_from(
        self, candidate: Candidate, voice: Voice, last: Identified | None
    ) -> bool:
        """Whether the voice is who spoke last, and nobody else is at hand since.

        As in "Lenk sagte, … Der Umbau begann im Mai. Er koste zu viel.".
        """
        figure = voice.figure
        if last is None or figure is None or last.speaker is not figure:
            return False
        return self._can_go_on(candidate, figure) and self._is_alone(
            candidate, figure, last
        )

    def _can_go_on(self, candidate: Candidate, figure: Figure) -> bool:
        """Whether the sentence itself shows nobody else, and no group drifts on."""
        here = candidate.sentence
        own = frames_itself(self._reading, here) or subjects_of(self._reading, here)
        return not own and figure.kind in NAMED and self._fits(candidate, figure)

    def _fits(self, candidate: Candidate, figure: Figure) -> bool:
        """Whether who begins the words can be the one who says them.

        Not as in "Er solle warten": somebody else told him. "Der Bund wolle zahlen" is
        rather what the Bund says.
        """
        first, end = candidate.content[0]
        phrase = name_at(self._reading, first, end)
        if phrase is None or phrase.end >= end:
            return True
        verb, marks = self._reading.lower[phrase.end], self._reading.lexicon.words
        if not phrase.pronoun:
            known = self._cast.of(phrase) or figure
            return known is figure or verb not in marks.quotation.meaning_to
        fits = fitting(self._reading, phrase)
        asked = verb in marks.quotation.told_to
        return not fits or (not asked and agrees(self._reading, figure, fits))

    def _is_alone(self, candidate: Candidate, figure: Figure, last: Identified) -> bool:
        """Whether they spoke near, and no sentence since brings in anybody else."""
        here, there = candidate.sentence, last.candidate.sentence
        if last.candidate.rule.talk is not Talk.SPEAKS or here - there > BETWEEN + 1:
            return False
        return is_same_paragraph(self._reading, here, there) and all(
            self._leaves(index, figure) for index in range(there + 1, here)
        )

    def _leaves(self, index: int, figure: Figure) -> bool:
        """Whether the sentence is about nobody else who could speak."""
        named = {*self._named_in(index)} - {figure}
        if any(each.kind is EntityKind.PERSON for each in named):
            return False
        about = (*told_in(self._reading, index), *subjects_of(self._reading, index))
        return all(self._is_or_silent(phrase, figure) for phrase in about)

    def _is_or_silent(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether the phrase names the figure, or a thing that says nothing."""
        if phrase.pronoun:
            fits = fitting(self._reading, phrase)
            return not fits or agrees(self._reading, figure, fits)
        known = self._cast.of(phrase)
        return known is figure or naming_of(self._reading, phrase).kind is None

    def _named_in(self, index: int) -> Iterator[Figure]:
        sentence = self._reading.text.sentences[index]
        for at in range(sentence.first, sentence.end):
            figure = self._cast.at(at)
            if figure is not None:
                yield figure

    def _speaks_before(
        self,
        candidate: Candidate,
        voice: Voice,
        figure: Figure,
        last: Identified | None,
    ) -> bool:
        """Whether the sentence right before tells that they speak, to no outlet."""
        before, phrase = candidate.sentence - 1, voice.phrase
        sentence = self._reading.text.sentences[before]
        if phrase is None or not sentence.first <= phrase.first < sentence.end:
            return False
        if last is not None and last.candidate.sentence >= before:
            return False  # somebody of whom is not known who
        if is_joined(self._reading, phrase) or tells_of_talk(self._reading, before):
            return False
        named = {*self._named_in(before)} - {figure}
        if any(each.kind is EntityKind.OUTLET for each in named):
            return False
        speaking = subjects_of(self._reading, before)
        hearsay = self._reading.lexicon.words.hedges.hearsay
        told = hearsay.isdisjoint(self._reading.lower[sentence.first : sentence.end])
        again = told and last is not None and last.speaker is figure
        return (
            (again or bool(speaking))
            and all(self._cast.of(each) is figure for each in speaking)
            and all(
                self._is_or_silent(each, figure)
                for each in fronts_of(self._reading, before)
            )
            and is_same_paragraph(self._reading, before, candidate.sentence)
        )


@once
def subjects_of(reading: Reading, index: int) -> tuple[Phrase, ...]:
    """Who does what a verb of speech in the sentence of that index says.

    Not what had been said before ("Lenk hatte es kritisiert"): that is over.
    """
    over = reading.lexicon.words.quotation.past_perfect
    return tuple(
        frame.subject
        for frame in SentenceView(reading, index).frames
        if frame.subject is not None
        and over.isdisjoint(reading.lower[at] for at in frame.cue)
    )


@once
def told_in(reading: Reading, index: int) -> tuple[Phrase, ...]:
    """What the main clauses of the sentence of that index tell of, or to whom."""
    return tuple(
        phrase
        for segment in _main_clauses(reading, index)
        for phrase, governed in phrases_in(reading, segment.first, segment.end)
        if governed is None and phrase.can_be(Case.NOMINATIVE)
    )


@once
def fronts_of(reading: Reading, index: int) -> tuple[Phrase, ...]:
    """What its main clauses begin with."""
    begins = (
        name_at(reading, segment.first, segment.end)
        for segment in _main_clauses(reading, index)
    )
    return tuple(phrase for phrase in begins if phrase is not None)


def _main_clauses(reading: Reading, index: int) -> Iterator[Segment]:
    for segment in SentenceView(reading, index).segments:
        if segment.quotation is None and not is_dependent(reading, segment):
            yield segment
