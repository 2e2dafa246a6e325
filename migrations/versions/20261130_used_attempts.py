"""Attempts that stay used when their rounds are deleted.

Revision ID: used_attempts_1
Revises: comparing_1
"""

import sqlalchemy as sa
from alembic import op

revision = "used_attempts_1"
down_revision = "comparing_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "used_attempts",
        sa.Column("assignment_id", sa.Uuid(), nullable=False),
        sa.Column("seat_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_used_attempts_number")),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignments.id"],
            name=op.f("fk_used_attempts_assignment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["seat_id"],
            ["seats.id"],
            name=op.f("fk_used_attempts_seat_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "assignment_id", "seat_id", name=op.f("pk_used_attempts")
        ),
    )
    op.create_index(op.f("ix_used_attempts_seat_id"), "used_attempts", ["seat_id"])


def downgrade() -> None:
    op.drop_table("used_attempts")
