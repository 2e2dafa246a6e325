"""Whether a sentence of the article says something by itself."""

from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.lexicon.vocabulary.sorting_words import SortingWords
from quiz.engine.questions.words import word_spans

FEWEST_WORDS, MOST_WORDS = 6, 22
"""So long is a sentence that says something and is read at once."""
_DATELINE = 40  # characters in which a place and a dash can stand
_MARKS = frozenset("‚‘;[]…")


def is_plain(text: str, known: Lexicon) -> bool:
    """Whether it can be understood alone, nobody's view, and one sentence."""
    words = [word.lower() for word in _words(text)]
    lists = known.words.sorting
    return (
        FEWEST_WORDS <= len(words) <= MOST_WORDS
        and text.endswith(".")
        and not _MARKS & set(text)
        and not _begins_anew(text, known)
        and " – " not in text[:_DATELINE]
        and not words[0].startswith(known.questions.leaning.beginnings)
        and words[0] not in lists.linking
        and _open_words(lists).isdisjoint(words)
        and _names_all(text, known)
    )


def _begins_anew(text: str, known: Lexicon) -> bool:
    """Whether an article is written large within: a heading stands before it."""
    _, *later = _words(text)
    return any(w[0].isupper() and w.lower() in known.words.articles for w in later)


def _open_words(lists: SortingWords) -> frozenset[str]:
    """What makes a sentence a view, leans on somebody, or on the sentence before."""
    return lists.attribution | lists.loaded | lists.wishing | lists.tied


def _names_all(text: str, known: Lexicon) -> bool:
    """Whether no pronoun stands for somebody before it; behind a comma it may."""
    before, *_ = text.split(",")
    return not any(word.lower() in known.words.pronouns for word in _words(before))


def _words(text: str) -> list[str]:
    return [text[span.begin : span.end] for span in word_spans(text)]
