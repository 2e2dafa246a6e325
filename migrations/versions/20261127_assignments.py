"""Assignments, and rounds that close or keep their feedback for the end.

Revision ID: assignments_1
Revises: classes_1
"""

import sqlalchemy as sa
from alembic import op

revision = "assignments_1"
down_revision = "classes_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("rounds") as rounds:
        rounds.add_column(
            sa.Column("feedback", sa.String(4), nullable=False, server_default="each")
        )
        rounds.add_column(sa.Column("closes_at", sa.DateTime(timezone=True)))
        rounds.create_check_constraint(
            op.f("ck_rounds_feedback"), "feedback IN ('each', 'end')"
        )
    with op.batch_alter_table("rounds") as rounds:
        rounds.alter_column("feedback", server_default=None)
    op.create_table(
        "assignments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("set_id", sa.Uuid(), nullable=False),
        sa.Column("mode", sa.String(10), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("takes_late", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer()),
        sa.Column("feedback", sa.String(4), nullable=False),
        sa.Column("goal", sa.Double()),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "mode IN ('practice', 'homework', 'test')", name=op.f("ck_assignments_mode")
        ),
        sa.CheckConstraint(
            "feedback IN ('each', 'end')", name=op.f("ck_assignments_feedback")
        ),
        sa.CheckConstraint("due_at > opens_at", name=op.f("ck_assignments_window")),
        sa.CheckConstraint("attempts >= 1", name=op.f("ck_assignments_attempts")),
        sa.CheckConstraint("goal > 0 AND goal <= 1", name=op.f("ck_assignments_goal")),
        sa.ForeignKeyConstraint(
            ["class_id"],
            ["classes.id"],
            name=op.f("fk_assignments_class_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["set_id"],
            ["question_sets.id"],
            name=op.f("fk_assignments_set_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
    )
    op.create_index(op.f("ix_assignments_class_id"), "assignments", ["class_id"])
    op.create_index(op.f("ix_assignments_set_id"), "assignments", ["set_id"])
    op.create_table(
        "assignment_rounds",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("assignment_id", sa.Uuid(), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["rounds.id"],
            name=op.f("fk_assignment_rounds_round_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignments.id"],
            name=op.f("fk_assignment_rounds_assignment_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_assignment_rounds")),
    )
    op.create_index(
        op.f("ix_assignment_rounds_assignment_id"),
        "assignment_rounds",
        ["assignment_id"],
    )


def downgrade() -> None:
    op.drop_table("assignment_rounds")
    op.drop_table("assignments")
    with op.batch_alter_table("rounds") as rounds:
        rounds.drop_constraint(op.f("ck_rounds_feedback"), type_="check")
        rounds.drop_column("closes_at")
        rounds.drop_column("feedback")
