"""What keeps tests quick: two tiers of them, and a limit for the quicker one.

`make quick` leaves out property tests (pytest marks them `hypothesis`) and what is
`slow`: all on PostgreSQL, all in a folder of `FOLDERS`, and what is marked so because
its cases together take more than about a quarter of a second. A test of the quick tier
that takes much longer fails, wherever it is run. Requests are watched while they hold
the lock (tests/lock_watch.py) where slow tests run, too: it costs a sixth.
"""

import gc
import os
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

# Servers and browsers in processes of their own.
FOLDERS = frozenset({"journeys", "serving"})
LEFT_OUT = ("slow", "hypothesis")
# Several times what the longest of the quick ones takes, as machines differ.
MOST_S = 4.0

tier = SimpleNamespace(is_quick=False)


def pytest_configure(config: pytest.Config) -> None:
    """Whether slow tests are left out."""
    tier.is_quick = "not slow" in config.option.markexpr


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What lies in certain folders is slow."""
    for item in items:
        if item.path.parent.name in FOLDERS:
            item.add_marker("slow")


def pytest_collection_finish() -> None:
    """Modules and thousands of tests stay: the garbage need not be sought in them."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A quick test that takes long fails, whatever else it found."""
    began = used_s()
    result = yield
    took = used_s() - began
    if took > MOST_S and not any(map(item.get_closest_marker, LEFT_OUT)):
        pytest.fail(
            f"a quick test that takes {took:.1f} s of the processor, at most "
            f"{MOST_S}: make it quicker, or mark it with pytest.mark.slow",
            pytrace=False,
        )
    return result


def used_s() -> float:
    """Seconds of the processor that this process and its children have used."""
    return sum(os.times()[:4])
