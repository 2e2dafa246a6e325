"""Empty databases with all tables, quickly: migrated once, then copied."""

from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from quiz import schema
from quiz.db import connect
from tests.postgres import Postgres


def migrate(url: str) -> None:
    """Give that database all its tables."""
    engine = connect(url)
    schema.upgrade(engine)
    engine.dispose()


def new_database(server: Postgres, name: str, template: str = "template1") -> str:
    """Make an empty database on the server; its address."""
    engine = create_engine(server.url(), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    engine.dispose()
    return server.url(name)


def fresh_database(request: pytest.FixtureRequest, engine: str, folder: Path) -> str:
    """The address of a migrated, empty database of that engine."""
    if engine == "postgresql":
        server = request.getfixturevalue("postgres")
        name = f"quiz_{uuid4().hex[:12]}"
        return new_database(server, name, template="quiz_template")
    template = request.getfixturevalue("sqlite_template")
    file = folder / "quiz.sqlite"
    file.write_bytes(template.read_bytes())
    return f"sqlite:///{file}"
