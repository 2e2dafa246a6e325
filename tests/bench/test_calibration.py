"""Confidence beside the share that is right, and figures that would agree better."""

import subprocess
import sys

import pytest

from bench.calibration import (
    by_grounds,
    calibration_error,
    fit,
    lowest_sure,
    reliability,
    unseen,
)
from bench.figures import HERE, write_figures
from bench.fitting import Case, confidence, fitted, rounded, threshold
from bench.judged import Judged, from_matches, from_news
from bench.matching import all_matches
from bench.noted import Held, News
from quiz.config import ROOT
from quiz.engine.claims.registry import GROUNDS
from tests.bench.make_corpus import BUILD, MARODE, document, line, note, write_corpus

WRONG = MARODE | {"speaker": "Arndt"}


def sample(*lines):
    return from_matches(all_matches([document()], {"Brücke": list(lines)}), 1)


def claims(*lines):
    return sample(*lines).claims


def judged(*pairs):
    return [Judged("d", ("rule",), c, c > 0.8, 5, r, r) for c, r in pairs]


def cases(right, wrong, *grounds):
    return [Case(grounds, at < right) for at in range(right + wrong)]


def test_confidences_are_counted_in_steps_beside_what_is_right():
    made = list(reliability(judged((0.9, True), (0.94, False), (0.5, True))))
    assert made[1:] == [
        ("0.5", "1", "0.50", "1.00"),
        ("0.9", "2", "0.92", "0.50"),
        ("all", "3", "0.78", "0.67"),
    ]


def test_the_error_is_the_mean_distance_of_the_steps():
    assert calibration_error(judged(*[(0.9, True)] * 9, (0.9, False))) == pytest.approx(
        0
    )
    off = judged((0.9, False), (0.1, True))
    assert calibration_error(off) == pytest.approx(0.9)
    assert calibration_error([]) == 0


def test_each_rule_and_way_stands_beside_its_figure():
    often = [line(MARODE, confidence=0.9)] * 8
    rarely = [line(BUILD, grounds=["clause_behind", "guessed"], confidence=0.4)]
    rows = list(by_grounds(claims(*often, *rarely)))
    assert rows[1] == ("clause_behind", "named", "8", "0.12", "0.12", "0.90")
    assert rows[2] == ("clause_behind", "(others)", "1", "1.00", "1.00", "0.40")


def test_figures_come_near_the_shares_they_were_made_from():
    made = [
        *cases(900, 100, "strong"),
        *cases(450, 550, "strong", "doubt"),
        *cases(400, 600, "weak"),
    ]
    found = fitted(made, {})
    assert found["strong"] == pytest.approx(0.9, abs=0.02)
    assert found["doubt"] == pytest.approx(0.5, abs=0.03)
    assert found["weak"] == pytest.approx(0.4, abs=0.02)
    assert confidence(("strong", "doubt"), found) == pytest.approx(0.45, abs=0.03)


def test_a_rare_ground_stays_near_the_prior():
    found = fitted([*cases(600, 400, "often"), *cases(1, 0, "rare")], {})
    assert found["rare"] < 0.7


def test_a_fixed_figure_stays_as_it_is():
    made = cases(100, 100, "rule", "by_reading")
    assert fitted(made, {"by_reading": 0.95})["by_reading"] == 0.95


def test_nothing_is_fitted_to_nothing():
    assert fitted([], {"pronoun": 0.9}) == {}
    assert fit(sample()) == {}


def test_few_claims_give_coarse_figures_and_never_certainty():
    assert (rounded(0.876, 20), rounded(0.876, 500)) == (0.9, 0.88)
    assert rounded(0.999, 20) == 0.95


def test_the_threshold_is_the_lowest_that_keeps_the_aim():
    scored = [(0.9, True)] * 19 + [(0.8, False)] + [(0.7, False)] * 9
    assert threshold(scored, 0.95) == 0.8
    assert threshold(scored, 0.96) == 0.9
    assert threshold([(0.9, False)], 0.5) is None


