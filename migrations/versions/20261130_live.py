"""Live games, their questions and who is in them.

Revision ID: live_1
Revises: second_factors_1
"""

import sqlalchemy as sa
from alembic import op

revision = "live_1"
down_revision = "second_factors_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "live_games",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("set_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=True),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["host_id"],
            ["users.id"],
            name=op.f("fk_live_games_host_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["set_id"],
            ["question_sets.id"],
            name=op.f("fk_live_games_set_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_live_games")),
        sa.UniqueConstraint("code", name=op.f("uq_live_games_code")),
    )
    op.create_index(op.f("ix_live_games_host_id"), "live_games", ["host_id"])
    op.create_index(op.f("ix_live_games_set_id"), "live_games", ["set_id"])
    op.create_table(
        "live_items",
        sa.Column("game_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("option_order", sa.JSON(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_live_items_number")),
        sa.ForeignKeyConstraint(
            ["game_id"],
            ["live_games.id"],
            name=op.f("fk_live_items_game_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["bank_items.id"],
            name=op.f("fk_live_items_item_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("game_id", "number", name=op.f("pk_live_items")),
    )
    op.create_index(op.f("ix_live_items_item_id"), "live_items", ["item_id"])
    op.create_table(
        "live_players",
        sa.Column("game_id", sa.Uuid(), nullable=False),
        sa.Column("player_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("alias", sa.String(length=40), nullable=False),
        sa.Column("standing", sa.String(length=6), nullable=False),
        sa.Column("first_number", sa.Integer(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "standing IN ('in', 'kicked', 'banned')",
            name=op.f("ck_live_players_standing"),
        ),
        sa.ForeignKeyConstraint(
            ["game_id"],
            ["live_games.id"],
            name=op.f("fk_live_players_game_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["player_id"],
            ["players.id"],
            name=op.f("fk_live_players_player_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["rounds.id"],
            name=op.f("fk_live_players_round_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("game_id", "player_id", name=op.f("pk_live_players")),
        sa.UniqueConstraint("game_id", "alias", name=op.f("uq_live_players_game_id_alias")),
        sa.UniqueConstraint("round_id", name=op.f("uq_live_players_round_id")),
    )
    op.create_index(op.f("ix_live_players_player_id"), "live_players", ["player_id"])


def downgrade() -> None:
    op.drop_table("live_players")
    op.drop_table("live_items")
    op.drop_table("live_games")
