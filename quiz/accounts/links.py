"""Links that somebody passes on by hand: for one thing, for some time, and so often.

Whoever has one is let in; so no user name has to be asked for, and none is told.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from quiz.accounts.models import OneTimeLink
from quiz.errors import NotFound


class Purpose(StrEnum):
    """What a link opens."""

    ACCOUNT = "account"
    RESET = "reset"
    CLASS = "class"
    ARTICLE = "article"


LASTS = {
    Purpose.ACCOUNT: timedelta(days=14),
    Purpose.RESET: timedelta(days=1),
    Purpose.CLASS: timedelta(days=7),
    Purpose.ARTICLE: timedelta(days=7),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """What a link is to open.

    Attributes:
        purpose: what kind of thing.
        about_id: which; None for a new account.
        made_by_id: who offers it; None for the command line.
        uses: for how many.
    """

    purpose: Purpose
    about_id: UUID | None = None
    made_by_id: UUID | None = None
    uses: int = 1


def make_link(session: Session, offer: Offer, now: datetime) -> UUID:
    """The token of a new link: 122 random bits, of which only a digest is kept."""
    token = uuid4()
    session.add(
        OneTimeLink(
            digest=_digest(token),
            purpose=offer.purpose.value,
            about_id=offer.about_id,
            made_by_id=offer.made_by_id,
            uses_left=offer.uses,
            expires_at=now + LASTS[offer.purpose],
        )
    )
    session.flush()
    return token


def link_of(
    session: Session, purpose: Purpose, token: UUID, now: datetime
) -> OneTimeLink:
    """The link with that token, which stays as it is.

    Raises:
        NotFound: "link": there is none, it ran out, was used up or opens other things.
    """
    wanted = select(OneTimeLink).where(
        OneTimeLink.digest == _digest(token),
        OneTimeLink.purpose == purpose.value,
        OneTimeLink.expires_at > now,
    )
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound("link")
    return found


def use_up(
    session: Session, purpose: Purpose, token: UUID, now: datetime
) -> OneTimeLink:
    """The link, used once more; of two who use its last time one is told there is none.

    Raises:
        NotFound: as `link_of`.
    """
    found = link_of(session, purpose, token, now)
    here = OneTimeLink.id == found.id
    last = session.execute(
        delete(OneTimeLink).where(here, OneTimeLink.uses_left == 1),
        execution_options={"synchronize_session": False},
    )
    fewer = update(OneTimeLink).where(here, OneTimeLink.uses_left > 1)
    if not _changed(last) and not _changed(
        session.execute(
            fewer.values(uses_left=OneTimeLink.uses_left - 1),
            execution_options={"synchronize_session": False},
        )
    ):
        raise NotFound("link")
    session.expunge(found)
    return found


def end_links(session: Session, purpose: Purpose, about_id: UUID) -> None:
    """Have no link to that thing open it any more."""
    session.execute(
        delete(OneTimeLink).where(
            OneTimeLink.purpose == purpose.value, OneTimeLink.about_id == about_id
        )
    )


def _changed(result: object) -> bool:
    return getattr(result, "rowcount", 0) > 0


def _digest(token: UUID) -> str:
    return hashlib.sha256(token.bytes).hexdigest()
