"""`flask library …`: the question sets that come with the game."""

import click
from flask.cli import AppGroup, with_appcontext

from quiz.articles.bundled import bundled_articles
from quiz.bank.bundled import load_library
from quiz.web.clock import now
from quiz.web.session import sessions_here

group = AppGroup("library", help="Look after the articles that come with the game.")


@group.command("load")
@with_appcontext
def load() -> None:
    """Put the bundled articles and their questions in place; again does nothing."""
    with sessions_here().writing.begin() as session:
        loaded = load_library(session, bundled_articles(), now())
        for made in loaded.made:
            click.echo(f"{made.title}: {len(made.items)} questions")
        for slug, reason in loaded.refused:
            click.echo(f"{slug}: left out ({reason})", err=True)
    click.echo(f"The library is in place ({len(loaded.made)} new).")
