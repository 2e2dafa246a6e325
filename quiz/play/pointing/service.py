"""Pointing at the sentence that shows an answer, before the key is told.

It can lose nothing: the answer is kept before. What is pointed at is for the player
alone; levels, reports and leaderboards are worked out from answers, because a class
competes by knowing who said what.
"""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from quiz.db import upsert
from quiz.engine.pointing import Pointed, pointed_at
from quiz.errors import Invalid, NotFound
from quiz.play.asking import is_theirs
from quiz.play.models import Pointing
from quiz.play.service import Place
from quiz.play.sheet import Sheet
from quiz.play.steps import Placed

LEFT_OUT = Placed(None, None, found=False, hinted=False)
"""No sentence was pointed at, and none will be asked for any more."""

HINTED = LEFT_OUT._replace(hinted=True)
"""They had the paragraph shown; so there is nothing to find any more."""


def placed_at(sheet: Sheet, number: int | None) -> Placed:
    """That sentence, counted from 1 as shown, and whether it shows the answer.

    Raises:
        Invalid: "no_sentence" none was chosen; "unknown_sentence" there is none.
    """
    if number is None:
        raise Invalid("no_sentence")
    sentences = sheet.choices.sentences
    if not 1 <= number <= len(sentences):
        raise Invalid("unknown_sentence")
    span = sentences[number - 1]
    found = pointed_at(span, sheet.question, sheet.article.text, sentences)
    return Placed(*span, found=found is Pointed.FOUND, hinted=False)


def keep(
    session: Session, player_id: uuid.UUID, place: Place, placed: Placed, now: datetime
) -> None:
    """Keep what was pointed at; the first one counts, a later one changes nothing.

    Raises:
        NotFound: no such question in a round of this player.
    """
    if not is_theirs(session, player_id, place):
        raise NotFound("round")
    kept = place._asdict() | placed._asdict() | {"pointed_at": now}
    upsert(session, Pointing, kept, keep=True)
