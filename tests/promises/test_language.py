"""What is known about German stands in its files, and in no rule."""

import re

import pytest

from quiz.config import ROOT
from tests.promises.literals import PLACES, literals

ENGINE = ROOT / "quiz/engine"
LEXICON = ENGINE / "lexicon"
RULES = sorted(
    file.relative_to(ENGINE)
    for file in ENGINE.rglob("*.py")
    if LEXICON not in file.parents
)


@pytest.mark.slow
@pytest.mark.parametrize("file", [str(file) for file in RULES])
def test_no_rule_has_a_word_of_a_language_in_its_code(file):
    found = literals((ENGINE / file).read_text("utf-8"))
    assert not found, f"{file}: into the files of the language with it: {found}"


# Each stands where a rule could look for it in an article.
PLANTED = (
    'if reading.lower[at] == "laut":',
    'if reading.lower[at] in ("laut", "zufolge"):',
    'if head.endswith("in"):',
    'stem = word.removesuffix("s")',
    'WORDS = frozenset({"laut"})',
    'WORDS: frozenset[str] = frozenset(["laut"])',
    'MARKERS = {"als": 1}',
    'MARKERS = {1: "als"}',
    '_PATTERN = re.compile(r"\\b(?:er|sie)\\b")',
    '_PATTERN = re.compile(rf"{stem}isch")',
    '_CAPITALS = re.compile("[A-ZÄÖÜ]")',
    'key = f"der {word}"',
    'def plural(word, ending="en"): ...',
    'def plural(word, *, ending="en"): ...',
    'match word:\n    case "laut": pass',
    'cue = marks.get("laut")',
    'cue = marks["laut"]',
    'print(find(word="laut"))',
    'words += "laut zufolge".split()',
    'label = Localised("" if word == "laut" else "?", "?")',
    'label = Localised(word.removesuffix("s"), "?")',
    "label = Localised(f\"{cues['laut']}\", '?')",
    'rng.choice(["laut"])',
    'raise ValueError(word.removesuffix("s"))',
    'rule = Rule(id=rules["laut"])',
)


@pytest.mark.parametrize("offence", PLANTED)
def test_a_word_is_found_wherever_it_is_planted(offence):
    if offence.endswith(":"):
        offence += " pass"
    assert literals(offence), offence


@pytest.mark.parametrize("file", ["claims/words/quoted.py", "text/sentence.py"])
def test_a_word_planted_in_a_rule_is_found_at_its_line(file):
    source = (ENGINE / file).read_text("utf-8")
    lines = source.splitlines()
    at = next(n for n, line in enumerate(lines, 1) if re.match(r" {4}return ", line))
    lines.insert(at - 1, '    if reading.lower[0] == "demnach": pass')
    assert literals("\n".join(lines)) == [(at, "demnach")]


HARMLESS = (
    '"""Words such as "laut"."""',
    'def cue(word: "Phrase | None") -> "Phrase": ...',
    'class Kind(StrEnum):\n    PERSON = "person"',
    'LEVEL: Literal["block"] = "block"',
    'raise KeyError("unknown")',
    'from quiz.errors import Invalid\nwrong = Invalid("own_lines", why=why)',
    'label = Localised(f"Wer sagt {word}?", "Who?")',
    'yield Violation("V01", BLOCK, "no key")',
    'CITED = Rule(id="quotation_cited", share=0.8)',
    '__all__ = ["cue"]',
    'def as_json(self): return {"cue": self.cue}',
    'def from_json(body): return body["cue"], body.get("hedge")',
    '_WORD = re.compile(r"[^\\W\\d_]+\\s*")',
    'MARKS = frozenset("„“»«")',
)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_for_people_or_for_other_code_is_no_offence(text):
    assert not literals(text)


@pytest.mark.slow
def test_every_kind_of_place_is_needed():
    sources = [(ENGINE / file).read_text("utf-8") for file in RULES]
    for place in PLACES:
        places = tuple(each for each in PLACES if each is not place)
        assert any(literals(source, places) for source in sources), place.__name__
