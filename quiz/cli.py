"""Commands about the whole app; each room brings its own."""

import tempfile

import click
from alembic.util import CommandError
from flask.cli import with_appcontext

from quiz import catalogues, schema
from quiz.db import connect
from quiz.web.session import sessions_here


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
    version = ".".join(map(str, engine.dialect.server_version_info or ()))
    where = engine.url.render_as_string(hide_password=True)
    if not current:
        raise click.ClickException(f"{where} is not up to date: run `db upgrade`.")
    click.echo(f"{where} is up to date ({schema.head()}).")
    click.echo(f"{engine.dialect.name} {version}")


@db.command()
def drift() -> None:
    """Tell where models and migrations differ (on a database of its own)."""
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(f"sqlite:///{folder}/drift.sqlite")
        schema.upgrade(engine)
        try:
            schema.check(engine)
        except CommandError as error:
            raise click.ClickException(str(error)) from None
        finally:
            engine.dispose()


@click.group()
def translations() -> None:
    """Look after the translations."""


@translations.command()
def update() -> None:
    """Take new phrases of code and templates into the catalogues."""
    for po in catalogues.update():
        click.echo(po)


@translations.command("compile")
def compile_() -> None:
    """Compile the catalogues that changed."""
    for mo in catalogues.compile_stale():
        click.echo(mo)


@translations.command()
def gaps() -> None:
    """Tell what is not translated, doubtful or left over, and fail if any is."""
    found = catalogues.gaps()
    for gap in found:
        click.echo(gap)
    if found:
        raise click.ClickException(f"{len(found)} gaps in the translations")
