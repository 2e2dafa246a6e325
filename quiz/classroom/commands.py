"""Classes from the command line."""

import click
from flask.cli import AppGroup

from quiz.classroom import service
from quiz.web.clock import now
from quiz.web.session import sessions_here

group = AppGroup("class", help="Look after classes.")


@group.command("delete-ended")
def delete_ended() -> None:
    """Delete the classes whose last day is over, with all that was played there."""
    with sessions_here().writing.begin() as session:
        count = service.delete_ended(session, now().date())
    click.echo(f"{count} deleted.")
