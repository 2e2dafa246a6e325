"""Hard words of an article and what they mean."""

import re
import uuid
from collections import Counter

from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.articles.models import Article
from quiz.articles.service import editable_article_of
from quiz.engine.text.readability import syllables
from quiz.errors import Invalid

MOST_ENTRIES = 40
LONGEST_WORD = 80
LONGEST_MEANING = 300
_HARD = 5  # syllables from which a word is proposed
_MOST_PROPOSED = 12
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def proposed(article: Article) -> list[str]:
    """Words that may want explaining: the longest by syllables, hardest first."""
    known = {word for word, _ in article.glossary or ()}
    counted = Counter(_WORD.findall(article.text))
    hard = [w for w in counted if syllables(w) >= _HARD and w not in known]
    return sorted(hard, key=lambda w: (-syllables(w), w))[:_MOST_PROPOSED]


def entries_of(text: str, article: Article) -> list[list[str]]:
    """The entries that the lines describe: `word = meaning`.

    Raises:
        Invalid: "glossary_line" with `line`: no word, no meaning or too long;
            "glossary_word" with `word`: the article does not have it;
            "glossary_size" with `most`.
    """
    entries: list[list[str]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        word, _, meaning = (part.strip() for part in line.partition("="))
        is_long = len(word) > LONGEST_WORD or len(meaning) > LONGEST_MEANING
        if not word or not meaning or is_long or not line.isprintable():
            raise Invalid("glossary_line", line=line[:60])
        if word not in article.text:
            raise Invalid("glossary_word", word=word)
        entries.append([word, meaning])
    if len(entries) > MOST_ENTRIES:
        raise Invalid("glossary_size", most=MOST_ENTRIES)
    return entries


def explain(session: Session, actor: Actor, article_id: uuid.UUID, text: str) -> int:
    """Keep the entries of an article; gives how many there are.

    Raises:
        NotFound, NotAllowed: as `editable_article_of`.
        Invalid: as `entries_of`.
    """
    article = editable_article_of(session, actor, article_id)
    entries = entries_of(text, article)
    article.glossary = entries or None
    session.flush()
    return len(entries)
