"""Which rounds are done, and which tell how their answers went: parts of statements."""

from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, and_, bindparam, func, or_, select

from quiz.play.models import Answer, Round, RoundItem
from quiz.play.service import GRACE


def count_of(rows: type[Answer] | type[RoundItem]) -> ScalarSelect[int]:
    """How many of these a round has, as a column beside `Round`."""
    return (
        select(func.count())
        .select_from(rows)
        .where(rows.round_id == Round.id)
        .correlate(Round)
        .scalar_subquery()
    )


def is_complete() -> ColumnElement[bool]:
    """Whether all questions of a round are answered."""
    return count_of(Answer) == count_of(RoundItem)


TELLS = or_(
    Round.feedback == "each",
    and_(
        Round.feedback == "end",
        or_(is_complete(), Round.closes_at < bindparam("closed_before")),
    ),
)
"""Whether a round tells how its answers went, at the moment that is given to `by`."""


def by(now: datetime) -> dict[str, datetime]:
    """What a statement with `TELLS` is executed with."""
    return {"closed_before": now - GRACE}
