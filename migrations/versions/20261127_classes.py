"""Classes, their teachers, and seats.

Revision ID: classes_1
Revises: schools_1
"""

import sqlalchemy as sa
from alembic import op

revision = "classes_1"
down_revision = "schools_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "classes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("code", sa.String(12), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_classes")),
        sa.UniqueConstraint("code", name=op.f("uq_classes_code")),
    )
    op.create_index(op.f("ix_classes_ends_on"), "classes", ["ends_on"])
    op.create_table(
        "class_teachers",
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("is_owner", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"],
            ["classes.id"],
            name=op.f("fk_class_teachers_class_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_class_teachers_user_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("class_id", "user_id", name=op.f("pk_class_teachers")),
    )
    op.create_index(op.f("ix_class_teachers_user_id"), "class_teachers", ["user_id"])
    op.create_table(
        "seats",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(12), nullable=False),
        sa.Column("alias", sa.String(40)),
        sa.Column("player_id", sa.Uuid()),
        sa.Column("time_factor", sa.Double()),
        sa.Column("large_type", sa.Boolean(), nullable=False),
        sa.Column("less_motion", sa.Boolean(), nullable=False),
        sa.Column("easy_reading", sa.Boolean(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_seats_number")),
        sa.CheckConstraint(
            "time_factor IN (1, 1.25, 1.5, 2)", name=op.f("ck_seats_time_factor")
        ),
        sa.ForeignKeyConstraint(
            ["class_id"],
            ["classes.id"],
            name=op.f("fk_seats_class_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["player_id"],
            ["players.id"],
            name=op.f("fk_seats_player_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seats")),
        sa.UniqueConstraint("class_id", "number", name=op.f("uq_seats_class_id_number")),
        sa.UniqueConstraint("class_id", "code", name=op.f("uq_seats_class_id_code")),
        sa.UniqueConstraint("class_id", "alias", name=op.f("uq_seats_class_id_alias")),
        sa.UniqueConstraint("player_id", name=op.f("uq_seats_player_id")),
    )


def downgrade() -> None:
    op.execute(
        "DELETE FROM players WHERE id IN (SELECT player_id FROM seats"
        " WHERE player_id IS NOT NULL)"
    )
    op.drop_table("seats")
    op.drop_table("class_teachers")
    op.drop_table("classes")
