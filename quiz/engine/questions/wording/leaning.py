"""Words that say nothing without what stands before them in the article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quiz.engine.lexicon.lexicon import Lexicon, lexicon
from quiz.engine.questions.patterns import any_of
from quiz.engine.questions.words import word_spans
from quiz.engine.text.span import Span

_EARLY = 5  # words among which one points back to another sentence


@dataclass(frozen=True, slots=True)
class _Leaning:
    """How words begin that lean on others.

    Attributes:
        answer: "Nein, und …", "Im Grunde ja. …": the question is missing.
        opinion: "Ich glaube, das ist …": what "das" means is missing.
        backward: "Letztere sei …", and "Diese zog …", where no noun follows.
        fragment: "Viele, die nie auffallen": a name for something, and no verb.
    """

    answer: re.Pattern[str]
    opinion: re.Pattern[str]
    backward: re.Pattern[str]
    fragment: re.Pattern[str]


@cache
def _leaning(language: str) -> _Leaning:
    known = lexicon(language)
    words, small = known.questions.leaning, f"[{known.words.alphabet}]"
    relatives = any_of(sorted(known.words.articles))
    no_adjective = "".join(f"(?<!{e})" for e in known.inflection.adjectives.endings)
    verb = rf"{small}+\b{no_adjective}"
    one = rf"\w+|{relatives} \w+"
    return _Leaning(
        answer=re.compile(
            rf"{any_of(words.answers)}[,.!]|(?:\w+ ){{1,3}}{any_of(words.answers)}[.!]",
            re.IGNORECASE,
        ),
        opinion=re.compile(
            rf"(?i:{any_of(words.selves)}) \w+, {any_of(words.that)} {small}"
        ),
        backward=re.compile(
            rf"(?i:{any_of(words.backward)}\b)|(?i:{any_of(words.these)}) {verb}"
        ),
        fragment=re.compile(rf"(?:{one}), {relatives} [^,.;–]+", re.IGNORECASE),
    )


def leans(text: str, known: Lexicon) -> bool:
    """Whether a question, a noun or a verb is missing that stands before or behind."""
    patterns = _leaning(known.language)
    begins = (patterns.answer, patterns.opinion, patterns.backward)
    return any(each.match(text) for each in begins) or bool(
        patterns.fragment.fullmatch(text)
    )


def points(text: str, known: Lexicon) -> bool:
    """Whether it begins by pointing to what stands before: "Das sei schwierig".

    So do "einen solchen", "Der ist …", "So habe …", and "Der jüngste sei …", where it
    stays open the youngest of what.
    """
    pronouns = known.questions.pronouns
    words = [span.of(text) for span in word_spans(text)[:3]]
    first, second, third = (*map(str.casefold, words), "", "", "")[:3]
    if not pronouns.such.isdisjoint((first, second)):
        return True
    if not words[1:] or not words[1].islower():
        return False
    is_verb = _carries(second, known) or second in known.verbs
    if first in pronouns.these or first in pronouns.thus:
        return is_verb or _carries(third, known)
    if first not in pronouns.pointing:
        return False
    return is_verb or second.endswith(known.inflection.conjugation.present)


def is_in_the_first_person(text: str, known: Lexicon) -> bool:
    """Whether whoever says it speaks of "ich" or "wir": no article writes so."""
    said = {span.of(text).casefold() for span in word_spans(text)}
    return not known.words.sorting.first_person.isdisjoint(said)


def leans_at_all(text: str, known: Lexicon) -> bool:
    """Whether any word of it points back to another sentence."""
    return (
        leans(text, known)
        or points(text, known)
        or lacks_a_name(text, known, is_direct=True)
        or is_helped(text, known)
    )


def _is_hers(text: str, spans: Sequence[Span], known: Lexicon) -> bool:
    """As in "Diesmal sind ihr die Stimmen gewiss", not "ihr Büro"."""
    hers = known.questions.pronouns.hers
    return any(
        span.of(text) in hers and text[span.end + 1 : span.end + 2].islower()
        for span in spans
    )


def is_helped(text: str, known: Lexicon, *, is_direct: bool = True) -> bool:
    """Whether a word of it points back, though one can guess to what: "dort, dafür".

    Word for word "er" does, too; in reported words it may be the voice.
    """
    spans, helped = word_spans(text), known.questions.leaning
    early = [
        span.of(text).casefold()
        for span in spans[:_EARLY]
        if text[span.end : span.end + 1] != ","  # "darüber, wie …" says it itself
    ]
    opens = bool(early) and early[0] in helped.first
    unclear = known.questions.pronouns.unclear
    if is_direct and not unclear.isdisjoint(early):
        return True
    if _is_hers(text, spans[:_EARLY], known):
        return True
    return opens or not helped.anywhere.isdisjoint(early)


def _carries(word: str, known: Lexicon) -> bool:
    """Whether it can be the one verb of a clause: "ist", "habe"."""
    return word in known.words.auxiliaries or word in known.strict_mood


def lacks_a_name(text: str, known: Lexicon, *, is_direct: bool) -> bool:
    """Whether a pronoun in it means somebody for whom no noun comes first.

    In reported words "er" and "sie" can be the voice itself; word for word they never
    are. "Aber Jo Brandt hat sie bestellt" goes on from what was said before.
    """
    words = [span.of(text) for span in word_spans(text)]
    small = [word.casefold() for word in words]
    others = _others(words, known)
    if is_direct and small[0] in known.questions.leaning.against:
        return bool(others)
    names = (at for at, word in enumerate(words) if at and word[0].isupper())
    first_name = next((at for at in names if at not in others), len(words))
    unnamed = [at for at in others if at < first_name]
    if is_direct:
        return bool(unnamed)
    return any(_is_surely_another(at, small, known) for at in unnamed)


def _others(words: list[str], known: Lexicon) -> list[int]:
    """Where pronouns for others stand; "Sie" is polite, "ihr Büro" is a possessive."""
    pronouns = known.questions.pronouns
    found = []
    for at, word in enumerate(words):
        small, after = word.casefold(), words[at + 1 : at + 2]
        before = words[at - 1].casefold() if at else ""
        is_owner = bool(after) and after[0][0].isupper()
        is_hers = small in pronouns.hers and before in known.words.prepositions
        if (
            small in pronouns.unclear
            or (small in pronouns.she and word.islower())
            or (is_hers and not is_owner)
        ):
            found.append(at)
    return found


def _is_surely_another(at: int, small: list[str], known: Lexicon) -> bool:
    """Whether the pronoun cannot mean the voice that is reported.

    As in "Von ihr leben viele", "man habe sie gewarnt", "da habe sie …, bei dem er".
    """
    pronouns = known.questions.pronouns
    if small[at] in pronouns.hers:
        return True
    if small[at] not in pronouns.she:
        return False
    return not (known.words.anybody | pronouns.he).isdisjoint(small)
