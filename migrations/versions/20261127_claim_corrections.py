"""What people decided about the claims of an article.

Revision ID: corrections_1
Revises: play_1
"""

import sqlalchemy as sa
from alembic import op

revision = "corrections_1"
down_revision = "play_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "claim_corrections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(10), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claim_corrections"),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name="fk_claim_corrections_article_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name="fk_claim_corrections_user_id",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint(
            "article_id", "number", name="uq_claim_corrections_article_id_number"
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_claim_corrections_number")),
        sa.CheckConstraint(
            "act IN ('accept', 'reject', 'change', 'add', 'undo', 'redo')",
            name=op.f("ck_claim_corrections_act"),
        ),
    )
    op.create_index("ix_claim_corrections_user_id", "claim_corrections", ["user_id"])


def downgrade() -> None:
    op.drop_table("claim_corrections")
