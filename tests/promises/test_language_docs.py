"""docs/languages.md tells of every table what it holds, and shows it in German."""

import re
import tomllib
from collections.abc import Mapping
from functools import reduce

import pytest

from quiz.config import ROOT
from quiz.engine.lexicon.lexicon import HERE
from quiz.engine.lexicon.loading.folder import rows_of
from quiz.engine.lexicon.loading.tables import shape_of
from tests.engine.lexicon.make_language import files, tables

PAGE = (ROOT / "docs/languages.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n?)*)", PAGE, re.MULTILINE))
ROW = re.compile(r"^\| `([\w.]+)` \| ([^|]*) \| ([^|]*) \| (.*) \|$", re.MULTILINE)
GERMAN = {
    name: tomllib.loads((HERE / "de" / name).read_text("utf-8"))
    for name, hint in files()
    if rows_of(hint) is None
}
NEEDED = {
    (name, ".".join(path)): shape_of(of)
    for name, hint in files()
    if rows_of(hint) is None
    for path, of in tables(hint)
}


def told():
    """File and table → shape, meaning and example, as the page has them."""
    for head, body in SECTIONS.items():
        names = head.split(", ")
        for table, *cells in ROW.findall(body):
            name = next((n for n in names if (n, table) in NEEDED), names[0])
            yield (name, table), cells


TOLD = dict(told())


def test_every_table_is_told_once_and_none_too_many():
    assert TOLD.keys() == NEEDED.keys()
    assert len(list(told())) == len(NEEDED)


def test_every_file_has_its_section():
    there = {name for head in SECTIONS for name in head.split(", ")}
    assert {name for name, _ in files()} <= there


@pytest.mark.parametrize("table", NEEDED, ids=" ".join)
def test_a_table_is_told_with_its_shape_and_with_words_of_it(table):
    shape, meaning, example = TOLD[table]
    assert shape == NEEDED[table]
    assert meaning.strip()
    shown = re.findall(r"\*\*(.+?)\*\*", example)
    assert shown, "show what stands in the table in bold"
    name, path = table
    held = reduce(lambda of, key: of[key], path.split("."), GERMAN[name])
    for word in shown:
        assert _holds(held, word, patterns=shape == "patterns"), word


def _holds(held, word, *, patterns):
    """Whether the table has the word, in small or capital letters."""
    if patterns:
        return any(re.search(each, word.lower()) for each in _words(held))
    return word.lower() in map(str.lower, _words(held))


def _words(held):
    """Every key and every text of a table, rows of words also as one."""
    if isinstance(held, Mapping):
        for key, value in held.items():
            yield key
            yield from _words(value)
    elif isinstance(held, str):
        yield from (held, *held.split())
    else:
        yield " ".join(map(str, held))
        for each in held:
            yield from _words(each)


SHAPES = {
    re.sub(r"^rows of |[][]| or nothing", "", part)
    for shape in NEEDED.values()
    for part in re.split(r" → |, ", shape)
}


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_every_shape_is_explained(shape):
    kinds = re.findall(r"^\| ([^|]+) \|", SECTIONS["Shapes"], re.MULTILINE)
    assert shape in {name for kind in kinds for name in kind.split(", ")}
