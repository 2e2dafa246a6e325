"""In which team somebody is in a live game; nobody was in one.

Revision ID: live_teams_1
Revises: righted_1
"""

import sqlalchemy as sa
from alembic import op

revision = "live_teams_1"
down_revision = "righted_1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("live_players") as players:
        players.add_column(sa.Column("team", sa.Integer(), nullable=True))
        players.create_check_constraint(
            op.f("ck_live_players_team"), "team >= 1 AND team <= 8"
        )


def downgrade() -> None:
    with op.batch_alter_table("live_players") as players:
        players.drop_constraint(op.f("ck_live_players_team"), type_="check")
        players.drop_column("team")
