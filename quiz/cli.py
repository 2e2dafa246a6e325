"""Commands about the whole app; each room brings its own."""

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from quiz import schema
from quiz.web.session import sessions_here


def init_app(app: Flask) -> None:
    """Add them to `flask --app app`."""
    app.cli.add_command(db)


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
@with_appcontext
def upgrade() -> None:
    """Create the tables, or bring them up to date."""
    schema.upgrade(sessions_here().engine)
    click.echo("The database is up to date.")


@db.command()
@with_appcontext
def check() -> None:
    """Tell whether the database stands at the newest migration."""
    engine = sessions_here().engine
    with engine.connect() as connection:
        current = schema.is_current(connection)
    where = engine.url.render_as_string(hide_password=True)
    if not current:
        raise click.ClickException(f"{where} is not up to date: run `db upgrade`.")
    click.echo(f"{where} is up to date ({schema.head()}).")
    current_app.logger.debug("checked")
