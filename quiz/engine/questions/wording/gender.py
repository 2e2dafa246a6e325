"""Gender and number of a voice, by the articles that the text has before it."""

from itertools import takewhile

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.lexicon.grammar import ANY_CASE, Case, Fit
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.wording.cue_words import (
    shows_a_verb,
    tells_one,
    tells_several,
)
from quiz.engine.text.span import Span

_BEFORE = 70  # letters in which the words before a name stand
_MOST_BETWEEN = 2  # words between an article and the name: "die neue liberale"
_QUOTES = '„“”"»«‚‘'
_EVERY = frozenset({Fit.MASCULINE, Fit.FEMININE, Fit.NEUTER, Fit.PLURAL})
_ONE_OR_SEVERAL = frozenset({Fit.FEMININE, Fit.PLURAL})
_TOLD_BY_ENDING = (EntityKind.ORGANISATION, EntityKind.OUTLET)


def fit_of(entity: Entity, dossier: Dossier) -> Fit | None:
    """The gender of one, or that they are several; None where that stays open."""
    return dossier.once(_fit_of, entity)


def _fit_of(entity: Entity, dossier: Dossier) -> Fit | None:
    """The gender of one, or that they are several; None where the text leaves it open.

    Every article in any case rules something out: "laut der Partei" is one, "zum Boten"
    is no woman. What they leave open, the number of a verb or the noun's ending tells.
    """
    possible, marked = _EVERY, False
    for mention in entity.mentions:
        found = _marked(mention, entity, dossier)
        if found:
            possible, marked = possible & found, True
    if len(possible) == 1:
        return Fit(min(possible))
    ending = fit_by_ending(entity, dossier)
    if not marked:
        is_told = entity.kind in _TOLD_BY_ENDING and is_upper_case(entity.name)
        return ending if is_told else None
    if ending in possible:
        return ending
    return _by_number(entity, dossier) if possible == _ONE_OR_SEVERAL else None


def has_article(entity: Entity, dossier: Dossier) -> bool:
    """Whether the text has one before its name anywhere."""
    return any(_marked(mention, entity, dossier) for mention in entity.mentions)


def fit_by_ending(entity: Entity, dossier: Dossier) -> Fit | None:
    """What the ending of its noun tells: "Ministerium für Handel" is neuter."""
    bends, own = dossier.lexicon.inflection, dossier.lexicon.questions.subjects.endings
    tables = (own, bends.noun_endings, bends.noun_genders)
    nouns = list(reversed(_leading_nouns(entity.name)))
    if entity.kind is EntityKind.OUTLET:
        nouns = nouns[:1]  # "Radio Kiesel" has no article
    for word in nouns:
        for table in tables:
            found = (
                fit
                for fit, ends in table.items()
                if word.casefold().endswith(tuple(ends))
            )
            if fit := next(found, None):
                return Fit(fit)
    return None


def is_upper_case(name: str) -> bool:
    """Whether it begins as a noun does."""
    return name[:1].isupper()


def article_before(mention: Span, dossier: Dossier) -> tuple[str, str, bool]:
    """The article before a naming, the word before that, and whether they touch it.

    Adjectives may stand between; "" where there is none.
    """
    known, raw = dossier.lexicon, dossier.raw
    marks = known.questions.subjects.marks
    begin = max(dossier.sentence(mention).begin, mention.begin - _BEFORE)
    before = raw[begin : mention.begin].rstrip(_QUOTES).split()
    first, *others = mention.of(raw).split() or [""]
    if others and first.casefold() in marks:
        return first.casefold(), "".join(before[-1:]), True
    for between, word in enumerate(reversed(before[-1 - _MOST_BETWEEN :])):
        small = word.casefold()
        if small in marks:
            is_first = between + 1 == len(before)
            return small, "" if is_first else before[-2 - between], not between
        is_adjective = word.endswith(known.inflection.adjectives.endings)
        if not is_adjective or small in known.words.prepositions:
            break
    return "", "", False


def _marked(mention: Span, entity: Entity, dossier: Dossier) -> frozenset[str]:
    """What the article before this naming leaves possible; empty without one."""
    if not _is_named_by(mention, entity, dossier):
        return frozenset()
    article, before, _ = article_before(mention, dossier)
    if not article:
        return frozenset()
    cases = _cases(mention, before, entity, dossier)
    marks = dossier.lexicon.questions.subjects.marks[article]
    return frozenset(mark[0] for mark in marks if mark[1] in cases)


def _is_named_by(mention: Span, entity: Entity, dossier: Dossier) -> bool:
    """Whether the naming begins with the noun that the name begins with.

    Not "Zeitung Kiesel" of the Kiesel, but "Ministerium" of the Bauministerium.
    """
    marks = dossier.lexicon.questions.subjects.marks
    named = [w for w in mention.of(dossier.raw).split() if w.casefold() not in marks]
    words = [word.casefold() for word in entity.name.split()]
    if not named or not words:
        return False
    if len(named) == 1 and words[-1].endswith(named[0].casefold()):
        return True
    first = dossier.forms.bare(named[0].casefold())
    return words[0].startswith(first[: max(1, len(first) - 1)])


def _cases(mention: Span, before: str, entity: Entity, dossier: Dossier) -> str:
    """The cases in which the naming can stand."""
    known = dossier.lexicon.words.prepositions
    if before.casefold() in known:
        return known[before.casefold()]
    if any(
        _is_subject(mention, claim, dossier) for claim in dossier.said_by(entity.id)
    ):
        return Case.NOMINATIVE
    if before[:1].isupper() and before.isalpha():
        return Case.GENITIVE + Case.DATIVE + Case.ACCUSATIVE + Case.NOMINATIVE
    return ANY_CASE


def _is_subject(mention: Span, claim: Claim, dossier: Dossier) -> bool:
    is_here = any(span.end == mention.end for span in claim.speaker)
    return is_here and bool(claim.cue) and shows_a_verb(claim.cue, claim, dossier)


def _by_number(entity: Entity, dossier: Dossier) -> Fit | None:
    """One or several behind "die", by the verbs of saying that it has."""
    if entity.kind is EntityKind.PERSON:
        return Fit.FEMININE
    if entity.kind is EntityKind.GROUP:
        return Fit.PLURAL
    said = [c for c in dossier.said_by(entity.id) if _is_here(c)]
    if any(tells_several(claim, dossier) for claim in said):
        return Fit.PLURAL
    return Fit.FEMININE if any(tells_one(claim, dossier) for claim in said) else None


def _is_here(claim: Claim) -> bool:
    return any(claim.sentence.covers(span) for span in claim.speaker)


def _leading_nouns(name: str) -> list[str]:
    """The words of a name up to the first small one: before "für Handel"."""
    return list(takewhile(is_upper_case, name.split()))
