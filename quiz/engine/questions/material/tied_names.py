"""Whether two names may be of one body, or of a body and whoever speaks for it."""

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.lexicon.vocabulary.inflection import without
from quiz.engine.questions.words import fold

_BODIES = (EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.UNNAMED)
_WHOLE_WORD = 5  # letters of a name from which a compound may begin with it


def holds(one: str, other: str, known: Lexicon) -> bool:
    """Whether a word of one name begins or ends with the whole other name.

    "Polizei" and "Polizeipräsidium Westpfalz", "Ministerium" and "Innenministerium",
    "Staatsanwältin" and "Staatsanwaltschaft": the one may be part of the other.
    """
    names = [fold(one), fold(other)]
    women = known.inflection.titles.feminine
    for short, long in zip(names, reversed(names), strict=True):
        if len(short) < _WHOLE_WORD or " " in short:
            continue
        stem = without(short, women)
        fronts = (short, stem) if len(stem) >= _WHOLE_WORD else (short,)
        if any(w.startswith(fronts) or w.endswith(short) for w in long.split()):
            return True
    return False


def share_an_office(one: Entity, other: Entity, known: Lexicon) -> bool:
    """Whether both may be of one ministry.

    "Finanzressort" and "Sprecher des Finanzministeriums", and "Ministeriumssprecher"
    with either, since it does not say of which.
    """
    left, right = _offices(one, known), _offices(other, known)
    if not left or not right:
        return False
    return "" in left or "" in right or not left.isdisjoint(right)


def leads(one: Entity, other: Entity, known: Lexicon) -> bool:
    """Whether the one may be the head of the other: "Parteispitze", "Vorstand".

    That does not say of what, so it may be of any body of the article.
    """
    return _is_a_head(one, known) and other.kind in _BODIES


def _is_a_head(entity: Entity, known: Lexicon) -> bool:
    names = known.questions.names
    first, *others = entity.name.casefold().split()
    is_of_any = all(word in names.anybody | known.words.articles for word in others)
    return entity.kind in _BODIES and first.endswith(names.leading) and is_of_any


def _offices(entity: Entity, known: Lexicon) -> frozenset[str]:
    """What the words for an office in its names say it is for; "" where nothing."""
    names = known.questions.names
    words = {fold(w) for name in (entity.name, *entity.aliases) for w in name.split()}
    found = {
        word.partition(joint)[0]
        for word in words
        for joint in names.office_joints
        if joint in word
    }
    ended = {
        word.removesuffix(office)
        for word in words
        for office in names.offices
        if word.endswith(office)
    }
    return frozenset(found | ended)
