"""Whether somebody chose the questions of a set, and wants all of them in a round.

Revision ID: playing_1
Revises: used_attempts_1
"""

import sqlalchemy as sa
from alembic import op

revision = "playing_1"
down_revision = "used_attempts_1"
branch_labels = None
depends_on = None

_SETS = sa.table(
    "question_sets",
    sa.column("id", sa.Uuid()),
    sa.column("owner_id", sa.Uuid()),
    sa.column("previous_id", sa.Uuid()),
    sa.column("created_at", sa.DateTime(timezone=True)),
    sa.column("published_at", sa.DateTime(timezone=True)),
    sa.column("plays_all", sa.Boolean()),
)


def upgrade() -> None:
    with op.batch_alter_table("question_sets") as sets:
        sets.alter_column("plays_all", existing_type=sa.Boolean(), nullable=True)
    _forget_what_nobody_chose()
    chosen = _SETS.update().where(_SETS.c.plays_all.is_(sa.false()))
    op.execute(chosen.values(plays_all=True))
    with op.batch_alter_table("question_sets") as sets:
        sets.create_check_constraint(
            op.f("ck_question_sets_plays_all"),
            "published_at IS NOT NULL OR plays_all IS NOT NULL",
        )


def _forget_what_nobody_chose() -> None:
    """None for what the rules made, and for the versions that only put it right.

    What the rules make is published in the moment in which it is made; a draft never
    is. So is a version in which one question was put right: it is as the one before.
    """
    at_once = _SETS.c.published_at == _SETS.c.created_at
    unsaid = _SETS.update().where(at_once, _SETS.c.plays_all.is_(sa.false()))
    op.execute(unsaid.where(_SETS.c.previous_id.is_(None)).values(plays_all=None))
    before = sa.select(_SETS.c.id).where(_SETS.c.plays_all.is_(None))
    follows = unsaid.where(_SETS.c.previous_id.in_(before)).values(plays_all=None)
    while op.get_bind().execute(follows).rowcount:
        pass


def downgrade() -> None:
    with op.batch_alter_table("question_sets") as sets:
        sets.drop_constraint(op.f("ck_question_sets_plays_all"), type_="check")
    op.execute(
        _SETS.update().where(_SETS.c.plays_all.is_(None)).values(plays_all=False)
    )
    with op.batch_alter_table("question_sets") as sets:
        sets.alter_column("plays_all", existing_type=sa.Boolean(), nullable=False)
