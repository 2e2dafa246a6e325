import subprocess
import sys

import pytest

from quiz.config import ROOT

pytestmark = pytest.mark.slow

QUESTIONS = """
import tomllib
from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
with open("tests/engine/news/chor-ohne-raum.toml", "rb") as news:
    print([each.as_json() for each in compose(extract(tomllib.load(news)["text"]))])
"""


def test_an_article_gives_the_same_questions_in_every_process():
    given = {
        subprocess.run(
            [sys.executable, "-c", QUESTIONS],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(given) == 1
