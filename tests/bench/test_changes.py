"""What a change of the rules won and lost, in words."""

import json
import re
import subprocess
import sys

from bench.changes import Change, by_rule, differences, side_by_side
from quiz.config import ROOT
from tests.bench.make_corpus import (
    BUILD,
    CLOSED,
    MARODE,
    UNHURT,
    document,
    line,
    note,
    write_corpus,
)

INVENTED = {"content": "Die Stadt sperrt die Brücke."}
BY_ARNDT = MARODE | {"speaker": "Arndt"}


def changes(before, after):
    was = {"Brücke": [line(each) for each in before]}
    now = {"Brücke": [line(each) for each in after]}
    return [each.change for each in differences([document()], was, now)]


def trust(before, after):
    was, now = {"Brücke": [before]}, {"Brücke": [after]}
    return [each.change for each in differences([document()], was, now)]


def test_the_same_predictions_differ_in_nothing():
    assert changes([MARODE, INVENTED], [INVENTED, MARODE]) == []


def test_claims_are_won_and_lost():
    assert changes([MARODE], [CLOSED]) == [Change.LOST, Change.WON]


def test_speakers_are_won_and_lost():
    assert changes([BY_ARNDT], [MARODE]) == [Change.SPEAKER_WON]
    assert changes([MARODE], [BY_ARNDT]) == [Change.SPEAKER_LOST]


def test_boundaries_are_won_and_lost():
    short = UNHURT | {"content": "keine Unfälle"}
    assert changes([short], [UNHURT]) == [Change.BOUNDARY_WON]
    assert changes([UNHURT], [short]) == [Change.BOUNDARY_LOST]


def test_inventions_come_and_go():
    assert changes([], [INVENTED]) == [Change.INVENTED]
    assert changes([INVENTED], []) == [Change.NOT_INVENTED]


def test_trust_is_gained_and_lost_rightly_and_wrongly():
    right, wrong = line(MARODE), line(BY_ARNDT)
    sure_right, sure_wrong = line(MARODE, sure=True), line(BY_ARNDT, sure=True)
    assert trust(right, sure_right) == [Change.SURE_RIGHT]
    assert trust(sure_right, right) == [Change.SURE_LOST_RIGHT]
    assert trust(wrong, sure_wrong) == [Change.SURE_WRONG]
    assert trust(sure_wrong, wrong) == [Change.SURE_LOST_WRONG]
    invented = line(INVENTED, sure=True)
    assert trust(line(INVENTED), invented) == [Change.SURE_WRONG]
    assert trust(right, invented) == [Change.LOST, Change.INVENTED, Change.SURE_WRONG]


def test_a_change_names_words_speaker_rule_and_document():
    [won] = differences([document()], {}, {"Brücke": [line(BUILD)]})
    assert str(won) == "won: „Wir bauen bald“ <Arndt> [clause_behind/named] Brücke"


def test_the_table_of_rules_counts_what_each_found():
    rows = list(by_rule([document()], {"Brücke": [line(MARODE), line(BY_ARNDT)]}))
    assert rows[1].split() == ["clause_behind", "2", "0.50", "0.50", "0"]


def test_the_command_prints_totals_figures_and_claims(tmp_path):
    gold = write_corpus(tmp_path / "gold.jsonl.gz", [note()])
    files = []
    for name, claims in (("before", []), ("after", [line(MARODE)])):
        files.append(str(tmp_path / f"{name}.jsonl"))
        kept = json.dumps({"doc": "Brücke", "claims": claims})
        (tmp_path / f"{name}.jsonl").write_text(kept, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bench.changes", str(gold), *files, "--rules"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "    1 won\n    0 lost" in done.stdout
    assert "won: die Brücke sei marode <Lenk>" in done.stdout
    figures = list(side_by_side([document()], {}, {"Brücke": [line(MARODE)]}))
    assert re.fullmatch(r"claims +4 gold, 0 found +→ 4 gold, 1 found", figures[0])
