"""The table that drives retention: what is kept, for how long, and how it goes.

Every table of the database stands in exactly one rule (a test holds it to that). The
page "What is kept about you" and the record of processing are made from it, and so is
the daily clearing up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import CursorResult, delete, func, select
from sqlalchemy.orm import Session

from quiz.accounts.models import SignIn
from quiz.accounts.service import SIGN_IN_LASTS
from quiz.articles.models import Article
from quiz.articles.retention import FOR_A_YEAR, kept_until
from quiz.classroom.models import Assignment, Classroom, Seat, UsedAttempt
from quiz.classroom.service import delete_ended
from quiz.db import zone_of
from quiz.engine.leaderboards import week_of
from quiz.events import answers_leave
from quiz.leaderboards.freezing import forget_past
from quiz.leaderboards.models import League, LeagueClass
from quiz.play.models import Player, Round
from quiz.web.models import SecurityEvent

GUESTS_LAST = timedelta(days=365)
LOG_LASTS = timedelta(days=30)

Clear = Callable[[Session, datetime], int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table.

    Attributes:
        name: for commands and the record of processing.
        about: "pupils", "teachers" or "nobody".
        tables: what it covers.
        what: what is kept, in words a child understands.
        until: for how long.
        clear: deletes what is over and gives how much; None for what people delete.
    """

    name: str
    about: str
    tables: tuple[str, ...]
    what: Any
    until: Any
    clear: Clear | None = None


def clear_guests(session: Session, now: datetime) -> int:
    """Players without account and seat whose last round began a year ago."""
    last = (
        select(func.max(Round.started_at))
        .where(Round.player_id == Player.id)
        .correlate(Player)
        .scalar_subquery()
    )
    seated = select(Seat.player_id).where(Seat.player_id.is_not(None))
    gone = delete(Player).where(
        Player.user_id.is_(None),
        Player.id.not_in(seated),
        func.coalesce(last, Player.created_at) < now - GUESTS_LAST,
    )
    return _count(session, gone)


def clear_attempts(session: Session, now: datetime) -> int:
    """Marks of used attempts in classes whose last day is over."""
    today = now.astimezone(zone_of(session)).date()
    ended = select(Classroom.id).where(Classroom.ends_on < today)
    tasks = select(Assignment.id).where(Assignment.class_id.in_(ended))
    gone = delete(UsedAttempt).where(UsedAttempt.assignment_id.in_(tasks))
    return _count(session, gone)


def clear_classes(session: Session, now: datetime) -> int:
    """Classes whose last day is over, leagues without a class, boards once frozen."""
    count = delete_ended(session, now.astimezone(zone_of(session)).date())
    count += forget_past(session, week_of(now, zone_of(session)))
    playing = select(LeagueClass.league_id)
    return count + _count(session, delete(League).where(League.id.not_in(playing)))


def clear_texts(session: Session, now: datetime) -> int:
    """Articles that may be kept for a school year only, with what was made of them."""
    today = now.astimezone(zone_of(session)).date()
    wanted = select(Article).where(
        Article.owner_id.is_not(None), Article.rights_basis.in_(FOR_A_YEAR)
    )
    count = 0
    for article in session.scalars(wanted).all():
        last = kept_until(article)
        if last is not None and last < today:
            answers_leave.send(session, of="article", id=article.id)
            session.execute(delete(Article).where(Article.id == article.id))
            count += 1
    session.expire_all()
    return count


def clear_sign_ins(session: Session, now: datetime) -> int:
    """Sign-ins that ran out."""
    old = delete(SignIn).where(SignIn.created_at < now - SIGN_IN_LASTS)
    return _count(session, old)


def clear_log(session: Session, now: datetime) -> int:
    """Lines of the security log that are a month old."""
    old = delete(SecurityEvent).where(SecurityEvent.happened_at < now - LOG_LASTS)
    return _count(session, old)


def _count(session: Session, statement: Any) -> int:  # noqa: ANN401
    done = session.execute(statement)
    return int(done.rowcount) if isinstance(done, CursorResult) else 0


RULES = (
    Rule(
        "rounds",
        "pupils",
        ("players", "rounds", "round_items", "answers"),
        _l(
            "Which questions you were asked, what you answered and when, and "
            "how sure you said to be, if you did. It belongs to a random "
            "number, not to a name."
        ),
        _l(
            "Until you delete it here; without a card for a year after your "
            "last round; with a card as long as your class."
        ),
        clear_guests,
    ),
    Rule(
        "attempts",
        "pupils",
        ("used_attempts",),
        _l(
            "With a card, if you delete your rounds: a stroke for each round that"
            " you began of what your class may play only so many times. Not what"
            " you answered, and not when."
        ),
        _l(
            "As long as your class, or until your teacher takes back what was to be"
            " played."
        ),
        clear_attempts,
    ),
    Rule(
        "classes",
        "pupils",
        (
            "classes",
            "class_teachers",
            "seats",
            "assignments",
            "assignment_rounds",
            "doubts",
            "counted_rounds",
            "seat_weeks",
            "class_weeks",
            "board_freezes",
            "leagues",
            "league_classes",
        ),
        _l(
            "With a card: the number of your seat, the made-up name you chose, "
            "what makes it easier for you there, what your class has to play, "
            "what you doubted, and how far you and your class came in a week."
        ),
        _l(
            "Until the last day that your teacher set, usually 31 July; then "
            "the class is deleted with everything that was played in it."
        ),
        clear_classes,
    ),
    Rule(
        "accounts",
        "teachers",
        ("users", "schools", "school_teachers", "favourites", "article_teachers"),
        _l(
            "Of teachers: a user name, a password in a form that nobody can "
            "read, an e-mail address only if they enter one, their language and"
            " their school."
        ),
        _l("Until the account is deleted."),
    ),
    Rule(
        "articles",
        "teachers",
        (
            "articles",
            "claim_corrections",
            "question_sets",
            "bank_items",
            "item_difficulties",
        ),
        _l("The articles and questions that teachers make, and their corrections."),
        _l(
            "Until they delete them; texts that a school may use for a year "
            "only, until 31 July."
        ),
        clear_texts,
    ),
    Rule(
        "sign_ins",
        "teachers",
        ("sign_ins",),
        _l("That a teacher is signed in, and since when."),
        _l("Until they sign out, for a month at most."),
        clear_sign_ins,
    ),
    Rule(
        "security",
        "teachers",
        ("security_events",),
        _l(
            "That somebody signed in or failed to, and that something was "
            "deleted or taken along as a file: what and when, never what was in"
            " it."
        ),
        _l("For thirty days."),
        clear_log,
    ),
    Rule(
        "chores",
        "nobody",
        ("chores",),
        _l("When the server last cleared up."),
        _l("Always."),
    ),
)
