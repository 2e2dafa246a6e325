"""A set's questions with the words that prove each, for the teacher's page."""

from dataclasses import dataclass

from quiz.articles.marking import Paragraph, excerpt
from quiz.bank.models import QuestionSet
from quiz.bank.ordering import in_order
from quiz.engine.questions.question import Question


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """One question, its place from 1, and its proof with the marked words."""

    number: int
    question: Question
    proof: tuple[Paragraph, ...]


def question_sheets(question_set: QuestionSet) -> tuple[QuestionSheet, ...]:
    """All questions of the set in the order in which they come."""
    text = question_set.article.text
    return tuple(
        QuestionSheet(item.position + 1, question, excerpts(text, question))
        for item in in_order(question_set)
        for question in (item.as_question(),)
    )


def excerpts(text: str, question: Question) -> tuple[Paragraph, ...]:
    """The sentences that prove it, one paragraph each, without the rest."""
    marks = [(mark.role, mark.span) for mark in question.marks]
    return tuple(
        paragraph
        for proof in question.evidence
        for paragraph in excerpt(text, marks, proof)
    )
