"""Whether somebody still speaks in a talk that the article told of before."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.doubt import GUESSED, TALK_MAY_GO_ON, weight_of
from quiz.engine.claims.entities.epithets import is_office
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.speakers.identified import How, Identified, Link
from quiz.engine.claims.speakers.inherited_sources import (
    frame_of,
    is_elsewhere,
    names_outlet,
    tells_of_talk,
)
from quiz.engine.claims.speakers.own_frame import is_same_paragraph
from quiz.engine.claims.speech.going_on.first_person import FIRST_PERSON_GOES_ON
from quiz.engine.claims.words.reading import Reading

RECENT = 3  # claims or sentences back in which somebody may have told an outlet
LEAD = 2  # sentences at the head of a text that may sum up what it tells below
FAR = 30  # sentences back at most, so that the work stays linear


class Talks:
    """What was said to which outlet so far, claim by claim in order of the text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._recent: deque[Identified] = deque(maxlen=RECENT)
        # The last claim with a chain, by speaker and paragraph.
        self._told: dict[tuple[int, int], Identified] = {}
        self._heard: set[int] = set()  # speakers who told an outlet

    def note(self, found: Identified) -> None:
        """Take in one more claim."""
        self._recent.append(found)
        if _has_source(self._reading, found):
            self._told[self._key(found)] = found
            self._heard.add(id(found.speaker))

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
        if not inherited and not tells_of_talk(self._reading, last.candidate.sentence):
            return (), None
        return tuple(Link(link.figure, None) for link in last.links), last

    def may_go_on(self, found: Identified) -> bool:
        """Whether the speaker may still be talking to an outlet named before.

        As in "…, sagte Lenk der Nordpost. … „Das dauert“, sagte Lenk.": told there,
        too, or on another occasion. In the same paragraph however far back. So may
        somebody of whom a pronoun alone told before ("berichten sie im Fachblatt").
        """
        if found.speaker is None:
            return False
        recent = (
            x
            for x in self._recent
            if x.speaker is found.speaker
            or (x.speaker is None and x.how is How.PRONOUN)
        )
        if self._key(found) in self._told or any(
            _has_source(self._reading, x) for x in recent
        ):
            return True
        if self._is_example(found) or self._points_at_text(found):
            return True
        if self._was_heard(found):
            return True
        framed = bool(found.candidate.cue)  # an answer of an interview has no frame
        return framed and self._is_talked_with(found)

    def _was_heard(self, found: Identified) -> bool:
        """Whether the speaker told an outlet before, and no other place is named."""
        frame = frame_of(self._reading, found.candidate)
        heard = bool(found.candidate.cue) and id(found.speaker) in self._heard
        return heard and not is_elsewhere(self._reading, frame)

    def _is_example(self, found: Identified) -> bool:
        """Whether somebody nameless speaks right behind what an outlet tells.

        As in "Der Bote sah den Chat. Ein Nutzer schreibt, …", "heißt es in einem
        Brief, der dpa vorliegt. …, schrieb der Beamte": it may have found them, too.
        """
        speaker, naming = found.speaker, found.naming
        if speaker is None or naming is None or speaker.names or naming.genitive:
            return False
        asked = is_office(self._reading, naming_of(self._reading, naming))
        if speaker.kind is not EntityKind.PERSON or asked:
            return False  # "ein Sprecher": anybody can ask him
        last = self._recent[-1] if self._recent else None
        return last is not None and self._is_next(last, found) and _is_passed_on(last)

    def _is_next(self, last: Identified, found: Identified) -> bool:
        """Whether the claim stands in the sentence behind, in the same paragraph."""
        here, there = found.candidate.sentence, last.candidate.sentence
        return here - there == 1 and is_same_paragraph(self._reading, here, there)

    def _points_at_text(self, found: Identified) -> bool:
        """As in "erklärte der Verein in seiner Stellungnahme": one told of before.

        Where that was given to an outlet ("in einer Stellungnahme gegenüber dpa").
        """
        reading, nouns = self._reading, self._reading.lexicon.nouns
        channels = (*nouns.own_channels, *nouns.interviews)
        sentences, index = reading.text.sentences, found.candidate.sentence
        pointed = {
            reading.lower[at]
            for at in frame_of(reading, found.candidate)
            if reading.is_noun(at) and reading.lower[at].endswith(channels)
            if self._is_known(at - 1) or self._is_known(at - 2)
        }
        talked = any(word.endswith(tuple(nouns.interviews)) for word in pointed)
        if talked and self._has_outlet_before(index):
            return True  # "Das zitiert das Magazin. In der Sendung sagte Lenk, …"
        return bool(pointed) and any(
            not pointed.isdisjoint(reading.lower[s.first : s.end])
            and tells_of_talk(reading, before)
            for before, s in enumerate(
                sentences[max(0, index - FAR) : index], max(0, index - FAR)
            )
        )

    def _has_outlet_before(self, index: int) -> bool:
        """Whether the same paragraph names an outlet before that sentence."""
        return any(
            is_same_paragraph(self._reading, index, at)
            and names_outlet(self._reading, at)
            for at in range(max(0, index - RECENT), index)
        )

    def _is_known(self, at: int) -> bool:
        """Whether it is a word that points at one told of: "seiner", "dem", "im"."""
        lower, words = self._reading.lower[at], self._reading.lexicon.words
        owned = self._reading.is_possessive(at)
        return owned or lower in words.articles or lower in words.contractions

    def _is_talked_with(self, found: Identified) -> bool:
        """Whether a sentence before tells of such a talk with the speaker.

        In another paragraph and further off where no other place is named.
        """
        figure, index = found.speaker, found.candidate.sentence
        sentences = self._reading.text.sentences
        here = sentences[index].paragraph
        away = is_elsewhere(self._reading, frame_of(self._reading, found.candidate))
        for at in range(index - 1, max(-1, index - FAR - 1), -1):
            if away and index - at > RECENT and sentences[at].paragraph != here:
                return False
            place = sentences[at].first, sentences[at].end
            named = figure is not None and figure.is_named_in(*place)
            if named and tells_of_talk(self._reading, at):
                return True
        return False

    def _key(self, found: Identified) -> tuple[int, int]:
        sentence = self._reading.text.sentences[found.candidate.sentence]
        return id(found.speaker), sentence.paragraph


