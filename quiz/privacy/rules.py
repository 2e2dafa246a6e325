"""The table that drives retention: what is kept, for how long, and how it goes.

Every table of the database stands in exactly one rule (a test holds it to that). The
page "What is kept about you" and the record of processing are made from it, and so is
the daily clearing up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from quiz.privacy.clearing import (
    clear_attempts,
    clear_classes,
    clear_games,
    clear_guests,
    clear_jobs,
    clear_links,
    clear_log,
    clear_sign_ins,
    clear_texts,
)
from quiz.privacy.sentences import UNTIL, WHAT

Clear = Callable[[Session, datetime], int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table.

    Attributes:
        name: for commands and the record of processing.
        about: "pupils", "teachers" or "nobody".
        tables: what it covers.
        clear: deletes what is over and gives how much; None for what people delete.
    """

    name: str
    about: str
    tables: tuple[str, ...]
    clear: Clear | None = None

    @property
    def what(self) -> object:
        """What is kept, in words a child understands."""
        return WHAT[self.name]

    @property
    def until(self) -> object:
        """For how long."""
        return UNTIL[self.name]


RULES = (
    Rule(
        "rounds",
        "pupils",
        ("players", "rounds", "round_items", "answers", "pointings", "righted"),
        clear_guests,
    ),
    Rule(
        "live_games",
        "pupils",
        ("live_games", "live_items", "live_players"),
        clear_games,
    ),
    Rule(
        "attempts",
        "pupils",
        ("used_attempts",),
        clear_attempts,
    ),
    Rule(
        "classes",
        "pupils",
        (
            "classes",
            "class_teachers",
            "seats",
            "teams",
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
        clear_classes,
    ),
    Rule(
        "accounts",
        "teachers",
        (
            *("users", "schools", "school_teachers", "favourites", "article_teachers"),
            *("second_factors", "recovery_codes"),
        ),
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
        clear_texts,
    ),
    Rule(
        "sign_ins",
        "teachers",
        ("sign_ins",),
        clear_sign_ins,
    ),
    Rule(
        "links",
        "teachers",
        ("one_time_links",),
        clear_links,
    ),
    Rule(
        "security",
        "teachers",
        ("security_events",),
        clear_log,
    ),
    Rule(
        "jobs",
        "teachers",
        ("jobs",),
        clear_jobs,
    ),
    Rule(
        "chores",
        "nobody",
        ("chores",),
    ),
)
