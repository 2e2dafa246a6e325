"""A set's questions with the words that prove each, for the teacher's page."""

from dataclasses import dataclass

from quiz.articles.marking import Paragraph, paragraphs
from quiz.bank.models import QuestionSet
from quiz.engine.questions.question import Question
from quiz.engine.text.span import Span


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """One question, its place from 1, and its proof with the marked words."""

    number: int
    question: Question
    proof: tuple[Paragraph, ...]


def question_sheets(question_set: QuestionSet) -> tuple[QuestionSheet, ...]:
    """All questions of the set, in its order."""
    text = question_set.article.text
    return tuple(
        QuestionSheet(item.position + 1, question, excerpts(text, question))
        for item in question_set.items
        for question in (item.as_question(),)
    )


def excerpts(text: str, question: Question) -> tuple[Paragraph, ...]:
    """The sentences that prove it, one paragraph each, without the rest."""
    cut: list[Paragraph] = []
    for proof in question.evidence:
        marks = [
            (mark.role, _within(mark.span, proof))
            for mark in question.marks
            if mark.span.overlaps(proof)
        ]
        cut += paragraphs(proof.of(text), marks)
    return tuple(cut)


def _within(span: Span, proof: Span) -> Span:
    """The span counted from where the proof begins."""
    return Span(span.begin - proof.begin, span.end - proof.begin)
