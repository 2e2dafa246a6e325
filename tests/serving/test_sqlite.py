"""Which SQLite the app runs on, and what it says about one that may do damage."""

import os
import sqlite3
import subprocess
import sys
from importlib.util import find_spec

import pytest

from quiz.config import ROOT
from quiz.databases.sqlite import is_sound, version
from quiz.db import connect
from tests.patience import PATIENCE_S

# As on a machine for which there is no wheel of a newer one.
WITHOUT_THE_BUNDLED = """
import sys
sys.modules["pysqlite3"] = None
from quiz import serve
"""


def test_the_app_runs_on_one_that_cannot_damage_a_database(tmp_path):
    engine = connect(f"sqlite:///{tmp_path}/quiz.sqlite")
    with engine.connect() as connection:
        [said] = connection.exec_driver_sql("SELECT sqlite_version()").one()
    engine.dispose()
    assert said == ".".join(map(str, version()))
    assert is_sound(version()) or find_spec("pysqlite3") is None


@pytest.mark.parametrize(
    ("found", "sound"),
    [((3, 40, 1), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 4), True)],
)
def test_versions_before_the_bug_was_mended_are_not_sound(found, sound):
    assert is_sound(found) is sound


@pytest.mark.parametrize(
    ("pragma", "value"), [("mmap_size", 0), ("synchronous", 2), ("secure_delete", 1)]
)
def test_a_connection_is_set_up_for_answers_that_survive(tmp_path, pragma, value):
    engine = connect(f"sqlite:///{tmp_path}/quiz.sqlite")
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    engine.dispose()


def says_it_is_old(code, tmp_path):
    """Whether stderr has the warning when that is run without the newer one."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_BUNDLED + code],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/quiz.sqlite"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    return f"SQLite {sqlite3.sqlite_version} can" in done.stderr


def test_an_old_one_is_named_at_the_start(tmp_path):
    warned = says_it_is_old("serve.prepare(whole=False)", tmp_path)
    assert warned is not is_sound(sqlite3.sqlite_version_info)


@pytest.mark.slow
def test_an_old_one_is_named_by_prepare_but_not_twice_by_one_start(tmp_path):
    warned = says_it_is_old("serve.prepare()", tmp_path)
    assert warned is not is_sound(sqlite3.sqlite_version_info)
    assert not says_it_is_old("serve.prepare(warns=False)", tmp_path)
