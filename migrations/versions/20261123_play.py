"""Players, their rounds, what was asked and answered.

Revision ID: play_1
Revises: bank_1
"""

import sqlalchemy as sa
from alembic import op

revision = "play_1"
down_revision = "bank_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "players",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_players"),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name="fk_players_user_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("user_id", name="uq_players_user_id"),
    )
    op.create_table(
        "rounds",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("set_id", sa.Uuid(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rounds"),
        sa.ForeignKeyConstraint(
            ["player_id"],
            ["players.id"],
            name="fk_rounds_player_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["set_id"],
            ["question_sets.id"],
            name="fk_rounds_set_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_rounds_player_id", "rounds", ["player_id"])
    op.create_index("ix_rounds_set_id", "rounds", ["set_id"])
    op.create_table(
        "round_items",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("option_order", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("round_id", "number", name="pk_round_items"),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["rounds.id"],
            name="fk_round_items_round_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["bank_items.id"],
            name="fk_round_items_item_id",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_round_items_number")),
    )
    op.create_index("ix_round_items_item_id", "round_items", ["item_id"])
    op.create_table(
        "answers",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reply", sa.JSON(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("round_id", "number", name="pk_answers"),
        sa.ForeignKeyConstraint(
            ["round_id", "number"],
            ["round_items.round_id", "round_items.number"],
            name="fk_answers_round_item",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("share >= 0 AND share <= 1", name=op.f("ck_answers_share")),
    )


def downgrade() -> None:
    op.drop_table("answers")
    op.drop_table("round_items")
    op.drop_table("rounds")
    op.drop_table("players")
