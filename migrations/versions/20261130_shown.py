"""Sets about protected texts are shown to nobody who only has an address.

Revision ID: shown_1
Revises: teams_1
"""

from alembic import op

revision = "shown_1"
down_revision = "teams_1"
branch_labels = None
depends_on = None

_PROTECTED = (
    "SELECT id FROM articles WHERE rights_basis NOT IN ('own_text', 'open_licence')"
)


def upgrade() -> None:
    op.execute(
        "UPDATE question_sets SET visibility = 'private' WHERE visibility = 'link'"  # noqa: S608 (nothing from outside)
        f" AND (article_id IN ({_PROTECTED}) OR id IN (SELECT set_id FROM bank_items"
        f" WHERE other_article_id IN ({_PROTECTED})))"
    )


def downgrade() -> None:
    pass
