"""The database's shape: bring it up to date, and tell whether it is."""

from functools import cache

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from quiz.config import ROOT
from quiz.db import alone


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema up to that revision, in one transaction.

    SQLite's write-ahead log is switched on here, once and for good: it makes
    readers and the writer independent of each other.
    """
    if engine.dialect.name == "sqlite":
        # Not inside a transaction, where SQLite would refuse it.
        raw = engine.raw_connection()
        try:
            raw.driver_connection.execute("PRAGMA journal_mode = WAL")  # type: ignore[union-attr]
        finally:
            raw.close()
    with _alone(engine) as connection:
        command.upgrade(_config(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the schema back to that revision ("base": to nothing)."""
    with _alone(engine) as connection:
        command.downgrade(_config(connection), revision)


def check(engine: Engine) -> None:
    """Nothing, if the models and the migrated schema are the same.

    Raises:
        alembic.util.CommandError: they differ; the message says where.
    """
    with engine.connect() as connection:
        command.check(_config(connection))


@cache
def head() -> str:
    """The newest revision there is."""
    revision = ScriptDirectory.from_config(_config()).get_current_head()
    return revision or ""


def is_current(connection: Connection) -> bool:
    """Whether the database stands at the newest revision.

    Raises:
        sqlalchemy.exc.DBAPIError: it was never migrated, or cannot be reached.
    """
    found = connection.execute(text("SELECT version_num FROM alembic_version"))
    return found.scalar() == head()


def _alone(engine: Engine) -> Connection:
    """A connection beside which nobody else migrates this database."""
    connection = engine.connect().execution_options(locks_first=True)
    if connection.dialect.name == "postgresql":
        alone(connection, "migrating")
    return connection


def _config(connection: Connection | None = None) -> Config:
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["connection"] = connection
    return config
