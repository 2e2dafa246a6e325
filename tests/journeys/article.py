"""A teacher's own article: an invented town with people who say things."""

from pathlib import Path

from quiz.articles.bundled import bundled_articles

TITLE = "Wernau streitet über den Turm"
OUTLET = "Wernauer Wochenblatt"
TEXT = Path(__file__).with_name("article.de.txt").read_text(encoding="utf-8")
LONG_WORDS = 1_500


def long_text():
    """Articles of our own one below the other, under one headline."""
    texts = (each.text.strip() for each in bundled_articles())
    whole = "Ein langer Tag\n\n" + next(texts)
    while len(whole.split()) < LONG_WORDS:
        whole += "\n\n" + next(texts)
    return whole
