"""Whether a question says things in words of its own (rule V13, for all of it)."""

import re
from collections.abc import Iterator

from quiz.engine.questions.question import Question
from quiz.engine.questions.words import words

LONGEST_COPY = 4
"""Words in a row that a question may share with a text outside quotations."""
LONGEST_QUOTATION = 25
"""Words that a quotation may have (question-kinds, rule V13)."""

_QUOTED = re.compile(r"„[^“”]*[“”]|“[^”]*”|»[^«]*«|«[^»]*»|\"[^\"]*\"")


def copies(question: Question, raw: str) -> tuple[str, ...]:
    """What a question copies of a text, longer than it may: folded words.

    Stem, answers, reasons and explanation are looked at in both languages. Quotations
    of up to 25 words are allowed, longer ones are copies.
    """
    text = words(raw)
    size = LONGEST_COPY + 1
    runs = {tuple(text[at : at + size]) for at in range(len(text) - LONGEST_COPY)}
    found: dict[str, None] = {}
    for said in _said(question):
        for quotation in _QUOTED.findall(said):
            if len(words(quotation)) > LONGEST_QUOTATION:
                found.setdefault(quotation)
        for piece in _QUOTED.sub("|", said).split("|"):
            own = words(piece)
            for at in range(len(own) - LONGEST_COPY):
                if (run := tuple(own[at : at + size])) in runs:
                    found.setdefault(" ".join(run))
    return tuple(found)


def _said(question: Question) -> Iterator[str]:
    """All that a player reads of it."""
    both = [question.stem, question.explanation]
    for option in question.options:
        both += [option.label, option.rationale]
        both += [option.prompt] if option.prompt else []
    for text in both:
        yield from (text.de, text.en)
    yield question.written
