"""What is over, and goes: rule by rule; each gives how much it deleted."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, delete, func, select
from sqlalchemy.orm import Session

from quiz.accounts.models import OneTimeLink, SignIn
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
from quiz.live.ending import end_forgotten
from quiz.live.models import LiveGame
from quiz.play.models import Player, Round
from quiz.web.models import Job, SecurityEvent

GUESTS_LAST = timedelta(days=365)
LOG_LASTS = timedelta(days=30)
JOBS_LAST = timedelta(days=1)
GAMES_GO_ON = timedelta(days=1)
GAMES_LAST = timedelta(days=30)


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


def clear_games(session: Session, now: datetime) -> int:
    """Live games that were over for thirty days; their rounds stay with the players.

    What nobody ended within a day is ended.
    """
    end_forgotten(session, now - GAMES_GO_ON, now)
    old = delete(LiveGame).where(LiveGame.ended_at < now - GAMES_LAST)
    return _count(session, old)


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


def clear_links(session: Session, now: datetime) -> int:
    """Links that ran out."""
    return _count(session, delete(OneTimeLink).where(OneTimeLink.expires_at <= now))


def clear_sign_ins(session: Session, now: datetime) -> int:
    """Sign-ins that ran out."""
    old = delete(SignIn).where(SignIn.created_at < now - SIGN_IN_LASTS)
    return _count(session, old)


def clear_log(session: Session, now: datetime) -> int:
    """Lines of the security log that are a month old."""
    old = delete(SecurityEvent).where(SecurityEvent.happened_at < now - LOG_LASTS)
    return _count(session, old)


def clear_jobs(session: Session, now: datetime) -> int:
    """What somebody waited for a day ago."""
    return _count(session, delete(Job).where(Job.alive_at < now - JOBS_LAST))


def _count(session: Session, statement: Any) -> int:  # noqa: ANN401
    done = session.execute(statement)
    return int(done.rowcount) if isinstance(done, CursorResult) else 0
