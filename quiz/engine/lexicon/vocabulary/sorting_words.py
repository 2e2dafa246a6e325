"""The words that the kinds of question look for in a sentence."""

from dataclasses import dataclass

from quiz.engine.lexicon.shapes import Endings, Names, Words


@dataclass(frozen=True, slots=True)
class SortingWords:
    """What tells one kind of statement or source from another."""

    attribution: Words
    open: Words
    open_verbs: Words
    open_links: Words
    future: Words
    plans: Words
    conditions: Words
    loaded: Words
    experts: Endings
    unranked: Words
    thrones: Names
    media: Endings
    state_media: Words
    state_words: Words
    announcing: Words
    judging: Words
    conjecturing: Words
    stating: Words
    not_yet: Words
