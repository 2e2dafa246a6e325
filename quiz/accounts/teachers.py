"""Who works together on something: the accounts that rows of a table tie to it."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from quiz.accounts.models import User

Tie = TypeVar("Tie")


def tied(
    session: Session,
    ties: type[Tie],
    account: InstrumentedAttribute[UUID],
    which: ColumnElement[bool],
) -> list[tuple[User, Tie]]:
    """The accounts that these rows tie to something, each with its row, by name.

    Args:
        session: of the database.
        ties: the table, such as that of teachers of classes.
        account: its column that says whose account it is.
        which: of its rows.
    """
    wanted = (
        select(User, ties)
        .join(ties, account == User.id)
        .where(which)
        .order_by(User.name)
    )
    return [(user, tie) for user, tie in session.execute(wanted)]
