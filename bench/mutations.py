"""Break each rule of the extractor on purpose and see which passages notice.

    python -m bench.mutations [KIND ...] [--all]

Kinds: rules (all candidates of that rule are dropped), doubts (it counts nothing),
letters (no verb has that letter of its frames), words and nouns (a list of the lexicon
is empty), sieves (a way to find out who is meant finds nobody). All without a kind. A
line for each: how many passages fail, and the first of them; `--all` names all. The
exit status is the number of those that none notices: each wants a passage.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, replace
from functools import cache, partial
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

from bench.passages import Passage, differences, read_passages
from quiz.engine.claims import extract
from quiz.engine.claims.assessment import confidence
from quiz.engine.claims.candidates.candidate import QUOTED_INSIDE, Candidate
from quiz.engine.claims.entities.cast import Cast
from quiz.engine.claims.entities.keys import Owners
from quiz.engine.claims.ground import Ground
from quiz.engine.claims.registry import DOUBTS, RULES
from quiz.engine.claims.speakers import heading
from quiz.engine.claims.speakers.heading import HEADING, HEADING_QUOTES
from quiz.engine.claims.speakers.identified import Identified
from quiz.engine.claims.speakers.resolution import Identifier
from quiz.engine.claims.speech import find
from quiz.engine.claims.speech.told import TOLD
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.lexicon import Lexicon, lexicon
from quiz.engine.text.text import read_text

LANGUAGE = "de"
# Letters that only tell the reader of verbs.txt what kind of verb it is ("r", "t"), or
# only settle a tie between two verbs of a clause ("x").
IDLE_LETTERS = frozenset("rtx")
SHOWN = 3  # names of passages on a line
# Sections of words.toml that rules of speech ask; the rest describes the language.
SECTIONS = (
    *("hedges", "interview", "passive", "quotation", "states", "vague", "wording"),
)
# Ways to find out who is meant, each with what it gives when it finds nobody.
SIEVES: dict[str, tuple[type, str, Callable[..., Any]]] = {
    "outlets by name": (Cast, "_outlet", lambda *_: None),
    "outlets by their noun": (Cast, "_outlet_meant", lambda *_: None),
    "full names": (Cast, "_full", lambda *_: None),
    "title and surname": (Cast, "_titled", lambda *_: None),
    "surname alone": (Cast, "_single", lambda *_: None),
    "role beside the name": (Cast, "_apposed", lambda *_: None),
    "office and country": (Cast, "_roles", lambda *_: None),
    "bodies and countries": (Cast, "_rest", lambda *_: None),
    "short names of bodies": (Cast, "_longer", lambda *_: None),
    "whose a role is": (Owners, "_owner", lambda *_: ""),
    "pronouns": (Identifier, "_by_pronoun", lambda *_: None),
    "carried speakers": (Identifier, "_carried", lambda *_: None),
    "guessed speakers": (Identifier, "_guessed", lambda *_: None),
    "carried sources": (Identifier, "_with_chain", lambda _, found: found),
}
KINDS = ("rules", "doubts", "letters", "words", "nouns", "sieves")


Broken = Callable[[], AbstractContextManager[Any]]
# Rules that read headings, behind all others.
HEADINGS = frozenset({HEADING.id, HEADING_QUOTES.id})


@dataclass(frozen=True)
class Mutation:
    """One rule that can be broken; while `broken()` is entered, it is.

    Attributes:
        kind, name: which.
        broken: to be entered.
        words: only texts with one of these can show it, small letters; all if empty.
    """

    kind: str
    name: str
    broken: Broken
    words: tuple[str, ...] = ()

    def touches(self, text: str) -> bool:
        """Whether the text can show that it is broken."""
        if self.name in HEADINGS:
            return "\n\n" in text
        if self.kind == "rules":
            return self.name in _rules_in(text)
        lower = text.lower()
        return not self.words or any(word in lower for word in self.words)


def mutations(kinds: tuple[str, ...] = KINDS) -> Iterator[Mutation]:
    """Every mutation of these kinds."""
    known = lexicon(LANGUAGE)
    named: dict[str, dict[str, Broken]] = {
        "rules": {name: _without_rule(name) for name in RULES},
        "doubts": {name: _certain(name) for name in DOUBTS},
        "letters": {letter: _without_letter(letter) for letter in _letters(known)},
        "words": {
            f"{section}.{table.name}": _without_words(section, table.name)
            for section in SECTIONS
            for table in fields(getattr(known.words, section))
        },
        "nouns": {
            table.name: _without_nouns(table.name) for table in fields(known.nouns)
        },
        "sieves": {
            name: partial(patch.object, *found) for name, found in SIEVES.items()
        },
    }
    for kind in kinds:
        for name, broken in named[kind].items():
            yield Mutation(kind, name, broken, _words_of(known, kind, name))


@cache
def _rules_in(text: str) -> frozenset[str]:
    """The rules that find something in the text while nothing is broken."""
    known = lexicon(LANGUAGE)
    candidates = find.find_candidates(Reading(read_text(text, known), known))
    told = (TOLD.id for candidate in candidates if candidate.told is not None)
    found = (each.id for d in candidates for each in (d.rule, d.ground))
    return frozenset((*found, *told))


def _words_of(known: Lexicon, kind: str, name: str) -> tuple[str, ...]:
    """The words of a list, to see which texts hold one."""
    if kind not in ("nouns", "words"):
        return ()
    section, _, key = name.partition(".")
    table = getattr(known.words, section) if key else known.nouns
    found = getattr(table, key or section)
    if key in ("", "other_sense") and isinstance(found, Mapping):
        found = [word for words in found.values() for word in words]
    words = [found] if isinstance(found, str) else found
    return tuple((word if isinstance(word, str) else word[0]).lower() for word in words)


def noticed(mutation: Mutation, passages: list[Passage]) -> Iterator[str]:
    """The passages that fail while the rule is broken, by their ids."""
    with mutation.broken():
        for passage in passages:
            if mutation.touches(passage["text"]) and _fails(passage):
                yield passage["id"]


def sound_passages() -> list[Passage]:
    """Those that hold while nothing is broken."""
    return [passage for passage in read_passages() if not differences(passage)]


def _fails(passage: Passage) -> bool:
    try:
        return bool(differences(passage))
    except (IndexError, KeyError, TypeError):  # a rule that others rely on
        return True


def _without_rule(name: str) -> Broken:
    def candidates(reading: Reading) -> list[Candidate]:
        found = find.find_candidates(reading)
        if name == QUOTED_INSIDE.id:
            return [candidate for candidate in found if not candidate.inside]
        if name == TOLD.id:  # given once it is known who is meant
            return [candidate for candidate in found if candidate.told is None]
        return [candidate for candidate in found if name != candidate.rule.id]

    def headings(reading: Reading, identifier: Identifier) -> list[Identified]:
        found = heading.heading_claims(reading, identifier)
        return [each for each in found if name != each.candidate.rule.id]

    if name in HEADINGS:
        return lambda: patch.object(extract, "heading_claims", headings)
    return lambda: patch.object(extract, "find_candidates", candidates)


def _certain(name: str) -> Broken:
    grounds_of = confidence.grounds_of

    def grounds(found: Identified) -> tuple[Ground, ...]:
        return tuple(each for each in grounds_of(found) if each.id != name)

    return lambda: patch.object(confidence, "grounds_of", grounds)


def _letters(known: Lexicon) -> list[str]:
    forms = (form for readings in known.verbs.values() for form in readings)
    found = {letter for form in forms for letter in form.verb.frames}
    return sorted(found - IDLE_LETTERS)


def _without_letter(letter: str) -> Broken:
    def broken() -> AbstractContextManager[Any]:
        known = lexicon(LANGUAGE)
        verbs = {
            word: tuple(
                replace(
                    form, verb=replace(form.verb, frames=form.verb.frames - {letter})
                )
                for form in readings
            )
            for word, readings in known.verbs.items()
        }
        return _with_lexicon(replace(known, verbs=MappingProxyType(verbs)))

    return broken


def _without_words(section: str, key: str) -> Broken:
    def broken() -> AbstractContextManager[Any]:
        known = lexicon(LANGUAGE)
        tables: Any = getattr(known.words, section)
        tables = replace(tables, **{key: _empty(getattr(tables, key))})
        words = replace(known.words, **{section: tables})
        return _with_lexicon(replace(known, words=words))

    return broken


def _without_nouns(key: str) -> Broken:
    def broken() -> AbstractContextManager[Any]:
        known = lexicon(LANGUAGE)
        empty: Any = {key: _empty(getattr(known.nouns, key))}
        return _with_lexicon(replace(known, nouns=replace(known.nouns, **empty)))

    return broken


def _empty(table: Any) -> Any:  # noqa: ANN401
    """A table of that type without a word in it."""
    if isinstance(table, str):
        return "\0"
    return MappingProxyType({}) if isinstance(table, Mapping) else type(table)()


def _with_lexicon(changed: Lexicon) -> AbstractContextManager[Any]:
    return patch.object(extract, "lexicon", lambda _: changed)


def main(arguments: list[str]) -> int:
    """Print the mutations; how many none of the passages notices."""
    kinds = tuple(kind for kind in arguments if kind != "--all") or KINDS
    if set(kinds) - set(KINDS):
        print(f"kinds are: {' '.join(KINDS)}")
        return 2
    passages = sound_passages()
    missed = 0
    for mutation in mutations(kinds):
        failing = list(noticed(mutation, passages))
        shown = failing if "--all" in arguments else failing[:SHOWN]
        print(f"{mutation.kind:<8}{mutation.name:<36}{len(failing):>4}  ", end="")
        print(" · ".join(shown) or "NOBODY NOTICES")
        missed += not failing
    print(f"{missed} that nobody notices")
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
