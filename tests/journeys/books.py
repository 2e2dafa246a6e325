"""What the database holds, read beside the game while it runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.accounts.models import User
from quiz.articles.models import Article
from quiz.bank.models import BankItem, QuestionSet
from quiz.db import connect, sessions_of
from quiz.engine.questions.answers.grade import grade
from quiz.engine.questions.question import Question
from quiz.engine.scoring import RoundScore, score_round
from quiz.play.models import Answer, Round, RoundItem
from quiz.web.clock import now
from quiz.web.models import Job
from quiz.web.waiting.jobs import LOST_AFTER


@dataclass(frozen=True)
class Line:
    """One question of a round.

    Attributes:
        order: ids of the options in the order shown.
        reply: ids that were chosen; None while it is open.
        answers: how many answers to it are kept.
    """

    question: Question
    order: tuple[str, ...]
    reply: tuple[str, ...] | None
    answers: int

    def positions(self, ids: tuple[str, ...]) -> list[int]:
        """Where these options stand as shown, from 1."""
        return [self.order.index(each) + 1 for each in ids]

    @property
    def wrong(self) -> list[int]:
        """Positions that answer it wrongly: one, of rows one for each."""
        options = {option.id: option for option in self.question.options}
        shown = [options[each] for each in self.order]
        rows = dict.fromkeys(option.prompt for option in shown)
        return [
            next(
                place
                for place, option in enumerate(shown, 1)
                if option.prompt == row and not option.correct
            )
            for row in rows
        ]

    @property
    def right(self) -> list[int]:
        """The positions that answer it rightly, in order."""
        return self.positions(tuple(option.id for option in self.question.key))


class Books:
    """Looks into a database; `close()` it at the end."""

    def __init__(self, database_url: str) -> None:
        self._sessions = sessions_of(connect(database_url))

    def close(self) -> None:
        self._sessions.engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with self._sessions.writing.begin() as session:
            yield session

    def break_off(self, name: str, path: str) -> UUID:
        """As if a server had been killed while it worked on something of theirs."""
        long_ago = now() - 2 * LOST_AFTER
        with self.writing() as session:
            user_id = session.scalar(select(User.id).where(User.name == name))
            job = Job(
                user_id=user_id,
                path=path,
                typed=[["title", "Getippt"]],
                begun_at=long_ago,
                alive_at=long_ago,
                said=[],
            )
            session.add(job)
            session.flush()
            return job.id

    def count(self, table) -> int:
        with self._sessions.reading() as session:
            return session.scalar(select(func.count()).select_from(table))

    def text(self, round_id: UUID) -> str:
        """The article of a round's set."""
        wanted = (
            select(Article.text)
            .join(QuestionSet, QuestionSet.article_id == Article.id)
            .join(Round, Round.set_id == QuestionSet.id)
            .where(Round.id == round_id)
        )
        with self._sessions.reading() as session:
            return session.scalars(wanted).one()

    def newest_round(self) -> UUID:
        with self._sessions.reading() as session:
            return session.scalar(
                select(Round.id).order_by(Round.started_at.desc()).limit(1)
            )

    def lines(self, round_id: UUID) -> dict[int, Line]:
        """The questions of a round by their number."""
        kept: dict[int, list[tuple[str, ...]]] = {}
        with self._sessions.reading() as session:
            for number, reply in session.execute(
                select(Answer.number, Answer.reply).where(Answer.round_id == round_id)
            ):
                kept.setdefault(number, []).append(tuple(reply))
            return {
                number: Line(
                    Question.from_json(body),
                    tuple(order),
                    kept[number][0] if number in kept else None,
                    len(kept.get(number, ())),
                )
                for number, order, body in session.execute(
                    select(RoundItem.number, RoundItem.option_order, BankItem.body)
                    .join(BankItem, BankItem.id == RoundItem.item_id)
                    .where(RoundItem.round_id == round_id)
                    .order_by(RoundItem.number)
                )
            }

    def score(self, round_id: UUID) -> RoundScore:
        """What the kept replies are worth, graded anew."""
        lines = self.lines(round_id).values()
        shares = [grade(li.question, li.reply).share for li in lines if li.reply]
        return score_round(shares, len(lines))
