"""Interviews in question and answer: each answer is somebody's words."""

from quiz.engine.claims.speech.alternation import interview_in_turn
from quiz.engine.claims.speech.answers import Interview
from quiz.engine.claims.speech.headed import headed_interview
from quiz.engine.claims.words.reading import Reading


def interview_in(reading: Reading) -> Interview:
    """The interview that a text is or holds, with no answer where it is none."""
    headed = headed_interview(reading)
    return headed if headed.answers else interview_in_turn(reading)
