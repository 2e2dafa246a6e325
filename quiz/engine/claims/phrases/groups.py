"""Where a group begins or ends in a run of nouns: "die Forscher Bürger"."""

from quiz.engine.claims.words.noun import (
    are_bodies,
    is_first_name,
    is_surname,
    is_title,
)
from quiz.engine.claims.words.reading import Reading


def are_others(reading: Reading, at: int) -> bool:
    """As in "fordern die Forscher Bürger auf": a group begins or ends between them."""
    word, before = reading.word(at), reading.word(at - 1)
    titles, groups = reading.lexicon.titles, reading.lexicon.nouns.group_nouns
    bare = before.removesuffix(reading.lexicon.inflection.nouns.dative_plural)
    # "von Sicherheitskräften Extremisten"
    ends = before in groups or (bare in groups and bare not in titles)
    if not ends and word not in groups:
        return False
    titled = is_title(reading, at - 1)
    if ends and (not titled or _is_of_several(reading, at)):
        return True
    name = is_surname(reading, at) or word in titles
    begins = are_bodies(reading, at - 1) or (titled and not name)
    return word in groups and begins


def _is_of_several(reading: Reading, at: int) -> bool:
    """As in "nach Angaben der Forscher Bauern": whose, and no name behind them.

    One man's would be "des Forschers"; "der Forscher Ott und Moor" are two with names.
    """
    plural = reading.lexicon.words.genitive_plural
    if at < 3 or reading.lower[at - 2] not in plural or not reading.is_noun(at - 3):
        return False
    if reading.word(at - 1).endswith(reading.lexicon.inflection.titles.feminine):
        return False  # "der Forscherinnen" are in no list of titles
    known = is_first_name(reading.word(at), reading.lexicon)
    if known or reading.word(at) in reading.last_names:
        return False
    joining = reading.lexicon.words.conjunctions.joining
    behind = at + 1
    return behind == len(reading.lower) or not (
        reading.lower[behind] in joining or reading.is_noun(behind)
    )
