"""How a language bends its words: endings that tell something, and come off."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.engine.lexicon.shapes import (
    Beginnings,
    Cases,
    Ending,
    Endings,
    Gender,
    MaybeEnding,
    Word,
    Words,
)

APOSTROPHES = ("'", "’")
SHORT_NAME = 3  # letters; so short a name keeps its last one


@dataclass(frozen=True, slots=True)
class Adjectives:
    """How adjectives and participles end."""

    endings: Endings
    before_title: Endings
    neuter: Ending
    dative: Ending
    bent: Ending
    genitive: Ending
    bare_cases: Mapping[Ending, Cases]
    bare_other: Cases
    strong: Mapping[Gender, Ending]
    strong_plural: Ending
    dative_plural: Ending
    opening: Endings
    participles: Endings


@dataclass(frozen=True, slots=True)
class Plural:
    """How a noun ends in the plural, and in the singular."""

    plural: Ending
    singular: MaybeEnding


@dataclass(frozen=True, slots=True)
class NounEndings:
    """How nouns end in other cases and in the plural."""

    genitive: Endings
    dative_plural: Ending
    cases: Endings
    linking: Ending
    weak: Ending
    plurals: Endings
    body_plurals: tuple[Plural, ...]


@dataclass(frozen=True, slots=True)
class NameEndings:
    """How names end in the genitive."""

    genitive: Ending
    no_genitive: Endings
    origin: Ending

    def bare(self, name: str) -> str:
        """Without its genitive ending ("Putins" → "Putin", "Kims'" → "Kims")."""
        if name.endswith(APOSTROPHES):
            return name[:-1]
        ends = name.endswith(self.genitive) and not name.endswith(self.no_genitive)
        if len(name) > SHORT_NAME and ends:
            return name.removesuffix(self.genitive)
        return name

    def is_genitive(self, name: str) -> bool:
        """Whether it can be somebody's name in the genitive."""
        return name.endswith((self.genitive, *APOSTROPHES))


@dataclass(frozen=True, slots=True)
class TitleEndings:
    """How titles end by gender."""

    feminine: Endings
    either: Endings


@dataclass(frozen=True, slots=True)
class TitleCases:
    """How a title looks in another case than as a subject."""

    masculine: Words
    feminine: Words
    genitive: Endings
    weak: Endings
    strong: Words
    strong_ending: Ending
    adjectival: Ending


@dataclass(frozen=True, slots=True)
class VerbEndings:
    """What the ending of a verb tells."""

    plural: Endings
    plural_auxiliaries: Words
    past: Endings
    mood: Ending
    past_like_mood: Ending
    participles: Endings
    infinitive: Ending
    attributive: Ending


@dataclass(frozen=True, slots=True)
class Conjugation:
    """How the forms of a weak verb are made."""

    infinitives: Endings
    present: Ending
    past: Ending
    participle: Ending
    perfect: Word
    inseparable: Beginnings
    without_perfect: Endings
    linked: Endings
    link: Ending
    marker: Word
    subjunctive: Ending
    past_in_e: Ending
    past_plural: Ending
    past_plural_else: Ending

    def stem(self, infinitive: str) -> str:
        """As in "sag" of "sagen"."""
        return without(infinitive, self.infinitives)

    def weak_forms(self, prefix: str, base: str) -> tuple[str, str, str]:
        """Present, past and participle of a weak verb, its prefix apart."""
        stem = self.stem(base)
        stem += self.link if stem.endswith(self.linked) else ""
        bare = base.startswith(self.inseparable) or base.endswith(self.without_perfect)
        perfect = "" if bare else self.perfect
        participle = prefix + perfect + stem + self.participle
        return stem + self.present, stem + self.past, participle

    def past_plural_of(self, past: str) -> str:
        """As in "sagten" of "sagte", "riefen" of "rief"."""
        in_e = past.endswith(self.past_in_e)
        return past + (self.past_plural if in_e else self.past_plural_else)


@dataclass(frozen=True, slots=True)
class Inflection:
    """The file inflection.toml."""

    adjectives: Adjectives
    nouns: NounEndings
    names: NameEndings
    titles: TitleEndings
    title_cases: TitleCases
    verbs: VerbEndings
    conjugation: Conjugation
    noun_endings: Mapping[Gender, Endings]
    noun_genders: Mapping[Gender, Endings]


def without(word: str, endings: tuple[str, ...]) -> str:
    """The word less the first of the endings that it has."""
    for ending in endings:
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word
