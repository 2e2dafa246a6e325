"""Where the corpus is looked for, and what is said where it is missing."""

import pytest

from bench import corpus
from bench.__main__ import show_quality
from bench.corpus import corpus_file
from tests.bench.make_corpus import note, write_corpus


@pytest.fixture
def gold(tmp_path):
    return write_corpus(tmp_path / "gold.jsonl.gz", [note()])


def test_a_file_named_by_the_environment_is_taken(monkeypatch, gold, capsys):
    monkeypatch.setenv("BENCH_CORPUS", str(gold))
    show_quality()
    assert "4 gold" in capsys.readouterr().out


def test_without_a_corpus_the_figures_are_left_out_and_it_says_so(monkeypatch, capsys):
    monkeypatch.delenv("BENCH_CORPUS", raising=False)
    monkeypatch.setattr(corpus, "BESIDE", corpus.BESIDE.with_name("no such file"))
    show_quality()
    assert "left out" in capsys.readouterr().out


def test_a_wrong_name_is_not_silently_ignored(monkeypatch, tmp_path):
    monkeypatch.setenv("BENCH_CORPUS", str(tmp_path / "none"))
    with pytest.raises(SystemExit, match="no file"):
        corpus_file()
