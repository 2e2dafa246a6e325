"""The engine's tests know no web and no database, so that one of them is quick."""

import subprocess
import sys

import pytest

from quiz.config import ROOT

FOREIGN = ("alembic", "babel", "flask", "sqlalchemy", "trafilatura", "werkzeug")
# Importing any of them is an error here, which names who does it.
COLLECT = f"""
import sys
sys.modules.update(dict.fromkeys({FOREIGN!r}))
import pytest
sys.exit(pytest.main(["--collect-only", "-q", "-n0", *sys.argv[1:]]))
"""


def collected(*where):
    """What collecting these tests says where nothing of that can be imported."""
    command = [sys.executable, "-c", COLLECT, *map(str, where)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_engines_tests_import_no_web_and_no_database():
    done = collected("tests/engine")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("line", ["import flask", "from tests.make import make_set"])
def test_one_that_does_is_named(tmp_path, line):
    planted = tmp_path / "test_planted.py"
    planted.write_text(f"import sys\n{line}\n", encoding="utf-8")
    done = collected(planted)
    assert done.returncode != 0
    assert f"test_planted.py:2: in <module>\n    {line}" in done.stdout
