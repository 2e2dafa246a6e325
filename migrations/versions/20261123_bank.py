"""Question sets and the questions in them.

Revision ID: bank_1
Revises: articles_1
"""

import sqlalchemy as sa
from alembic import op

revision = "bank_1"
down_revision = "articles_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "question_sets",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("rules", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_question_sets"),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name="fk_question_sets_article_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["users.id"],
            name="fk_question_sets_owner_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_question_sets_article_id", "question_sets", ["article_id"])
    op.create_index("ix_question_sets_owner_id", "question_sets", ["owner_id"])
    op.create_table(
        "bank_items",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("set_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_bank_items"),
        sa.ForeignKeyConstraint(
            ["set_id"],
            ["question_sets.id"],
            name="fk_bank_items_set_id",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint(
            "set_id", "position", name="uq_bank_items_set_id_position"
        ),
        sa.CheckConstraint("position >= 0", name=op.f("ck_bank_items_position")),
    )


def downgrade() -> None:
    op.drop_table("bank_items")
    op.drop_table("question_sets")
