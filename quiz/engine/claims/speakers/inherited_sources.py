"""Sources named for one claim that hold for the next one, too."""

from quiz.engine.claims.candidates.candidate import Candidate
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.speakers.identified import Identified, Link
from quiz.engine.claims.words.once import once
from quiz.engine.claims.words.reading import Reading


def inherited_links(
    reading: Reading, candidate: Candidate, speaker: Figure, earlier: Identified | None
) -> tuple[Link, ...]:
    """The chain of the claim before, where the same speaker goes on in it.

    As in "Im Interview mit der Nordpost sagte Lenk, … Weiter sagte sie, …". Another
    place or time ("am Dienstag sagte sie im Stadtrat") is another occasion.
    """
    if earlier is None or earlier.speaker is not speaker:
        return ()
    sentences = reading.text.sentences
    here, there = sentences[candidate.sentence], sentences[earlier.candidate.sentence]
    if (
        candidate.sentence - earlier.candidate.sentence > 1
        or here.paragraph != there.paragraph
    ):
        return ()
    frame = frame_of(reading, candidate)
    if is_elsewhere(reading, frame) or not _goes_on(reading, candidate, frame):
        return ()
    return tuple(Link(link.figure, None) for link in earlier.links)


def frame_of(reading: Reading, candidate: Candidate) -> list[int]:
    """The tokens of the candidate's sentence that are not what is said."""
    sentence = reading.text.sentences[candidate.sentence]
    return [
        at
        for at in range(sentence.first, sentence.end)
        if at not in reading.quoted
        and not any(first <= at < end for first, end in candidate.content)
    ]


def is_elsewhere(reading: Reading, frame: list[int]) -> bool:
    """As in "am Dienstag sagte sie im Stadtrat": another place, time and talk."""
    return any(reading.is_preposition(at) for at in frame)


def _goes_on(reading: Reading, candidate: Candidate, frame: list[int]) -> bool:
    """A pronoun for the speaker, or a word like "zudem": the same talk goes on."""
    if candidate.speaker is not None and candidate.speaker.pronoun:
        return True
    words = reading.lexicon.words.quotation.going_on
    return any(reading.lower[at] in words for at in frame)


@once
def names_outlet(reading: Reading, index: int) -> bool:
    """Whether the sentence names an outlet outside quotation marks."""
    sentence = reading.text.sentences[index]
    phrases = phrases_in(reading, sentence.first, sentence.end)
    return any(is_media(reading, phrase) for phrase, _ in phrases)


@once
def tells_of_talk(reading: Reading, index: int) -> bool:
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
        and (
            is_media(reading, phrase)
            or reading.lower[phrase.core_end - 1] in nouns.media_parts  # "der Presse"
        )
        for phrase, governed in phrases_in(reading, sentence.first, sentence.end)
    )
