"""The turns of a talk: who is named before the colon, and what was said before."""

from dataclasses import dataclass

from quiz.engine.claims.candidates.candidate import Range
from quiz.engine.claims.speech.utterances.asking import asks, is_polite
from quiz.engine.claims.speech.utterances.labels import Label
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.text import Part


@dataclass(frozen=True, slots=True)
class Turn:
    """What stands behind a label, and what it answers.

    Attributes:
        label: with what it begins.
        sentences: its sentences.
        prompt: the sentences right before it.
        before: the label before, if the prompt has one.
    """

    label: Label
    sentences: range
    prompt: range
    before: Label | None


def turns_of(reading: Reading, labels: list[Label]) -> list[Turn]:
    """One for each label, up to the next or to the end of the paragraph."""
    found: list[Turn] = []
    for at, label in enumerate(labels):
        following = labels[at + 1].sentence if at + 1 < len(labels) else None
        end = _paragraph(reading, label.sentence).stop
        if following is not None:
            end = min(end, following)
        before = found[-1] if found else None
        prompt = _before(reading, label.sentence, before)
        asked = before is not None and before.sentences.stop == prompt.stop
        known = before.label if before is not None and asked else None
        found.append(Turn(label, range(label.sentence, end), prompt, known))
    return found


def said(reading: Reading, turn: Turn) -> Range:
    """The tokens of a turn, its label left out."""
    last = reading.text.sentences[turn.sentences[-1]]
    return turn.label.begin, last.end


def tokens_of(reading: Reading, sentences: range) -> Range:
    """Their tokens, from the first to the last."""
    if not sentences:
        return 0, 0
    known = reading.text.sentences
    return known[sentences[0]].first, known[sentences[-1]].end


def without_credit(reading: Reading, sentences: range) -> range:
    """Less what stands in brackets at the end, as "(Interview: Lena Falk)"."""
    while sentences:
        first = reading.text.sentences[sentences[-1]].first
        if reading.word(first) != "(":
            break
        sentences = sentences[:-1]
    return sentences


def going_on(
    reading: Reading, turn: Turn, following: Turn, *, is_answer: bool
) -> list[range]:
    """The paragraphs between two turns with which the first goes on.

    Where the second is an answer, the last of them is what it answers.
    """
    found: list[range] = []
    at = turn.sentences.stop
    while at < following.label.sentence:
        whole = _paragraph(reading, at)
        paragraph = range(at, min(whole.stop, following.label.sentence))
        index = reading.text.sentences[at].paragraph
        if reading.text.paragraphs[index].part is Part.BODY:
            found.append(paragraph)
        at = whole.stop
    if is_answer and found and found[-1] == following.prompt:
        found.pop()
    return [each for each in found if not _is_asked(reading, each)]


def _is_asked(reading: Reading, sentences: range) -> bool:
    tokens = tokens_of(reading, sentences)
    return asks(reading, tokens) or is_polite(reading, tokens)


def _before(reading: Reading, index: int, turn: Turn | None) -> range:
    """The sentences before that one in its paragraph, or the paragraph before."""
    own = _paragraph(reading, index)
    first = own.start
    if turn is not None and turn.label.sentence >= first:
        first = turn.label.sentence
    if first < index:
        return range(first, index)
    if not own.start:
        return range(0)
    before = _paragraph(reading, own.start - 1)
    if turn is not None and turn.label.sentence >= before.start:
        return range(turn.label.sentence, own.start)
    return before


def _paragraph(reading: Reading, index: int) -> range:
    """The sentences of the paragraph in which that one lies."""
    paragraph = reading.text.paragraphs[reading.text.sentences[index].paragraph]
    return range(paragraph.first, paragraph.end)
