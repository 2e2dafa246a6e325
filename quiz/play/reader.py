"""The article beside a question, and what is marked in it."""

from dataclasses import dataclass

from quiz.articles.article_text import ArticleText
from quiz.articles.highlighting import Paragraph, paragraph_spans, paragraphs
from quiz.articles.reading import Reading, reading_of
from quiz.engine.pointing import sentences_of
from quiz.engine.questions.option import Face
from quiz.engine.questions.question import Marked, Question
from quiz.engine.text.span import Span


@dataclass(frozen=True, slots=True)
class Reader:
    """All that this part of a page depends on, the language apart; nobody's own.

    Attributes:
        article: where it all stands.
        here: the paragraph to begin at, while the question is open.
        marks: what is marked once it is answered, with the kind of voice it names.
        evidence: the sentences that prove the answer, then.
        is_open: whether the question is still to be answered.
        keeps_text_back: the set is shown beyond the class, a protected text is not.
        beside: other articles that a teacher's question may be about, too.
    """

    article: ArticleText
    here: int | None
    marks: tuple[tuple[Marked, Face | None], ...]
    evidence: tuple[Span, ...]
    is_open: bool
    keeps_text_back: bool = False
    beside: tuple[ArticleText, ...] = ()

    @property
    def text(self) -> str:
        """What can be read of the article: all, or nothing."""
        return "" if self.keeps_text_back else self.article.text

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The text, with what proves the answer marked once it is given."""
        marks = [(mark.role, mark.span) for mark, _face in self.marks]
        return paragraphs(self.text, marks, self.evidence)

    @property
    def found(self) -> dict[str, list[str]]:
        """The marked words, by their role."""
        found: dict[str, list[str]] = {}
        for mark, _face in self.marks:
            found.setdefault(mark.role, []).append(mark.span.of(self.text))
        return found

    @property
    def faces(self) -> dict[str, Face]:
        """Which kind of voice marked words name, by their role: the first there is."""
        named = [(mark.role.value, face) for mark, face in self.marks if face]
        return dict(reversed(named))

    @property
    def reading(self) -> Reading:
        """How the paragraphs are to be shown."""
        return reading_of(self.text)


@dataclass(frozen=True, slots=True)
class Choices:
    """An article as sentences to choose from, nothing marked; nobody's own.

    Attributes:
        article: where they stand.
        here: the paragraph to begin at; None for the first.
    """

    article: ArticleText
    here: int | None = None

    @property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences, headings among them, in the order of the article."""
        return sentences_of(self.article.text, self.article.language)

    @property
    def paragraphs(self) -> tuple[tuple[tuple[int, str], ...], ...]:
        """The sentences by paragraph, each with its number from 1."""
        text, numbered = self.article.text, list(enumerate(self.sentences, 1))
        found = []
        for paragraph in paragraph_spans(text):
            inside = [
                (number, span.of(text))
                for number, span in numbered
                if paragraph.begin <= span.begin < paragraph.end
            ]
            found.append(tuple(inside))
        return tuple(found)

    @property
    def reading(self) -> Reading:
        """How the paragraphs are to be shown."""
        return reading_of(self.article.text)


def paragraph_of(place: Span, text: str) -> int | None:
    """The first paragraph, counted from 0, in which that place of the text lies."""
    spans = enumerate(paragraph_spans(text))
    return next((at for at, span in spans if span.overlaps(place)), None)


def marked_in(question: Question, text: str) -> tuple[tuple[Marked, Face | None], ...]:
    """What to mark, with the face of the option whose name stands there."""
    return tuple((mark, _face(question, mark.span.of(text))) for mark in question.marks)


def _face(question: Question, marked: str) -> Face | None:
    words = set(marked.split())
    for option in question.options:
        name = option.text.split()
        if option.face and name and name[-1] in words:
            return option.face
    return None
