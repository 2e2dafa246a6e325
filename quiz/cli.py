"""Commands about the whole app; each room brings its own."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from alembic.util import CommandError
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import URL

from quiz import backup, catalogues, schema
from quiz.db import connect
from quiz.web.clock import now
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


@click.group("backup")
def backups() -> None:
    """Keep all that the server knows, and put it back."""


_file = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


@backups.command("create")
@_file
@with_appcontext
def create_backup(file: Path) -> None:
    """Write a backup, while the server runs."""
    with _told():
        made = backup.create(_url(), _key(), file, now())
    click.echo(f"{file} has the {made.engine} database as of {made.made_at}.")


@backups.command("verify")
@_file
def verify_backup(file: Path) -> None:
    """Tell whether a backup is whole and its database sound."""
    with _told():
        made = backup.verify(file)
    click.echo(f"{file} is whole: {made.engine}, {made.made_at}.")


@backups.command("restore")
@_file
@click.confirmation_option(prompt="Replace all that the database has by what was kept?")
@with_appcontext
def restore_backup(file: Path) -> None:
    """Put a backup in the place of what is there; stop the servers before."""
    with _told():
        made = backup.restore(file, _url(), _key())
    click.echo(f"The database is as of {made.made_at}. Now run `db upgrade`.")


def _url() -> URL:
    return sessions_here().engine.url


def _key() -> Path:
    return Path(current_app.instance_path) / "secret_key"


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except backup.BackupError as error:
        raise click.ClickException(str(error)) from None
