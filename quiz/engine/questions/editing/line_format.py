"""Questions that a teacher writes: from plain lines to options and back.

Every form is written as lines of text, quicker than any grid of fields:

- one or several of: an answer a line, `*` before each right one;
- true or false: one line, "richtig" or "falsch";
- typed: every accepted answer on a line; number: `42` or `42 +- 3`;
- order: the cards in the right order;
- match and categorise: `left = right`, and `= right` for an answer that stays over;
- cloze: a text with its gaps in brackets, `[fünfzig|50]` accepting both;
- mark words: a sentence with the right words in brackets;
- poll: an answer a line, none of them right.
"""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from quiz.engine.questions.answers.typed import MOST_TYPED, as_number
from quiz.engine.questions.builders.arrangement import Letter, numbered
from quiz.engine.questions.form import Form
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Question
from quiz.errors import Invalid

MOST_LINES = 12
MOST_CHARACTERS = 200  # of one line
_GAP = re.compile(r"\[([^\[\]]+)\]")
_TOLERANCE = re.compile(r"\s*(?:\+-|±)\s*")
_TRUE = Localised("richtig", "true")
_FALSE = Localised("falsch", "false")
# As which a teacher may write it, in either language.
_RIGHT = (_TRUE, Localised("wahr", "right"))
_WRONG = (_FALSE, Localised("falsch", "wrong"))
_RIGHT_HERE = Localised("richtig", "right")
_NOT_HERE = Localised("hier nicht richtig", "not right here")


class OwnForm(StrEnum):
    """How a question of one's own is answered, as teachers choose it."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true-false"
    TYPED = "typed"
    NUMBER = "number"
    ORDER = "order"
    MATCH = "match"
    CATEGORISE = "categorise"
    CLOZE = "cloze"
    MARK = "mark"
    POLL = "poll"

    @property
    def form(self) -> Form:
        """The answer form that pupils meet."""
        return _FORMS[self]


_FORMS = {
    OwnForm.SINGLE: Form.SINGLE_CHOICE,
    OwnForm.MULTIPLE: Form.MULTIPLE_CHOICE,
    OwnForm.TRUE_FALSE: Form.SINGLE_CHOICE,
    OwnForm.TYPED: Form.TYPED,
    OwnForm.NUMBER: Form.NUMBER,
    OwnForm.ORDER: Form.ORDERING,
    OwnForm.MATCH: Form.MATCHING,
    OwnForm.CATEGORISE: Form.MATCHING,
    OwnForm.CLOZE: Form.CLOZE,
    OwnForm.MARK: Form.MARKING,
    OwnForm.POLL: Form.POLL,
}


def options_of(form: OwnForm, text: str) -> tuple[Option, ...]:
    """The options that the lines describe, in an order that tells nothing.

    Raises:
        Invalid: "own_lines" with `why`: "few", "many" or "long" (lines), "no_right",
            "one_right", "all_right" (choices), "verdict" (true or false), "number",
            "twice" (two lines alike), "pair" (a line without "="), "one_answer" (all
            pairs have the same), "gap" (no brackets), "marks" (more than half of the
            words), "accepted" (an answer to type is too long).
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if any(len(line) > MOST_CHARACTERS for line in lines) and form not in (
        OwnForm.CLOZE,
        OwnForm.MARK,
    ):
        raise _wrong("long")
    if len(lines) > MOST_LINES:
        raise _wrong("many")
    if not lines:
        raise _wrong("few")
    return _READERS[form](lines)


def lines_of(question: Question) -> tuple[OwnForm, str]:
    """Undo `options_of`: the form and the lines."""
    options = question.options
    form = _own_form(question)
    if form in (OwnForm.SINGLE, OwnForm.MULTIPLE):
        lines = [("* " if o.correct else "") + o.text for o in options]
    elif form is OwnForm.TRUE_FALSE:
        lines = [option.text for option in question.key]
    elif form is OwnForm.MATCH:
        keys = [(o.prompt.de if o.prompt else "", o.text) for o in question.key]
        extra = dict.fromkeys(o.text for o in options)
        lines = [f"{left} = {right}" for left, right in keys]
        used = {right for _, right in keys}
        lines += [f"= {right}" for right in extra if right not in used]
    elif form in (OwnForm.CLOZE, OwnForm.MARK):
        lines = [question.written]
    else:
        lines = [option.text for option in options]
    return form, "\n".join(lines)


def pieces_of(question: Question) -> tuple[str, ...]:
    """The text between the gaps of a cloze, one more than there are gaps."""
    return tuple(_GAP.split(question.written)[::2])


def _own_form(question: Question) -> OwnForm:
    if question.form is Form.SINGLE_CHOICE:
        labels = {option.label for option in question.options}
        return OwnForm.TRUE_FALSE if labels == {_TRUE, _FALSE} else OwnForm.SINGLE
    return next(own for own, form in _FORMS.items() if form is question.form)


def _wrong(why: str) -> Invalid:
    return Invalid("own_lines", why=why)


