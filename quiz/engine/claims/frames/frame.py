"""What it takes for somebody to say something: verb, subject, place in the sentence."""

from dataclasses import dataclass
from enum import StrEnum

from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.lexicon.grammar import Trait
from quiz.engine.lexicon.vocabulary.verbs import Verb

# Whatever verb it is, the Konjunktiv follows it.
ANY = Verb("", "", frozenset({Trait.CLAUSE}))
# A state or a noun that tells what somebody thinks.
STATE = Verb("", "", frozenset({Trait.CLAUSE, Trait.THOUGHT}))
# What a frame without a verb introduces.
BARE = frozenset({Trait.QUOTATION, Trait.CLAUSE})


class FrameKind(StrEnum):
    """By what a frame is known."""

    VERB = "verb"
    SO = "so"  # so X
    AS = "as"  # wie X sagte
    IT = "it"  # heißt es
    FOR = "for"  # für X ist …
    NOUN = "noun"  # der Vorwurf, …
    PASSIVE = "passive"  # wird vorgeworfen, …
    ANY = "any"  # "…“, strahlt X


@dataclass(frozen=True, slots=True)
class Frame:
    """Somebody says something.

    Attributes:
        segment: index of its segment in the sentence.
        verb: which verb of speech; None for "so X" and "heißt es".
        at: token index of the finite verb or of "so".
        cue: token indices of the words that mark speech.
        subject: who; None where nobody is named ("hieß es").
        kind: by what it is known.
        verb_first: the segment begins with the verb, so that the words said stand
            before it.
        reach: segments that belong to the frame behind its own, those between it
            and its separable prefix counted.
        start: segments that belong to it in front of its own.
    """

    segment: int
    verb: Verb | None
    at: int
    cue: tuple[int, ...]
    subject: Phrase | None
    kind: FrameKind
    verb_first: bool = False
    reach: int = 0
    start: int = 0

    @property
    def last(self) -> int:
        """Index of its last segment."""
        return self.segment + self.reach

    @property
    def first(self) -> int:
        """Index of its first segment."""
        return self.segment - self.start

    @property
    def frames(self) -> frozenset[str]:
        """What the verb introduces; "so X" introduces quotations and clauses."""
        return self.verb.frames if self.verb else BARE
