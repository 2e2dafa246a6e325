"""Interviews without names before the turns: a question, a paragraph, a question.

Somebody has to be asked, by name or in a text that calls itself an interview, and to
answer of himself; else they are questions of an article to its readers.
"""

from collections.abc import Iterator

from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.claims.ground import Rule
from quiz.engine.claims.phrases.chunks import phrases_in
from quiz.engine.claims.phrases.naming import naming_of
from quiz.engine.claims.phrases.phrase import Phrase
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
from quiz.engine.claims.speech.utterances.turns import tokens_of
from quiz.engine.claims.speech.utterances.utterance import uttered
from quiz.engine.claims.words.reading import Reading
from quiz.engine.text.text import Part

ANSWER_IN_TURN = Rule(
    id="answer_in_turn",
    share=0.85,
    gives=ClaimType.DIRECT,
    naming=SpeakerReason.NAMED_AS_ASKED,
)
FEWEST = 2  # questions with an answer each


def interview_in_turn(reading: Reading) -> Interview:
    """The interview whose paragraphs are questions and answers in turn.

    An empty one where it is none, or where nobody says which of several answers.
    """
    paragraphs = [
        range(each.first, each.end)
        for each in reading.text.paragraphs
        if each.part is not Part.CREDIT
    ]
    questions = [
        at
        for at, each in enumerate(paragraphs[:-1])
        if _asks(reading, each) and _may_answer(reading, paragraphs[at + 1])
    ]
    if len(questions) < FEWEST:
        return Interview()
    asked = [paragraphs[at] for at in questions]
    speaker = _who_is_asked(reading, asked)
    answers = [
        each
        for number, at in enumerate(questions)
        for each in _answers(reading, paragraphs, (at, *questions[number + 1 :][:1]))
    ]
    own = any(says_own(reading, tokens_of(reading, each)) for each in answers)
    if speaker is None or not own:
        return Interview()
    via = heard_by(reading, range(asked[0].start))
    found = (
        uttered((each, tokens_of(reading, each)), speaker, ANSWER_IN_TURN, via)
        for each in answers
    )
    between = range(asked[0].start, answers[-1].stop)
    return Interview(tuple(found), frozenset(between))


def _answers(
    reading: Reading, paragraphs: list[range], between: tuple[int, ...]
) -> Iterator[range]:
    """The paragraph behind a question, and those with which its answer goes on.

    Args:
        reading: the text.
        paragraphs: the sentences of each.
        between: index of the question, and of the next; alone for the last one.
    """
    first = between[0] + 1
    yield paragraphs[first]
    for each in paragraphs[first + 1 : between[-1]]:
        tokens = tokens_of(reading, each)
        if is_polite(reading, tokens) or not says_own(reading, tokens):
            return
        yield each


def _asks(reading: Reading, sentences: range) -> bool:
    return asks(reading, tokens_of(reading, sentences))


def _may_answer(reading: Reading, sentences: range) -> bool:
    index = reading.text.sentences[sentences.start].paragraph
    body = reading.text.paragraphs[index].part is Part.BODY
    return body and not _asks(reading, sentences)


def _who_is_asked(reading: Reading, questions: list[range]) -> Phrase | None:
    """The one whom the questions address, or whom the text names before them."""
    named = [
        phrase
        for each in questions
        for phrase in addressees_in(reading, tokens_of(reading, each))
    ]
    if not named:
        lead = range(questions[0].start)
        polite = any(is_polite(reading, tokens_of(reading, each)) for each in questions)
        named = _people(reading, lead) if polite and announces(reading, lead) else []
    surnames = {reading.bare(reading.word(each.core_end - 1)) for each in named}
    return named[0] if len(surnames) == 1 else None


def _people(reading: Reading, sentences: range) -> list[Phrase]:
    """Those named by name."""
    phrases = (
        phrase
        for index in sentences
        for phrase, _ in phrases_in(
            reading,
            reading.text.sentences[index].first,
            reading.text.sentences[index].end,
        )
    )
    return [each for each in phrases if _is_person(reading, each)]


def _is_person(reading: Reading, phrase: Phrase) -> bool:
    if phrase.pronoun:
        return False
    naming = naming_of(reading, phrase)
    return naming.kind is EntityKind.PERSON and bool(naming.names)
