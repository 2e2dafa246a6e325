"""Names of accounts: one way to level them, for keeping, finding and counting."""

import unicodedata

_LONGEST_TYPED = 200  # nobody's name; more is not looked at, for levelling takes time


def folded(name: str) -> str:
    """A name as it is compared: blanks, case and variants of letters levelled."""
    typed = unicodedata.normalize("NFKC", name[:_LONGEST_TYPED])
    return " ".join(typed.casefold().split())
