"""From what was found to the reasons for it, rule by rule."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from quiz.engine.claims.assessment.confidence import MIN_WORDS, SURE
from quiz.engine.claims.assessment.signs import (
    phrase_sign,
    signs,
    signs_of_words,
    spans_of,
)
from quiz.engine.claims.candidates.candidate import Candidate
from quiz.engine.claims.claim import NAMED, EntityKind, Series
from quiz.engine.claims.doubt import WORD_UNACCOUNTED
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.reason import (
    Aspect,
    DoubtReason,
    HedgeReason,
    Reason,
    Sign,
    SignRole,
    SourceReason,
    SpeakerReason,
)
from quiz.engine.claims.speakers.identified import How, Identified, Link
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.span import Span

NEAR = 4  # namings back in which a name is preferred to a role


class Reasoning:
    """Gives the reasons of each of a text's claims, in order of the text."""

    def __init__(
        self, reading: Reading, found: Sequence[Identified], ids: dict[int, str]
    ) -> None:
        """Look up what has to be known of all of them.

        Args:
            reading: the text.
            found: everything that becomes a claim, in order.
            ids: entity ids by `id()` of the figure.
        """
        self._reading = reading
        self._ids = ids
        self._claims = {id(x): Series.CLAIM.id(n) for n, x in enumerate(found, start=1)}
        self._outer = {
            (x.candidate.sentence, x.candidate.rule, x.candidate.cue): self._claims[
                id(x)
            ]
            for x in found
            if not x.candidate.inside
        }
        self._ends: dict[int, dict[int, int]] = {}
        self._stated: dict[tuple[int, int], str] = {}
        for x in sorted(found, key=lambda each: each.candidate.sentence):
            for link in x.links:
                self._stated[id(x), id(link.figure)] = self._stated_in(x, link)

    def id_of(self, figure: Figure) -> str:
        """The id under which claims name the figure."""
        return self._ids[id(figure)]

    def reasons(
        self, found: Identified, hedges: Iterable[Span], doubts: Iterable[str]
    ) -> tuple[Reason, ...]:
        """Words first, then speaker, sources, hedges and doubts."""
        return (
            self._words(found),
            *self._speaker(found),
            *(self._source(found, link) for link in found.links),
            *(self._hedge(span) for span in hedges),
            *(self._doubt(found, name) for name in doubts),
        )

    def _words(self, found: Identified) -> Reason:
        candidate = found.candidate
        shown = signs_of_words(self._reading, candidate)
        if candidate.inside:
            around = self._outer.get(
                (candidate.sentence, candidate.inside, candidate.cue)
            )
            marks = tuple(each for each in shown if each.role is SignRole.QUOTATION)
            return Reason(Aspect.WORDS, candidate.ground.id, marks, claim=around)
        return Reason(
            Aspect.WORDS, candidate.rule.id, shown, claim=self._carried_from(found)
        )

    def _carried_from(self, found: Identified) -> str | None:
        return self._claims.get(id(found.earlier)) if found.earlier else None

    def _speaker(self, found: Identified) -> Iterator[Reason]:
        figure = found.speaker
        if figure is None:
            yield Reason(Aspect.SPEAKER, SpeakerReason.NOT_NAMED)
            return
        entity = self.id_of(figure)
        name, shown = self._naming(found, figure)
        earlier = self._carried_from(found)
        yield Reason(Aspect.SPEAKER, name, tuple(shown), entity, earlier)
        if found.how is How.NAMED and self._is_only_meant(found, figure):
            shown = phrase_sign(self._reading, SignRole.SPEAKER, found.naming)
            yield Reason(Aspect.SPEAKER, SpeakerReason.MEANT, tuple(shown), entity)

    def _naming(
        self, found: Identified, figure: Figure
    ) -> tuple[SpeakerReason, list[Sign]]:
        """By which rule the speaker is known, and by which words."""
        reading, naming = self._reading, found.naming
        own = naming if naming is not None and naming.pronoun else None
        pronoun = phrase_sign(reading, SignRole.PRONOUN, own)
        if found.how is How.PRONOUN:
            named = self._named_before(figure, naming.first if naming else 0)
            shown = [*phrase_sign(reading, SignRole.PRONOUN, naming), *named]
            return SpeakerReason.PRONOUN, shown
        if found.how is How.CARRIED:
            here = own is not None and self._is_in(found.candidate, own.first)
            if here:
                return SpeakerReason.CARRIED_BY_PRONOUN, pronoun
            return SpeakerReason.CARRIED, []
        speaker = phrase_sign(reading, SignRole.SPEAKER, naming)
        if found.how is How.GUESSED:
            spoke = SpeakerReason.SPOKE_LAST
            return spoke if found.earlier else SpeakerReason.ABOUT_BEFORE, speaker
        cue = signs(SignRole.CUE, spans_of(reading, found.candidate.cue))
        return _named_by(found.candidate), [*speaker, *cue]

    def _is_in(self, candidate: Candidate, at: int) -> bool:
        sentence = self._reading.text.sentences[candidate.sentence]
        return sentence.first <= at < sentence.end

    def _named_before(self, figure: Figure, at: int) -> list[Sign]:
        """Where the figure was last named before a token, by a name if it is near."""
        end = bisect_left(figure.places, at)
        near = figure.places[max(0, end - NEAR) : end]
        names = {self._reading.bare(name) for name in figure.names}
        named = [n for n in near if self._reading.bare(self._reading.word(n)) in names]
        ends = self._ends_of(figure)
        return [
            Sign(SignRole.ANTECEDENT, self._reading.span(n, ends.get(n, n + 1)))
            for n in (named or near)[-1:]
        ]

    def _ends_of(self, figure: Figure) -> dict[int, int]:
        """Where the names end that begin at these tokens; looked up once."""
        if id(figure) not in self._ends:
            phrases = (naming.phrase for naming in figure.namings)
            self._ends[id(figure)] = {p.core: p.core_end for p in phrases}
        return self._ends[id(figure)]

    def _is_only_meant(self, found: Identified, figure: Figure) -> bool:
        """As in "der Bürgermeister", whose name stands elsewhere."""
        naming = found.naming
        if naming is None or figure.kind is not EntityKind.PERSON or not figure.names:
            return False
        words = {self._reading.word(at) for at in range(naming.first, naming.end)}
        return not {self._reading.bare(w) for w in words} & {
            self._reading.bare(name) for name in figure.names
        }

    def _source(self, found: Identified, link: Link) -> Reason:
        entity = self.id_of(link.figure)
        phrase = link.phrase
        if phrase is None:
            stated = self._stated[id(found), id(link.figure)]
            return Reason(
                Aspect.SOURCE, SourceReason.CARRIED, entity=entity, claim=stated or None
            )
        shown = (
            *phrase_sign(self._reading, SignRole.SOURCE, phrase),
            *signs(SignRole.CUE, spans_of(self._reading, link.cue)),
        )
        name = SourceReason.BY_CUE if link.cue else SourceReason.HEARD
        if link.figure is found.speaker:
            name = SourceReason.ITSELF
        return Reason(Aspect.SOURCE, name, shown, entity)

    def _stated_in(self, found: Identified, link: Link) -> str:
        """Id of the claim in whose sentence the source stands; "" for none."""
        if link.phrase is not None:
            return self._claims[id(found)]
        earlier = found.earlier
        if earlier is None:
            return ""
        stated = self._stated.get((id(earlier), id(link.figure)))
        return stated or self._claims.get(id(earlier), "")

    def _hedge(self, span: Span) -> Reason:
        hearsay = self._reading.lexicon.words.hedges.hearsay
        is_hearsay = span.of(self._reading.text.raw).lower() in hearsay
        name = HedgeReason.HEARSAY if is_hearsay else HedgeReason.WEAKENS
        return Reason(Aspect.HEDGE, name, (Sign(SignRole.HEDGE, span),))

    def _doubt(self, found: Identified, name: str) -> Reason:
        shown = phrase_sign(self._reading, SignRole.SPEAKER, found.naming)
        if name == WORD_UNACCOUNTED.id:
            left = found.candidate.unaccounted
            roles = (phrase_sign(self._reading, SignRole.UNACCOUNTED, p) for p in left)
            shown = [sign for signs_of_phrase in roles for sign in signs_of_phrase]
        entity = self.id_of(found.speaker) if found.speaker else None
        return Reason(
            Aspect.DOUBT, name, tuple(shown), entity, self._carried_from(found)
        )


