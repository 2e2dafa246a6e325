"""Whether the text shows that somebody known by a role alone is not another person."""

from collections.abc import Container, Iterable, Set

from quiz.engine.claims.claim import Entity
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.questions.words import word_spans
from quiz.engine.text.span import Span

_BEFORE = 20  # letters in which the word before a role stands
_TITLE = 4  # words in which one can be called something else beside a name


def may_be_one(
    role: Entity, known: Entity, both: Iterable[Span], raw: str, words: Lexicon
) -> bool:
    """Whether the role may be what the other is called besides.

    Args:
        role: known by a role alone.
        known: somebody else, as a rule with a name.
        both: sentences that name both.
        raw: the article.
        words: of its language.
    """
    if _comes_new_behind(known, role, raw, words.words.indefinite):
        return False
    return not _stand_apart(role, known, both, words.verbs, raw)


def _comes_new_behind(
    known: Entity, role: Entity, raw: str, indefinite: Set[str]
) -> bool:
    """Whether the role is first named with "ein", behind a name of the other."""
    if not known.mentions or not role.mentions:
        return False
    first = role.mentions[0]
    if first.begin < known.mentions[0].end:
        return False
    before = raw[max(0, first.begin - _BEFORE) : first.begin].split()[-1:]
    words = (*before, *first.of(raw).split()[:1])
    return any(word.casefold() in indefinite for word in words)


def _stand_apart(
    one: Entity,
    other: Entity,
    sentences: Iterable[Span],
    known: Container[str],
    raw: str,
) -> bool:
    """Whether one of the sentences names both with more than a title between them.

    "Der Gouverneur und Rat Jo Brandt", "der Wirt, ein Sozialist, Jo Brandt" is one;
    with a verb of saying between them, which are `known`, they are two.
    """
    gaps = [
        Span(min(a.end, b.end), max(a.begin, b.begin)).of(raw)
        for sentence in sentences
        for a in one.mentions
        if sentence.covers(a)
        for b in other.mentions
        if sentence.covers(b)
    ]
    words = [[span.of(gap) for span in word_spans(gap)] for gap in gaps]
    return bool(gaps) and all(
        len(each) > _TITLE or any(word in known for word in each) for each in words
    )
