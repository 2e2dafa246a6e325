"""One question of a round as its player meets it."""

from dataclasses import dataclass, replace
from itertools import takewhile

from quiz.articles.article_text import ArticleText
from quiz.articles.reading import place_of
from quiz.engine.pointing import Pointed, can_point, pointed_at
from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.answers.typed import gaps_of, same_number, same_words
from quiz.engine.questions.editing.line_format import pieces_of
from quiz.engine.questions.form import Form
from quiz.engine.questions.option import Localised, Option, rows_of
from quiz.engine.questions.question import MASK, Question
from quiz.play.reader import Choices, Reader, marked_in, paragraph_of
from quiz.play.sentences import Why, why_in
from quiz.play.service import Place
from quiz.play.steps import Step, next_open


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
    article: ArticleText
    texts: tuple[str, ...] = ()
    beside: tuple[ArticleText, ...] = ()
    keeps_text_back: bool = False
    is_void: bool = False

    def answered(self, reply: tuple[str, ...]) -> "Sheet":
        """As it is told once that is its answer, ids or typed texts; none is kept.

        Raises:
            Invalid: what `grade` refuses.
        """
        share = grade(self.question, reply).share
        options = {option.id: option for option in self.shown}
        typed = self.question.form.is_typed
        return replace(
            self,
            steps=tuple(
                replace(step, share=share) if step.number == self.place.number else step
                for step in self.steps
            ),
            reply=() if typed else tuple(options[each] for each in reply),
            share=share,
            texts=reply if typed else (),
        )

    @property
    def position(self) -> int:
        """Which of the round's questions it is, from 1."""
        return [step.number for step in self.steps].index(self.place.number) + 1

    @property
    def reader(self) -> Reader:
        """The article beside it, opened where the stem's words stand, or marked."""
        asked, text = self.question, "" if self.keeps_text_back else self.article.text
        is_open = self.reply is None
        return Reader(
            article=self.article,
            here=self._here if is_open else None,
            marks=() if is_open else marked_in(asked, text),
            evidence=() if is_open else asked.evidence,
            is_open=is_open,
            keeps_text_back=self.keeps_text_back,
            beside=self.beside,
        )

    @property
    def choices(self) -> Choices:
        """The article as sentences to choose from, from the words asked about on."""
        asked = self.question.passage.split(MASK)
        return Choices(self.article, place_of(asked, self.article.text))

    @property
    def asks_where(self) -> bool:
        """Whether to ask for the sentence that shows it, before the key is told."""
        return (
            self._step.may_point
            and self.verdict != "given"
            and not self.keeps_text_back
            and can_point(self.question, self.choices.sentences)
        )

    @property
    def pointed(self) -> Pointed | None:
        """How near they pointed to what shows the answer; None where they did not."""
        placed = self._step.placed
        if placed is None or placed.span is None:
            return None
        if placed.found:
            return Pointed.FOUND
        text, sentences = self.article.text, self.choices.sentences
        return pointed_at(placed.span, self.question, text, sentences)

    @property
    def may_hint(self) -> bool:
        """Whether to offer the paragraph of the proof: where another is open, or none.

        Only while the question is, where feedback comes after each answer, and where
        one tap is all that is lost by it.
        """
        step = self._step
        return (
            self.question.form in (Form.SINGLE_CHOICE, Form.TRUE_FALSE)
            and not step.is_answered
            and not step.is_hidden
            and step.placed is None
            and self._proved not in (None, self._here)
        )

    @property
    def _here(self) -> int | None:
        """The paragraph to open while the question is: that of the words it asks about.

        Or, once somebody wanted to see it, that of the proof.
        """
        if self._step.placed is not None:
            return self._proved
        text = "" if self.keeps_text_back else self.article.text
        return place_of(self.question.passage.split(MASK), text)

    @property
    def _proved(self) -> int | None:
        evidence = self.question.evidence
        if not evidence or self.keeps_text_back:
            return None
        return paragraph_of(evidence[0], self.article.text)

    @property
    def _step(self) -> Step:
        here = self.place.number
        return next(step for step in self.steps if step.number == here)

    @property
    def verdict(self) -> str:
        """In one word how the answer went: "right", "partly", "wrong" or "given"."""
        if self.is_void or not self.question.form.counts:
            return "given"
        return "right" if self.share == 1.0 else "partly" if self.share else "wrong"

    @property
    def is_sure(self) -> bool:
        """Whether they said to be sure of an answer that can be right or wrong."""
        return self._step.is_sure and self.verdict != "given"

    @property
    def mistake(self) -> str | None:
        """The mistake that a wrong choice of one shows; None where it shows none."""
        chosen = self.reply or ()
        if self.verdict != "wrong" or len(chosen) != 1:
            return None
        return chosen[0].misconception

    @property
    def streak(self) -> int:
        """How many questions in a row were wholly right, this one the last."""
        upto = [s for s in self.steps if s.counts and s.number <= self.place.number]
        return len(list(takewhile(lambda step: step.is_right, reversed(upto))))

    @property
    def is_newest(self) -> bool:
        """Whether no later question of the round is answered yet."""
        later = (s for s in self.steps if s.number > self.place.number)
        return not any(step.is_answered for step in later)

    @property
    def told(self) -> tuple[Option, ...]:
        """What matters at a glance: the key first, then a wrong choice."""
        chosen = tuple(o for o in self.reply or () if not o.correct)
        return (*(option for option in self.shown if option.correct), *chosen)

    @property
    def untold(self) -> tuple[Option, ...]:
        """The options that do not matter at a glance."""
        return tuple(option for option in self.shown if option not in self.told)

    def why(self, language: str) -> Why:
        """The explanation, what is read at a glance first."""
        return why_in(self.question.why.get(language))

    @property
    def proof(self) -> str:
        """The words of the article that show the answer; "" where none may be shown."""
        if self.keeps_text_back:
            return ""
        text = self.article.text
        return " … ".join(span.of(text) for span in self.question.evidence)

    @property
    def looked_back_at(self) -> tuple[Step, ...]:
        """The questions one may look at again: answered, told, and not this one."""
        return tuple(
            step
            for step in self.steps
            if step.is_answered
            and not step.is_hidden
            and step.number != self.place.number
        )

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
