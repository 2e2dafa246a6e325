"""Interviews in question and answer: each answer is somebody's words."""

from dataclasses import dataclass

from quiz.engine.claims.speech.utterances.utterance import Utterance


@dataclass(frozen=True, slots=True)
class Interview:
    """What is answered in a text; nothing where it is no interview.

    Attributes:
        answers: each answer.
        asked: indices of the sentences that ask for one.
        heads: the first token of each name before a colon.
    """

    answers: tuple[Utterance, ...] = ()
    asked: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()
