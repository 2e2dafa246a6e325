"""Which sentence somebody pointed at to show an answer.

Revision ID: pointings_1
Revises: jobs_1
"""

import sqlalchemy as sa
from alembic import op

revision = "pointings_1"
down_revision = "jobs_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pointings",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("begin", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("found", sa.Boolean(), nullable=False),
        sa.Column("hinted", sa.Boolean(), nullable=False),
        sa.Column("pointed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            '("begin" IS NULL) = ("end" IS NULL)', name=op.f("ck_pointings_place")
        ),
        sa.CheckConstraint(
            'NOT found OR "begin" IS NOT NULL', name=op.f("ck_pointings_found")
        ),
        sa.ForeignKeyConstraint(
            ["round_id", "number"],
            ["round_items.round_id", "round_items.number"],
            name=op.f("fk_pointings_round_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("round_id", "number", name=op.f("pk_pointings")),
    )


def downgrade() -> None:
    op.drop_table("pointings")