def _has_source(reading: Reading, found: Identified) -> bool:
    """Whether somebody else than the speaker passed it on; no letter does."""
    nouns = reading.lexicon.nouns
    written = nouns.document_endings + nouns.picture_endings
    return any(
        link.figure is not found.speaker
        and not (
            link.figure.kind is EntityKind.UNNAMED
            and any(head.endswith(written) for head in link.figure.heads)
        )
        for link in found.links
    )


def _is_passed_on(found: Identified) -> bool:
    """Whether an outlet says it, or is among its hands."""
    voices = (found.speaker, *(link.figure for link in found.links))
    return any(v is not None and v.kind is EntityKind.OUTLET for v in voices)


def told_later(reading: Reading, found: list[Identified]) -> Iterator[Identified]:
    """Each claim, doubted where only the next sentence says to whom it was told.

    As in "Der Bau ruhe. Geld fehle auch, sagte Lenk der Nordpost.": what has no frame
    of its own has that of the words behind it. And perhaps as in "…, sagte Lenk. Geld
    fehle auch, sagte er der Nordpost.": who is called by a pronoun goes on.
    """
    outer = [x for x in found if not x.candidate.inside]
    heard = {id(x.speaker) for x in outer if _has_source(reading, x)}
    saying = {x.candidate.sentence for x in outer}
    later = dict(zip(map(id, outer), outer[1:], strict=False))
    for each in found:
        behind = later.get(id(each))
        told = _is_told_below(reading, each, heard) or _is_heard(reading, each, saying)
        told = told or (
            behind is not None
            and (not each.candidate.cue or behind.how is How.PRONOUN)
            and not each.links
            and _is_told_on(reading, each, behind)
        )
        framed = behind is not None and _may_be_framed_behind(each, behind)
        if told or framed:
            doubts = (*each.doubts, TALK_MAY_GO_ON if told else GUESSED)
            yield replace(each, doubts=doubts, doubt=weight_of(doubts))
        else:
            yield each


def _is_told_below(reading: Reading, found: Identified, heard: set[int]) -> bool:
    """As in "…, sagt Lenk." at the head of a text that has it from an outlet below."""
    head = found.candidate.sentence < LEAD and id(found.speaker) in heard
    return not found.links and (head or _is_published(reading, found))


def _is_heard(reading: Reading, found: Identified, saying: set[int]) -> bool:
    """As in "…, sagte Lenk. Das Gespräch führte die Nordpost.": told in the next one.

    That says nothing itself, names an outlet, and tells of a talk.

    Args:
        reading: the text.
        found: the claim.
        saying: sentences with claims of their own.
    """
    here, there = found.candidate.sentence, found.candidate.sentence + 1
    if found.links or there in saying or there >= len(reading.text.sentences):
        return False
    near = is_same_paragraph(reading, here, there)
    return near and names_outlet(reading, there) and tells_of_talk(reading, there)


def _is_published(reading: Reading, found: Identified) -> bool:
    """As in "Einer Umfrage zufolge … Die Umfrage hat die Nordpost veröffentlicht."."""
    speaker, here = found.speaker, found.candidate.sentence
    if speaker is None or speaker.kind is not EntityKind.UNNAMED:
        return False
    heads = {head.lower() for head in speaker.heads}
    if not any(head.endswith(reading.lexicon.nouns.finding_endings) for head in heads):
        return False
    return any(
        not heads.isdisjoint(reading.lower[s.first : s.end])
        and is_same_paragraph(reading, here, at)
        and any(is_media(reading, p) for p, _ in phrases_in(reading, s.first, s.end))
        for at, s in enumerate(
            reading.text.sentences[here + 1 : here + 1 + RECENT], here + 1
        )
    )


def _may_be_framed_behind(found: Identified, behind: Identified) -> bool:
    """As in "…, sagt Lenk. Wir sparen. Es reicht nicht, sagt Falk.": his, rather?"""
    said, later = found.candidate, behind.candidate
    near = later.sentence - said.sentence == 1 and bool(later.cue)
    framed = near and later.content[-1][1] <= later.cue[0]
    first = said.rule is FIRST_PERSON_GOES_ON
    return first and framed and behind.speaker is not found.speaker


def _is_told_on(reading: Reading, found: Identified, behind: Identified) -> bool:
    here, there = found.candidate.sentence, behind.candidate.sentence
    near = there - here == 1 and is_same_paragraph(reading, here, there)
    return near and behind.speaker is found.speaker and _has_source(reading, behind)
