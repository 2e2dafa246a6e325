"""A live game with many players, beside the least it could cost in the same run.

    python -m bench.live --players N [--games G] [--questions Q] [--window S] [--json]

Each player holds a stream and answers once a question, at a moment of its own within
the window. Both servers run in one process, on SQLite. `question` is from the host's
button to the options on a device, `ack` from sending an answer to hearing that it is
stored, `results` from the host's button to one's own points. Stored are the rows of the
database, acknowledged what players were told, shown what the wall said; `lost` are
acknowledged answers that are not stored, `foreign` events of another game, `cut_off`
streams that ended, `put_off` what was told to come back in a moment, and did. A message
is what is sent at once: the state, and with it what is one's own. With --json the last
line is JSON, `app` and `floor`.
"""

import argparse
import asyncio
import contextlib
import json
import random
import resource
import sqlite3
import tempfile
import time
import uuid
from collections.abc import Coroutine
from typing import Any

from bench.live_players import Game, Least, Watch
from bench.process import Server, prepare

AT_ONCE = 40
"""How many join at the same moment."""
_SEED = 7
_STORED = "SELECT count(*) FROM answers JOIN live_players USING (round_id)"


async def play(game: Game, asked: argparse.Namespace, chance: random.Random) -> None:
    """All questions of one game."""
    for number in range(1, asked.questions + 1):
        key = f"{number}.1"
        await game.step("question", key)
        began = await game.step("answering", key)
        await game.all_hear("question", f"answering {key}", began)
        sent = [
            player.answer(
                chance.uniform(0, asked.window),
                player.form | game.ballot(player, number),
            )
            for player in game.players
        ]
        await asyncio.gather(*sent)
        game.watch.shown += await game.shown()
        await game.step("locked", key)
        began = await game.step("reveal", key)
        await game.all_hear("results", "you", began)
        await game.step("distribution", key)


async def measured(
    server: Server, kind: type[Game], asked: argparse.Namespace, played: str
) -> Watch:
    """What became of all games on that server."""
    watch, chance = Watch(), random.Random(_SEED)  # noqa: S311 (when they answer)
    games = [kind(server.port, watch) for _ in range(asked.games)]
    each = asked.players // asked.games
    for number, game in enumerate(games):
        await game.open(played, number)
        gate = asyncio.Semaphore(AT_ONCE)
        began = time.perf_counter()
        await asyncio.gather(*(_through(gate, game.join(who)) for who in range(each)))
        watch.took_ms["join"].append((time.perf_counter() - began) * 1_000)
    everybody = [player for game in games for player in game.players]
    streams = [asyncio.ensure_future(player.listen()) for player in everybody]
    await asyncio.sleep(2)
    before = server.cpu_s()
    await asyncio.gather(*(play(game, asked, chance) for game in games))
    watch.cpu_s, watch.rss_mb = server.cpu_s() - before, server.rss_mb()
    watch.cut_off = sum(stream.done() for stream in streams)
    for stream in streams:
        stream.cancel()
    return watch


async def _through(gate: asyncio.Semaphore, work: Coroutine[None, None, None]) -> None:
    async with gate:
        await work


def figures(watch: Watch, asked: argparse.Namespace) -> dict[str, float]:
    """The line of one server."""
    found: dict[str, float] = {"players": asked.players}
    found["lost"] = watch.acknowledged - watch.stored
    for kind in ("question", "ack", "results"):
        took = sorted(watch.took_ms[kind])
        found[f"{kind}_p50_ms"] = round(took[len(took) // 2], 1)
        found[f"{kind}_p99_ms"] = round(took[int(len(took) * 0.99)], 1)
    found["cpu_s_per_1k"] = round(watch.cpu_s * 1_000 / max(1, watch.acknowledged), 2)
    found["rss_mb"] = round(watch.rss_mb)
    found["acknowledged"], found["stored"] = watch.acknowledged, watch.stored
    found["shown"], found["foreign"] = watch.shown, watch.foreign
    found["cut_off"], found["put_off"] = watch.cut_off, watch.put_off
    rounds = asked.players * asked.questions
    found["messages_a_question"] = round(watch.messages / rounds, 2)
    found["join_ms"] = round(max(watch.took_ms["join"]))
    return found


def both(asked: argparse.Namespace) -> dict[str, dict[str, float]]:
    """The game and the floor, one after the other."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/quiz.sqlite"
        settings = {"DATABASE_URL": f"sqlite:///{file}", "WEB_CONCURRENCY": "1"}
        prepare(**settings)
        (played,) = _one(file, "SELECT id FROM question_sets WHERE owner_id IS NULL")
        with Server(["app.py"], "/readyz", **settings) as server:
            watch = asyncio.run(measured(server, Game, asked, str(uuid.UUID(played))))
            (watch.stored,) = _one(file, _STORED)
        found["app"] = figures(watch, asked)
        least = f"{folder}/floor.sqlite"
        with Server(["-m", "bench.live_floor", least], "/") as server:
            watch = asyncio.run(measured(server, Least, asked, ""))
            (watch.stored,) = _one(least, "SELECT count(*) FROM answers")
        found["floor"] = figures(watch, asked)
    return found


def _one(file: str, question: str) -> tuple[Any, ...]:
    with contextlib.closing(sqlite3.connect(file)) as opened:
        row: tuple[Any, ...] = opened.execute(question).fetchone()
        return row


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--players", type=int, default=200)
    parser.add_argument("--games", type=int, default=1)
    parser.add_argument("--questions", type=int, default=4, choices=range(1, 9))
    parser.add_argument("--window", type=float, default=2.0)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    found = both(asked)
    for name, line in found.items():
        print(name, *(f"{key}={value}" for key, value in line.items()))
    if asked.json:
        print(json.dumps(found))


if __name__ == "__main__":
    main()
