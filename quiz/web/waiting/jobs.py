"""The rows of what somebody waits for, so that every process of the server knows it.

Whoever works on one says so every few seconds. Where nobody does any more, its process
was ended: then the row still has what was typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from quiz.access import Actor
from quiz.db import Sessions
from quiz.errors import NotFound
from quiz.web.models import Job

BEAT_S = 3
LOST_AFTER = timedelta(seconds=5 * BEAT_S)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an answer was: it leads on, or is a page.

    Attributes:
        status: as HTTP has it.
        location: where it leads; None for a page.
        body: the page; None where it leads on.
        said: what the next page has to tell, each with its category.
    """

    status: int
    location: str | None
    body: str | None
    said: Sequence[Sequence[str]] = ()


def keep(
    sessions: Sessions,
    actor: Actor,
    path: str,
    typed: Sequence[Sequence[str]],
    now: datetime,
) -> UUID:
    """Keep what was typed, for as long as somebody works on it."""
    job = Job(
        user_id=actor.user_id,
        path=path,
        typed=[list(each) for each in typed],
        begun_at=now,
        alive_at=now,
        said=[],
    )
    with sessions.writing.begin() as session:
        session.add(job)
        session.flush()
        return job.id


def go_on(sessions: Sessions, job_id: UUID, now: datetime) -> None:
    """Say that it is still worked on."""
    with sessions.writing.begin() as session:
        session.execute(update(Job).where(Job.id == job_id).values(alive_at=now))


def finish(sessions: Sessions, job_id: UUID, outcome: Outcome, now: datetime) -> None:
    """Keep what came of it; nothing, if it was deleted meanwhile."""
    values = {
        "alive_at": now,
        "status": outcome.status,
        "location": outcome.location,
        "body": outcome.body,
        "said": [list(each) for each in outcome.said],
    }
    if outcome.location is not None:
        values["typed"] = []
    with sessions.writing.begin() as session:
        session.execute(update(Job).where(Job.id == job_id).values(values))


def job_of(sessions: Sessions, actor: Actor, job_id: UUID) -> Job:
    """One's own job.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    wanted = select(Job).where(Job.id == job_id, Job.user_id == actor.user_id)
    with sessions.reading() as session:
        found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound("job")
    return found


def is_lost(job: Job, now: datetime) -> bool:
    """Whether nobody works on it any more, and nothing came of it."""
    return job.status is None and job.alive_at < now - LOST_AFTER
