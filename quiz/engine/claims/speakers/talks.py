"""Whether somebody may still be speaking in a talk that the article told of before."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.speakers.identified import Identified, Link
from quiz.engine.claims.speakers.inherited_sources import frame_of, is_elsewhere
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading

RECENT = 3  # claims or sentences back in which somebody may have told an outlet


def talk_links(
    reading: Reading, found: Identified, before: Sequence[Identified]
) -> tuple[tuple[Link, ...], Identified | None]:
    """The chain of the interview that the speaker's words are from, and its claim.

    As in "Im Interview mit der Nordpost sagte Lenk, … Falk widerspricht: … „Das
    dauert“, sagt Lenk.": in one paragraph an interview goes on whatever stands between,
    unless the frame tells of another place or time.
    """
    nothing: tuple[tuple[Link, ...], None] = ((), None)
    if not found.candidate.cue or found.candidate.carried:
        return nothing
    sentences = reading.text.sentences
    here = sentences[found.candidate.sentence].paragraph
    own = (x for x in reversed(before) if x.speaker is found.speaker and x.links)
    last = next(own, None)
    if last is None or sentences[last.candidate.sentence].paragraph != here:
        return nothing
    if is_elsewhere(reading, frame_of(reading, found.candidate)):
        return nothing
    inherited = all(link.phrase is None for link in last.links)
    if not inherited and not _tells_of_talk(reading, last.candidate.sentence):
        return nothing
    return tuple(Link(link.figure, None) for link in last.links), last


def may_go_on(
    reading: Reading, found: Identified, before: Sequence[Identified]
) -> bool:
    """Whether the speaker may still be talking to an outlet that was named before.

    As in "…, sagte Lenk der Nordpost. … „Das dauert“, sagte Lenk.": told there, too,
    or on another occasion. In the same paragraph it may be so however far back.
    """
    if found.speaker is None:
        return False
    told = any(
        link.figure is not found.speaker
        for earlier in _near(reading, found, before)
        if earlier.speaker is found.speaker
        for link in earlier.links
    )
    framed = bool(found.candidate.cue)  # an answer of an interview has no frame
    return told or (
        framed
        and any(
            _is_named(reading, found.speaker, index) and _tells_of_talk(reading, index)
            for index in _sentences_before(reading, found.candidate.sentence)
        )
    )


def _near(
    reading: Reading, found: Identified, before: Sequence[Identified]
) -> Iterator[Identified]:
    """The claims of the same paragraph, and the last few of others."""
    sentences = reading.text.sentences
    here = sentences[found.candidate.sentence].paragraph
    for n, earlier in enumerate(reversed(before)):
        if n < RECENT or sentences[earlier.candidate.sentence].paragraph == here:
            yield earlier


def _sentences_before(reading: Reading, index: int) -> Iterator[int]:
    """Those of the same paragraph, and the last few before it, the nearest first."""
    sentences = reading.text.sentences
    here = sentences[index].paragraph
    for at in range(index - 1, -1, -1):
        if index - at > RECENT and sentences[at].paragraph != here:
            return
        yield at


def _is_named(reading: Reading, figure: Figure, index: int) -> bool:
    sentence = reading.text.sentences[index]
    at = bisect_left(figure.places, sentence.first)
    return at < len(figure.places) and figure.places[at] < sentence.end


@once
def _tells_of_talk(reading: Reading, index: int) -> bool:
    """As in "im Interview mit der Nordpost", "im dpa-Gespräch", "gegenüber dpa"."""
    sentence, nouns = reading.text.sentences[index], reading.lexicon.nouns
    talks = any(
        at not in reading.quoted
        and reading.is_noun(at)
        and reading.lower[at].rpartition("-")[2] in nouns.talks
        for at in range(sentence.first, sentence.end)
    )
    return talks or any(
        governed is not None
        and reading.lower[governed] in reading.lexicon.words.quotation.channels
        and is_media(reading, phrase)
        for phrase, governed in phrases_in(reading, sentence.first, sentence.end)
    )
