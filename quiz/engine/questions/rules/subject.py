"""What a question is about, worked out anew from the article and not from its maker."""

from quiz.engine.claims.claim import Claim, Entity
from quiz.engine.questions.distractors.from_outside import outside_entity
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Option
from quiz.engine.questions.question import Question
from quiz.engine.questions.registry import kind_of


def claim_of(question: Question, dossier: Dossier) -> Claim | None:
    """The claim it is about; None where it is about none."""
    return dossier.claim(question.claim)


def entities_of(question: Question, dossier: Dossier) -> list[tuple[Option, Entity]]:
    """The options that name somebody, with whom; those outside the article, too."""
    language = dossier.extraction.language
    named = ((each, each.entity) for each in question.options if each.entity)
    found = (
        (option, dossier.entities.get(name) or outside_entity(name, language))
        for option, name in named
    )
    return [(option, entity) for option, entity in found if entity is not None]


def key_entities(question: Question, dossier: Dossier) -> list[str]:
    """Ids of who the article itself makes the key, in order."""
    return kind_of(question).keys(question, dossier)