def _option(
    text: str,
    *,
    correct: bool,
    prompt: str | None = None,
    label: Localised | None = None,
) -> Option:
    how = _RIGHT_HERE if correct else _NOT_HERE
    return Option(
        id="",
        text=text,
        entity=None,
        correct=correct,
        misconception=None,
        label=label or Localised(text, text),
        rationale=Localised(f"„{text}“ ist {how.de}.", f"“{text}” is {how.en}."),
        prompt=Localised(prompt, prompt) if prompt is not None else None,
    )


def _distinct(texts: Sequence[str]) -> None:
    if len({text.casefold() for text in texts}) < len(texts):
        raise _wrong("twice")


def _choices(lines: list[str]) -> list[Option]:
    found = [(line.removeprefix("*").strip(), line.startswith("*")) for line in lines]
    if len(found) < 2 or not all(text for text, _ in found):
        raise _wrong("few")
    _distinct([text for text, _ in found])
    right = sum(is_right for _, is_right in found)
    if not right:
        raise _wrong("no_right")
    if right == len(found):
        raise _wrong("all_right")
    return [_option(text, correct=is_right) for text, is_right in found]


def _single(lines: list[str]) -> tuple[Option, ...]:
    options = _choices(lines)
    if sum(option.correct for option in options) > 1:
        raise _wrong("one_right")
    return numbered(options)


def _multiple(lines: list[str]) -> tuple[Option, ...]:
    return numbered(_choices(lines))


def _true_false(lines: list[str]) -> tuple[Option, ...]:
    verdict = lines[0].casefold().strip(" *.")
    is_true = any(verdict in (each.de, each.en) for each in _RIGHT)
    is_false = any(verdict in (each.de, each.en) for each in _WRONG)
    if len(lines) > 1 or not (is_true or is_false):
        raise _wrong("verdict")
    return numbered(
        _option(label.de, correct=correct, label=label)
        for label, correct in ((_TRUE, is_true), (_FALSE, not is_true))
    )


def _typed(lines: list[str]) -> tuple[Option, ...]:
    _distinct(lines)
    if any(len(line) > MOST_TYPED for line in lines):
        raise _wrong("accepted")
    return numbered(_option(line, correct=True) for line in lines)


def _number(lines: list[str]) -> tuple[Option, ...]:
    parts = _TOLERANCE.split(lines[0])
    numbers = [as_number(part) for part in parts]
    if len(lines) > 1 or len(parts) > 2 or None in numbers:
        raise _wrong("number")
    return numbered([_option(" ± ".join(parts), correct=True)])


def _order(lines: list[str]) -> tuple[Option, ...]:
    if len(lines) < 3:
        raise _wrong("few")
    _distinct(lines)
    return numbered(_option(line, correct=True) for line in lines)


def _match(lines: list[str]) -> tuple[Option, ...]:
    pairs = [tuple(map(str.strip, line.split("=", 1))) for line in lines]
    if any(len(pair) != 2 or not pair[1] for pair in pairs):
        raise _wrong("pair")
    rows = [pair for pair in pairs if pair[0]]
    answers = list(dict.fromkeys(right for _, right in pairs))
    if len(rows) < 2:
        raise _wrong("few")
    if len(answers) < 2:
        raise _wrong("one_answer")
    _distinct([left for left, _ in rows])
    return numbered(
        _option(answer, correct=answer == right, prompt=left)
        for left, right in rows
        for answer in answers
    )


def _cloze(lines: list[str]) -> tuple[Option, ...]:
    gaps = _GAP.findall(" ".join(lines))
    if not gaps:
        raise _wrong("gap")
    accepted = [
        (str(number), word.strip())
        for number, gap in enumerate(gaps, 1)
        for word in gap.split("|")
        if word.strip()
    ]
    if any(len(word) > MOST_TYPED for _, word in accepted):
        raise _wrong("accepted")
    return numbered(_option(word, correct=True, prompt=gap) for gap, word in accepted)


def _mark(lines: list[str]) -> tuple[Option, ...]:
    text = " ".join(lines)
    if not _GAP.search(text):
        raise _wrong("gap")
    spaced = _GAP.sub(lambda found: " ".join(f"[{w}]" for w in found[1].split()), text)
    words = [
        (word.replace("[", "").replace("]", ""), "[" in word) for word in spaced.split()
    ]
    right = sum(is_right for _, is_right in words)
    if len(words) < 4 or len(words) > 40 or 2 * right > len(words):
        raise _wrong("marks")
    return numbered(
        (_option(word, correct=is_right) for word, is_right in words), Letter.WORD
    )


def _poll(lines: list[str]) -> tuple[Option, ...]:
    if len(lines) < 2:
        raise _wrong("few")
    _distinct(lines)
    return numbered(_option(line, correct=False) for line in lines)


_READERS: dict[OwnForm, Callable[[list[str]], tuple[Option, ...]]] = {
    OwnForm.SINGLE: _single,
    OwnForm.MULTIPLE: _multiple,
    OwnForm.TRUE_FALSE: _true_false,
    OwnForm.TYPED: _typed,
    OwnForm.NUMBER: _number,
    OwnForm.ORDER: _order,
    OwnForm.MATCH: _match,
    OwnForm.CATEGORISE: _match,
    OwnForm.CLOZE: _cloze,
    OwnForm.MARK: _mark,
    OwnForm.POLL: _poll,
}
