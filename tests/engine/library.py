"""The articles of the library, each read and asked about once for all tests."""

import json
import tomllib
from functools import cache
from pathlib import Path

from quiz.engine.claims.claim import Extraction
from quiz.engine.claims.extract import extract
from quiz.engine.pool import Pool
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import Question
from tests.engine.make_extraction import make_extraction
from tests.engine.questions.stories import bridge

LIBRARY = Path(__file__).parents[2] / "quiz/articles/library"
GOLD = Path(__file__).parent / "library_gold"
ALL_SLUGS = tuple(sorted(path.stem for path in LIBRARY.glob("*.md")))
SLUGS = (
    "freibad-in-fahlenbeck",
    "stein-aus-dem-all",
    "treffen-am-weltraumbahnhof",
    "wolf-am-schulweg",
)
"""Articles written so that all is found; their notes know what shows each claim."""
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))
"""What each article gives at least; the README beside the file says what it means."""
NOTED = ("bridge", *SLUGS)
"""Stories that a person noted down: the articles, and one that is asked about fully."""


def text_of(slug: str) -> str:
    """The article as it is bundled."""
    raw = (LIBRARY / f"{slug}.md").read_text(encoding="utf-8")
    _, head, body = raw.split("+++\n", 2)
    assert tomllib.loads(head)["slug"] == slug
    return f"{body.strip()}\n"


@cache
def extracted(slug: str) -> Extraction:
    """What the rules find in an article."""
    return extract(text_of(slug))


@cache
def asked(slug: str, seed: int = 0) -> tuple[Question, ...]:
    """The questions on what the rules find in it."""
    return compose(extracted(slug), seed)


@cache
def noted(slug: str) -> Extraction:
    """What a person noted in an article, or in the story of the bridge."""
    if slug == "bridge":
        return bridge()
    notes = (GOLD / f"{slug}.json").read_text(encoding="utf-8")
    return make_extraction(text_of(slug), json.loads(notes))


@cache
def asked_by_notes(slug: str, seed: int = 0) -> tuple[Question, ...]:
    """The questions on what a person noted."""
    return compose(noted(slug), seed)


@cache
def pool_of(slug: str) -> Pool:
    """The questions on what the rules find, ready to be drawn from many times."""
    return Pool(asked(slug))


@cache
def pool_by_notes(slug: str) -> Pool:
    """The questions on what a person noted, ready to be drawn from many times."""
    return Pool(asked_by_notes(slug))
