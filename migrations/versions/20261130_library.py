"""What kind of text an article is, what it trains, how long reading it takes.

Revision ID: library_1
Revises: playing_1
"""

import sqlalchemy as sa
from alembic import op

from quiz.engine.text.readability import readability

revision = "library_1"
down_revision = "playing_1"
branch_labels = None
depends_on = None

_ARTICLES = sa.table(
    "articles",
    sa.column("id", sa.Uuid()),
    sa.column("text", sa.Text()),
    sa.column("reading_minutes", sa.Integer()),
)


def upgrade() -> None:
    op.add_column("articles", sa.Column("reading_minutes", sa.Integer()))
    op.add_column("articles", sa.Column("form", sa.String(20)))
    op.add_column("articles", sa.Column("trains", sa.JSON()))
    op.add_column("articles", sa.Column("roundless_rules", sa.String(64)))
    connection = op.get_bind()
    rows = connection.execute(sa.select(_ARTICLES.c.id, _ARTICLES.c.text)).all()
    for article_id, text in rows:
        if (found := readability(text)) is not None:
            connection.execute(
                _ARTICLES.update()
                .where(_ARTICLES.c.id == article_id)
                .values(reading_minutes=found.minutes())
            )


def downgrade() -> None:
    for name in ("roundless_rules", "trains", "form", "reading_minutes"):
        op.drop_column("articles", name)
