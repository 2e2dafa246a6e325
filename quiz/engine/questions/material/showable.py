"""Whom an option can name so that everybody knows who is meant, and what they are."""

import re

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.words import fold
from quiz.engine.text.span import Span

_ARTICLE = 8  # letters in which an article and a blank stand
_BEFORE = 40  # letters in which the words before a name stand
_MOST_WORDS = 5  # of a body; more describe it instead of naming it
_LEAD = 80  # letters in which the words of a name stand before one of them
_DATELINE = re.compile(r"(?:/[^\W\d]+)*(?: \([^)\n]{2,12}\))? [–-] (?=(\S))")
_ADDRESS = re.compile(r"\w\.\w")
_NEXT_WORDS = re.compile(r" (\w+) (\w)")
_INNER = 3  # words from which on one stands between two


def is_showable(entity: Entity, dossier: Dossier) -> bool:
    """Whether its name says who it is: no bare "Sprecherin", no "TV-Sender".

    Somebody without a name needs an office with something that belongs to it
    ("Sprecher des Krisenstabes", "Heeressprecher").
    """
    if entity.id in dossier.extraction.own:
        return False  # the article itself
    words, known = entity.name.split(), dossier.lexicon
    names = known.questions.names
    if len(words) == 1 and words[0].casefold() in names.anybody:
        return False
    if words[0].casefold() in known.small_words or any(
        word in known.questions.pronouns.owners for word in words
    ):
        return False  # "Wobei", "Justiz seines Landes"
    if entity.kind is EntityKind.OUTLET:
        if len(words) > 1 and any(_ADDRESS.search(word) for word in words):
            return False  # "Sturmnacht bilder.example.org"
        is_any = _is_any_outlet(words, names.any_outlet)
        return entity.name in known.outlets or not is_any
    if entity.kind is not EntityKind.PERSON:
        return len(words) <= _MOST_WORDS and not _is_cut_out(entity, dossier)
    return _is_a_person(entity, dossier)


def _is_a_person(entity: Entity, dossier: Dossier) -> bool:
    """Whether the name, or the office, can be nobody else's.

    Not "Jonas E.": whoever is accused is not asked about.
    """
    words = entity.name.split()
    if not dossier.identity.is_named(entity.id):
        known = entity.name.casefold().endswith(dossier.lexicon.title_endings)
        is_office = known or words[0] in dossier.lexicon.titles or "-" in words[0]
        return is_office if len(words) == 1 else not _is_described(words, dossier)
    if len(words) == 1 and _has_an_article(entity, dossier):
        return False  # "die Terrorwelle"
    if any(_is_a_place(mention, dossier) for mention in entity.mentions):
        return False
    if len(words) > 1 and len(words[-1].rstrip(".")) == 1:
        return False
    if fold(words[0]).endswith(dossier.forms.place_adjectives):
        return False  # "Norwegischer Sozialdemokrat"
    return not _has_a_genitive(words, dossier)


def _is_a_place(mention: Span, dossier: Dossier) -> bool:
    """Whether it is named as a place: behind "in", or before the dash of a dateline."""
    raw = dossier.raw
    before = raw[max(0, mention.begin - _ARTICLE) : mention.begin].casefold().split()
    if before and before[-1] in dossier.lexicon.questions.names.placing:
        return True
    begins = dossier.sentence(mention).begin == mention.begin
    dash = _DATELINE.match(raw, mention.end)
    return begins and dash is not None and not dash[1].islower()


def _is_cut_out(entity: Entity, dossier: Dossier) -> bool:
    """Whether its name is a piece of a longer one wherever it stands.

    "Hilfswerk Save" of "Hilfswerk Save the Rivers"; "ansässige Warte" of "die in Au
    ansässige Warte", where the adjective belongs to the place.
    """
    return bool(entity.mentions) and all(
        _goes_on(mention, dossier) or _is_of_another(mention, entity, dossier)
        for mention in entity.mentions
    )


def _goes_on(mention: Span, dossier: Dossier) -> bool:
    found = _NEXT_WORDS.match(dossier.raw, mention.end)
    linking = dossier.lexicon.questions.names.foreign_links
    return found is not None and found[1] in linking and found[2].isupper()


