"""The order of a set's questions, and rounds that have all of them.

Revision ID: order_1
Revises: drafts_1
"""

import sqlalchemy as sa
from alembic import op

revision = "order_1"
down_revision = "drafts_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("question_sets") as sets:
        sets.add_column(
            sa.Column(
                "plays_all", sa.Boolean(), nullable=False, server_default=sa.false()
            )
        )
    with op.batch_alter_table("question_sets") as sets:
        sets.alter_column("plays_all", server_default=None)
    with op.batch_alter_table("bank_items") as items:
        items.add_column(sa.Column("place", sa.Integer()))


def downgrade() -> None:
    with op.batch_alter_table("bank_items") as items:
        items.drop_column("place")
    with op.batch_alter_table("question_sets") as sets:
        sets.drop_column("plays_all")
