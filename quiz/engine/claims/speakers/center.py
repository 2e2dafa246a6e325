"""Whom a pronoun goes on with: who the sentence before is about, if nobody else is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quiz.engine.claims.candidates.candidate import Candidate
from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.cast import Cast
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.speakers.identified import Identified
from quiz.engine.claims.speakers.own_frame import is_same_paragraph
from quiz.engine.claims.words.reading import Reading

WINDOW = 120  # tokens back in which somebody without a name may have been brought in
RECENT = 2  # sentences back that somebody else spoke, who may go on


class Center:
    """Tells whether a pronoun can stand for one alone, though others are named."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._reading = reading
        self._cast = cast

    def is_clear(
        self,
        candidate: Candidate,
        suiting: Sequence[Figure],
        near: Sequence[Figure],
        last: Identified | None,
    ) -> bool:
        """Whether the likeliest person is the only one.

        Either nobody else of that gender is named near, or others are only further
        back than the sentence before, which is about this one or gives their words.

        Args:
            candidate: the claim of which the pronoun names the speaker.
            suiting: whom it fits, likeliest first.
            near: all at hand, whether it fits them or not.
            last: the last claim before it.
        """
        figure = suiting[0]
        if all(each is figure for each in suiting):
            alone = _is_person(figure) and not any(map(_is_person, near))
            known = alone and bool(figure.gender)
            if alone and self._is_brought_in(candidate, figure):
                return False
            return figure in near or (known and self._is_named_here(candidate, figure))
        here = candidate.sentence
        at_hand = [each for each in near if each in suiting]
        if not at_hand or any(each is not figure for each in at_hand):
            return False
        if not is_same_paragraph(self._reading, max(here - 1, 0), here):
            return False
        return _just_spoke(here, figure, last) or (
            _is_person(figure)
            and not _spoke_near(here, suiting, last)
            and all(
                each is figure or each not in suiting for each in self._named(candidate)
            )
        )

    def _is_named_here(self, candidate: Candidate, figure: Figure) -> bool:
        """Whether it was named last in this paragraph; a new one may turn to others."""
        sentences = self._reading.text.sentences
        first = sentences[candidate.sentence].first
        at = bisect_left(figure.namings, first, key=lambda each: each.phrase.first)
        begin = next(
            (
                sentences[each].first
                for each in range(candidate.sentence, 0, -1)
                if not is_same_paragraph(self._reading, each - 1, each)
            ),
            0,
        )
        return at > 0 and figure.namings[at - 1].phrase.first >= begin

    def _is_brought_in(self, candidate: Candidate, figure: Figure) -> bool:
        """As in "Moor sprach mit einem Wirt. Er sagte, …": the Wirt, rather."""
        first = self._reading.text.sentences[candidate.sentence].first
        at = bisect_left(figure.namings, first, key=lambda each: each.phrase.first)
        last = figure.namings[at - 1].phrase.end if at else first
        some = self._reading.lexicon.words.indefinite
        between = map(self._cast.at, range(max(last, first - WINDOW), first))
        return any(
            other is not None
            and other is not figure
            and other.kind is EntityKind.PERSON
            and not other.names
            and other.gender in ("", figure.gender)
            and self._reading.lower[other.namings[0].phrase.first] in some
            for other in between
        )

    def _named(self, candidate: Candidate) -> Iterator[Figure]:
        """Who is named in the sentence before, and in this one before the pronoun."""
        sentences = self._reading.text.sentences
        first = sentences[max(candidate.sentence - 1, 0)].first
        end = first if candidate.speaker is None else candidate.speaker.first
        for at in range(first, end):
            said = any(begin <= at < end for begin, end in candidate.content)
            figure = None if said else self._cast.at(at)
            if figure is not None:
                yield figure


def _is_person(figure: Figure) -> bool:
    return figure.kind is EntityKind.PERSON and bool(figure.names)


def _spoke_near(here: int, suiting: Sequence[Figure], last: Identified | None) -> bool:
    """As in "…, sagte Lenk. Falk nickte. „Nein“, sagte er.": maybe the first again."""
    if last is None or last.speaker is suiting[0] or last.speaker not in suiting:
        return False
    return here - last.candidate.sentence <= RECENT


def _just_spoke(here: int, figure: Figure, last: Identified | None) -> bool:
    """Whether it is who spoke in the sentence before; who speaks goes on."""
    if last is None or last.speaker is not figure or not figure.gender:
        return False
    return here - last.candidate.sentence == 1
