"""What people decided about an article, entry by entry, and which of it holds."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.articles.models import Article, ClaimCorrection
from quiz.engine.claims.review.correction import Correction
from quiz.errors import Conflict

UNDO, REDO = "undo", "redo"


class Seen(NamedTuple):
    """What a page that decides something saw, and when it was sent.

    Attributes:
        version: how long the log was.
        reading: `reading_of` the article; "" where the page calls nothing by a number.
    """

    version: int
    now: datetime
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """Where the log of an article stands.

    Attributes:
        version: how many entries it has; a page that changes it says which it saw.
        done: the decisions that hold, in order.
        undone: those taken back that can be brought again, the next one last.
    """

    version: int
    done: tuple[Correction, ...]
    undone: tuple[Correction, ...]


def decided(log: Sequence[ClaimCorrection]) -> Decided:
    """Which of the decisions hold."""
    done: list[Correction] = []
    undone: list[Correction] = []
    for entry in log:
        if entry.act == UNDO:
            undone.append(done.pop())
        elif entry.act == REDO:
            done.append(undone.pop())
        else:
            done.append(Correction.from_json(entry.body))
            undone.clear()
    return Decided(len(log), tuple(done), tuple(undone))


def holding(log: Sequence[ClaimCorrection]) -> tuple[str, ...]:
    """The decisions that hold, by which what follows from them is remembered."""
    return tuple(json.dumps(each.as_json()) for each in decided(log).done)


def append(
    session: Session, actor: Actor, article: Article, entry: ClaimCorrection, at: Seen
) -> None:
    """Keep one more decision; whatever takes long comes before it.

    Raises:
        Conflict: "corrected_meanwhile" somebody decided something in between.
    """
    must_be_last(article, at)
    entry.number, entry.user_id = at.version + 1, actor.user_id
    entry.created_at = at.now
    try:
        with session.begin_nested():
            article.log.append(entry)
    except IntegrityError as taken:
        raise Conflict("corrected_meanwhile") from taken


def must_be_last(article: Article, at: Seen) -> None:
    """Nothing, if the page saw all that was decided.

    Raises:
        Conflict: as `append`.
    """
    if at.version != len(article.log):
        raise Conflict("corrected_meanwhile")
