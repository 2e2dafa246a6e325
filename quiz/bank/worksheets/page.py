"""What stands on a worksheet: the texts in lines, the tasks, where the proofs are."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from quiz.articles.models import Article
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.ordering import in_order
from quiz.bank.worksheets.lines import Paragraph, lines_with, numbered
from quiz.engine.questions.question import Question


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as it is printed.

    Attributes:
        paragraphs: its numbered lines; none where its text may not stand here.
        why_not: why there are none: "link" the text is not kept here, "changed" it is
            protected and the file could be changed, "unread" it may not be read by
            whoever prints; "" where nothing stands against it.
    """

    article: Article
    paragraphs: tuple[Paragraph, ...]
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """Words that prove an answer, and the first and last of their lines, if printed."""

    words: str
    lines: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Task:
    """A question on paper, with the place of its proof."""

    number: int
    question: Question
    article: Article
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """All that is printed of a set."""

    question_set: QuestionSet
    texts: tuple[Printed, ...]
    tasks: tuple[Task, ...]

    @property
    def is_protected(self) -> bool:
        """Whether a text is printed that may not leave the class."""
        return any(each.paragraphs and each.article.is_protected for each in self.texts)


def worksheet_of(
    question_set: QuestionSet, readable: Collection[UUID], *, to_change: bool
) -> Worksheet:
    """A set on paper.

    Args:
        question_set: which.
        readable: the articles whose text whoever prints may read.
        to_change: whether the file can be changed; a protected text must not be.
    """
    texts = tuple(
        _printed(article, is_readable=article.id in readable, to_change=to_change)
        for article in question_set.articles
    )
    lines = {each.article.id: each.paragraphs for each in texts}
    tasks = tuple(
        _task(number, item, lines[item.article.id])
        for number, item in enumerate(in_order(question_set), start=1)
    )
    return Worksheet(question_set, texts, tasks)


def _printed(article: Article, *, is_readable: bool, to_change: bool) -> Printed:
    why_not = ""
    if not article.text:
        why_not = "link"
    elif not is_readable:
        why_not = "unread"
    elif article.is_protected and to_change:
        why_not = "changed"
    return Printed(article, () if why_not else numbered(article.text), why_not)


def _task(number: int, item: BankItem, paragraphs: tuple[Paragraph, ...]) -> Task:
    question, text = item.as_question(), item.article.text
    proofs = tuple(
        Proof(" ".join(span.of(text).split()), lines_with(paragraphs, span))
        for span in question.evidence
        if span.of(text).strip()
    )
    return Task(number, question, item.article, proofs)
