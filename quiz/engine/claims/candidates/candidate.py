"""Claims in the making: token ranges and phrases, before anybody is identified."""

from dataclasses import dataclass, replace
from functools import cached_property

from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.clauses.segment import Segment, conjunct_at, segments_of
from quiz.engine.claims.frames.attribution import Attribution, attributions_in
from quiz.engine.claims.frames.find import frames_in
from quiz.engine.claims.frames.frame import Frame, FrameKind
from quiz.engine.claims.ground import Doubt, Rule
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.phrases.voiceless import is_voiceless
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Trait
from quiz.engine.text.quotation import Quotation
from quiz.engine.text.text import Sentence

Range = tuple[int, int]
EDGES = frozenset(",;:–—-.…")  # punctuation that belongs to nobody's words

QUOTED_INSIDE = Rule(id="quoted_inside", share=0.85, gives=ClaimType.DIRECT)


@dataclass(frozen=True, slots=True)
class Via:
    """A source beside the speaker.

    Attributes:
        phrase: what names it.
        cue: the tokens that mark it.
        written: it is what the speaker wrote or was filmed in, not who passed that on.
    """

    phrase: Phrase
    cue: tuple[int, ...] = ()
    written: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What another one said, as the speaker of a claim tells.

    Attributes:
        speaker: who said it.
        cue: the tokens that tell so ("habe … gesagt").
        via: who heard it.
        content: token ranges of what was said.
    """

    speaker: Phrase
    cue: tuple[int, ...]
    via: tuple[Via, ...] = ()
    content: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim whose speaker and sources are still words.

    Attributes:
        content: token ranges of what is said.
        speaker: the phrase that names the speaker; None where it is carried over or
            nobody is named.
        carried: the speaker is that of an earlier claim.
        rule: which rule found it.
        sentence: index of its sentence.
        inside: rule of the claim it is nested in; None outside.
        doubts: what the sentence leaves unclear.
        unaccounted: phrases of the frame that play no known part in it.
        told: what its words only pass on, if they do.
    """

    content: tuple[Range, ...]
    speaker: Phrase | None
    cue: tuple[int, ...]
    type: ClaimType
    rule: Rule
    sentence: int
    via: tuple[Via, ...] = ()
    carried: bool = False
    inside: Rule | None = None
    doubts: tuple[Doubt, ...] = ()
    unaccounted: tuple[Phrase, ...] = ()
    told: Told | None = None

    def doubted(self, doubt: Doubt) -> "Candidate":
        """The same with that doubt, once."""
        return replace(self, doubts=tuple(dict.fromkeys((*self.doubts, doubt))))

    @property
    def ground(self) -> Rule:
        """The rule by which it is trusted."""
        return QUOTED_INSIDE if self.inside else self.rule