def doubts_of(found: Identified, words: int) -> tuple[str, ...]:
    """What keeps a claim that is not sure from being so; never nothing.

    Args:
        found: the claim in the making.
        words: how many words are said in it.
    """
    doubts = [doubt.id for doubt in found.doubts]
    speaker = found.speaker
    if speaker is not None and speaker.kind not in NAMED:
        doubts.append(DoubtReason.SPEAKER_UNNAMED)
    elif speaker is not None and speaker.is_vague:
        doubts.append(DoubtReason.SPEAKER_VAGUE)
    elif speaker is not None and not speaker.names:
        doubts.append(DoubtReason.KNOWN_BY_ROLE)
    if words < MIN_WORDS:
        doubts.append(DoubtReason.TOO_SHORT)
    if not found.candidate.inside and found.candidate.rule.share < SURE:
        doubts.append(DoubtReason.WEAK_RULE)
    return tuple(doubts) or (DoubtReason.DOUBTFUL,)


def _named_by(candidate: Candidate) -> SpeakerReason:
    if candidate.cue and any(via.cue == candidate.cue for via in candidate.via):
        return SpeakerReason.LEANED_ON  # the verb's subject is only who reports it
    rule = candidate.inside or candidate.rule
    if rule.naming is not None:
        return rule.naming
    return SpeakerReason.SUBJECT if candidate.cue else SpeakerReason.NAMED_HERE
