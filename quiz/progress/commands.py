"""Progress from the command line."""

import click
from flask.cli import AppGroup

from quiz.progress import difficulties
from quiz.web.clock import now
from quiz.web.session import sessions_here

group = AppGroup("progress", help="Look after what is learnt from answers.")


@group.command()
def estimate() -> None:
    """Estimate how hard questions are, from everybody's first answers."""
    with sessions_here().writing.begin() as session:
        count = difficulties.estimate(session, now())
    click.echo(f"{count} estimated.")
