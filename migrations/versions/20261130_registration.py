"""Who was let in as a teacher: everybody who had an account so far.

Revision ID: registration_1
Revises: links_1
"""

import sqlalchemy as sa
from alembic import op

revision = "registration_1"
down_revision = "links_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("users", sa.Column("let_in_at", sa.DateTime(timezone=True)))
    op.execute("UPDATE users SET let_in_at = created_at")


def downgrade() -> None:
    op.drop_column("users", "let_in_at")
