"""What an article is about, and how hard it is to read, for searching.

Revision ID: topics_1
Revises: several_articles_1
"""

import sqlalchemy as sa
from alembic import op

from quiz.engine.text.readability import readability

revision = "topics_1"
down_revision = "several_articles_1"
branch_labels = None
depends_on = None

_ARTICLES = sa.table(
    "articles",
    sa.column("id", sa.Uuid()),
    sa.column("text", sa.Text()),
    sa.column("school_year", sa.Double()),
)


def upgrade() -> None:
    # Written out, because SQLite would copy the table to add a check, without the
    # trigger that keeps the text as it is.
    op.execute(
        "ALTER TABLE articles ADD COLUMN topic VARCHAR(20)"
        " CONSTRAINT ck_articles_topic CHECK (topic IN ('politics', 'world',"
        " 'economy', 'science', 'environment', 'culture', 'sport', 'everyday'))"
    )
    op.add_column("articles", sa.Column("school_year", sa.Double()))
    connection = op.get_bind()
    rows = connection.execute(sa.select(_ARTICLES.c.id, _ARTICLES.c.text)).all()
    for article_id, text in rows:
        if (found := readability(text)) is not None:
            connection.execute(
                _ARTICLES.update()
                .where(_ARTICLES.c.id == article_id)
                .values(school_year=found.school_year)
            )


def downgrade() -> None:
    op.drop_column("articles", "school_year")
    op.drop_column("articles", "topic")
