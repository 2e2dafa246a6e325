"""Two servers on one database that begin in the same moment."""

import os
import subprocess
import sys
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from quiz.articles.bundled import bundled_articles
from quiz.articles.models import Article
from quiz.config import ROOT
from quiz.db import connect
from quiz.install import is_inside
from tests.conftest import ENGINES
from tests.databases import new_database
from tests.patience import said

pytestmark = pytest.mark.skipif(
    not is_inside(), reason="runs on the .venv of a checkout"
)

LONGEST_S = 300  # the whole library is read twice


@pytest.mark.parametrize("engine", ENGINES)
def test_both_get_ready_and_the_library_is_there_once(request, engine, tmp_path):
    url = f"sqlite:///{tmp_path}/quiz.sqlite"
    if engine == "postgresql":
        server = request.getfixturevalue("postgres")
        url = new_database(server, f"both_{uuid4().hex[:12]}")
    both = [
        subprocess.Popen(
            [sys.executable, "app.py", "prepare"],
            cwd=ROOT,
            env=os.environ | {"DATABASE_URL": url},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(2)
    ]
    heard = [said(each, LONGEST_S) for each in both]
    assert [each.returncode for each in both] == [0, 0], heard
    database = connect(url)
    with database.connect() as connection:
        kept = connection.scalar(select(func.count()).select_from(Article))
    database.dispose()
    assert kept == len(bundled_articles())
