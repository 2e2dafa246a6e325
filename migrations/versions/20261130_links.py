"""Links that somebody passes on by hand.

Revision ID: links_1
Revises: shown_1
"""

import sqlalchemy as sa
from alembic import op

revision = "links_1"
down_revision = "shown_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "one_time_links",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=True),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "purpose IN ('account', 'reset', 'class', 'article')",
            name=op.f("ck_one_time_links_purpose"),
        ),
        sa.CheckConstraint("uses_left >= 1", name=op.f("ck_one_time_links_uses_left")),
        sa.ForeignKeyConstraint(
            ["made_by_id"],
            ["users.id"],
            name=op.f("fk_one_time_links_made_by_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_links")),
        sa.UniqueConstraint("digest", name=op.f("uq_one_time_links_digest")),
    )
    for name in ("about_id", "made_by_id", "expires_at"):
        op.create_index(op.f(f"ix_one_time_links_{name}"), "one_time_links", [name])


def downgrade() -> None:
    op.drop_table("one_time_links")
