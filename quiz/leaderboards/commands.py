"""Leaderboards from the command line."""

import click
from flask.cli import AppGroup

from quiz.leaderboards.rebuilding import rebuild as rebuild_totals
from quiz.web.session import sessions_here

group = AppGroup("leaderboards", help="Look after leaderboards.")


@group.command()
@click.option("--check", is_flag=True, help="Only compare, and fail if they differ.")
@click.pass_context
def rebuild(context: click.Context, check: bool) -> None:
    """Work out all running totals from the answers, and say what was wrong."""
    with sessions_here().writing() as session:
        found = rebuild_totals(session)
        if not check:
            session.commit()
    for each in found:
        click.echo(f"{each.table}: was {each.was}, is {each.is_now}")
    click.echo(f"{len(found)} differ.")
    context.exit(1 if check and found else 0)
