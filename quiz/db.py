"""The database without Flask: base class, column types, sessions."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    Uuid,
    event,
    func,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    SessionTransaction,
    mapped_column,
    sessionmaker,
)
from sqlalchemy.types import TypeDecorator

from quiz.databases import postgres as quiz_postgres
from quiz.databases import sqlite as quiz_sqlite
from quiz.databases.statements import READING
from quiz.meters.notes import timed

GONE = (DBAPIError, PendingRollbackError)
"""What is raised where a connection was lost: at once, and by whatever comes after."""
AWAY = (*GONE, PoolTimeout)
"""What is raised where there is no connection, or it was lost."""

_ZONE = "zone"


class Base(DeclarativeBase):
    """What all rows have in common: constraints with predictable names."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware and in UTC on both sides, whatever the database keeps."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """The moment in UTC, as this database takes it."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> datetime | None:
        """The moment, aware."""
        if value is None:
            return None
        if value.tzinfo is None:
            return value.replace(tzinfo=UTC)
        return value.astimezone(UTC)


class HasId:
    """Mixin for rows known by a random id."""

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)


@dataclass(frozen=True, slots=True)
class Sessions:
    """Where sessions come from: one maker for reading, one for writing."""

    engine: Engine
    reading: sessionmaker[Session]
    writing: sessionmaker[Session]


def connect(url: str) -> Engine:
    """An engine for that database; nothing is opened yet.

    Its errors do not show the values of a statement: they end up in logs.
    """
    if url.startswith("sqlite"):
        return quiz_sqlite.connect(url)
    return quiz_postgres.connect(url)


def sessions_of(engine: Engine, zone: str = "Europe/Berlin") -> Sessions:
    """The two session makers of an engine, sharing its pool.

    Args:
        engine: what they connect to.
        zone: the time zone in which days and weeks begin.
    """
    known = {_ZONE: ZoneInfo(zone)}
    reading: Engine = engine.execution_options(**{READING: True})
    if engine.dialect.name == "postgresql":
        reading = quiz_postgres.for_reading(reading)
    return Sessions(
        engine=engine,
        reading=sessionmaker(reading, expire_on_commit=False, info=known),
        writing=sessionmaker(engine, expire_on_commit=False, info=known),
    )


def zone_of(session: Session) -> tzinfo:
    """The time zone in which days and weeks begin for whoever uses this session."""
    zone: tzinfo = session.info[_ZONE]
    return zone


def commit(session: Session) -> None:
    """Keep what was written, or undo it and raise what the database says."""
    try:
        with timed("commit", session.get_bind().dialect.name):
            session.commit()
    except GONE:
        # Else its connection would go back with a transaction, and a lock, in it.
        with suppress(*GONE):
            session.rollback()
        raise


def is_locked(session: Session) -> bool:
    """Whether this session's transaction keeps others from writing; SQLite only."""
    return session.in_transaction() and quiz_sqlite.is_locked(session.connection())


def has_written(session: Session) -> bool:
    """Whether this session's transaction has written anything yet."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return quiz_sqlite.is_locked(connection)
    known = connection.exec_driver_sql("SELECT pg_current_xact_id_if_assigned()")
    return known.scalar() is not None


def alone(connection: Connection, doing: str) -> None:
    """Have nobody else do this until the transaction ends; who comes second waits.

    Args:
        connection: whose transaction it is; on SQLite it takes the lock of all writing.
        doing: what it is called.
    """
    if connection.dialect.name == "sqlite":
        connection.execute(select(literal(1)).with_for_update())
    else:
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(doing))))


def upsert(
    session: Session,
    rows: type[Base],
    values: Mapping[str, object],
    *,
    keep: bool = False,
) -> None:
    """Insert a row, or change the one that has its primary key.

    Args:
        session: where.
        rows: the class whose table it is.
        values: of its columns, those of the primary key among them.
        keep: leave a row that is there as it is.
    """
    connection = session.connection()
    dialect: Any = {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name]
    statement = dialect.insert(rows).values(dict(values))
    key = [column.name for column in rows.__table__.primary_key]
    changed = {name: values[name] for name in values if name not in key}
    if keep or not changed:
        session.execute(statement.on_conflict_do_nothing())
    else:
        session.execute(
            statement.on_conflict_do_update(index_elements=key, set_=changed)
        )


@contextmanager
def rolled_back(sessions: Sessions) -> Iterator[Connection]:
    """While it lasts every session works in one transaction, undone at the end.

    Commits inside become savepoints, so code under test commits as it likes.
    """
    engine = sessions.engine
    makers = (sessions.reading, sessions.writing)
    before = [dict(maker.kw) for maker in makers]
    with engine.connect() as connection:
        outer = connection.begin()
        for maker in makers:
            maker.configure(bind=connection, join_transaction_mode="create_savepoint")
        unmark = _marked(sessions.reading, connection)
        try:
            yield connection
        finally:
            unmark()
            for maker, kw in zip(makers, before, strict=True):
                maker.kw.clear()
                maker.kw.update(kw)
            outer.rollback()


def _marked(
    reading: sessionmaker[Session], connection: Connection
) -> Callable[[], None]:
    """Mark a connection as only reading while a session does; gives how to end that."""

    def begin(*_begun: object) -> None:
        connection.info[READING] = True

    def end(_session: Session, transaction: SessionTransaction) -> None:
        if transaction.parent is None:
            connection.info.pop(READING, None)

    heard = (("after_begin", begin), ("after_transaction_end", end))
    for name, what in heard:
        event.listen(reading, name, what)

    def unmark() -> None:
        for name, what in heard:
            event.remove(reading, name, what)

    return unmark
