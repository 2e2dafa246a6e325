"""Names that parse and still may mislead: whose wife it is, a noun that is no name."""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.words.reading import Reading


def misleads(reading: Reading, figure: Figure) -> bool:
    """Whether somebody who reads the name alone may take it for another's."""
    if figure.kind is not EntityKind.PERSON:
        return False
    if not figure.names:
        return _is_somebodys(reading, figure)
    return _is_what(reading, figure)


def _is_somebodys(reading: Reading, figure: Figure) -> bool:
    """As in "seine Frau": alone that is any woman."""
    words = reading.lexicon.words
    return all(
        naming.head in words.spouses
        and naming.phrase.genitive is None
        and reading.is_possessive(naming.phrase.first)
        for naming in figure.namings
    )


def _is_what(reading: Reading, figure: Figure) -> bool:
    """As in "Mooslands Meister Favorit im Finale", "gilt als Favorit": no name.

    The word stands behind a title, where headings leave out the verb, and else only
    behind "als".
    """
    alone = [n.phrase.first for n in figure.namings if not n.head]
    words = reading.lexicon.words.as_words
    return (
        len(figure.names) == 1
        and bool(alone)
        and all(at > 0 and reading.lower[at - 1] in words for at in alone)
    )
