"""What German nouns for people, bodies and outlets are in English, as far as known."""

from quiz.engine.lexicon.lexicon import Lexicon


def english_of(name: str, known: Lexicon) -> str | None:
    """A noun with what belongs to it, without an article; None where a word is unknown.

    "Sprecher der Polizei" is "spokesman of the police", "Landgericht Moorau" the
    "Moorau regional court", "Vater aus Moorau" a "father from Moorau".
    """
    if whole := _noun(name, known):
        return whole
    first, *rest = name.split()
    noun = _noun(first, known)
    if noun is None or not rest:
        return None
    link = known.questions.subjects.english_links.get(rest[0])
    if link is None:
        is_name = all(word[:1].isupper() for word in rest)
        return f"{' '.join(rest)} {noun}" if is_name else None
    owner = " ".join(rest[1:])
    of_whom = english_of(owner, known) or _in_the_genitive(owner, known)
    if of_whom is None and rest[0] not in known.words.articles:
        of_whom = owner if owner[:1].isupper() and " " not in owner else None
    return f"{noun} {link} {of_whom}" if of_whom else None


def several_in_english(name: str, known: Lexicon) -> str | None:
    """The same of a plural without an article: "Kritiker" are "critics"."""
    return known.questions.subjects.english_several.get(name.lower())


def _noun(name: str, known: Lexicon) -> str | None:
    return known.questions.subjects.english.get(name.lower())


def _in_the_genitive(name: str, known: Lexicon) -> str | None:
    """As "Ministeriums", "Amtes"."""
    endings = known.inflection.nouns.genitive
    bare = (name.removesuffix(each) for each in endings if name.endswith(each))
    return next(filter(None, (_noun(each, known) for each in bare)), None)
