"""Models and migrations agree, on both databases, forwards and backwards."""

from datetime import timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy import (
    CheckConstraint,
    UniqueConstraint,
    insert,
    inspect,
    select,
)

from quiz import schema
from quiz.accounts.models import User
from quiz.articles.models import Article
from quiz.bank.models import QuestionSet
from quiz.db import Base, connect
from tests.conftest import ENGINES
from tests.databases import new_database
from tests.make import NOW

pytestmark = pytest.mark.slow


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


def test_of_older_sets_it_is_known_whether_somebody_chose_their_questions(empty):
    schema.upgrade(empty, "comparing_1")
    later = NOW + timedelta(hours=1)
    by_rules = older_set(empty)
    its_mended = older_set(empty, previous=by_rules)
    from_draft = older_set(empty, published=later)
    mended = older_set(empty, previous=from_draft)
    in_order = older_set(empty, published=later, plays_all=True)
    draft = older_set(empty, published=None, previous=its_mended)
    schema.upgrade(empty)
    with empty.connect() as connection:
        wanted = select(QuestionSet.id, QuestionSet.plays_all)
        found = dict(map(tuple, connection.execute(wanted)))
    assert found == {
        by_rules: None,
        its_mended: None,
        from_draft: True,
        mended: True,
        in_order: True,
        draft: True,
    }
    schema.downgrade(empty, "comparing_1")
    schema.upgrade(empty)


def older_set(engine, published=NOW, previous=None, *, plays_all=False):
    """A set as it was kept before that was known; its id."""
    text = {"title": "Ernte", "text": "Ernte.", "text_sha256": "0" * 64}
    paper = {"outlet": "Bote", "published_on": NOW.date(), "language": "de"}
    rights = {"rights_basis": "own_text", "visibility": "private"}
    user, article, made = ({"id": uuid4(), "created_at": NOW} for _ in range(3))
    user |= {"name": user["id"].hex, "password_hash": "x", "role": "teacher"}
    article |= {"owner_id": user["id"], **text, **paper, **rights}
    made |= {"article_id": article["id"], "owner_id": user["id"], "title": "Ernte"}
    made |= {"rules": "", "visibility": "private", "version": 1, "changes": 0}
    made |= {"published_at": published, "previous_id": previous}
    made |= {"plays_all": plays_all}
    rows = ((User, user), (Article, article), (QuestionSet, made))
    with engine.begin() as connection:
        for model, values in rows:
            known = model.__table__.c
            columns = [sa.column(name, known[name].type) for name in values]
            light = sa.table(model.__tablename__, *columns)
            connection.execute(insert(light).values(values))
    return made["id"]


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
