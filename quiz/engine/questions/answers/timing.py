"""How long a question takes."""

from math import ceil

from quiz.engine.questions.form import Form
from quiz.engine.questions.question import Question
from quiz.engine.text.readability import WORDS_A_MINUTE

SHORTEST_S, LONGEST_S = 10, 600
"""What a teacher may set, in seconds."""
_STEP_S = 5
_THINKING_S = 10
# For each option or row beyond reading it; the forms that take more than one click.
_HANDLING_S = {
    Form.ORDERING: 5,
    Form.MATCHING: 8,
    Form.MULTIPLE_CHOICE: 3,
    Form.TYPED: 12,
    Form.NUMBER: 10,
    Form.CLOZE: 8,
}


def proposed_seconds(question: Question) -> int:
    """How long reading and answering it takes, in steps of five seconds.

    Reading at 120 words a minute, ten seconds to think, and some for each part where
    more than one click is needed; from experience, not from a study.
    """
    read = [question.stem.de, *(option.label.de for option in question.options)]
    read += [option.prompt.de for option in question.options if option.prompt]
    words = sum(len(text.split()) for text in dict.fromkeys(read))
    parts = sum(1 for option in question.options if option.correct)
    if question.form is Form.MULTIPLE_CHOICE:
        parts = len(question.options)
    handling = _HANDLING_S.get(question.form, 0) * parts
    taken = words / WORDS_A_MINUTE * 60 + _THINKING_S + handling
    return min(max(_STEP_S * ceil(taken / _STEP_S), SHORTEST_S), LONGEST_S)


def seconds_for(question: Question) -> int:
    """As its teacher set it, else as proposed."""
    return question.seconds or proposed_seconds(question)
