"""How one names a voice: "Mara Lenk", "Frau Lenk", "die Grünen", "ein Händler"."""

from dataclasses import dataclass

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.lexicon.grammar import Fit
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.wording.cue_words import tells_several
from quiz.engine.questions.wording.english import english_of, several_in_english
from quiz.engine.questions.wording.explain import quoted, shown, stands_alone
from quiz.engine.questions.wording.gender import (
    article_before,
    fit_of,
    has_article,
    is_upper_case,
)
from quiz.engine.questions.words import fold
from quiz.engine.text.span import Span

_SO_IT_IS = Localised(
    "{}: So steht es im Artikel.", "{}: that is what the article says."
)
_THE, _A = Localised("{}", "the {}"), Localised("{}", "a {}")
_AN = Localised("{}", "an {}")
_VOWELS = Localised("", "aeio")  # not "a user"
_ARTICLE = 8  # letters in which an article and a blank stand
_ALIKE = 4  # letters with which two forms of one word begin


@dataclass(frozen=True, slots=True)
class Subject:
    """A voice as the subject of a sentence.

    Attributes:
        words: its name with all that belongs before it.
        is_plural: its verb is a plural.
    """

    words: Localised
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence about a voice, with {} where that is named.

    Attributes:
        one, several: where it is the subject.
        colon: where it stands behind a colon, because neither its gender nor its
            number is certain.
    """

    one: Localised
    several: Localised
    colon: Localised

    def of(self, entity: Entity, dossier: Dossier) -> Localised:
        """The sentence about that voice."""
        subject = named_as_subject(entity, dossier)
        if subject is None:
            return self.behind_a_colon(entity)
        return _filled(self.several if subject.is_plural else self.one, subject.words)

    def behind_a_colon(self, entity: Entity) -> Localised:
        """The sentence for whoever stands beside one that needs the colon."""
        return _filled(self.colon, Localised.alike(shown(entity)))


def _filled(sentence: Localised, name: Localised) -> Localised:
    return Localised(
        capital(sentence.de.format(name.de)), capital(sentence.en.format(name.en))
    )


def called(entity: Entity, dossier: Dossier) -> Localised:
    """What an option or a reason calls it: as a subject, or else by its bare name."""
    subject = named_as_subject(entity, dossier)
    return Localised.alike(shown(entity)) if subject is None else subject.words


def about(sentence: Localised, entity: Entity, dossier: Dossier) -> Localised:
    """A sentence that names the voice; its number makes no difference there."""
    return _filled(sentence, called(entity, dossier))


def as_the_article_has_it(entity: Entity, dossier: Dossier) -> Localised:
    """Why the key is right, in short; the explanation says more."""
    return about(_SO_IT_IS, entity, dossier)


def named_as_subject(entity: Entity, dossier: Dossier) -> Subject | None:
    """How one names it as the subject of a sentence; None where that stays open."""
    return dossier.once(_named_as_subject, entity)


def _named_as_subject(entity: Entity, dossier: Dossier) -> Subject | None:
    """A person by the name, others with the article that the text has before them.

    None where it leaves open whether there is one, or which. English has "the" before
    the noun of the text, but for the commonest; somebody new stands in quotation marks.
    """
    if stands_alone(entity, dossier):
        return Subject(_politely(entity, dossier))
    if new := _as_somebody_new(entity, dossier):
        return Subject(Localised(new, _in_english(entity, quoted(new).en, _A, dossier)))
    if entity.kind is EntityKind.COUNTRY or not has_article(entity, dossier):
        bare = _without_an_article(entity, dossier)
        if bare is not None:
            return bare
    fit = fit_of(entity, dossier)
    if fit is None:
        is_outlet = entity.kind is EntityKind.OUTLET
        return Subject(Localised.alike(shown(entity))) if is_outlet else None
    article = dossier.lexicon.questions.subjects.nominative[fit]
    name = _bent(entity, fit, article, dossier)
    german = _THE.en.format(name)
    if fit is Fit.PLURAL:
        several = several_in_english(entity.name, dossier.lexicon)
        in_english = _THE.en.format(several) if several else german
    else:
        in_english = _in_english(entity, german, _THE, dossier)
    return Subject(Localised(f"{article} {name}", in_english), fit is Fit.PLURAL)


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def dative_of(entity: Entity, dossier: Dossier) -> str | None:
    """As an answer to the question to whom; None where that is not certain.

    Nor where an adjective would have to be bent: "der Deutschen Presse-Agentur".
    """
    subject, fit = named_as_subject(entity, dossier), fit_of(entity, dossier)
    if subject and subject.words.de == shown(entity):
        return shown(entity)
    first, *others = entity.name.split()
    if fit is None or (others and first.endswith(_weak(dossier))):
        return None
    article = dossier.lexicon.questions.subjects.dative[fit]
    words = entity.name.split()
    there = (_stands_behind(article, each, words, dossier) for each in entity.mentions)
    name = next(filter(None, there), shown(entity))  # "dem Talboten"
    return f"{article} {name}"


def _in_english(entity: Entity, german: str, frame: Localised, dossier: Dossier) -> str:
    """By the English noun where there is one; else by that of the article."""
    noun = english_of(entity.name, dossier.lexicon)
    if noun is None:
        return german
    is_vowel = frame is _A and noun[0] in _VOWELS.en
    return (_AN if is_vowel else frame).en.format(noun)


def _politely(entity: Entity, dossier: Dossier) -> Localised:
    """A person by the name; a lone surname with "Frau" or "Herr" as the text."""
    name, known = shown(entity), dossier.lexicon.questions.subjects
    if " " in entity.name:
        return Localised.alike(name)
    for mention in entity.mentions:
        before = dossier.raw[max(0, mention.begin - _ARTICLE) : mention.begin].split()
        words = (*before[-1:], *mention.of(dossier.raw).split()[:1])
        for word in words:
            if polite := known.polite.get(word.casefold()):
                english = known.polite_in_english[polite]
                return Localised(f"{polite} {name}", f"{english} {name}")
    return Localised.alike(name)


def _as_somebody_new(entity: Entity, dossier: Dossier) -> str:
    """Somebody without a name, who has an article that tells one: "ein Händler"."""
    if entity.kind not in (EntityKind.PERSON, EntityKind.UNNAMED):
        return ""
    raw, name = dossier.raw, entity.name
    for mention in entity.mentions:
        before = raw[max(0, mention.begin - _ARTICLE) : mention.begin].casefold()
        article = "".join(before.split()[-1:])
        is_new = article in dossier.lexicon.words.indefinite
        if is_new and raw.startswith(name, mention.begin):
            return f"{article} {name}"
    return ""


def _without_an_article(entity: Entity, dossier: Dossier) -> Subject | None:
    """Names that need none: "Island", "Radio Kiesel", "Bäcker", "mehrere Parteien".

    None for a noun that the text only leaves bare somewhere: "laut Polizei".
    """
    name = Localised.alike(shown(entity))
    if entity.kind is EntityKind.COUNTRY:
        return None if has_article(entity, dossier) else Subject(name)
    if entity.kind is EntityKind.GROUP:
        called = shown(entity) if is_upper_case(entity.name) else entity.name
        english = several_in_english(entity.name, dossier.lexicon)
        return Subject(Localised(called, english or called), is_plural=True)
    if entity.kind is EntityKind.OUTLET and " " in entity.name:
        return Subject(name)  # "Radio Hafenwelle"
    if entity.kind is EntityKind.PERSON or fit_of(entity, dossier) is not None:
        return None
    if entity.kind is EntityKind.OUTLET:
        return Subject(name)
    speaks = [
        claim
        for claim in dossier.said_by(entity.id)
        for span in claim.speaker
        if dossier.raw.startswith(entity.name, span.begin) and claim.cue
    ]
    if not speaks:
        return None
    return Subject(name, any(tells_several(claim, dossier) for claim in speaks))


def _bent(entity: Entity, fit: Fit, article: str, dossier: Dossier) -> str:
    """The name as it stands behind its article: "Deutsche Bank", "Grünen".

    As the text has it there, where it does; else an adjective gets its ending.
    """
    words = entity.name.split()
    for mention in entity.mentions:
        if (found := _stands_behind(article, mention, words, dossier)) is not None:
            return found
    strong = dossier.lexicon.inflection.adjectives.strong.get(fit, "")
    first = words[0]
    if len(words) > 1 and strong and first.endswith(strong):
        stem = first.removesuffix(strong)
        forms = (alias.split()[0] for alias in entity.aliases)
        is_adjective = any(_is_bent(stem, form, dossier) for form in forms)
        if is_adjective or _is_of_a_place(first, dossier):
            return " ".join([f"{stem}{_weak(dossier)}", *words[1:]])
    return shown(entity)


def _stands_behind(
    article: str, mention: Span, words: list[str], dossier: Dossier
) -> str | None:
    found, _, touches = article_before(mention, dossier)
    named = mention.of(dossier.raw).split()
    named = named[1:] if named[0].casefold() == found else named
    if found != article or not touches or len(named) != len(words):
        return None
    if any(a[:_ALIKE] != b[:_ALIKE] for a, b in zip(named, words, strict=True)):
        return None
    return " ".join(named)


def _is_bent(stem: str, form: str, dossier: Dossier) -> bool:
    endings = dossier.lexicon.inflection.adjectives.endings
    return form in {f"{stem}{ending}" for ending in endings if ending != _er(dossier)}


def _is_of_a_place(word: str, dossier: Dossier) -> bool:
    return fold(word).endswith(dossier.forms.place_adjectives)


def _er(dossier: Dossier) -> str:
    return dossier.lexicon.inflection.adjectives.strong[Fit.MASCULINE]


def _weak(dossier: Dossier) -> str:
    return dossier.lexicon.inflection.adjectives.strong[Fit.FEMININE]
