"""Questions put right after they were played, and what pupils doubt.

Revision ID: mending_1
Revises: learning_1
"""

import sqlalchemy as sa
from alembic import op

revision = "mending_1"
down_revision = "learning_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("bank_items") as items:
        items.add_column(sa.Column("mended_id", sa.Uuid()))
        items.add_column(
            sa.Column("is_void", sa.Boolean(), nullable=False, server_default="0")
        )
        items.create_foreign_key(
            op.f("fk_bank_items_mended_id"),
            "bank_items",
            ["mended_id"],
            ["id"],
            ondelete="SET NULL",
        )
        items.create_index(op.f("ix_bank_items_mended_id"), ["mended_id"])
    with op.batch_alter_table("bank_items") as items:
        items.alter_column("is_void", server_default=None)
    op.create_table(
        "doubts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(10)),
        sa.Column("reply", sa.String(600)),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint(
            "outcome IN ('answered', 'mended', 'left_out')",
            name=op.f("ck_doubts_outcome"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id", "number"],
            ["round_items.round_id", "round_items.number"],
            name=op.f("fk_doubts_round_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doubts")),
        sa.UniqueConstraint("round_id", "number", name=op.f("uq_doubts_round_id_number")),
    )


def downgrade() -> None:
    op.drop_table("doubts")
    with op.batch_alter_table("bank_items") as items:
        items.drop_index(op.f("ix_bank_items_mended_id"))
        items.drop_constraint(op.f("fk_bank_items_mended_id"), type_="foreignkey")
        items.drop_column("is_void")
        items.drop_column("mended_id")
