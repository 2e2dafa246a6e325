"""The answers of an interview, and what they leave of the claims inside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quiz.engine.claims.candidates.candidate import Candidate, Range, Via
from quiz.engine.claims.doubt import WORDS_CONTESTED
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answers.

    Attributes:
        sentences: those in which it stands.
        content: its tokens, without the name before it.
        speaker: who answers.
        rule: what found it.
    """

    sentences: range
    content: Range
    speaker: Phrase
    rule: Rule


@dataclass(frozen=True, slots=True)
class Interview:
    """The answers of a text; nothing where it is none.

    Attributes:
        answers: those that begin in the sentence of that index.
        inside: the first token of the answer in which a sentence lies, by its index.
        asked: indices of the sentences with which somebody asks.
        heads: the first token of each name before a colon.
    """

    answers: Mapping[int, Candidate] = field(default_factory=dict)
    inside: Mapping[int, int] = field(default_factory=dict)
    asked: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()

    def left_of(self, index: int, found: list[Candidate]) -> list[Candidate]:
        """The candidates of a sentence that a question or an answer leaves.

        Who asks or answers may tell what somebody else said; nobody's words go on from
        before.
        """
        begin = self.inside.get(index)
        if begin is None and index not in self.asked:
            return found
        told = [each for each in found if each.cue and self._is_told(each)]
        if begin is None:
            return told
        return [
            each.doubted(WORDS_CONTESTED)
            for each in told
            if all(first >= begin for first, _ in each.content)
        ]

    def _is_told(self, candidate: Candidate) -> bool:
        """By somebody else, who is named for it."""
        speaker = candidate.speaker
        if speaker is None or candidate.carried:
            return False
        return not speaker.pronoun and speaker.first not in self.heads


def interview_of(
    answers: list[Answer],
    via: tuple[Via, ...],
    asked: Iterable[int],
    heads: frozenset[int] = frozenset(),
) -> Interview:
    """The interview of these answers.

    Args:
        answers: all of them.
        via: who heard them, as far as the text says it.
        asked: indices of the sentences between them.
        heads: the first token of each name before a colon.
    """
    inside = {index: each.content[0] for each in answers for index in each.sentences}
    found = {
        each.sentences.start: Candidate(
            content=(each.content,),
            speaker=each.speaker,
            cue=(),
            type=each.rule.gives,
            rule=each.rule,
            sentence=each.sentences.start,
            via=via,
        )
        for each in answers
    }
    return Interview(found, inside, frozenset(asked) - inside.keys(), heads)
