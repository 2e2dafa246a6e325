"""Whether "soll" tells of what people say, and of nothing that is planned."""

from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.questions.material.verb_forms import is_participle

_SHORTEST = 4  # words: "Er soll geflohen sein"


def is_hearsay(text: str, soll: str, known: Lexicon) -> bool:
    """As `hedge.is_hearsay` reads a sentence of one clause, if it is of the past.

    "Sie soll krank sein" may be hearsay, "sie soll dort tätig sein" may be a plan.
    """
    hedges, limits = known.words.hedges, known.questions.soll.limits
    tokens = [word.strip(".;") for word in text.casefold().split()]
    if soll not in hedges.hearsay or "," in text or len(tokens) < _SHORTEST:
        return False
    if not limits.isdisjoint(tokens):
        return False
    words = [word.strip(".;") for word in text.split()]
    if tokens[-1] == soll:
        words.pop()  # "…, der geflohen sein soll"
    is_perfect = words[-1] in hedges.past and words[-2] not in hedges.aims
    return is_perfect and is_participle(words[-2], known)