def test_claims_of_one_confidence_are_never_torn_apart():
    assert threshold([(0.9, True), (0.9, False)], 0.9) is None


def test_a_claim_is_judged_by_figures_from_other_documents():
    gold = [document(name=f"d{n}") for n in range(10)]
    lines = {each.name: [line(MARODE), line(WRONG)] for each in gold}
    tried = unseen(from_matches(all_matches(gold, lines), 10))
    assert len(tried) == 20
    assert len({each.confidence for each in tried}) == 1


def test_nobody_and_too_few_words_are_never_asked():
    [named, nobody, short] = claims(
        line(MARODE),
        line(BUILD, grounds=["clause_behind", "nobody"]),
        line(MARODE | {"content": "sperrt die"}),
    )
    assert [c.is_askable for c in (named, nobody, short)] == [True, False, False]


def test_the_lowest_confidence_looks_at_askable_claims_only():
    wrong = [Judged("d", ("rule", "nobody"), 0.9, False, 5, False, False)] * 50  # noqa: FBT003
    assert lowest_sure([*judged((0.9, True), (0.7, False)), *wrong]) == 0.9


def test_a_claim_whose_speaker_nobody_noted_is_told_apart():
    made = document([{"content": MARODE["content"]}])
    found = from_matches(all_matches([made], {"Brücke": [line(MARODE)]}), 1)
    assert [(c.is_right, c.is_named) for c in found.claims] == [(False, False)]


def test_our_news_texts_are_judged_by_who_is_meant():
    text = "Die Brücke\n\nKarla Lenk war da. Sie sagte, die Brücke sei marode.\n"
    noted = {"content": ["die Brücke sei marode"], "speaker": "Karla Lenk"}
    news = News("lenk", text, (noted,), (), {"Karla Lenk": frozenset({"karla lenk"})})
    [claim] = from_news([Held(news)]).claims
    assert claim.has_words
    assert claim.is_right


def test_figures_are_written_where_their_names_are_declared(tmp_path):
    file = tmp_path / "rules.py"
    file.write_text(
        'SURE = 0.8  # why\nA = Rule(id="a", share=0.5)  # note\n'
        'AB = Rule(\n    id="ab",\n    share=0.5,\n)\n'
    )
    done = list(write_figures({"a": 0.75, "SURE": 0.9, "new": 0.1}, (file,)))
    assert file.read_text() == (
        'SURE = 0.9  # why\nA = Rule(id="a", share=0.75)  # note\n'
        'AB = Rule(\n    id="ab",\n    share=0.5,\n)\n'
    )
    assert done == ["written: rules.py", "DECLARED NOWHERE: new"]


@pytest.mark.slow
def test_every_ground_is_declared_so_that_its_figure_can_be_written(tmp_path):
    files = [
        tmp_path / f"{number}.py"
        for number, file in enumerate(sorted(HERE.rglob("*.py")))
        if (tmp_path / f"{number}.py").write_text(file.read_text("utf-8"), "utf-8")
    ]
    done = list(write_figures({**dict.fromkeys(GROUNDS, 0.123), "SURE": 0.9}, files))
    assert not [each for each in done if "NOWHERE" in each]
    written = "".join(file.read_text("utf-8") for file in files)
    assert written.count("share=0.123") == len(GROUNDS)


def test_the_command_prints_its_tables_and_leaves_the_engine_alone(tmp_path):
    gold = write_corpus(tmp_path / "gold.jsonl.gz", [note()])
    engine = ROOT / "quiz" / "engine" / "claims" / "assessment" / "confidence.py"
    before = engine.read_text(encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bench.calibration", str(gold), "--markdown", "--fit"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "| confidence | claims | mean | right |\n|---|---|---|---|" in done.stdout
    assert "expected calibration error" in done.stdout
    assert engine.read_text(encoding="utf-8") == before
