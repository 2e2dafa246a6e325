"""Runs migrations, on the connection it is handed or on DATABASE_URL's."""

import os
from importlib import import_module

from alembic import context
from sqlalchemy import Connection

from quiz.config import ROOT, database_url
from quiz.db import Base, connect

for models in sorted((ROOT / "quiz").rglob("models.py")):
    import_module(".".join(models.relative_to(ROOT).with_suffix("").parts))


def migrate(connection: Connection) -> None:
    foreign_keys(connection, "OFF")
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    if connection.in_transaction():
        connection.commit()
    foreign_keys(connection, "ON")


def foreign_keys(connection: Connection, switch: str) -> None:
    # Batch mode copies tables, and rows that point at them must not object.
    # SQLite takes this outside a transaction only, hence past SQLAlchemy.
    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        driver.execute(f"PRAGMA foreign_keys = {switch}")


handed = context.config.attributes.get("connection")
if handed is not None:
    migrate(handed)
else:
    with connect(database_url(os.environ)).connect() as own:
        migrate(own)
