"""What a database holds of what people decided, asked, answered and earned.

Read by `leave.py` with the code of an older version, and by the tests with the code of
today: so it asks only for what both have.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.articles.models import Article
from quiz.bank.models import QuestionSet
from quiz.classroom.models import Classroom, Seat
from quiz.leaderboards.service import seat_totals, this_week
from quiz.play.models import Answer, Round, RoundItem
from quiz.progress.service import progress_of

Figures = dict[str, Any]


def figures(
    session: Session, review_of: Callable[[Article], Any], now: datetime
) -> Figures:
    """All that may not change with the rules; `now` is when the database was left."""
    return {
        "decided": decided(session, review_of),
        "asked": asked(session),
        "chosen": chosen(session),
        "answered": answered(session),
        "progress": progress(session, now),
        "board": board(session, now),
    }


def decided(session: Session, review_of: Callable[[Article], Any]) -> list[Figures]:
    """Claims about which somebody decided; of rejected ones only the words count."""
    found = []
    for article in session.scalars(select(Article)):
        review = review_of(article)
        names = {each.id: each.name for each in review.found.entities}
        for claim in review.found.claims:
            verdict = review.verdicts[claim.id].value
            line: Figures = {
                "verdict": verdict,
                "words": [span.of(article.text) for span in claim.content],
            }
            if verdict not in ("open", "rejected"):
                line["speaker"] = names.get(claim.speaker_entity or "")
                line["chain"] = [names[link.entity] for link in claim.sources]
                line["type"] = claim.type.value
                line["sure"] = claim.sure
            if verdict != "open":
                found.append(line)
    return found


def asked(session: Session) -> list[Figures]:
    """What the published set asks, with the keys."""
    wanted = select(QuestionSet).where(QuestionSet.published_at.is_not(None))
    return [_shown(each) for one in session.scalars(wanted) for each in one.questions()]


def chosen(session: Session) -> list[Figures]:
    """What the draft holds, and whether it is in the set."""
    wanted = select(QuestionSet).where(QuestionSet.published_at.is_(None))
    return [
        {"kept": item.is_kept, "place": item.place, **_shown(item.as_question())}
        for one in session.scalars(wanted)
        for item in one.items
    ]


def _shown(question: Any) -> Figures:
    return {
        "id": question.id,
        "stem": question.stem.de,
        "key": [option.label.de for option in question.key],
        "others": [option.label.de for option in question.distractors],
    }


def answered(session: Session) -> dict[str, list[float | None]]:
    """How much of each answer is right, round by round; None where it is open."""
    wanted = (
        select(Seat.number, Round.id, RoundItem.number, Answer.share)
        .join(Round, Round.player_id == Seat.player_id)
        .join(RoundItem, RoundItem.round_id == Round.id)
        .outerjoin(
            Answer,
            (Answer.round_id == RoundItem.round_id)
            & (Answer.number == RoundItem.number),
        )
        .order_by(Seat.number, Round.id, RoundItem.number)
    )
    found: dict[str, list[float | None]] = {}
    for seat, _round, _number, share in session.execute(wanted):
        found.setdefault(str(seat), []).append(share)
    return found


def progress(session: Session, now: datetime) -> dict[str, Figures]:
    """What each seat has reached."""
    found = {}
    for seat in _seats(session):
        reached = progress_of(session, seat.player_id, now)
        found[str(seat.number)] = {
            "points": [each.score.points for each in reached.rounds],
            "right": [each.score.right for each in reached.rounds],
            "skills": {s.skill.value: s.accuracy for s in reached.skills if s.answered},
            "levels": {
                skill.value: level.level.value
                for skill, level in reached.levels.items()
            },
            "badges": [badge.value for badge in reached.badges],
            "streak": reached.streak.days,
        }
    return found


def board(session: Session, now: datetime) -> dict[str, list[int | None]]:
    """What each seat brings into the week: its best round and its gain."""
    week = this_week(session, now)
    classroom = session.scalars(select(Classroom)).one()
    totals = seat_totals(session, classroom, week).seats
    return {str(each.seat.number): [each.best, each.gain] for each in totals}


def _seats(session: Session) -> list[Seat]:
    wanted = select(Seat).where(Seat.player_id.is_not(None)).order_by(Seat.number)
    return list(session.scalars(wanted))
