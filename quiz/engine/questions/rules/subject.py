"""What a question is about, worked out anew from the article and not from its maker."""

from quiz.engine.claims.claim import Claim, Entity
from quiz.engine.questions.dossier import Dossier
from quiz.engine.questions.option import Option
from quiz.engine.questions.question import Question
from quiz.engine.questions.registry import kind_of


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
    return kind_of(question).keys(question, dossier)
