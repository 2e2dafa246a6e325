"""Who works on an article together, who sees a set, and favourites.

Revision ID: sharing_1
Revises: order_1
"""

import sqlalchemy as sa
from alembic import op

revision = "sharing_1"
down_revision = "order_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "article_teachers",
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_article_teachers_article_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_article_teachers_user_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "article_id", "user_id", name=op.f("pk_article_teachers")
        ),
    )
    op.create_index(
        op.f("ix_article_teachers_user_id"), "article_teachers", ["user_id"]
    )
    op.create_table(
        "favourites",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("set_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_favourites_user_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["set_id"],
            ["question_sets.id"],
            name=op.f("fk_favourites_set_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "set_id", name=op.f("pk_favourites")),
    )
    op.create_index(op.f("ix_favourites_set_id"), "favourites", ["set_id"])
    with op.batch_alter_table("claim_corrections") as log:
        log.drop_constraint(op.f("ck_claim_corrections_act"), type_="check")
        log.create_check_constraint(
            op.f("ck_claim_corrections_act"),
            "act IN ('accept', 'reject', 'change', 'add', 'rename', 'merge', 'split',"
            " 'undo', 'redo')",
        )
    with op.batch_alter_table("question_sets") as sets:
        sets.add_column(
            sa.Column(
                "visibility", sa.String(10), nullable=False, server_default="private"
            )
        )
        sets.create_check_constraint(
            op.f("ck_question_sets_visibility"),
            "visibility IN ('private', 'link', 'public')",
        )
    op.execute("UPDATE question_sets SET visibility = 'public' WHERE owner_id IS NULL")
    with op.batch_alter_table("question_sets") as sets:
        sets.alter_column("visibility", server_default=None)


def downgrade() -> None:
    op.execute(
        "DELETE FROM claim_corrections WHERE article_id IN (SELECT article_id FROM "
        "claim_corrections WHERE act IN ('rename', 'merge', 'split'))"
    )
    with op.batch_alter_table("claim_corrections") as log:
        log.drop_constraint(op.f("ck_claim_corrections_act"), type_="check")
        log.create_check_constraint(
            op.f("ck_claim_corrections_act"),
            "act IN ('accept', 'reject', 'change', 'add', 'undo', 'redo')",
        )
    with op.batch_alter_table("question_sets") as sets:
        sets.drop_constraint(op.f("ck_question_sets_visibility"), type_="check")
        sets.drop_column("visibility")
    op.drop_table("favourites")
    op.drop_table("article_teachers")
