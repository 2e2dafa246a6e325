"""What is looked for in the library, as it was sent."""

from collections.abc import Mapping
from typing import Any

from quiz.articles.forms import AGES
from quiz.articles.sentences import FORMS, LEVELS, TOPICS
from quiz.articles.service import MAX_PAGE
from quiz.bank.library.catalogue import Sought
from quiz.bank.library.service import Wanted
from quiz.bank.sentences import KINDS, SKILLS

# What can be looked for, with its name.
OFFERED = {
    "kinds": KINDS,
    "skills": SKILLS,
    "topics": TOPICS,
    "years": range(4, 13),
    "ages": AGES,
    "forms": FORMS,
    "levels": LEVELS,
    "minutes": range(2, 6),
}
HOME = {key: OFFERED[key] for key in ("topics", "forms", "levels", "ages", "minutes")}
_FARTHEST = 99
_OF_THE_TEXT = ("form", "level", "minutes")


def wanted_of(asked: Mapping[str, Any]) -> Wanted:
    """What a form looks for; what it cannot mean is left out."""
    return Wanted(
        words=asked.get("q", "")[:200].replace("\0", " "),
        kind=_one_of(KINDS, asked.get("kind")),
        skill=_one_of(SKILLS, asked.get("skill")),
        topic=_one_of(TOPICS, asked.get("topic")),
        year=_number(asked.get("year")),
        age=_number(asked.get("age")),
        form=_one_of(FORMS, asked.get("form")),
        level=_one_of(LEVELS, asked.get("level")),
        minutes=_number(asked.get("minutes")),
        only_favourites="favourites" in asked,
        page=_number(asked.get("page"), most=MAX_PAGE) or 1,
        count=_number(asked.get("count")) or Wanted().count,
    )


def asked_for(sent: Mapping[str, Any]) -> dict[str, str]:
    """What was looked for, as it was sent; without what was left empty."""
    names = ("q", "kind", "skill", "topic", "year", "age", *_OF_THE_TEXT)
    return {name: sent[name][:200] for name in names if sent.get(name)}


def sought_of(asked: Mapping[str, Any]) -> Sought:
    """What somebody looks for on the home page; what it cannot mean is left out."""
    return Sought(
        words=asked.get("q", "")[:200].replace("\0", " "),
        age=_number(asked.get("age")),
        minutes=_number(asked.get("minutes")),
        level=_one_of(LEVELS, asked.get("level")),
        topic=_one_of(TOPICS, asked.get("topic")),
        form=_one_of(FORMS, asked.get("form")),
        series=asked.get("series", "")[:40],
        page=_number(asked.get("page"), most=MAX_PAGE) or 1,
    )


def sought_for(sent: Mapping[str, Any]) -> dict[str, str]:
    """The same as it was sent; without what was left empty."""
    names = ("q", "topic", "age", "series", *_OF_THE_TEXT)
    return {name: sent[name][:200] for name in names if sent.get(name)}


def _one_of(known: Mapping[Any, object], value: str | None) -> str:
    return value if value and value in set(known) else ""


def _number(value: str | None, most: int = _FARTHEST) -> int | None:
    """A number from 1 to `most`; None where it is none."""
    number = int(value) if value and value.isdecimal() and len(value) < 7 else 0
    return number if 1 <= number <= most else None
