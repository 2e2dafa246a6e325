"""Second factors, their recovery codes, and sign-ins proved by them.

Revision ID: second_factors_1
Revises: devices_1
"""

import sqlalchemy as sa
from alembic import op

revision = "second_factors_1"
down_revision = "devices_1"
branch_labels = None
depends_on = None


def _owner(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_user_id")
    return sa.ForeignKeyConstraint(
        ["user_id"], ["users.id"], name=name, ondelete="CASCADE"
    )


def upgrade() -> None:
    op.create_table(
        "second_factors",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=False),
        _owner("second_factors"),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_second_factors")),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        _owner("recovery_codes"),
        sa.PrimaryKeyConstraint("user_id", "digest", name=op.f("pk_recovery_codes")),
    )
    op.add_column(
        "sign_ins",
        sa.Column("is_strong", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    op.drop_column("sign_ins", "is_strong")
    op.drop_table("recovery_codes")
    op.drop_table("second_factors")
