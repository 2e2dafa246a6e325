"""With what kind of browser somebody signed in.

Revision ID: devices_1
Revises: counted_1
"""

import sqlalchemy as sa
from alembic import op

revision = "devices_1"
down_revision = "counted_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sign_ins", sa.Column("device", sa.String(40)))


def downgrade() -> None:
    op.drop_column("sign_ins", "device")
