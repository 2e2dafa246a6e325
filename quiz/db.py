"""The database without Flask: base class, column types, connections.

SQLite has one lock for all writing. A transaction takes it by BEGIN IMMEDIATE
before its first statement that is no plain SELECT, and not before: whatever a
request reads and works out until then keeps nobody else from writing. Between
the reading and the writing others may have written, as in PostgreSQL's READ
COMMITTED, so what must not have changed is read FOR UPDATE on both (on SQLite that
takes the lock). A plain BEGIN that writes without having let go of what it read
would fail with "database is locked", and no timeout helps.

Connections with the execution option `reading` never take the lock, those with
`locks_first` take it at once.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
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
    create_engine,
    event,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import ExecutionContext
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker
from sqlalchemy.types import TypeDecorator

BUSY_TIMEOUT_MS = 5_000
_ZONE = "zone"
# In the info of an SQLite connection: whether its transaction may write.
_LOCKED = "locked"
_LOCKLESS = frozenset({"SELECT", "BEGIN", "COMMIT", "PRAGMA"})


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
        engine = create_engine(url, hide_parameters=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        event.listen(engine, "before_cursor_execute", _lock_sqlite)
        return engine
    return create_engine(
        url,
        pool_pre_ping=True,
        pool_size=8,
        hide_parameters=True,
        connect_args={"connect_timeout": 5},
    )


def sessions_of(engine: Engine, zone: str = "Europe/Berlin") -> Sessions:
    """The two session makers of an engine, sharing its pool.

    Args:
        engine: what they connect to.
        zone: the time zone in which days and weeks begin.
    """
    known = {_ZONE: ZoneInfo(zone)}
    return Sessions(
        engine=engine,
        reading=sessionmaker(
            engine.execution_options(reading=True), expire_on_commit=False, info=known
        ),
        writing=sessionmaker(engine, expire_on_commit=False, info=known),
    )


def zone_of(session: Session) -> tzinfo:
    """The time zone in which days and weeks begin for whoever uses this session."""
    zone: tzinfo = session.info[_ZONE]
    return zone


def is_locked(session: Session) -> bool:
    """Whether this session's transaction keeps others from writing; SQLite only."""
    return session.in_transaction() and bool(session.connection().info.get(_LOCKED))


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
        try:
            yield connection
        finally:
            for maker, kw in zip(makers, before, strict=True):
                maker.kw.clear()
                maker.kw.update(kw)
            outer.rollback()


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401
    # The driver must not begin transactions by itself: `_begin_sqlite` does.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    # What is deleted is overwritten, so that no file keeps it.
    connection.execute("PRAGMA secure_delete = ON")
    # An answer that was acknowledged must survive a power cut.
    connection.execute("PRAGMA synchronous = FULL")


def _begin_sqlite(connection: Connection) -> None:
    at_once = connection.get_execution_options().get("locks_first", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if at_once else "BEGIN")
    connection.info[_LOCKED] = at_once


def _lock_sqlite(
    connection: Connection,
    _cursor: object,
    statement: str,
    _parameters: object,
    context: ExecutionContext | None,
    _executemany: bool,
) -> None:
    """Take the lock before the first statement that writes, on the newest state."""
    if connection.info.get(_LOCKED, True) or not needs_lock(statement, context):
        return
    if connection.get_execution_options().get("reading", False):
        return
    if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
        connection.exec_driver_sql("COMMIT")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.info[_LOCKED] = True


def needs_lock(statement: str, context: ExecutionContext | None) -> bool:
    """Whether a statement writes, or reads what must not change until the end.

    Args:
        statement: the SQL as it is sent.
        context: what SQLAlchemy made it from; None where it was given as text.
    """
    if statement.split(maxsplit=1)[0].upper() not in _LOCKLESS:
        return True
    asked = getattr(getattr(context, "compiled", None), "statement", None)
    return getattr(asked, "_for_update_arg", None) is not None
