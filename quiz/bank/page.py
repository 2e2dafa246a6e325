"""A set's questions with the words that prove each, for the teacher's page."""

from dataclasses import dataclass
from functools import lru_cache

from quiz.articles.highlighting import Paragraph, excerpt
from quiz.articles.models import Article
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.ordering import in_order
from quiz.engine.questions.answers.timing import seconds_for
from quiz.engine.questions.question import Question

SHEETS_A_PAGE = 8  # four screens of a laptop


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """One question, its place from 1, its proof with the marked words, and where."""

    number: int
    question: Question
    proof: tuple[Paragraph, ...]
    article: Article

    @property
    def seconds(self) -> int:
        """How long it may take."""
        return seconds_for(self.question)

    @property
    def topic(self) -> tuple[str, str]:
        """What several questions have in common: article and statement."""
        return self.question.text, self.question.claim


def sheet_of(item: BankItem) -> QuestionSheet:
    """One question with its proof."""
    question, article = item.as_question(), item.article
    proof = excerpts(article.text, question)
    return QuestionSheet(item.position + 1, question, proof, article)


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """Some of a set's questions, how many there are, and whether more follow."""

    sheets: tuple[QuestionSheet, ...]
    total: int
    number: int
    has_more: bool


def question_page(question_set: QuestionSet, number: int) -> QuestionPage:
    """Some of the questions, page by page."""
    kept = in_order(question_set)
    number = min(max(number, 1), -(-len(kept) // SHEETS_A_PAGE) or 1)
    first = (number - 1) * SHEETS_A_PAGE
    shown = kept[first : first + SHEETS_A_PAGE]
    return QuestionPage(
        sheets=tuple(sheet_of(item) for item in shown),
        total=len(kept),
        number=number,
        has_more=first + len(shown) < len(kept),
    )


@lru_cache(128)  # each may hold a text of 200,000 characters
def excerpts(text: str, question: Question) -> tuple[Paragraph, ...]:
    """The sentences that prove it, one paragraph each, without the rest."""
    marks = [(mark.role, mark.span) for mark in question.marks]
    return tuple(
        paragraph
        for proof in question.evidence
        for paragraph in excerpt(text, marks, proof)
    )
