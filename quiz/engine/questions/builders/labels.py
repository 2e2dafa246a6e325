"""Options that name a voice as one would say it: with its article, with "Frau"."""

from dataclasses import replace

from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Option
from quiz.engine.questions.question import Question
from quiz.engine.questions.wording.asking import TO_WHOM
from quiz.engine.questions.wording.explain import shown
from quiz.engine.questions.wording.nominative import called


def with_articles(question: Question, dossier: Dossier) -> Question:
    """The question with "die Polizei" for a bare "Polizei", "ein Händler", "Frau Ott".

    Who was told stands in another case, which its kind has seen to.
    """
    if question.stem.de.startswith(TO_WHOM.de):
        return question
    options = tuple(_with_its_article(each, dossier) for each in question.options)
    return replace(question, options=options)


def _with_its_article(option: Option, dossier: Dossier) -> Option:
    entity = dossier.entities.get(option.entity or "")
    if entity is None or not option.label.de == option.text == shown(entity):
        return option
    return replace(option, label=called(entity, dossier))
