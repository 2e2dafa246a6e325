"""Rounds before and after, compared.

Revision ID: comparing_1
Revises: privacy_1
"""

import sqlalchemy as sa
from alembic import op

revision = "comparing_1"
down_revision = "privacy_1"
branch_labels = None
depends_on = None

NOW = "feedback IN ('each', 'end', 'held')"
BEFORE = "feedback IN ('each', 'end')"


def upgrade() -> None:
    for table in ("rounds", "assignments"):
        _check_feedback(table, NOW)
    with op.batch_alter_table("assignments") as assignments:
        assignments.add_column(sa.Column("comparison_id", sa.Uuid()))
        assignments.add_column(sa.Column("stage", sa.String(6)))
        assignments.create_check_constraint(
            op.f("ck_assignments_stage"), "stage IN ('before', 'after')"
        )
        assignments.create_index(
            op.f("ix_assignments_comparison_id"), ["comparison_id"]
        )


def _check_feedback(table: str, condition: str) -> None:
    name = op.f(f"ck_{table}_feedback")
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(name, type_="check")
        changed.create_check_constraint(name, condition)


def downgrade() -> None:
    with op.batch_alter_table("assignments") as assignments:
        assignments.drop_index(op.f("ix_assignments_comparison_id"))
        assignments.drop_constraint(op.f("ck_assignments_stage"), type_="check")
        assignments.drop_column("stage")
        assignments.drop_column("comparison_id")
    for table in ("rounds", "assignments"):
        op.execute(sa.text(f"UPDATE {table} SET feedback = 'end' WHERE feedback = 'held'"))
        _check_feedback(table, BEFORE)
