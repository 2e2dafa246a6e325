"""Interviews whose answers are headed by who gives them.

As in "NORDPOST: Frau Moos, was tun Sie? Moos: Wir warten." Whether names before colons
are turns of an interview is decided for the whole text: somebody has to be asked, and
by whoever writes; else they may be a play, a list of facts or a table of results.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from quiz.engine.claims.candidates.candidate import Range, Via
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.reason import SpeakerReason
from quiz.engine.claims.speech.utterances.asking import (
    addressees_in,
    announces,
    asks,
    heard_by,
    is_polite,
    says_own,
)
from quiz.engine.claims.speech.utterances.interview import Interview
from quiz.engine.claims.speech.utterances.labels import (
    can_answer,
    known_initials,
    labels_in,
    names_a_paper,
)
from quiz.engine.claims.speech.utterances.turns import (
    Turn,
    going_on,
    said,
    tokens_of,
    turns_of,
    without_credit,
)
from quiz.engine.claims.speech.utterances.utterance import Utterance, uttered
from quiz.engine.claims.words.reading import Reading

ANSWER = Rule(
    id="answer_headed",
    share=0.95,
    gives=ClaimType.DIRECT,
    naming=SpeakerReason.NAMED_BEFORE_COLON,
)
ANSWER_GOES_ON = Rule(
    id="answer_goes_on",
    share=0.85,
    gives=ClaimType.DIRECT,
    naming=SpeakerReason.NAMED_BEFORE_COLON,
)
SEVERAL = 2  # turns of somebody who is not addressed by name


def headed_interview(reading: Reading) -> Interview:
    """The interview whose answers are headed by names; an empty one for none."""
    turns = turns_of(reading, labels_in(reading))
    voices = _Voices(reading, turns)
    answering = voices.answering()
    if not answering:
        return Interview()
    via = heard_by(reading, range(turns[0].label.sentence)) or _asker(
        reading, turns, answering
    )
    prompts = (turn.prompt for turn in turns if turn.label.key in answering)
    return Interview(
        tuple(_answers(reading, turns, answering, via)),
        frozenset(chain.from_iterable(prompts)),
        frozenset(turn.label.phrase.first for turn in turns),
    )


def _asker(
    reading: Reading, turns: list[Turn], answering: frozenset[str]
) -> tuple[Via, ...]:
    """As in "Nordpost: Wer zahlt das?": the outlet by whose name the questions go."""
    asked = (turn.label for turn in turns if turn.label.key not in answering)
    outlet = next((x for x in asked if is_media(reading, x.phrase)), None)
    return () if outlet is None else (Via(outlet.phrase),)


def _answers(
    reading: Reading,
    turns: list[Turn],
    answering: frozenset[str],
    via: tuple[Via, ...],
) -> Iterator[Utterance]:
    """Each answer, and each paragraph with which it goes on."""
    for at, turn in enumerate(turns):
        if turn.label.key not in answering:
            continue
        speaker = turn.label.phrase
        own = without_credit(reading, turn.sentences)
        content = (turn.label.begin, tokens_of(reading, own)[1])
        if content[0] < content[1]:  # else "Moos: (lacht)"
            yield uttered((own, content), speaker, ANSWER, via)
        if at + 1 == len(turns):
            return
        following = turns[at + 1]
        is_answer = following.label.key in answering
        for more in going_on(reading, turn, following, is_answer=is_answer):
            place = (more, tokens_of(reading, more))
            yield uttered(place, speaker, ANSWER_GOES_ON, via)


class _Voices:
    """Whose turns ask, and whose answer."""

    def __init__(self, reading: Reading, turns: list[Turn]) -> None:
        self._reading = reading
        self._groups: dict[str, list[Turn]] = defaultdict(list)
        for turn in turns:
            self._groups[turn.label.key].append(turn)
        first = turns[0].label.sentence if turns else 0
        self._is_announced = announces(reading, range(first))
        self._papers = {
            key for key, own in self._groups.items() if self._is_paper(own[0])
        }

    def answering(self) -> frozenset[str]:
        """Keys of those who answer; none where nobody is asked."""
        known = known_initials(self._reading)
        able = {
            key: own
            for key, own in self._groups.items()
            if key
            and key not in self._papers
            and not self._asks_mostly(own)
            and can_answer(self._reading, own[0].label, known)
        }
        prompted = {key: self._prompts(own) for key, own in able.items()}
        addressed: set[str] = set()
        for turn in (turn for own in prompted.values() for turn in own):
            for phrase in addressees_in(self._reading, self._prompt(turn)):
                addressed.update(self._reading.words[phrase.core : phrase.core_end])
        return frozenset(
            key
            for key, own in able.items()
            if prompted[key]
            and (
                any(name in addressed for turn in own for name in turn.label.names)
                or self._is_asked(own, prompted[key])
            )
        )

    def _is_paper(self, turn: Turn) -> bool:
        return names_a_paper(self._reading, turn.label)

    def _asks_mostly(self, own: list[Turn]) -> bool:
        asking = sum(asks(self._reading, said(self._reading, turn)) for turn in own)
        return asking * 2 > len(own)

    def _prompts(self, own: list[Turn]) -> list[Turn]:
        """Those of the turns that a question of whoever writes stands before."""
        return [
            turn
            for turn in own
            if (
                turn.before is None
                or turn.before.key in self._papers
                or self._is_announced
            )
            and asks(self._reading, self._prompt(turn))
        ]

    def _is_asked(self, own: list[Turn], prompted: list[Turn]) -> bool:
        """Several times, and as one is asked in an interview."""
        if len(own) < SEVERAL:
            return False
        if self._is_announced or any(turn.before for turn in prompted):
            return True
        polite = any(is_polite(self._reading, self._prompt(turn)) for turn in prompted)
        half = len(prompted) * 2 >= len(own)
        return half and polite and self._own_words(own)

    def _prompt(self, turn: Turn) -> Range:
        return tokens_of(self._reading, turn.prompt)

    def _own_words(self, own: list[Turn]) -> bool:
        return any(says_own(self._reading, said(self._reading, turn)) for turn in own)
