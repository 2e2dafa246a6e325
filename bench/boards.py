"""What it costs to read a leaderboard or a report, with 100 players and with 100,000.

    python -m bench.boards [--json]

Every read begins cold: a new connection, no session, another class each time. The sizes
take turns, so that a busy moment of the machine hits all of them alike. With `--json`
the last line is `{"boards": {name: {players: ms}}, "reports": {…}}`, medians.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from flask import Flask
from flask.testing import FlaskClient

from bench import crowd
from quiz.factory import create_app

SIZES = (100, 1_000, 10_000, 100_000)
READS = 40
WARM = 3

Times = dict[str, dict[str, dict[str, float]]]


class Hall:
    """One app with so many players, and the pages to read there."""

    def __init__(self, folder: Path, players: int) -> None:
        self.players = players
        settings = {
            "DATABASE_URL": f"sqlite:///{folder}/{players}.sqlite",
            "SECRET_KEY": "only for this measurement",
            "RATELIMIT_ENABLED": False,
        }
        self.app: Flask = create_app(settings)
        self.rooms = crowd.fill(self.app, players)

    def read(self, address: str, who: FlaskClient) -> float:
        """Milliseconds for one page on a connection of its own."""
        self.app.extensions["quiz.sessions"].engine.dispose()
        began = time.perf_counter()
        response = who.get(address)
        spent = time.perf_counter() - began
        if response.status_code != 200:
            raise RuntimeError(f"{address}: {response.status}")
        return 1000 * spent

    def pages(self, number: int) -> dict[tuple[str, str], tuple[str, FlaskClient]]:
        """Kind and name of each page → its address and reader, for one class."""
        room = self.rooms[number * 7 % len(self.rooms)]
        teacher = crowd.signed_in(self.app, room.token)
        pupil = crowd.seated(self.app, room.player)
        classroom = f"/classes/{room.class_id}"
        return {
            ("boards", "class, teacher"): (f"{classroom}/leaderboards", teacher),
            ("boards", "class, pupil"): ("/my-class/leaderboards", pupil),
            ("boards", "league, teacher"): (f"/leagues/{room.league_id}", teacher),
            ("boards", "league, pupil"): (f"/leagues/{room.league_id}", pupil),
            ("reports", "class report"): (f"{classroom}/report", teacher),
            ("reports", "own progress"): ("/progress", pupil),
        }


def measured() -> Times:
    """Median milliseconds of every page, at every size."""
    spent: dict[tuple[str, str, str], list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        halls = [Hall(Path(folder), size) for size in SIZES]
        for turn in range(-WARM, READS):
            for hall in halls:
                for (kind, name), page in hall.pages(abs(turn)).items():
                    took = hall.read(*page)
                    if turn >= 0:
                        key = (kind, name, str(hall.players))
                        spent.setdefault(key, []).append(took)
        for hall in halls:
            hall.app.extensions["quiz.sessions"].engine.dispose()
    found: Times = {"boards": {}, "reports": {}}
    for (kind, name, size), took_ms in spent.items():
        found[kind].setdefault(name, {})[size] = round(median(took_ms), 2)
    return found


def show(found: Times) -> None:
    """All figures as a table, with the ratio of the largest to the smallest."""
    for kind, pages in found.items():
        print(f"{kind}, ms (cold, median of {READS})")
        for name, by_size in pages.items():
            ratio = by_size[str(SIZES[-1])] / by_size[str(SIZES[0])]
            figures = "  ".join(f"{size}: {ms:6.2f}" for size, ms in by_size.items())
            print(f"  {name:<16} {figures}   ratio {ratio:.2f}")


if __name__ == "__main__":
    times = measured()
    show(times)
    if "--json" in sys.argv:
        print(json.dumps(times))
