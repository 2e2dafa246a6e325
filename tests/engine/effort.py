"""How much work something is, counted so that a slow machine cannot fail a test."""

import sys
from itertools import count

FILLER = "die der das und ist in den von zu mit sich "  # makes any text look German
HOLE = "{}"  # in a fragment: a name that no other place has


def lines_run(work, *arguments):
    """How many lines of Python run, each turn of a loop counted."""
    lines = 0

    def step(_frame, event, _argument):
        nonlocal lines
        lines += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work(*arguments)
    finally:
        sys.settrace(before)
    return lines


def text_of(fragments, size):
    """The fragments in turn, so many characters and a line of small words."""
    numbers, pieces, length = count(), [], 0
    while length < size:
        for fragment in fragments:
            piece = fragment.replace(HOLE, _name(next(numbers)))
            pieces.append(piece)
            length += len(piece)
    return FILLER * (size // 100) + "\n\n" + "".join(pieces)


def _name(number):
    """A name of its own for each number: "Aaqa", "Aara"."""
    letters = ""
    for _ in range(3):
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
    return f"{letters}a".capitalize()
