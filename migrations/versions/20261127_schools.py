"""Schools, their teachers, and sets for a whole school.

Revision ID: schools_1
Revises: topics_1
"""

import sqlalchemy as sa
from alembic import op

revision = "schools_1"
down_revision = "topics_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "schools",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("invitation", sa.String(20), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schools")),
        sa.UniqueConstraint("invitation", name=op.f("uq_schools_invitation")),
    )
    op.create_table(
        "school_teachers",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("is_head", sa.Boolean(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_school_teachers_user_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["schools.id"],
            name=op.f("fk_school_teachers_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_school_teachers")),
    )
    op.create_index(
        op.f("ix_school_teachers_school_id"), "school_teachers", ["school_id"]
    )
    with op.batch_alter_table("question_sets") as sets:
        sets.drop_constraint(op.f("ck_question_sets_visibility"), type_="check")
        sets.create_check_constraint(
            op.f("ck_question_sets_visibility"),
            "visibility IN ('private', 'link', 'school', 'public')",
        )


def downgrade() -> None:
    op.execute(
        "UPDATE question_sets SET visibility = 'private' WHERE visibility = 'school'"
    )
    with op.batch_alter_table("question_sets") as sets:
        sets.drop_constraint(op.f("ck_question_sets_visibility"), type_="check")
        sets.create_check_constraint(
            op.f("ck_question_sets_visibility"),
            "visibility IN ('private', 'link', 'public')",
        )
    op.drop_table("school_teachers")
    op.drop_table("schools")
