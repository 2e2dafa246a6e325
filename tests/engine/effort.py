"""How much work something is, counted so that a slow machine cannot fail a test."""

import sys


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
