"""Leagues, running totals of leaderboards, teams, and who shows on a board.

Revision ID: leaderboards_1
Revises: assignments_1
"""

import sqlalchemy as sa
from alembic import op

revision = "leaderboards_1"
down_revision = "assignments_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("classes") as classes:
        classes.add_column(
            sa.Column("shows_seats", sa.Boolean(), nullable=False, server_default="0")
        )
    with op.batch_alter_table("classes") as classes:
        classes.alter_column("shows_seats", server_default=None)
    with op.batch_alter_table("seats") as seats:
        seats.add_column(sa.Column("team", sa.Integer()))
        seats.add_column(
            sa.Column("is_hidden", sa.Boolean(), nullable=False, server_default="0")
        )
        seats.create_check_constraint(op.f("ck_seats_team"), "team >= 1 AND team <= 8")
    with op.batch_alter_table("seats") as seats:
        seats.alter_column("is_hidden", server_default=None)
    _totals()
    _leagues()


def _totals() -> None:
    op.create_table(
        "counted_rounds",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("seat_id", sa.Uuid(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "share >= 0 AND share <= 10000", name=op.f("ck_counted_rounds_share")
        ),
        _key("counted_rounds", "round_id", "rounds"),
        _key("counted_rounds", "seat_id", "seats"),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_counted_rounds")),
    )
    op.create_index("ix_counted_rounds_seat", "counted_rounds", ["seat_id", "finished_at"])
    op.create_table(
        "seat_weeks",
        sa.Column("seat_id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("best", sa.Integer(), nullable=False),
        sa.Column("gain", sa.Integer()),
        sa.Column("rounds", sa.Integer(), nullable=False),
        _key("seat_weeks", "seat_id", "seats"),
        _key("seat_weeks", "class_id", "classes"),
        sa.PrimaryKeyConstraint("seat_id", "week", name=op.f("pk_seat_weeks")),
    )
    op.create_index("ix_seat_weeks_class", "seat_weeks", ["class_id", "week"])
    op.create_table(
        "class_weeks",
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=False),
        sa.Column("best", sa.Integer(), nullable=False),
        sa.Column("gainers", sa.Integer(), nullable=False),
        sa.Column("gain", sa.Integer(), nullable=False),
        _key("class_weeks", "class_id", "classes"),
        sa.PrimaryKeyConstraint("class_id", "week", name=op.f("pk_class_weeks")),
    )


def _leagues() -> None:
    op.create_table(
        "leagues",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("code", sa.String(12), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leagues")),
        sa.UniqueConstraint("code", name=op.f("uq_leagues_code")),
    )
    op.create_table(
        "league_classes",
        sa.Column("league_id", sa.Uuid(), nullable=False),
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("looks_after", sa.Boolean(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        _key("league_classes", "league_id", "leagues"),
        _key("league_classes", "class_id", "classes"),
        sa.PrimaryKeyConstraint("league_id", "class_id", name=op.f("pk_league_classes")),
    )
    op.create_index(op.f("ix_league_classes_class_id"), "league_classes", ["class_id"])
    op.create_table(
        "board_freezes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("class_id", sa.Uuid()),
        sa.Column("league_id", sa.Uuid()),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("totals", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "(class_id IS NULL) <> (league_id IS NULL)",
            name=op.f("ck_board_freezes_whose"),
        ),
        _key("board_freezes", "class_id", "classes"),
        _key("board_freezes", "league_id", "leagues"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_freezes")),
        sa.UniqueConstraint("class_id", name=op.f("uq_board_freezes_class_id")),
        sa.UniqueConstraint("league_id", name=op.f("uq_board_freezes_league_id")),
    )


def _key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE"
    )


def downgrade() -> None:
    for table in (
        "board_freezes", "league_classes", "leagues",
        "class_weeks", "seat_weeks", "counted_rounds",
    ):  # fmt: skip
        op.drop_table(table)
    with op.batch_alter_table("seats") as seats:
        seats.drop_constraint(op.f("ck_seats_team"), type_="check")
        seats.drop_column("is_hidden")
        seats.drop_column("team")
    with op.batch_alter_table("classes") as classes:
        classes.drop_column("shows_seats")
