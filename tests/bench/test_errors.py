"""The page of errors: one file, everything in it, nothing from elsewhere."""

import re
import subprocess
import sys

import pytest

from bench.errors import page
from quiz.config import ROOT
from tests.bench.make_corpus import (
    BUILD,
    GOLD,
    MARODE,
    document,
    line,
    note,
    write_corpus,
)

WRONG = BUILD | {"speaker": "Lenk"}


@pytest.fixture(scope="module")
def made():
    predicted = [line(MARODE), line(WRONG, sure=True, reasons=["<rule>", "named"])]
    return page([document(GOLD)], {"Brücke": predicted}, "Fehler & mehr")


def cards(made):
    return re.findall(r"<article [^>]*>", made)


def test_every_claim_of_either_side_has_a_card(made):
    assert len(cards(made)) == len(GOLD)
    assert sum("missed" in card for card in cards(made)) == 2


def test_a_card_says_what_it_can_be_filtered_by(made):
    [wrong] = [card for card in cards(made) if "wrong speaker" in card]
    assert 'data-kind="wrong speaker|sure but wrong"' in wrong
    assert 'data-gold="Direct"' in wrong
    assert 'data-rule="&lt;rule&gt;"' in wrong


def test_the_text_stands_twice_with_the_marks_of_each_side(made):
    gold, _, predicted = made.partition("<h3>Predicted</h3>")
    gold = gold.partition("<h3>Gold</h3>")[2]
    predicted = predicted.partition("</details>")[0]
    assert gold.count('class="speaker"') == 3
    assert '<mark class="speaker" data-of="1 3">Lenk</mark>' in predicted
    assert "keine Unfälle" in predicted


def test_the_page_needs_nothing_from_elsewhere(made):
    assert not re.findall(r"(?:src|href|@import|url\()", made)
    assert "Fehler &amp; mehr" in made
    assert "http" not in made


def test_the_command_writes_only_where_told_and_predicts_itself(tmp_path):
    gold = write_corpus(tmp_path / "gold.jsonl.gz", [note()])
    out = tmp_path / "out" / "page.html"
    done = subprocess.run(
        [sys.executable, "-m", "bench.errors", str(gold), str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "corpus' text" in done.stdout
    assert "all right" in out.read_text(encoding="utf-8")
    assert {path.name for path in tmp_path.rglob("*.*")} == {
        "gold.jsonl.gz",
        "page.html",
    }
