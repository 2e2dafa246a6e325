"""Whole stretches that are somebody's words: answers of an interview, posts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quiz.engine.claims.candidates.candidate import Candidate, Range, Via
from quiz.engine.claims.doubt import WORDS_CONTESTED
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Utterance:
    """The sentences in which somebody's words stand, and the claim that they make."""

    sentences: range
    said: Candidate


def uttered(
    place: tuple[range, Range], speaker: Phrase, rule: Rule, via: tuple[Via, ...] = ()
) -> Utterance:
    """The words of somebody who is named beside them.

    Args:
        place: the sentences, and the tokens of what is said.
        speaker: who says it.
        rule: what found it.
        via: who heard it, as far as the text says so.
    """
    sentences, content = place
    said = Candidate(
        content=(content,),
        speaker=speaker,
        cue=(),
        type=rule.gives,
        rule=rule,
        sentence=sentences.start,
        via=via,
    )
    return Utterance(sentences, said)


@dataclass(frozen=True, slots=True)
class Utterances:
    """Those of a text, and what they leave of the claims inside and between them.

    Attributes:
        said: the claims, by the index of the sentence where each begins.
        inside: the first token of the utterance in which a sentence lies, by its index.
        between: indices of the sentences that ask for an answer.
        heads: the first token of each name before a colon.
    """

    said: Mapping[int, Candidate]
    inside: Mapping[int, int]
    between: frozenset[int]
    heads: frozenset[int]

    def left_of(self, index: int, found: list[Candidate]) -> list[Candidate]:
        """The candidates of a sentence that a question or an utterance leaves.

        Whoever speaks may tell what somebody else said; nobody's words go on from
        before.
        """
        begin = self.inside.get(index)
        if begin is None and index not in self.between:
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


def together(
    utterances: Iterable[Utterance],
    between: Iterable[int] = (),
    heads: Iterable[int] = (),
) -> Utterances:
    """All of them, the first of those that begin in the same sentence.

    Args:
        utterances: those of a text.
        between: indices of the sentences that ask for an answer.
        heads: the first token of each name before a colon.
    """
    said: dict[int, Candidate] = {}
    inside: dict[int, int] = {}
    for each in utterances:
        if each.sentences.start not in inside:
            said[each.sentences.start] = each.said
            first = each.said.content[0][0]
            inside.update(dict.fromkeys(each.sentences, first))
    return Utterances(
        said, inside, frozenset(between) - inside.keys(), frozenset(heads)
    )
