"""Whether somebody still speaks in a talk that the article told of before."""

from collections import deque

from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.speakers.identified import Identified, Link
from quiz.engine.claims.speakers.inherited_sources import frame_of, is_elsewhere
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading

RECENT = 3  # claims or sentences back in which somebody may have told an outlet
FAR = 30  # sentences back at most, so that the work stays linear


class Talks:
    """What was said to which outlet so far, claim by claim in order of the text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._recent: deque[Identified] = deque(maxlen=RECENT)
        # The last claim with a chain, by speaker and paragraph.
        self._told: dict[tuple[int, int], Identified] = {}

    def note(self, found: Identified) -> None:
        """Take in one more claim."""
        self._recent.append(found)
        if _has_source(found):
            self._told[self._key(found)] = found

    def links(self, found: Identified) -> tuple[tuple[Link, ...], Identified | None]:
        """The chain of the interview that the words are from, and its claim.

        As in "Im Interview mit der Nordpost sagte Lenk, … Falk widerspricht: …
        „Das dauert“, sagt Lenk.": in one paragraph an interview goes on whatever
        stands between, unless the frame tells of another place or time.
        """
        candidate = found.candidate
        last = self._told.get(self._key(found))
        if last is None or not candidate.cue or candidate.carried:
            return (), None
        if is_elsewhere(self._reading, frame_of(self._reading, candidate)):
            return (), None
        inherited = all(link.phrase is None for link in last.links)
        if not inherited and not _tells_of_talk(self._reading, last.candidate.sentence):
            return (), None
        return tuple(Link(link.figure, None) for link in last.links), last

    def may_go_on(self, found: Identified) -> bool:
        """Whether the speaker may still be talking to an outlet named before.

        As in "…, sagte Lenk der Nordpost. … „Das dauert“, sagte Lenk.": told there,
        too, or on another occasion. In the same paragraph however far back.
        """
        if found.speaker is None:
            return False
        recent = (x for x in self._recent if x.speaker is found.speaker)
        if self._key(found) in self._told or any(map(_has_source, recent)):
            return True
        framed = bool(found.candidate.cue)  # an answer of an interview has no frame
        return framed and self._is_talked_with(found.speaker, found.candidate.sentence)

    def _is_talked_with(self, figure: Figure, index: int) -> bool:
        """Whether a sentence before, of the paragraph or near, tells of such a talk."""
        sentences = self._reading.text.sentences
        here = sentences[index].paragraph
        for at in range(index - 1, max(-1, index - FAR - 1), -1):
            if index - at > RECENT and sentences[at].paragraph != here:
                return False
            named = figure.is_named_in(sentences[at].first, sentences[at].end)
            if named and _tells_of_talk(self._reading, at):
                return True
        return False

    def _key(self, found: Identified) -> tuple[int, int]:
        sentence = self._reading.text.sentences[found.candidate.sentence]
        return id(found.speaker), sentence.paragraph


def _has_source(found: Identified) -> bool:
    """Whether somebody else than the speaker passed it on."""
    return any(link.figure is not found.speaker for link in found.links)


@once
def _tells_of_talk(reading: Reading, index: int) -> bool:
    """As in "im Interview mit der Nordpost", "im dpa-Gespräch", "gegenüber dpa"."""
    sentence, nouns = reading.text.sentences[index], reading.lexicon.nouns
    talks = any(
        at not in reading.quoted
        and reading.is_noun(at)
        and reading.lower[at].rpartition("-")[2] in nouns.interviews
        for at in range(sentence.first, sentence.end)
    )
    marks = reading.lexicon.words.quotation
    facing = marks.channels & marks.addressing  # "gegenüber", not "im Fachblatt"
    return talks or any(
        governed is not None
        and reading.lower[governed] in facing
        and is_media(reading, phrase)
        for phrase, governed in phrases_in(reading, sentence.first, sentence.end)
    )
