"""Fair contests: what of a seat's rounds counts, and how classes are ranked.

Accuracy and improvement count, never speed (question-kinds, section 6, "Boards"): the
mean over participants of the best of the first rounds, at least five participants,
shrunk towards the mean so that small classes do not jump; gain over one's own earlier
rounds; a cap against grinding; shared ranks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby
from statistics import fmean
from typing import Generic, TypeVar

from quiz.engine.pool import SMALLEST_ROUND

ROUNDS_A_WEEK = 5
"""Of each seat the first rounds of a week count; more would reward mere time."""
ROUNDS_A_DAY = 2
"""More of one day do not count: the cap against grinding."""
FEWEST_NEW = 5
"""A round counts with that many questions its seat had not answered before.

One that is shorter counts if all of its questions are new. So nothing that is offered
counts for nobody, and what is left over of a set that was played brings no easy round.
"""
FEWEST_PARTICIPANTS = 5
"""A class is ranked from so many participants up."""
FEWEST_IN_TEAM = 3
"""Inside a class everybody knows everybody, so classes of eight have teams, too."""
WEIGHT_OF_MEAN = 10
"""How many participants at the mean are added to each class before it is ranked."""
BASELINE_ROUNDS = 10
FEWEST_BEFORE = 3
"""Rounds before this week that a gain is measured against: the latest, at least."""
TOP = 3
AHEAD = 2
"""How many in front of one's own row are shown."""

_Who = TypeVar("_Who")


@dataclass(frozen=True, slots=True)
class CountedRound:
    """A finished round of a seat.

    Attributes:
        finished_at: when its last question was answered.
        share: how much of the questions that were new to the seat is right, 0–1.
    """

    finished_at: datetime
    share: float


@dataclass(frozen=True, slots=True)
class Week:
    """What a seat brings into a week.

    Attributes:
        best: the best share of the rounds that count, 0–1.
        gain: mean of those minus the mean of the latest before the week, −1 to 1;
            None with fewer than three before.
        rounds: how many count.
    """

    best: float
    gain: float | None
    rounds: int


@dataclass(frozen=True, slots=True)
class Entry(Generic[_Who]):
    """A class or team before it is ranked.

    Attributes:
        total: sum over its participants.
    """

    who: _Who
    participants: int
    total: float


@dataclass(frozen=True, slots=True)
class Line(Generic[_Who]):
    """One row of a leaderboard.

    Attributes:
        rank: from 1, shared by equals; None where too few took part.
        score: what it is ranked by; None without participants.
    """

    who: _Who
    rank: int | None
    score: float | None
    participants: int


def has_enough_new(new: int, asked: int) -> bool:
    """Whether a round counts in which so many of the questions asked were new.

    Args:
        new: how many its seat had not answered before.
        asked: how many there were; only those that count for points, in both.
    """
    return new >= min(FEWEST_NEW, max(asked, SMALLEST_ROUND))


def week_of(moment: datetime, zone: tzinfo) -> date:
    """The Monday on which the week of that moment begins in that time zone."""
    day = moment.astimezone(zone).date()
    return day - timedelta(days=day.weekday())


def counting(
    rounds: Iterable[CountedRound], week: date, zone: tzinfo
) -> tuple[CountedRound, ...]:
    """The rounds of a week that count: the first five, at most two of each day."""
    own = [each for each in rounds if week_of(each.finished_at, zone) == week]
    own.sort(key=lambda each: (each.finished_at, each.share))
    days = groupby(own, key=lambda each: each.finished_at.astimezone(zone).date())
    capped = [each for _day, found in days for each in list(found)[:ROUNDS_A_DAY]]
    return tuple(capped[:ROUNDS_A_WEEK])


def week_result(
    rounds: Iterable[CountedRound], week: date, zone: tzinfo
) -> Week | None:
    """What a seat brings into a week; None without a round that counts.

    Args:
        rounds: all rounds of the seat, in any order.
        week: the Monday it begins on.
        zone: the school's time zone.
    """
    known = list(rounds)
    now = counting(known, week, zone)
    if not now:
        return None
    before = sorted(
        (each for each in known if week_of(each.finished_at, zone) < week),
        key=lambda each: (each.finished_at, each.share),
    )[-BASELINE_ROUNDS:]
    gain = None
    if len(before) >= FEWEST_BEFORE:
        gain = fmean(each.share for each in now) - fmean(each.share for each in before)
    return Week(max(each.share for each in now), gain, len(now))


def shrunk(total: float, participants: int, mean: float) -> float:
    """A mean drawn towards that of all: (n·x̄ + 10·μ) / (n + 10).

    Args:
        total: n·x̄, the sum over the participants.
        participants: n.
        mean: μ, over all participants of the board.
    """
    return (total + WEIGHT_OF_MEAN * mean) / (participants + WEIGHT_OF_MEAN)


def ranked(
    entries: Sequence[Entry[_Who]], fewest: int = FEWEST_PARTICIPANTS
) -> tuple[Line[_Who], ...]:
    """Classes or teams by their shrunk mean, the best first; then those not ranked."""
    everybody = sum(entry.participants for entry in entries)
    mean = sum(entry.total for entry in entries) / everybody if everybody else 0.0
    scored = [
        (entry, shrunk(entry.total, entry.participants, mean)) for entry in entries
    ]
    many = [pair for pair in scored if pair[0].participants >= fewest]
    few = [entry for entry in entries if entry.participants < fewest]
    lines = placed([(entry.who, score) for entry, score in many])
    counts = {entry.who: entry.participants for entry in entries}
    return tuple(
        Line(line.who, line.rank, line.score, counts[line.who]) for line in lines
    ) + tuple(Line(entry.who, None, None, entry.participants) for entry in few)


def placed(scores: Sequence[tuple[_Who, float]]) -> tuple[Line[_Who], ...]:
    """One line for each, the best first; equals share a rank and the next is skipped.

    Equal is what a page shows as equal: tenths of a percent.
    """
    rounded = [(who, round(score, 3)) for who, score in scores]
    rounded.sort(key=lambda pair: -pair[1])
    lines: list[Line[_Who]] = []
    for at, (who, score) in enumerate(rounded, start=1):
        tied = bool(lines) and lines[-1].score == score
        lines.append(Line(who, lines[-1].rank if tied else at, score, 1))
    return tuple(lines)


def excerpt(
    lines: Sequence[Line[_Who]], own: _Who | None, top: int = TOP
) -> tuple[tuple[Line[_Who], ...], tuple[Line[_Who], ...]]:
    """The first lines, and one's own with those just ahead of it.

    Nobody sees who comes behind them, so that nobody is seen at the bottom.

    Args:
        lines: in their order.
        own: whose row it is; None for somebody who is not on the board.
        top: how many lines make the first part; equals of the last one belong to it.
    """
    last = lines[min(top, len(lines)) - 1].rank if lines else None
    first = [
        line
        for line in lines
        if line.rank is not None and last is not None and line.rank <= last
    ]
    at = next((at for at, line in enumerate(lines) if line.who == own), None)
    if at is None or lines[at] in first:
        return tuple(first), ()
    near = [line for line in lines[max(0, at - AHEAD) : at + 1] if line not in first]
    return tuple(first), tuple(near)
