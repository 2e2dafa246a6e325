"""Accounts from the command line."""

import sys

import click
from flask.cli import AppGroup

from quiz.access import Role
from quiz.accounts import service
from quiz.accounts.sentences import SENTENCES
from quiz.errors import QuizError
from quiz.web.clock import now
from quiz.web.session import sessions_here

group = AppGroup("user", help="Look after accounts.")


@group.command("create-admin")
@click.option("--name", prompt="User name", help="Asked for if left out.")
@click.option(
    "--password-stdin",
    is_flag=True,
    help="Read the password from standard input instead of asking for it.",
)
def create_admin(name: str, *, password_stdin: bool) -> None:
    """Create an administrator's account."""
    password = (
        sys.stdin.readline().rstrip("\r\n")
        if password_stdin
        else click.prompt("Password", hide_input=True, confirmation_prompt=True)
    )
    newcomer = service.Newcomer(name=name, password=password, role=Role.ADMIN)
    with sessions_here().writing.begin() as session:
        try:
            user = service.register(session, newcomer, now())
        except QuizError as error:
            raise click.ClickException(
                str(SENTENCES[error.reason]) % error.details
            ) from None
    click.echo(f"The administrator {user.name!r} can sign in now.")
