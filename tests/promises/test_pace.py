"""Of the tests that `make quick` runs none takes long; one that does is named."""

import subprocess
import sys

import pytest

from quiz.config import ROOT

pytestmark = pytest.mark.slow

# As strict as a planted test can show in no time.
RUN = """
import sys
import pytest
from tests import pace
pace.MOST_S = 0.1
sys.exit(pytest.main(["-q", "-n0", "-p", "no:cacheprovider", *sys.argv[1:]], [pace]))
"""
WORK = "began = time.process_time()\n    while time.process_time() < began + 0.2: pass"
PLANTED = f"""
import time
import pytest
from hypothesis import given, settings, strategies

def test_that_takes_long():
    {WORK}

def test_that_takes_no_time():
    pass

@pytest.mark.slow
def test_that_may_take_long():
    {WORK}

@given(strategies.just(1))
@settings(deadline=None)
def test_of_a_property(number):
    {WORK}
"""


def run(planted, *options):
    command = [sys.executable, "-c", RUN, str(planted), *options]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout


def plant(folder):
    folder.mkdir()
    planted = folder / "test_planted.py"
    planted.write_text(PLANTED, encoding="utf-8")
    return planted


def test_a_quick_test_that_takes_long_fails_and_is_told_what_to_do(tmp_path):
    told = run(plant(tmp_path / "room"))
    assert "1 failed, 3 passed" in told
    assert "test_that_takes_long" in told
    assert "make it quicker, or mark it with pytest.mark.slow" in told


HANGING = """
import threading
import pytest

@pytest.mark.timeout(1)
def test_that_waits_for_nobody():
    threading.Event().wait()

def test_that_comes_after():
    pass
"""


def test_a_test_that_hangs_fails_and_says_where(tmp_path):
    planted = tmp_path / "test_hanging.py"
    planted.write_text(HANGING, encoding="utf-8")
    told = run(planted)
    assert "1 failed, 1 passed" in told
    assert "threading.Event().wait()" in told
    assert "Timeout (>1.0s)" in told


def test_what_drives_servers_or_browsers_is_slow_by_its_place(tmp_path):
    told = run(plant(tmp_path / "journeys"), "-m", "not slow")
    assert "4 deselected" in told
