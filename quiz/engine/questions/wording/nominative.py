"""How one names a voice as a subject: "Mara Lenk", "die Küstenwache"."""

from quiz.engine.claims.claim import Claim, Entity, EntityKind
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.wording.cue_words import tells_one
from quiz.engine.questions.wording.explain import shown, stands_alone

_ARTICLE = 8  # letters in which an article and a blank stand


def named_as_subject(entity: Entity, dossier: Dossier) -> str | None:
    """A person by the name, others with the article that the text has before them.

    None where the text has them nowhere as the subject of one who speaks, nor as
    somebody new to it, so that neither gender nor number is certain. It is German: in
    English all but names stand behind a colon.
    """
    if stands_alone(entity, dossier):
        return shown(entity)
    found = (*as_subjects(entity, dossier), _as_somebody_new(entity, dossier))
    return next(filter(None, found), None)


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def as_subjects(entity: Entity, dossier: Dossier) -> list[str]:
    """The ways in which the article has it as the subject of one who says something.

    With its article, so that gender and case are certain; one body, or somebody without
    a name who is new to the article ("ein Polizeisprecher", not "der Hacker", who has
    a name by then). A body also where the ending of its one word tells the article
    ("das Innenministerium"). Empty where there is none.
    """
    if entity.kind in (EntityKind.GROUP, EntityKind.OUTLET) or stands_alone(
        entity, dossier
    ):
        return []
    found = (
        _as_a_subject(claim, entity, dossier)
        for claim in dossier.said_by(entity.id)
        if claim.is_sure_of_voice and tells_one(claim, dossier)
    )
    return list(
        dict.fromkeys(each for each in (*found, _by_ending(entity, dossier)) if each)
    )


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


def _by_ending(entity: Entity, dossier: Dossier) -> str:
    """A body by one word whose ending has one gender: "die Staatsanwaltschaft"."""
    names = dossier.lexicon.questions.names
    if entity.kind is not EntityKind.ORGANISATION or " " in entity.name:
        return ""
    name, ends = entity.name, entity.name.casefold().endswith
    if ends(names.feminine_bodies):
        return f"{names.feminine_article} {name}"
    return f"{names.neuter_article} {name}" if ends(names.neuter_bodies) else ""


def _as_a_subject(claim: Claim, entity: Entity, dossier: Dossier) -> str:
    if len(claim.speaker) != 1:
        return ""
    before, _, name = claim.speaker[0].of(dossier.raw).partition(" ")
    known = dossier.lexicon.words
    is_person = entity.kind is EntityKind.PERSON
    articles = known.indefinite if is_person else known.nominative_articles
    if before.casefold() not in articles or (is_person and " " in name):
        return ""
    is_name = name.casefold() == entity.name.casefold()
    return f"{before.lower()} {name}" if is_name else ""
