"""How a player is doing and what comes next, derived from the answers."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, ScalarSelect, func, select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem, QuestionSet
from quiz.db import zone_of
from quiz.engine.mastery.badges import Badge, Streak, badges, streak
from quiz.engine.mastery.course import Mastery, masteries
from quiz.engine.mastery.judging import (
    Calibration,
    Detection,
    calibration,
    detection,
)
from quiz.engine.mastery.levels import Level, SkillLevel, levels
from quiz.engine.mastery.next_up import NextUp, next_up
from quiz.engine.mastery.practice import Practice, first_attempts
from quiz.engine.questions.question import Skill
from quiz.engine.scoring import RoundScore, score_round
from quiz.play.models import Righted, Round, RoundItem
from quiz.play.service import count_of
from quiz.progress.practice import played_by

ROUNDS_SHOWN = 20
"""Fits a page and a chart; accuracy still counts every first answer ever given."""


SEEN = 0.01
"""A smaller difference of accuracy is not told."""


@dataclass(frozen=True, slots=True)
class PlayedRound:
    """A round with at least one answer.

    Attributes:
        began_at: when it began.
        accuracy: of each skill practised so far, 0–1, over the latest first attempts
            up to the end of this round.
        righted: how many mistakes were put right when they were tried again.
    """

    round_id: uuid.UUID
    title: str
    began_at: datetime
    score: RoundScore
    accuracy: dict[Skill, float]
    righted: int = 0

    @property
    def is_finished(self) -> bool:
        """Whether all its questions are answered."""
        return self.score.answered == self.score.questions


@dataclass(frozen=True, slots=True)
class Progress:
    """All of one player.

    Attributes:
        rounds: the latest ones, oldest first.
        skills: every skill, those without answers too.
        levels: of the skills that were practised.
        next_up: what to practise next and why, most urgent first.
        detection: telling right attributions from wrong ones; None with too few.
        calibrations: how often they were right who said how sure they are.
        badges, streak: what was earned.
        rounds_played: how many there are in all.
    """

    rounds: tuple[PlayedRound, ...]
    skills: tuple[Mastery, ...]
    levels: dict[Skill, SkillLevel]
    next_up: tuple[NextUp, ...]
    detection: Detection | None
    calibrations: tuple[Calibration, ...]
    badges: tuple[Badge, ...]
    streak: Streak
    rounds_played: int

    @property
    def sure_skills(self) -> int:
        """Of how many skills somebody is sure, or more than that."""
        return sum(of.level is not Level.PRACTISING for of in self.levels.values())


def progress_of(session: Session, player_id: uuid.UUID, now: datetime) -> Progress:
    """What a player has played and how well, as far as it is told."""
    played = played_by(session, Round.player_id == player_id, now)
    practice = [each.practice for each in played]
    by_round: dict[uuid.UUID, list[Practice]] = defaultdict(list)
    for each in played:
        by_round[each.round_id].append(each.practice)
    found = session.execute(
        select(
            Round.id,
            QuestionSet.title,
            Round.started_at,
            _counted(),
            count_of(Righted),
        )
        .join(QuestionSet, QuestionSet.id == Round.set_id)
        .where(Round.player_id == player_id)
        .order_by(Round.started_at, Round.id)
    )
    begun = [row for row in found if row.id in by_round]
    skills = masteries(first_attempts(practice))
    zone = zone_of(session)
    reached, said = levels(practice, now), calibration(practice)
    days = (each.when.astimezone(zone).date() for each in practice)
    return Progress(
        rounds=tuple(
            _played(row, by_round[row.id], skills) for row in begun[-ROUNDS_SHOWN:]
        ),
        skills=skills,
        levels=reached,
        next_up=next_up(practice, now, zone),
        detection=detection(practice),
        calibrations=said,
        badges=badges(reached, said),
        streak=streak(days, now.astimezone(zone).date()),
        rounds_played=len(begun),
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """The skill that a round moved most: accuracy before and now.

    Attributes:
        before: None where the skill was met for the first time.
    """

    skill: Skill
    before: float | None
    now: float


def moved_in(
    session: Session, player_id: uuid.UUID, round_id: uuid.UUID, now: datetime
) -> Moved | None:
    """The skill that got better most in this round; None where none did."""
    played = played_by(session, Round.player_id == player_id, now)
    ended = {each.round_id: each.practice.when for each in played}  # the latest stays
    began = {(each.began_at, each.round_id) for each in played}
    places = [each for _began_at, each in sorted(began)]
    if round_id not in places:
        return None
    skills = masteries(first_attempts([each.practice for each in played]))
    place = places.index(round_id)
    reached = _accuracy_at(ended[round_id], skills)
    before = _accuracy_at(ended[places[place - 1]], skills) if place else {}
    found = [Moved(skill, before.get(skill), share) for skill, share in reached.items()]
    better = [m for m in found if m.now > (m.before or 0.0) + SEEN]
    return max(better, key=lambda m: m.now - (m.before or 0.0), default=None)


def _counted() -> ScalarSelect[int]:
    """How many questions of a round can be right or wrong."""
    return (
        select(func.count())
        .select_from(RoundItem)
        .join(BankItem, BankItem.id == RoundItem.item_id)
        .where(RoundItem.round_id == Round.id, BankItem.counts)
        .correlate(Round)
        .scalar_subquery()
    )


def _played(
    row: Row[*tuple[Any, ...]],
    answers: Sequence[Practice],
    skills: Sequence[Mastery],
) -> PlayedRound:
    round_id, title, began_at, questions, righted = row
    return PlayedRound(
        round_id=round_id,
        title=title,
        began_at=began_at,
        score=score_round([each.share for each in answers], questions),
        righted=righted,
        accuracy=_accuracy_at(answers[-1].when, skills),
    )


def _accuracy_at(moment: datetime, skills: Sequence[Mastery]) -> dict[Skill, float]:
    """Of each skill that had been practised by then."""
    found = {}
    for mastery in skills:
        for step in mastery.course:
            if step.when <= moment:
                found[mastery.skill] = step.accuracy
    return found
