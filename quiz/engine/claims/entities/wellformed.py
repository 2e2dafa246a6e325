"""Whether a name can be shown: a name, a role or a body, and nothing beside it."""

import re

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.words.noun import is_title_word
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.text.token import is_address

MAX_WORDS = 12  # of a role with all that belongs to it
MAX_NAME = 6  # of somebody's own name
PLAIN = 2  # first name and surname
# Outlets and bodies may write themselves small: "dpa", "taz".
SMALL = (EntityKind.OUTLET, EntityKind.ORGANISATION)
_STRAY = re.compile(r"[()\[\]:;!?…]|(?:^|\s)[-–,.]|[–,](?:\s|$)|\s\s")
_HALF = re.compile(r"\d-\s")  # "41- jährige"


def is_wellformed(name: str, kind: EntityKind, known: Lexicon) -> bool:
    """Whether the name parses as what its kind says.

    No mark of a sentence, no half of a compound, no time of day, no verb among its
    words; a person's own name has no figure and no abstract noun in it.
    """
    words = name.split()
    if not 0 < len(words) <= MAX_WORDS or _STRAY.search(name) or _HALF.search(name):
        return False
    if not _is_large(words, kind) or not _is_stopped(words, known):
        return False
    if any(_is_stray(word, known) for word in words):
        # "Josef Sommer" is called so
        return words[0] in known.genders and len(words) == PLAIN
    return kind is not EntityKind.PERSON or _is_person(words, known)


def _is_stray(word: str, known: Lexicon) -> bool:
    """A time, a measure or a verb: "Montagfrüh", "Prozent", "hat"."""
    verb = word in known.words.auxiliaries and word not in known.names.particles
    return verb or word in known.words.not_names


def _is_large(words: list[str], kind: EntityKind) -> bool:
    """A noun or a name is in it; what is no group begins with one, or a figure."""
    if kind is EntityKind.GROUP:
        return any(word[:1].isupper() for word in words)
    first = words[0].lstrip("„«»“‚‘")
    return not first[:1].islower() or is_address(first) or "-" in first or kind in SMALL


def _is_stopped(words: list[str], known: Lexicon) -> bool:
    """Full stops stand only behind initials and abbreviations, or in an address."""
    return all(
        "." not in word
        or is_address(word)
        or word.rstrip(".") in known.words.abbreviations
        or word.replace(".", "").isupper()
        for word in words
    )


def _swallows_name(words: list[str], known: Lexicon) -> bool:
    """As in "Präsident der Region Elsass Jan Moos": two, with nothing between them."""
    return any(
        first in known.genders
        and before[:1].isupper()
        and last[:1].isupper()
        and before not in known.genders
        and not is_title_word(before, known)
        for before, first, last in zip(words, words[1:], words[2:], strict=False)
    )


def _is_person(words: list[str], known: Lexicon) -> bool:
    """A role ("Leiter des Amtes"), or words written large that can be a name's."""
    large = [word for word in words if word[:1].isupper()]
    particles = known.names.particles
    small = any(word not in large and word not in particles for word in words)
    if small or (len(large) < len(words) and is_title_word(words[0], known)):
        return not _swallows_name(words, known)  # a role with what belongs to it
    if len(words) > MAX_NAME or any(map(str.isdigit, "".join(words))):
        return False
    things = known.words.thing_endings
    return len(words) == 1 or not any(
        word.lower().endswith(things) and word not in known.genders for word in words
    )
