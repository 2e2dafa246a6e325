"""Whether an answer is right, and how far."""

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.engine.questions.answers.typed import MOST_TYPED, gaps_of, share_of_gaps
from quiz.engine.questions.form import Form
from quiz.engine.questions.question import Question
from quiz.errors import Invalid


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer is worth.

    Attributes:
        share: 0–1, how much of it is right.
        is_right: all of it is.
        reply: the ids that were chosen, as given.
        key: the ids that would have been right, in order.
    """

    share: float
    is_right: bool
    reply: tuple[str, ...]
    key: tuple[str, ...]


def grade(question: Question, reply: Sequence[str]) -> Mark:
    """Compare a reply with the key.

    Args:
        question: what was asked.
        reply: ids of the chosen options; for the form "ordering" the ids of
            the cards in the chosen order, those left out being "not in the chain";
            for forms that are typed the texts, one for each gap, some may be empty.

    Raises:
        Invalid: "no_option" nothing was chosen; "unknown_option" an id that the
            question does not have; "repeated_option" one id twice;
            "too_many_options" more than one where only one can be chosen, or for a
            row; "nothing_typed", "too_long", "unknown_option" for typed texts.
    """
    chosen = tuple(reply)
    if question.form.is_typed:
        return _typed(question, chosen)
    _check(question, chosen)
    key = tuple(option.id for option in question.key)
    share = question.form.share(key, chosen)
    return Mark(share, share == 1.0, chosen, key)


def _typed(question: Question, texts: tuple[str, ...]) -> Mark:
    gaps = gaps_of(question.options)
    if len(texts) != len(gaps):
        raise Invalid("unknown_option")
    if not any(text.strip() for text in texts):
        raise Invalid("nothing_typed")
    if any(len(text) > MOST_TYPED for text in texts):
        raise Invalid("too_long", most=MOST_TYPED)
    share = share_of_gaps(gaps, texts, numbers=question.form is Form.NUMBER)
    return Mark(share, share == 1.0, texts, tuple(gap[0].text for gap in gaps))


def _check(question: Question, chosen: tuple[str, ...]) -> None:
    if not chosen:
        raise Invalid("no_option")
    if any(question.option(each) is None for each in chosen):
        raise Invalid("unknown_option")
    if len(set(chosen)) < len(chosen):
        raise Invalid("repeated_option")
    if len(chosen) > 1 and question.form.picks_one:
        raise Invalid("too_many_options")
    options = (question.option(each) for each in chosen)
    rows = [option.prompt for option in options if option and option.prompt]
    if len(set(rows)) < len(rows):
        raise Invalid("too_many_options")