@dataclass(frozen=True)
class SentenceView:
    """A sentence with all that was seen in it."""

    reading: Reading
    index: int

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.reading.text.sentences[self.index]

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations that open in it."""
        paragraph = self.reading.text.paragraphs[self.sentence.paragraph]
        return paragraph.quotations_in(self.sentence.first, self.sentence.end)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Its segments."""
        return segments_of(self.reading, self.sentence)

    @cached_property
    def frames(self) -> list[Frame]:
        """Frames that hold: not negated, not the writer's own."""
        return [f for f in frames_in(self.reading, self.segments) if self.holds(f)]

    @cached_property
    def attributions(self) -> list[Attribution]:
        """Phrases that say where something comes from."""
        return attributions_in(self.reading, self.segments)

    def frame_at(self, index: int) -> Frame | None:
        """The frame in the segment of that index."""
        return next((f for f in self.frames if f.segment == index), None)

    def holds(self, frame: Frame) -> bool:
        """Whether the frame says that somebody said it: not negated, not the writer."""
        here = conjunct_at(self.reading, self.segments[frame.segment], frame.at)
        if self._is_negated(here) or self._is_unreal(frame):
            return False
        subject = frame.subject
        spoken = frame.kind in (FrameKind.VERB, FrameKind.AS)
        if spoken and subject is not None and is_voiceless(self.reading, subject):
            return False
        if Trait.FINDING in frame.frames and not self._finds_out(frame):
            return False
        if self._has_other_sense(frame, here):
            return False
        return not (
            subject is not None
            and subject.pronoun
            and self.reading.lower[subject.first]
            in self.reading.lexicon.words.quotation.writers
        )

    def _has_other_sense(self, frame: Frame, stretch: Range) -> bool:
        """As in "hält daran fest, …", "und meint damit, dass …": nothing is said."""
        verb = frame.verb.infinitive if frame.verb is not None else ""
        beside = self.reading.lexicon.words.quotation.other_sense.get(verb)
        if not beside:
            return False
        return any(
            self.reading.lower[at] in beside
            for at in range(*stretch)
            if at not in self.reading.quoted
        )

    def _finds_out(self, frame: Frame) -> bool:
        """As in "die Umfrage ergab", "wie die dpa erfuhr": no person for himself."""
        subject = frame.subject
        if subject is None or subject.pronoun:
            return False
        if subject.quoted_name is not None or is_media(self.reading, subject):
            return Trait.REPORT in frame.frames
        nouns = self.reading.lexicon.nouns
        shows = nouns.finding_endings + nouns.picture_endings
        return self.reading.lower[subject.core_end - 1].endswith(shows)

    def _is_unreal(self, frame: Frame) -> bool:
        """A condition, a command or a question: nobody has said anything.

        As in "Wenn Lenk sagt, …", "Sollte Lenk sagen, …", "Schreiben Sie uns, …",
        "Sagte Lenk, dass …?", "Es stimmt nicht, dass Lenk sagte, …".
        """
        reading = self.reading
        segment = self.segments[frame.segment]
        marks = reading.lexicon.words.quotation
        opener = reading.lower[segment.first]
        if opener in marks.conditions:
            return True
        if opener in reading.lexicon.words.conjunctions.content:
            if frame.segment == 0:
                return False
            before = self.segments[frame.segment - 1]
            return self._is_negated((before.first, before.end))
        begins = segment.first == self.sentence.first and frame.kind is FrameKind.VERB
        capital = reading.text.tokens[segment.first].is_capital
        return begins and capital and frame.cue[0] == segment.first

    def _is_negated(self, stretch: Range) -> bool:
        return any(self._negates(at) for at in range(*stretch))

    def _negates(self, at: int) -> bool:
        """Not in "nicht nur", nor inside a phrase: "ein nicht genannter Zeuge"."""
        reading = self.reading
        marks = reading.lexicon.words.quotation
        if at in reading.quoted or reading.lower[at] not in marks.negations:
            return False
        if reading.text.tokens[at].is_capital and at not in reading.starts:
            return False  # a surname
        if reading.lower[at] not in marks.negation_adverbs:
            return True
        behind = reading.lower[at + 1] if at + 1 < len(reading.lower) else ""
        inside = (
            at > 0 and reading.is_determiner(at - 1) and reading.is_adjective(at + 1)
        )
        return behind not in marks.adding and not inside

    def _opens(self, at: int) -> bool:
        """Whether a clause behind a comma begins at this token."""
        return any(s.first == at and s.mark == "," for s in self.segments)

    def trim(self, first: int, end: int) -> Range | None:
        """The range without punctuation at its edges; None if nothing is left."""
        reading = self.reading
        while first < end and reading.word(first) in EDGES:
            first += 1
        while end > first and reading.word(end - 1) in EDGES:
            end -= 1
        return (first, end) if end > first else None

    def without(self, first: int, end: int) -> tuple[Range, ...]:
        """`[first, end)` less every attribution in it."""
        pieces: list[Range] = []
        at = first
        backward = self.reading.lexicon.words.quotation.points_back
        for attribution in self.attributions:
            relative = (
                attribution.back or self.reading.lower[attribution.first] in backward
            )
            if (
                relative
                and attribution.first > first
                and self._opens(attribution.first)
            ):
                continue  # "eine Analyse, wonach": it belongs to what is said
            if first <= attribution.first and attribution.end <= end:
                pieces.append((at, attribution.first))
                at = attribution.end
        pieces.append((at, end))
        trimmed = (self.trim(*piece) for piece in pieces)
        return tuple(piece for piece in trimmed if piece is not None)


def carried_on(view: SentenceView, content: Range, rule: Rule) -> Candidate:
    """Words of a sentence without a frame, for whoever spoke before."""
    return Candidate(
        content=(content,),
        speaker=None,
        cue=(),
        type=rule.gives,
        rule=rule,
        sentence=view.index,
        carried=True,
    )
