"""Accounts from the command line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from quiz.access import Role
from quiz.accounts import service
from quiz.accounts.links import Offer, Purpose, make_link
from quiz.accounts.second_factor.service import drop
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
    newcomer = service.Newcomer(
        name=name, password=password, role=Role.ADMIN, is_let_in=True
    )
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


@group.command("let-in")
@_name
def let_in(name: str) -> None:
    """Say that somebody teaches: they may read the keys of what others made."""
    with _committed() as session:
        user = service.let_in(session, name, now())
        click.echo(f"{user.name!r} is let in.")


@group.command("invite")
@click.option("--uses", default=1, type=click.IntRange(1, 100), help="For how many.")
def invite(uses: int) -> None:
    """Print an invitation by which teachers register and are let in."""
    with _committed() as session:
        token = make_link(session, Offer(Purpose.ACCOUNT, uses=uses), now())
    click.echo(f"/account/register?invitation={token}")


@group.command("drop-factor")
@_name
def drop_factor(name: str) -> None:
    """Ask somebody who lost phone and paper for no second factor any more."""
    with _committed() as session:
        user = service.named(session, name)
        drop(session, user.id)
        click.echo(f"{user.name!r} signs in by the password alone.")


@group.command("reset")
@_name
def reset(name: str) -> None:
    """Print a link by which somebody chooses a new password within a day."""
    with _committed() as session:
        token = service.reset_link(session, service.named(session, name), now())
    click.echo(f"/account/reset/{token}")


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
