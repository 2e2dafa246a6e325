"""Sets with questions about several articles.

Revision ID: several_articles_1
Revises: glossary_1
"""

import sqlalchemy as sa
from alembic import op

revision = "several_articles_1"
down_revision = "glossary_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("bank_items") as items:
        items.add_column(sa.Column("other_article_id", sa.Uuid()))
        items.create_foreign_key(
            op.f("fk_bank_items_other_article_id"),
            "articles",
            ["other_article_id"],
            ["id"],
            ondelete="CASCADE",
        )
        items.create_index(op.f("ix_bank_items_other_article_id"), ["other_article_id"])


def downgrade() -> None:
    op.execute("DELETE FROM bank_items WHERE other_article_id IS NOT NULL")
    with op.batch_alter_table("bank_items") as items:
        items.drop_index(op.f("ix_bank_items_other_article_id"))
        items.drop_constraint(
            op.f("fk_bank_items_other_article_id"), type_="foreignkey"
        )
        items.drop_column("other_article_id")
