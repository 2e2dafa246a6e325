"""One question of a round as its player meets it."""

from dataclasses import dataclass

from quiz.articles.models import Article
from quiz.engine.questions.answers.typed import gaps_of, same_number, same_words
from quiz.engine.questions.editing.line_format import pieces_of
from quiz.engine.questions.form import Form
from quiz.engine.questions.option import Localised, Option, rows_of
from quiz.engine.questions.question import Question
from quiz.play.service import Place


@dataclass(frozen=True, slots=True)
class Step:
    """One question on the way through a round.

    Attributes:
        number: its place, from 1.
        share: how much of the answer is right; None while it is open.
        counts: whether an answer can be right or wrong.
        is_hidden: how it went is told only once the round is over.
        is_closed: the round is over, though not all of it is answered.
    """

    number: int
    share: float | None
    counts: bool
    is_hidden: bool = False
    is_closed: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether an answer to it is kept."""
        return self.share is not None

    @property
    def is_right(self) -> bool:
        """Whether it was answered wholly right."""
        return self.share == 1.0 and self.counts

    @property
    def state(self) -> str:
        """In one word: "right", "partly", "wrong", "open", or "given" where none is."""
        if self.share is None:
            return "open"
        if self.is_hidden or not self.counts:
            return "given"
        return "right" if self.is_right else "partly" if self.share else "wrong"


@dataclass(frozen=True, slots=True)
class MatchingRow:
    """Something to be matched with one of several names.

    Attributes:
        prompt: what is to be matched.
        choices: the names, each with its position among all that is shown.
        chosen: the one that was chosen, None while it is open.
        key: the right one.
    """

    prompt: Localised
    choices: tuple[tuple[int, Option], ...]
    chosen: Option | None
    key: Option


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to type into: what was typed, what is accepted, whether it fits."""

    text: str
    accepted: tuple[Option, ...]
    is_right: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One question of a round as its player meets it.

    Attributes:
        place: which question of which round.
        steps: all questions of the round, in order.
        question: what is asked; what a browser may see of it before the answer
            is in are stem and labels only.
        shown: its options in the order shown.
        reply: the options that were chosen, in order; None while it is open.
        share: how much of the answer is right; None while it is open.
        texts: what was typed, gap by gap; empty for other forms.
        article: where it all stands.
        beside: other articles that a teacher's question may be about, too.
        keeps_text_back: the set is shown beyond the class, a protected text is not.
        is_void: it was found to be unfair and counts for nobody.
    """

    place: Place
    steps: tuple[Step, ...]
    question: Question
    shown: tuple[Option, ...]
    reply: tuple[Option, ...] | None
    share: float | None
    article: Article
    texts: tuple[str, ...] = ()
    beside: tuple[Article, ...] = ()
    keeps_text_back: bool = False
    is_void: bool = False

    @property
    def text(self) -> str:
        """What can be read of the article: all, or nothing."""
        return "" if self.keeps_text_back else self.article.text

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Where something is typed, in order; empty for other forms."""
        if not self.question.form.is_typed:
            return ()
        same = same_number if self.question.form is Form.NUMBER else same_words
        accepted = gaps_of(self.question.options)
        texts = self.texts or ("",) * len(accepted)
        return tuple(
            Gap(text, tuple(options), any(same(text, each.text) for each in options))
            for options, text in zip(accepted, texts, strict=True)
        )

    @property
    def rows(self) -> tuple[MatchingRow, ...]:
        """What is to be matched, in the order shown; empty for other forms."""
        positions = {option.id: at for at, option in enumerate(self.shown, 1)}
        chosen = self.reply or ()
        return tuple(
            MatchingRow(
                prompt,
                tuple((positions[each.id], each) for each in options),
                next((each for each in options if each in chosen), None),
                next(each for each in options if each.correct),
            )
            for prompt, options in rows_of(self.shown)
        )

    @property
    def pieces(self) -> tuple[str, ...]:
        """The text between the gaps of a cloze, one more than there are gaps."""
        return pieces_of(self.question)

    @property
    def is_hidden(self) -> bool:
        """Whether how it went is told only once the round is over."""
        return any(step.is_hidden for step in self.steps)

    @property
    def is_over(self) -> bool:
        """Whether the round takes no more answers."""
        return self.next_number is None or self.steps[0].is_closed

    @property
    def next_number(self) -> int | None:
        """The first question that is still open; None once all are answered."""
        return next_open(self.steps)


def next_open(steps: tuple[Step, ...]) -> int | None:
    """The number of the first question without an answer."""
    return next((step.number for step in steps if not step.is_answered), None)
