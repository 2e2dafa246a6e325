"""Options that name somebody without a name as the article brings them in."""

from dataclasses import replace

from quiz.engine.claims.claim import EntityKind
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Question
from quiz.engine.questions.wording.explain import shown, stands_alone
from quiz.engine.questions.wording.nominative import named_as_subject


def with_articles(question: Question, dossier: Dossier) -> Question:
    """The question with "ein Händler" for a bare "Händler"; English stays bare."""
    options = tuple(_with_its_article(each, dossier) for each in question.options)
    return replace(question, options=options)


def _with_its_article(option: Option, dossier: Dossier) -> Option:
    entity = dossier.entities.get(option.entity or "")
    if entity is None or entity.kind is not EntityKind.PERSON:
        return option
    is_bare = option.label.de == option.text == shown(entity)
    if not is_bare or stands_alone(entity, dossier):
        return option
    subject = named_as_subject(entity, dossier)
    return replace(option, label=Localised(subject or option.label.de, option.label.en))
