"""How many articles become a round, as the command tells it."""

import gzip
import json
from dataclasses import replace

import pytest

from bench.rounds import Drawn, drawn_of, is_playable, main, summary
from tests.engine.library import text_of
from tests.engine.make_questions import TEXT

WOLF = "wolf-am-schulweg"


@pytest.fixture(scope="module")
def wolf():
    return drawn_of(WOLF, text_of(WOLF), all_sure=False)


@pytest.fixture
def corpus(tmp_path):
    file = tmp_path / "data" / "news" / "dev.jsonl.gz"
    file.parent.mkdir(parents=True)
    rows = [
        {"doc": "wolf", "originalText": text_of(WOLF)},
        {"doc": "ernte", "originalText": TEXT},
        {"doc": "english", "originalText": "The mayor said that he was there. " * 50},
    ]
    with gzip.open(file, "wt", encoding="utf-8") as out:
        out.writelines(f"{json.dumps(row)}\n" for row in rows)
    lists = tmp_path / "data" / "fixed-lists.json"
    lists.write_text(json.dumps({"short": ["ernte"]}), encoding="utf-8")
    return file


def test_it_prints_a_line_an_article_and_the_shares_last(corpus, capsys):
    main([str(corpus), "--min-words", "1", "--max-words", "9999", "--json"])
    *lines, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert [line["doc"] for line in lines] == ["wolf", "ernte"]
    assert lines[0]["round"] == sum(lines[0]["round_kinds"].values())
    assert (last["articles"], last["refused"], last["playable"]) == (3, 1, 2)


def test_a_list_takes_the_documents_it_names(corpus, capsys):
    main([str(corpus), "--list", "short", "--json"])
    [line, _] = map(json.loads, capsys.readouterr().out.splitlines())
    assert line["doc"] == "ernte"


def test_a_round_about_too_few_statements_is_not_counted(wolf):
    assert wolf.is_playable
    assert not is_playable(wolf.round[:4])
    one = wolf.round[0].claim
    assert not is_playable([replace(each, claim=one) for each in wolf.round])


def test_a_round_whose_answer_is_mostly_the_article_itself_is_not_counted(wolf):
    def of_nobody(question):
        options = tuple(
            replace(option, entity="article") if option.correct else option
            for option in question.options
        )
        return replace(question, options=options)

    size = len(wolf.round)
    allowed = size // 3
    some = [*map(of_nobody, wolf.round[:allowed]), *wolf.round[allowed:]]
    many = [*map(of_nobody, wolf.round[: allowed + 1]), *wolf.round[allowed + 1 :]]
    assert (is_playable(some), is_playable(many)) == (True, False)


def test_what_is_in_the_rounds_is_told_as_shares(wolf):
    total = summary([wolf])
    assert total["playable_share"] == 1
    assert sum(total["asked_as"].values()) == pytest.approx(1, abs=0.01)
    assert sum(total["in_rounds"].values()) == len(wolf.round)


def test_a_yes_that_nobody_else_could_have_said_is_no_own_voice(wolf):
    said_it = [q for q in wolf.questions if q.kind.value == "said_it"]
    asked = Drawn(wolf.doc, wolf.extraction, wolf.questions, tuple(said_it))
    assert said_it
    assert set(summary([asked])["asked_as"]) == {"yes or no"}
