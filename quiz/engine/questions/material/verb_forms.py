"""Forms of verbs at the end of a clause, told by how they are made."""

from quiz.engine.lexicon.lexicon import Lexicon


def is_participle(word: str, known: Lexicon) -> bool:
    """As in "geprüft", "abgeschafft", "heruntergerissen", "verlassen", "telefoniert".

    Not "gegen", "morgen", "eigenen", nor "auszuschalten".
    """
    bends = known.inflection.conjugation
    if not word.islower() or word in known.small_words:
        return False
    if not word.endswith(known.inflection.verbs.participles):
        return False
    if word.startswith(bends.inseparable):
        return True
    if f"{word[:-1]}{bends.infinitives[0]}".endswith(bends.without_perfect):
        return True
    return _is_behind_prefixes(word, bends.perfect, known)


def is_infinitive_with_zu(words: list[str], known: Lexicon) -> bool:
    """Whether the last of the words is one: "auszuschalten", "zu schalten"."""
    marker = known.inflection.conjugation.marker
    *before, last = words or [""]
    if not last.endswith(known.inflection.verbs.infinitive):
        return False
    return before[-1:] == [marker] or _is_behind_prefixes(last, marker, known)


def _is_behind_prefixes(word: str, part: str, known: Lexicon) -> bool:
    """Whether the word has the part behind nothing but prefixes: "her-unter-ge…"."""
    prefixes = {*known.words.prefixes, *known.inflection.conjugation.inseparable}
    places = (at for at in range(1, len(word)) if word.startswith(part, at))
    return any(_are_prefixes(word[:at], prefixes) for at in places)


def _are_prefixes(text: str, prefixes: set[str]) -> bool:
    return text in prefixes or any(
        text.startswith(each) and _are_prefixes(text.removeprefix(each), prefixes)
        for each in prefixes
    )
