"""Privacy from the command line."""

import click
from flask.cli import AppGroup
from sqlalchemy import select

from quiz.privacy.housekeeping import clear_up
from quiz.privacy.rules import RULES
from quiz.web.clock import now
from quiz.web.models import SecurityEvent
from quiz.web.security import COUNTED
from quiz.web.session import sessions_here

group = AppGroup("privacy", help="Look after what is kept about people.")


@group.command()
def clear() -> None:
    """Delete all that is over, as the server does once a day."""
    with sessions_here().writing.begin() as session:
        found = clear_up(session, now())
    for name, count in found.items():
        click.echo(f"{name}: {count} deleted.")


@group.command()
def record() -> None:
    """Print what is kept, for how long and where: the record of processing."""
    for rule in RULES:
        click.echo(f"## {rule.name} (about {rule.about})")
        click.echo(f"{rule.what}")
        click.echo(f"Kept: {rule.until}")
        click.echo(f"Deleted by: {'the server, daily' if rule.clear else 'people'}")
        click.echo(f"Tables: {', '.join(rule.tables)}\n")


@group.command("log")
@click.option("--lines", default=100, show_default=True, help="How many, the latest.")
def show_log(lines: int) -> None:
    """Print the security log, the latest line last."""
    wanted = select(SecurityEvent).order_by(SecurityEvent.happened_at.desc())
    with sessions_here().reading() as session:
        found = session.scalars(wanted.limit(lines)).all()
    for each in reversed(found):
        whose = each.user_id or (
            f"{each.times}x in this hour" if each.kind in COUNTED else "-"
        )
        click.echo(f"{each.happened_at.isoformat()} {each.kind} {whose}")
