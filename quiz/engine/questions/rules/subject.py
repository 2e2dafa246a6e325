"""What a question is about, worked out anew from the article and not from its maker."""

from collections.abc import Iterator

from quiz.engine.claims.claim import Claim, Entity
from quiz.engine.questions.dossier import Dossier
from quiz.engine.questions.question import Option, Question, QuestionKind, Skill


def claim_of(question: Question, dossier: Dossier) -> Claim:
    """The claim it is about."""
    claim = dossier.claim(question.claim)
    if claim is None:
        raise KeyError(question.claim)
    return claim


def entities_of(question: Question, dossier: Dossier) -> list[tuple[Option, Entity]]:
    """The options that name somebody, with whom."""
    return [
        (option, dossier.entities[option.entity])
        for option in question.options
        if option.entity in dossier.entities and option.entity is not None
    ]


def key_entities(question: Question, dossier: Dossier) -> list[str]:
    """Ids of who the article itself makes the key, in order."""
    claim = claim_of(question, dossier)
    chain = [link.entity for link in dossier.chain(claim)]
    speaker = [claim.speaker_entity] if claim.speaker_entity else []
    if question.kind is QuestionKind.CHAIN_ORDER:
        return [*speaker, *(each for each in chain if each not in speaker)]
    if question.skill is Skill.SOURCE:
        return chain[-1:]
    return speaker


def named_in_stem(question: Question, dossier: Dossier) -> Iterator[Entity]:
    """Whom the stem of a right-or-wrong question names as the one."""
    frame = question.stem.de.replace(question.passage, "", 1)
    for entity in dossier.extraction.entities:
        name = entity.name[:1].upper() + entity.name[1:]
        if f": {name}." in frame:
            yield entity
