"""Lines of the security log that count.

Revision ID: counted_1
Revises: registration_1
"""

import sqlalchemy as sa
from alembic import op

revision = "counted_1"
down_revision = "registration_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "security_events",
        sa.Column("times", sa.Integer(), nullable=False, server_default="1"),
    )


def downgrade() -> None:
    op.drop_column("security_events", "times")
