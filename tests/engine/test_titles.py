"""Who speaks behind a title: 389 short texts by somebody who did not know the rules.

Some of them are on one line with other persons of the same office; degrees, callings,
offices of former days and noble names are written in every way that papers have.
"""

import json
import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from quiz.engine.claims.extract import extract
from quiz.errors import Invalid

pytestmark = pytest.mark.slow

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("titles.jsonl").read_text("utf-8").splitlines()
]
SAME_WORDS = 0.8  # a share of common letters at which two contents are one claim


def _words(name):
    """A name in small letters without marks, as two spellings of it compare."""
    plain = unicodedata.normalize("NFKC", name or "").casefold().replace("ß", "ss")
    return re.sub(r"[^\w\s-]", "", plain).split()


@cache
def _claims(text):
    try:
        found = extract(text)
    except Invalid:  # too short to tell its language
        return []
    names = {entity.id: entity.name for entity in found.entities}
    return [
        (" ".join(s.of(text) for s in c.content), names.get(c.speaker_entity), c.sure)
        for c in found.claims
    ]


def _sure_speakers(row):
    """Who is named with confidence for the words of the row."""
    for content, name, sure in _claims(row["text"]):
        alike = SequenceMatcher(None, content, row["content"], autojunk=False).ratio()
        if sure and alike >= SAME_WORDS:
            yield name


def _row(row, number):
    gap = row.get("known_gap")
    marks = [pytest.mark.xfail(strict=True, reason=gap)] if gap else []
    return pytest.param(row, id=f"{number} {row['kind']}", marks=marks)


@pytest.mark.slow
@pytest.mark.parametrize("row", [_row(row, n) for n, row in enumerate(ROWS, 1)])
def test_whoever_is_named_surely_behind_a_title_is_right(row):
    right = [_words(name) for name in (row["speaker"], *row.get("also", []))]
    assert all(_words(name) in right for name in _sure_speakers(row))


def test_most_speakers_behind_a_title_are_named_surely():
    sure = sum(any(_sure_speakers(row)) for row in ROWS)
    assert sure >= 295


TITLES = (
    "Dr. med.", "Dr.med. dent.", "Dr. rer. nat.", "Dr.-Ing. habil.", "Dr. h. c. mult.",
    "DDr.", "Prof. Dr.", "Prof. em. Dr.", "Univ.-Prof.", "apl. Prof. Dr.", "PD Dr.",
    "Priv.-Doz.", "Dipl.-Ing. (FH)", "Dipl. Ing.", "Dipl.-Psychologin", "Mag. (FH)",
    "Mag.a", "Dr.in", "DI", "Dr. xyz.",
)  # fmt: skip
FORMER = (
    "Bürgermeister a. D.", "Bürgermeister a.D.", "Oberst i. R.", "Hauptmann d. R.",
    "Bürgermeister im Ruhestand", "Bürgermeister außer Dienst", "Professor em.",
    "Ex-Bürgermeister", "Altbürgermeister", "Vizebürgermeister",
)  # fmt: skip
FRAMES = (
    "{} sagte, die Brücke sei gesperrt.",
    "Die Brücke sei gesperrt, sagte {}.",
    "„Die Brücke bleibt gesperrt“, sagte {} der Nordpost.",
    "Laut {} ist die Brücke gesperrt.",
)
NAMES = ("Max Huber", "Eva Koch-Meier", "Schäfer")


@pytest.mark.slow
@pytest.mark.parametrize("title", [*TITLES, *(f"Herr {t}" for t in TITLES), *FORMER])
def test_a_title_is_no_part_of_the_name_and_nobody_else_is_meant(title):
    for name, frame, space in product(NAMES, FRAMES, (" ", "\N{NO-BREAK SPACE}")):
        said = frame.format(f"{title} {name}".replace(" ", space))
        text = f"Der Bürgermeister Jan Ohm war da. {said}"
        sure = {speaker for _, speaker, sure in _claims(text) if sure}
        assert {s and s.removeprefix("Dr. ") for s in sure} <= {name}, said
