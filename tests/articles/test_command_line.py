"""`flask article …`: what the engine finds, without a database."""

import json
import subprocess
import sys

import pytest

from quiz.config import ROOT
from tests.engine.claims.test_own_outlet import TEXT as PRINTED
from tests.engine.library import text_of
from tests.engine.make_questions import SAID, TEXT

CLAIM = {
    "id",
    "content",
    "speaker",
    "speaker_entity",
    "cue",
    "type",
    "nested",
    "hedge",
    "source_vague",
    "sources",
    "confidence",
    "sure",
    "sure_words",
    "sure_speaker",
    "sure_chain",
    "sentence",
    "reasons",
}
QUESTION = {"id", "kind", "claim", "stem", "options", "explanation", "evidence"}
OPTION = {"text", "entity", "correct", "misconception"}


@pytest.fixture
def file(tmp_path):
    place = tmp_path / "ernte.txt"
    place.write_bytes(TEXT.encode("utf-8"))
    return str(place)


def words(spans, text=TEXT):
    return [text[begin:end] for begin, end in spans]


def test_extract_prints_the_documented_json(runner, file):
    done = runner.invoke(args=["article", "extract", file, "--json"])
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert set(found) == {"language", "claims", "entities"}
    assert found["language"] == "de"
    assert {frozenset(claim) for claim in found["claims"]} == {frozenset(CLAIM)}
    contents = {words(claim["content"])[0]: claim for claim in found["claims"]}
    names = {entity["id"]: entity["name"] for entity in found["entities"]}
    for speaker, content in SAID:
        claim = contents[content]
        assert words(claim["speaker"]) == [speaker]
        assert words(claim["cue"]) == ["sagte"]
        assert names[claim["speaker_entity"]] == speaker
        assert claim["type"] == "Direct"
        assert 0 <= claim["confidence"] <= 1


def test_questions_prints_the_documented_json(runner, file):
    done = runner.invoke(args=["article", "questions", file, "--seed", "7", "--json"])
    assert done.exit_code == 0
    questions = json.loads(done.stdout)
    assert questions
    for question in questions:
        assert set(question) >= QUESTION
        assert set(question["stem"]) == set(question["explanation"]) == {"de", "en"}
        assert all(set(option) >= OPTION for option in question["options"])
        assert any(option["correct"] for option in question["options"])
        assert words(question["evidence"])


def test_round_prints_questions_with_their_options_as_they_are_shown(runner, tmp_path):
    file = tmp_path / "wolf.txt"
    file.write_text(text_of("wolf-am-schulweg"), encoding="utf-8")
    asked = runner.invoke(args=["article", "questions", str(file), "--json"])
    by_id = {each["id"]: each for each in json.loads(asked.stdout)}
    done = runner.invoke(args=["article", "round", str(file), "--json"])
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert set(found) == {"size", "questions"}
    assert found["size"] == len(found["questions"]) == 8
    for question in found["questions"]:
        whole = by_id[question["id"]]
        assert set(question) == set(whole)
        ids = [option["id"] for option in question["options"]]
        assert sorted(ids) == sorted(option["id"] for option in whole["options"])


def test_the_outlet_that_printed_it_is_no_source(runner):
    args = ["article", "extract", "-", "--json"]
    assert "Nordpost" in _sources(runner.invoke(args=args, input=PRINTED))
    told = runner.invoke(args=[*args, "--outlet", "Die Nordpost"], input=PRINTED)
    assert _sources(told) == ["Talbote"]


def _sources(done):
    found = json.loads(done.stdout)
    ids = {link["entity"] for each in found["claims"] for link in each["sources"]}
    return [each["name"] for each in found["entities"] if each["id"] in ids]


@pytest.mark.parametrize("command", ["questions", "round"])
def test_the_outlet_that_printed_it_is_in_no_option(runner, command):
    args = ["article", command, "-", "--json", "--outlet", "Nordpost"]
    done = runner.invoke(args=args, input=PRINTED)
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    asked = found if command == "questions" else found.get("questions", [])
    labels = [each["text"] for question in asked for each in question["options"]]
    assert not any("Nordpost" in each for each in labels)


def test_round_says_what_is_missing(runner):
    text = "Der See ist zu. Am Morgen lag Eis auf dem See."
    done = runner.invoke(args=["article", "round", "-", "--json"], input=text)
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert found["size"] == 0
    assert "questions go together, a round needs" in found["missing"]


def test_the_same_seed_prints_the_same(runner, file):
    args = ["article", "questions", file, "--seed", "3", "--json"]
    assert runner.invoke(args=args).stdout == runner.invoke(args=args).stdout


def test_letters_are_printed_as_they_are(runner, file):
    done = runner.invoke(args=["article", "questions", file, "--json"])
    assert "„" in done.stdout
    assert "\\u" not in done.stdout


def test_without_json_people_can_read_it(runner, file):
    found = runner.invoke(args=["article", "extract", file]).stdout
    assert "who    Paula Sander" in found
    assert f"what   {SAID[0][1]}" in found
    asked = runner.invoke(args=["article", "questions", file]).stdout
    assert "* Paula Sander" in asked


def test_a_dash_reads_standard_input(runner, file):
    piped = runner.invoke(args=["article", "extract", "-", "--json"], input=TEXT)
    assert (
        piped.stdout
        == runner.invoke(args=["article", "extract", file, "--json"]).stdout
    )


def test_offsets_count_the_mark_in_front_and_every_line_end(runner, tmp_path):
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    (tmp_path / "windows.txt").write_bytes(text.encode("utf-8"))
    done = runner.invoke(
        args=["article", "extract", str(tmp_path / "windows.txt"), "--json"]
    )
    claims = json.loads(done.stdout)["claims"]
    assert {words(claim["content"], text)[0] for claim in claims} >= {
        content for _, content in SAID
    }


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "there is no text"),
        (b"\xef\xbb\xbf \n", "there is no text"),
        ("Gr\u00f6\u00dfe".encode("latin-1"), "not UTF-8"),
        (b"The mayor said on Monday that the bridge was closed. " * 5, "German"),
        (b"%PDF\x00\x01\x02" * 9, "not a plain text"),
        (TEXT.encode() * 400, "longer than 200,000"),
        ("\U0001f34e".encode() * 250_000, "longer than 200,000"),
    ],
    ids=["empty", "only a mark", "latin-1", "english", "binary", "long", "very long"],
)
@pytest.mark.parametrize("command", ["extract", "questions", "round"])
def test_what_cannot_be_used_is_one_line_and_exit_code_2(
    runner, tmp_path, command, raw, why
):
    (tmp_path / "brought.txt").write_bytes(raw)
    done = runner.invoke(
        args=["article", command, str(tmp_path / "brought.txt"), "--json"]
    )
    assert done.exit_code == 2
    assert done.stdout == ""
    assert why in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["extract", "questions", "round"])
def test_a_file_that_cannot_be_read_is_one_line_and_exit_code_2(
    runner, tmp_path, command
):
    for missing in (tmp_path / "nothing.txt", tmp_path):
        done = runner.invoke(args=["article", command, str(missing)])
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_the_command_needs_no_database_and_no_utf_8_terminal(file):
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "app", "article", "extract", file],
        cwd=ROOT,
        env={
            "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
            "PYTHONIOENCODING": "ascii",
            "QUIZ_SECRET_KEY": "only for this test, long enough",
        },
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert SAID[1][1] in done.stdout.decode("utf-8")
