"""Articles, whose text the database keeps from changing.

Revision ID: articles_1
Revises: accounts_1
"""

import sqlalchemy as sa
from alembic import op

revision = "articles_1"
down_revision = "accounts_1"
branch_labels = None
depends_on = None

# Questions point into the text by character offsets, and the rights in it forbid
# alterations. A migration that rebuilds the table must put the trigger back.
GUARD = {
    "sqlite": (
        """
        CREATE TRIGGER articles_text_never_changes
        BEFORE UPDATE OF text, text_sha256 ON articles
        WHEN NEW.text <> OLD.text OR NEW.text_sha256 <> OLD.text_sha256
        BEGIN
            SELECT RAISE(ABORT, 'the text of an article never changes');
        END
        """,
    ),
    "postgresql": (
        """
        CREATE FUNCTION articles_text_never_changes() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'the text of an article never changes'
                USING ERRCODE = 'integrity_constraint_violation';
        END
        $$
        """,
        """
        CREATE TRIGGER articles_text_never_changes
        BEFORE UPDATE OF text, text_sha256 ON articles
        FOR EACH ROW
        WHEN (NEW.text <> OLD.text OR NEW.text_sha256 <> OLD.text_sha256)
        EXECUTE FUNCTION articles_text_never_changes()
        """,
    ),
}


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("slug", sa.String(80), nullable=True),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("outlet", sa.String(120), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("url", sa.String(2000), nullable=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("rights_basis", sa.String(20), nullable=False),
        sa.Column("licence_name", sa.String(120), nullable=True),
        sa.Column("licence_url", sa.String(2000), nullable=True),
        sa.Column("school", sa.String(200), nullable=True),
        sa.Column("work_share", sa.Double(), nullable=True),
        sa.Column("author", sa.String(120), nullable=True),
        sa.Column("subtitle", sa.String(300), nullable=True),
        sa.Column("label", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("content_note", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("visibility", sa.String(10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name="fk_articles_owner_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("slug", name="uq_articles_slug"),
        sa.CheckConstraint(
            "rights_basis IN ('own_text', 'open_licence', 'school_contract',"
            " 's60a_extract', 'link_only')",
            name=op.f("ck_articles_rights_basis"),
        ),
        sa.CheckConstraint(
            "rights_basis <> 'open_licence'"
            " OR (licence_name IS NOT NULL AND licence_url IS NOT NULL)",
            name=op.f("ck_articles_licence_named"),
        ),
        sa.CheckConstraint(
            "rights_basis <> 'school_contract' OR school IS NOT NULL",
            name=op.f("ck_articles_school_named"),
        ),
        sa.CheckConstraint(
            "rights_basis <> 's60a_extract' OR work_share IS NOT NULL",
            name=op.f("ck_articles_share_named"),
        ),
        sa.CheckConstraint(
            "rights_basis <> 'link_only' OR (url IS NOT NULL AND text = '')",
            name=op.f("ck_articles_link_keeps_no_text"),
        ),
        sa.CheckConstraint(
            "work_share > 0 AND work_share <= 1", name=op.f("ck_articles_work_share")
        ),
        sa.CheckConstraint(
            "visibility IN ('private', 'library')", name=op.f("ck_articles_visibility")
        ),
        sa.CheckConstraint(
            "owner_id IS NOT NULL OR visibility = 'library'",
            name=op.f("ck_articles_private_is_owned"),
        ),
    )
    op.create_index("ix_articles_owner_id", "articles", ["owner_id"])
    for statement in GUARD[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("articles")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION articles_text_never_changes()")
