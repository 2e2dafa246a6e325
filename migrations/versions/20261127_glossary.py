"""Hard words of an article, explained.

Revision ID: glossary_1
Revises: sharing_1
"""

import sqlalchemy as sa
from alembic import op

revision = "glossary_1"
down_revision = "sharing_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("articles", sa.Column("glossary", sa.JSON()))


def downgrade() -> None:
    op.drop_column("articles", "glossary")
