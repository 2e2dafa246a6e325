"""What kinds of noun a capitalised word can be."""

from quiz.engine.claims.reading import Reading

MIN_TITLE = 5  # letters a compound must have more than to count as a title
MIN_COMPOUND = 8  # the same for a compound that ends in a noun for outlets


def is_title(reading: Reading, at: int) -> bool:
    """As in "Ministerin", or a compound that ends so ("Kremlchef")."""
    word = reading.word(at)
    titles = reading.lexicon.titles
    if word in titles or word.removesuffix("s") in titles:
        return True
    last = word.rpartition("-")[2]
    if last != word and last in reading.lexicon.titles:
        return True
    return len(word) > MIN_TITLE and word.lower().endswith(
        reading.lexicon.title_endings
    )


def is_outlet_noun(reading: Reading, at: int) -> bool:
    """As in "Zeitung", "Nachrichtenagenturen" … or a compound that ends so."""
    word = reading.word(at)
    nouns = reading.lexicon.nouns
    if word in nouns["outlet_nouns"] or word in nouns["outlet_plurals"]:
        return True
    lower = word.lower()
    return len(lower) > MIN_COMPOUND and lower.endswith(
        tuple(noun.lower() for noun in nouns["outlet_nouns"])
    )
