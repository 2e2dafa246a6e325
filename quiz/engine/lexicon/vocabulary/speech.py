"""The words by which a language marks that somebody said something, or may have."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.engine.lexicon.shapes import (
    Beginnings,
    Endings,
    InARow,
    Marker,
    Names,
    Phrases,
    Word,
    Words,
)


@dataclass(frozen=True, slots=True)
class Hedges:
    """What weakens a statement."""

    words: Words
    adjectives: Beginnings
    phrases: tuple[InARow, ...]
    provisional: Beginnings
    findings: Words
    permitting: Words
    wellbeing: Words
    feeling: Words
    degrees: Words
    hearsay: Words
    self_told: Words
    guessing: Words
    past: Words
    states: Words
    aims: Words


@dataclass(frozen=True, slots=True)
class VagueSources:
    """What shows that nobody is named whom one could ask."""

    nameless: Endings
    insiders: Endings
    staff: Endings
    onlookers: Endings
    anonymous: Beginnings
    names: Words
    rumours: Words
    reports: Words
    rumoured: Words


@dataclass(frozen=True, slots=True)
class States:
    """Verb and state that tell together what somebody thinks."""

    reflexive: Words
    copula: Words
    words: Words
    modals: Words
    held: Words
    holding: Words


@dataclass(frozen=True, slots=True)
class Passive:
    """Speech in the passive."""

    auxiliaries: Words
    modals: Words
    agents: Words
    places: Words


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands around words that are given as somebody's."""

    held_in: Words
    written_in: Words
    result: Words
    as_said: Words
    say_so: Words
    so_far: Words
    it_says: Words
    called: Words
    stands: Mapping[Word, Phrases]
    it: Words
    points_back: Words
    points_back_inside: Words
    pointing: Words
    before_noun: Words
    before_speaker: Words
    for_whom: Words
    before_for: Words
    behind_noun: Words
    around_noun: Words
    leaning_on: Words
    asked: Words
    channels: Words
    addressed: Words
    spreading: Words
    addressing: Words
    at: Words
    telling: Words
    confiding: Words
    through: Words
    towards: Words
    talking: Words
    negations: Words
    negation_adverbs: Words
    conditions: Words
    topics: Words
    out_of: Words
    leaning: Words
    relying: Words
    learning: Words
    learnt_from: Words
    about: Words
    definite: Words
    going_on: Words
    adding: Words
    writers: Words
    we: Words
    selves: Words
    own: Words
    wishing: Words
    other_sense: Mapping[Word, Words]
    owners: Beginnings
    no_owners: Words
    accusing: Words
    averse: Words
    ahead: Words
    predicative: Words
    perfect: Words
    perfect_told: Words
    past_perfect: Words
    meaning_to: Words
    told_to: Words
    ours: Mapping[Word, Word]
    idioms: Phrases
    letting: Words
    inside: Words
    at_place: Words
    talked_of: InARow
    talked_about: Words


@dataclass(frozen=True, slots=True)
class Interview:
    """Somebody is asked, and answers."""

    asking: Names
    answering: Names
    address: Names
    announcing: Endings


@dataclass(frozen=True, slots=True)
class Calling:
    """What stands before the words by which somebody calls a thing something."""

    markers: Mapping[Word, Marker]


@dataclass(frozen=True, slots=True)
class Wording:
    """What tells somebody's words in quotation marks from a name in them."""

    said: Names
    named: Names
    named_endings: Endings
    works: Names
    told: Names
    such_as: Words
    these_words: InARow
    for_example: Words
    before_source: Words
    explaining: Words
    so_called: Word
    titled: Words
    own: Words
    passive: Words
    agents: Words
    bare_agents: Words
    indefinite: Beginnings
    derived_endings: Endings
    cites: Words
    pointers: Words
    copula: Words
    inscribed: Words
