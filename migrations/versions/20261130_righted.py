"""Which missed questions were answered right when they were tried again.

Revision ID: righted_1
Revises: live_1
"""

import sqlalchemy as sa
from alembic import op

revision = "righted_1"
down_revision = "live_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "righted",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("righted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id", "number"],
            ["round_items.round_id", "round_items.number"],
            name="fk_righted_round_item",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("round_id", "number", name=op.f("pk_righted")),
    )


def downgrade() -> None:
    op.drop_table("righted")
