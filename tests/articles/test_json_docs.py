"""docs/json.md says what the commands print: every key, and no other."""

import json
import re

import pytest

from quiz.config import ROOT
from tests.engine.make_questions import TEXT

DOCS = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path):
    (tmp_path / "ernte.txt").write_bytes(TEXT.encode("utf-8"))
    return str(tmp_path / "ernte.txt")


def printed(runner, command, file):
    return json.loads(runner.invoke(args=["article", command, file, "--json"]).stdout)


def keys_in_table(heading):
    table = DOCS.partition(f"| Key of {heading} |")[2].partition("\n\n")[0]
    return set(re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE))


def test_every_key_of_extract_is_documented(runner, file):
    found = printed(runner, "extract", file)
    assert set(found["claims"][0]) == keys_in_table("a claim")
    assert set(found["claims"][0]["reasons"][0]) == keys_in_table("a reason")
    assert set(found["entities"][0]) == keys_in_table("an entity")


def test_every_key_of_questions_is_documented(runner, file):
    question = printed(runner, "questions", file)[0]
    assert set(question) == keys_in_table("a question")
    assert set(question["options"][0]) == keys_in_table("an option")


def test_the_example_has_the_shape_of_the_real_thing(runner, file):
    example = json.loads(DOCS.partition("```json\n")[2].partition("```")[0])
    found = printed(runner, "extract", file)
    assert set(example) == set(found)
    assert set(example["claims"][0]) == set(found["claims"][0])
    assert set(example["entities"][0]) == set(found["entities"][0])


def test_claims_of_questions_are_those_that_extract_prints(runner, file):
    ids = {claim["id"] for claim in printed(runner, "extract", file)["claims"]}
    assert {question["claim"] for question in printed(runner, "questions", file)} <= ids
