"""Models and migrations agree, on both databases, forwards and backwards."""

from uuid import uuid4

import pytest
from sqlalchemy import CheckConstraint, UniqueConstraint, inspect

from quiz import schema
from quiz.db import Base, connect
from tests.conftest import ENGINES, new_database


@pytest.fixture(params=ENGINES)
def empty(request, tmp_path):
    """An engine on a database that was never migrated."""
    url = f"sqlite:///{tmp_path}/empty.sqlite"
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
        url = new_database(server, f"empty_{uuid4().hex[:12]}")
    engine = connect(url)
    yield engine
    engine.dispose()


def test_migrations_make_exactly_what_the_models_say(empty):
    schema.upgrade(empty)
    schema.check(empty)


def test_every_named_check_of_the_models_is_in_the_database(empty):
    # Alembic does not compare these.
    schema.upgrade(empty)
    seen = inspect(empty)
    for table in Base.metadata.sorted_tables:
        for kind, found in (
            (CheckConstraint, seen.get_check_constraints(table.name)),
            (UniqueConstraint, seen.get_unique_constraints(table.name)),
        ):
            said = {c.name for c in table.constraints if isinstance(c, kind)}
            assert said == {one["name"] for one in found}, table.name


def test_every_constraint_has_a_name():
    for table in Base.metadata.sorted_tables:
        for constraint in table.constraints:
            assert constraint.name, f"{table.name}: {constraint!r}"


def test_migrations_can_be_taken_back_and_made_again(empty):
    schema.upgrade(empty)
    schema.downgrade(empty, "base")
    assert set(inspect(empty).get_table_names()) <= {"alembic_version"}
    schema.upgrade(empty)
    schema.check(empty)


def test_migrating_twice_changes_nothing(empty):
    schema.upgrade(empty)
    schema.upgrade(empty)
    with empty.connect() as connection:
        assert schema.is_current(connection)


def test_foreign_keys_are_kept_by_both_databases(real_app):
    engine = real_app.extensions["quiz.sessions"].engine
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            on = connection.exec_driver_sql("PRAGMA foreign_keys").scalar()
            mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
            safe = connection.exec_driver_sql("PRAGMA synchronous").scalar()
        assert (on, mode, safe) == (1, "wal", 2)
    for table in Base.metadata.sorted_tables:
        for key in inspect(engine).get_foreign_keys(table.name):
            assert key["options"].get("ondelete"), f"{table.name}: {key}"
