"""Sets in versions: a draft is worked on, a published version stays as it is.

Revision ID: drafts_1
Revises: corrections_1
"""

import sqlalchemy as sa
from alembic import op

revision = "drafts_1"
down_revision = "corrections_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("question_sets") as sets:
        sets.add_column(sa.Column("published_at", sa.DateTime(timezone=True)))
        sets.add_column(sa.Column("previous_id", sa.Uuid()))
        sets.add_column(
            sa.Column("version", sa.Integer(), nullable=False, server_default="1")
        )
        sets.add_column(
            sa.Column("changes", sa.Integer(), nullable=False, server_default="0")
        )
        sets.create_foreign_key(
            "fk_question_sets_previous_id",
            "question_sets",
            ["previous_id"],
            ["id"],
            ondelete="SET NULL",
        )
        sets.create_unique_constraint("uq_question_sets_previous_id", ["previous_id"])
        sets.create_check_constraint(op.f("ck_question_sets_version"), "version >= 1")
    op.execute("UPDATE question_sets SET published_at = created_at")
    with op.batch_alter_table("question_sets") as sets:
        sets.alter_column("version", server_default=None)
        sets.alter_column("changes", server_default=None)
    with op.batch_alter_table("bank_items") as items:
        items.add_column(
            sa.Column("is_kept", sa.Boolean(), nullable=False, server_default=sa.true())
        )
    with op.batch_alter_table("bank_items") as items:
        items.alter_column("is_kept", server_default=None)


def downgrade() -> None:
    op.execute("DELETE FROM question_sets WHERE published_at IS NULL")
    with op.batch_alter_table("bank_items") as items:
        items.drop_column("is_kept")
    with op.batch_alter_table("question_sets") as sets:
        sets.drop_constraint(op.f("ck_question_sets_version"), type_="check")
        sets.drop_constraint("uq_question_sets_previous_id", type_="unique")
        sets.drop_constraint("fk_question_sets_previous_id", type_="foreignkey")
        sets.drop_column("changes")
        sets.drop_column("version")
        sets.drop_column("previous_id")
        sets.drop_column("published_at")
