"""The words that the kinds of question look for in a sentence."""

from dataclasses import dataclass

from quiz.engine.lexicon.shapes import Beginnings, Endings, Names, Patterns, Words


@dataclass(frozen=True, slots=True)
class SortingWords:
    """What tells one kind of statement or source from another."""

    attribution: Words
    open: Words
    open_verbs: Words
    open_links: Words
    possible: Words
    doubting: Words
    untrue: Beginnings
    doubting_verbs: Words
    future: Words
    plans: Words
    conditions: Words
    loaded: Words
    guarded: Words
    tied: Words
    wishing: Words
    first_person: Words
    speaking: Words
    studying: Patterns
    narrating: Words
    linking: Words
    experts: Endings
    thrones: Names
    media: Endings
    state_media: Words
    state_words: Words
    announcing: Words
    judging: Words
    conjecturing: Words
    stating: Words
    not_yet: Words
