"""`flask library …`: the sets that come with the game; `flask sets …`: any of them."""

import sys
import uuid
from pathlib import Path

import click
from flask.cli import AppGroup, with_appcontext
from sqlalchemy import select

from quiz.articles.bundled import bundled_articles, read_article
from quiz.bank.library.bundled import load_library
from quiz.bank.library.checking import Report, check
from quiz.bank.models import QuestionSet
from quiz.bank.offering import offer_for
from quiz.engine.pool import Pool
from quiz.engine.questions.rules.referee import Verdict, referee
from quiz.engine.rounds import all_in_order, draw_round
from quiz.errors import Invalid
from quiz.web.clock import now
from quiz.web.session import sessions_here

group = AppGroup("library", help="Look after the articles that come with the game.")
sets = AppGroup("sets", help="Look after question sets.")


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


@group.command("check")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
def check_command(files: tuple[Path, ...]) -> None:
    """Say whether articles are ready for the library, and what each gives.

    Ends with status 1 where one is not ready; hints are worth a look only.
    """
    reports = [_checked(file) for file in files]
    if any(report is None or report.problems for report in reports):
        sys.exit(1)


def _checked(file: Path) -> Report | None:
    try:
        report = check(read_article(file))
    except Invalid as refused:
        click.echo(f"{file.name}: cannot be read: {refused.details['why']}")
        return None
    figures = ", ".join(f"{count} {name}" for name, count in report.figures.items())
    click.echo(
        f"{file.name}: {'not ready' if report.problems else 'ready'} ({figures})"
    )
    for problem in report.problems:
        click.echo(f"  wrong: {problem}")
    for hint in report.hints:
        click.echo(f"  look: {hint}")
    return report


@sets.command("referee")
@click.argument("set_id", type=click.UUID, required=False)
@click.option("--rounds", default=200, show_default=True, help="How many to draw.")
@with_appcontext
def referee_command(set_id: uuid.UUID | None, rounds: int) -> None:
    """Say how far one gets without the article; all current sets unless one is named.

    Ends with status 1 where a strategy is more than 10 points better than chance.
    """
    wanted = select(QuestionSet).where(QuestionSet.retired_at.is_(None))
    if set_id is not None:
        wanted = select(QuestionSet).where(QuestionSet.id == set_id)
    with sessions_here().reading() as session:
        found = [_judged(one, rounds) for one in session.scalars(wanted)]
    if set_id is not None and not found:
        raise click.ClickException("There is no such set.")
    if not all(found):
        sys.exit(1)


def _judged(one: QuestionSet, rounds: int) -> bool:
    """Print the verdicts on a set; whether it is fair."""
    click.echo(f"\n{one.title} ({one.id})")
    pool = Pool(one.questions())
    offer = offer_for(pool.questions, plays_all=one.plays_all)
    if not offer.is_playable:
        click.echo("  too few questions for a round")
        return True
    drawn = [
        all_in_order(pool.questions, seed) if offer.is_whole else draw_round(pool, seed)
        for seed in range(rounds)
    ]
    asked = [[(c.question_id, c.option_ids) for c in each.cards] for each in drawn]
    verdicts = referee(pool.questions, asked)
    for verdict in verdicts:
        click.echo(_line(verdict))
    return all(verdict.is_fair for verdict in verdicts)


def _line(verdict: Verdict) -> str:
    return (
        f"  {verdict.strategy:22} {verdict.reached:5.0%}, chance {verdict.chance:.0%}"
        f" ({100 * verdict.over_chance:+.0f}){'' if verdict.is_fair else '  UNFAIR'}"
    )
