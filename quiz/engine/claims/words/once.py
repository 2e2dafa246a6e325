"""What is asked of a text again and again is worked out once."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar

from quiz.engine.claims.words.reading import Reading

_About = TypeVar("_About", bound=Hashable)
_Answer = TypeVar("_Answer")


def once(
    work: Callable[[Reading, _About], _Answer],
) -> Callable[[Reading, _About], _Answer]:
    """The function, with each of its answers kept for as long as the text is read."""

    @wraps(work)
    def kept(reading: Reading, about: _About) -> _Answer:
        answer: _Answer
        known = reading.answers[work]
        try:
            answer = known[about]
        except KeyError:
            answer = known[about] = work(reading, about)
        return answer

    return kept
