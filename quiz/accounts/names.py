"""Names: those of accounts as they are compared, and what somebody calls a thing."""

import unicodedata

from quiz.errors import Invalid

_LONGEST_TYPED = 200  # nobody's name; more is not looked at, for levelling takes time


def folded(name: str) -> str:
    """A name as it is compared: blanks, case and variants of letters levelled."""
    typed = unicodedata.normalize("NFKC", name[:_LONGEST_TYPED])
    return " ".join(typed.casefold().split())


def name_given(typed: str, reason: str, longest: int) -> str:
    """What somebody calls a class, a school or a league: one line, blanks levelled.

    Raises:
        Invalid: for that reason, with `longest`: it is empty or longer.
    """
    name = " ".join(typed.split())
    if not 1 <= len(name) <= longest:
        raise Invalid(reason, longest=longest)
    return name
