"""How sure pupils say to be, and how hard questions turned out to be.

Revision ID: learning_1
Revises: leaderboards_1
"""

import sqlalchemy as sa
from alembic import op

revision = "learning_1"
down_revision = "leaderboards_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("answers") as answers:
        answers.add_column(sa.Column("confidence", sa.Integer()))
        answers.create_check_constraint(
            op.f("ck_answers_confidence"), "confidence IN (1, 2, 3)"
        )
    op.create_table(
        "item_difficulties",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("estimated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("answers >= 1", name=op.f("ck_item_difficulties_answers")),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["bank_items.id"],
            name=op.f("fk_item_difficulties_item_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_item_difficulties")),
    )


def downgrade() -> None:
    op.drop_table("item_difficulties")
    with op.batch_alter_table("answers") as answers:
        answers.drop_constraint(op.f("ck_answers_confidence"), type_="check")
        answers.drop_column("confidence")
