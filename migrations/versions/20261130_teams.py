"""Crests of classes and of their teams; those that there are get one by lot.

Revision ID: teams_1
Revises: pointings_1
"""

import sqlalchemy as sa
from alembic import op

revision = "teams_1"
down_revision = "pointings_1"
branch_labels = None
depends_on = None

_CRESTS = (
    "anchor",
    "compass",
    "lighthouse",
    "feather",
    "comet",
    "lantern",
    "sail",
    "bridge",
)


def upgrade() -> None:
    with op.batch_alter_table("classes") as classes:
        classes.add_column(sa.Column("crest", sa.String(12)))
    teams = op.create_table(
        "teams",
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("crest", sa.String(12), nullable=False),
        sa.CheckConstraint(
            "number >= 1 AND number <= 8", name=op.f("ck_teams_number")
        ),
        sa.ForeignKeyConstraint(
            ["class_id"],
            ["classes.id"],
            name=op.f("fk_teams_class_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("class_id", "number", name=op.f("pk_teams")),
        sa.UniqueConstraint("class_id", "crest", name=op.f("uq_teams_class_id_crest")),
    )
    seats = sa.table(
        "seats", sa.column("class_id", sa.Uuid()), sa.column("team", sa.Integer())
    )
    known = sa.select(seats.c.class_id, seats.c.team).where(seats.c.team.is_not(None))
    rows = [
        {"class_id": class_id, "number": number, "crest": _CRESTS[number - 1]}
        for class_id, number in op.get_bind().execute(known.distinct()).all()
    ]
    if rows:
        op.bulk_insert(teams, rows)


def downgrade() -> None:
    op.drop_table("teams")
    with op.batch_alter_table("classes") as classes:
        classes.drop_column("crest")
