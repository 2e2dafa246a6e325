"""Accounts from the command line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from quiz.access import Role
from quiz.accounts import service
from quiz.accounts.sentences import SENTENCES
from quiz.errors import QuizError
from quiz.web.clock import now
from quiz.web.session import sessions_here

group = AppGroup("user", help="Look after accounts.")

_name = click.option("--name", prompt="User name", help="Asked for if left out.")
_from_stdin = click.option(
    "--password-stdin",
    is_flag=True,
    help="Read the password from standard input instead of asking for it.",
)


@group.command("create-admin")
@_name
@_from_stdin
def create_admin(name: str, *, password_stdin: bool) -> None:
    """Create an administrator's account."""
    password = _password(from_stdin=password_stdin)
    newcomer = service.Newcomer(name=name, password=password, role=Role.ADMIN)
    with _committed() as session:
        user = service.register(session, newcomer, now())
        click.echo(f"The administrator {user.name!r} can sign in now.")


@group.command("set-password")
@_name
@_from_stdin
def set_password(name: str, *, password_stdin: bool) -> None:
    """Give an account a new password and sign it out everywhere."""
    password = _password(from_stdin=password_stdin)
    with _committed() as session:
        user = service.set_password(session, name, password)
        click.echo(f"{user.name!r} has a new password.")


@group.command("delete")
@_name
@click.confirmation_option(
    prompt="Delete the account with its articles, sets and rounds?"
)
def delete(name: str) -> None:
    """Delete an account with everything that belongs to it."""
    with _committed() as session:
        service.remove(session, name)
        click.echo("It is gone.")


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))


@contextmanager
def _committed() -> Iterator[Session]:
    """A session that is committed; what goes wrong is said in a sentence."""
    try:
        with sessions_here().writing.begin() as session:
            yield session
    except QuizError as error:
        raise click.ClickException(
            str(SENTENCES[error.reason]) % error.details
        ) from None