def _is_of_another(mention: Span, entity: Entity, dossier: Dossier) -> bool:
    named, found = entity.name.split(), mention.of(dossier.raw).split()
    lead = named[: named.index(found[0])] if found[0] in named else []
    before = dossier.raw[max(0, mention.begin - _LEAD) : mention.begin].split()
    if [w.casefold() for w in before[len(before) - len(lead) :]] != [
        w.casefold() for w in lead
    ]:
        return False
    around = [*before[-len(lead) - 1 :], *found][: len(lead) + 2]
    return len(around) > len(lead) + 1 and around[0].istitle() and around[1].islower()


def role_of(entity: Entity, dossier: Dossier) -> str | None:
    """What somebody is, where the article has it beside the name; None where not.

    "Außenminister" of "Außenminister Jo Brandt", "Nachrichtenagentur" of
    "Nachrichtenagentur NNA". Not where the office is told to be another's by now
    ("der frühere Außenminister").
    """
    if _is_past(entity, dossier):
        return None
    name = entity.name.split()
    called = [alias.split() for alias in entity.aliases]
    beside = [
        words[-size - 1]
        for words in called
        for size in (len(name), 1)
        if len(words) > size and words[-size:] == name[-size:]
    ]
    return max(
        (e for e in beside if _is_role(e, entity, dossier)), key=len, default=None
    )


def _is_past(entity: Entity, dossier: Dossier) -> bool:
    """Whether a word like "frühere" or "stellvertretend" stands before a naming."""
    if entity.kind is not EntityKind.PERSON:
        return False
    standings = dossier.lexicon.standings.values()
    beginnings = tuple(word for each in standings for word in each.adjectives)
    before = (
        dossier.raw[max(0, m.begin - _BEFORE) : m.end].split() for m in entity.mentions
    )
    return any(word.casefold().startswith(beginnings) for ws in before for word in ws)


def _is_role(word: str, entity: Entity, dossier: Dossier) -> bool:
    names = dossier.lexicon.questions.names
    if entity.kind is EntityKind.OUTLET:
        return word.casefold().endswith(names.media_roles)
    is_person = entity.kind is EntityKind.PERSON
    if not is_person or not dossier.identity.is_named(entity.id):
        return False
    if word.casefold() in names.no_roles or word.endswith(names.bending_roles):
        return False
    is_title = word.casefold().endswith(dossier.lexicon.title_endings)
    return is_title or word in dossier.lexicon.titles


def _has_an_article(entity: Entity, dossier: Dossier) -> bool:
    """Whether it is named behind an article anywhere, as names are not."""
    articles = dossier.lexicon.words.articles
    before = (
        dossier.raw[max(0, m.begin - _ARTICLE) : m.begin] for m in entity.mentions
    )
    return any(not articles.isdisjoint(b.casefold().split()[-1:]) for b in before)


def _is_any_outlet(words: list[str], endings: tuple[str, ...]) -> bool:
    """As in "TV-Sender", "Boulevardblatt", "Soziales Netzwerk"."""
    return words[-1].casefold() in endings or (
        len(words) == 1 and words[0].casefold().rpartition("-")[2] in endings
    )


def _is_described(words: list[str], dossier: Dossier) -> bool:
    """Whether it begins with an adjective: "Gelernter Demokrat"."""
    endings = dossier.lexicon.inflection.adjectives.endings
    first = words[0]
    is_title = first in dossier.lexicon.titles or first.casefold().endswith(
        dossier.lexicon.title_endings
    )
    return len(words) > 1 and not is_title and first.endswith(endings)


def _has_a_genitive(words: list[str], dossier: Dossier) -> bool:
    """As in "Jo Brandts Haus": another's name with something of theirs."""
    if len(words) < _INNER:
        return False
    ending = dossier.lexicon.inflection.names.genitive
    return any(
        word.endswith(ending) and fold(word.removesuffix(ending)) in _words(dossier)
        for word in words[1:-1]
    )


def _words(dossier: Dossier) -> dict[str, int]:
    return dossier.counted_words
