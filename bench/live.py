"""A live game with many players, beside the least it could cost in the same run.

    python -m bench.live --players N [--games G] [--questions Q] [--window S] [--json]

Each player holds a stream and answers once a question, at a moment of its own within
the window. Both servers run in one process, on SQLite. `question` is from the host's
button to the options on a device, `ack` from sending an answer to hearing that it is
stored, `results` from the host's button to one's own points. Stored are the rows of the
database, acknowledged what players were told, shown what the wall said; `lost` are
acknowledged answers that are not stored, `foreign` events of another game, `cut_off`
streams that ended. With --json the last line is JSON, `app` and `floor`.
"""

import argparse
import asyncio
import contextlib
import json
import random
import re
import resource
import sqlite3
import tempfile
import time
import uuid
from collections import defaultdict
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from bench.process import Server, prepare
from bench.wire import Reply, Wire, form_to

PATIENCE_S = 120
AT_ONCE = 40
"""How many join at the same moment."""
_SEED = 7
_WORDS = "a donkey eats four apples"
_STORED = "SELECT count(*) FROM answers JOIN live_players USING (round_id)"


@dataclass
class Watch:
    """What was noted: moments in ms by kind, and what went wrong."""

    took_ms: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    acknowledged: int = 0
    shown: int = 0
    stored: int = 0
    foreign: int = 0
    cut_off: int = 0
    messages: int = 0
    cpu_s: float = 0.0
    rss_mb: float = 0.0


class Player:
    """A stream, and a connection to send answers by."""

    def __init__(self, game: "Game", wire: Wire, news: str, answers: str) -> None:
        self.game, self.wire, self.answers = game, wire, answers
        self._news = news
        self.heard: dict[str, float] = {}
        self.stirred = asyncio.Event()
        self.form: dict[str, str] = {}

    async def listen(self) -> None:
        """Read the stream until it ends."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.game.port)
        writer.write(self.wire.head("GET", self._news))
        event = ""
        try:
            while line := await reader.readline():
                if line.startswith(b"event: "):
                    event = line[7:].decode().strip()
                if line.startswith(b"data: "):
                    self._hear(event, json.loads(line[6:]))
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    def _hear(self, event: str, data: dict[str, str]) -> None:
        moment = time.perf_counter()
        self.game.watch.messages += event != "beat"
        if event == "state":
            self.heard[f"{data['phase']} {data['key']}"] = moment
            foreign = re.findall(r"/live/([0-9a-f-]{36})/", data["html"])
            self.game.watch.foreign += sum(each != self.game.name for each in foreign)
        elif event == "you":
            self.heard["you"] = moment
        self.stirred.set()

    async def hears(self, what: str, since: float) -> float:
        """Ms from `since` to when that was heard."""
        async with asyncio.timeout(PATIENCE_S):
            while self.heard.get(what, -1.0) < since:
                self.stirred.clear()
                await self.stirred.wait()
        return (self.heard[what] - since) * 1_000

    async def answer(self, after_s: float, body: dict[str, str]) -> None:
        """Send an answer at its moment; note when it is known to be stored."""
        await asyncio.sleep(after_s)
        began = time.perf_counter()
        try:
            reply = await self.wire.post(self.answers, body)
        except ConnectionError:  # it was idle for too long; sent again, it is kept once
            self.wire.close()
            reply = await self.wire.post(self.answers, body)
        if reply.status in (204, 303):
            self.game.watch.acknowledged += 1
            self.game.watch.took_ms["ack"].append((time.perf_counter() - began) * 1_000)


class Game:
    """One game of ours: its host, and who plays."""

    def __init__(self, port: int, watch: Watch) -> None:
        self.port, self.watch, self.name, self.code = port, watch, "", ""
        self.host, self.players = Wire(port), list[Player]()

    async def open(self, played: str, number: int) -> None:
        """A teacher registers and opens a lobby."""
        await self._fill_in("/account/register", name=f"host {number}", password=_WORDS)
        by_hand = {"seconds": "", "pace": "hand", "ranking": "end"}
        reply = await self._fill_in(f"/sets/{played}/live", **by_hand)
        self.name = reply.leads_to.split("/")[2]
        page = (await self.host.get(f"/live/{self.name}/host")).page
        self.code = "".join(re.findall(r"(\d{3})&thinsp;(\d{3})", page)[0])

    async def _fill_in(self, path: str, **fields: str) -> Reply:
        form = form_to((await self.host.get(path)).page, path) or {}
        return await self.host.post(path, form | fields)

    async def join(self, _who: int) -> None:
        """One player more."""
        wire = Wire(self.port)
        form = form_to((await wire.get("/live")).page, "/live") or {}
        here = (await wire.post("/live", form | {"code": self.code})).leads_to
        page = (await wire.get(here)).page
        token = re.search(r'data-token="([^"]+)"', page)
        player = Player(self, wire, f"{here}/news", f"{here}/answer")
        player.form = {"csrf_token": token[1] if token else ""}
        self.players.append(player)

    async def step(self, _phase: str, _key: str) -> float:
        """The host's button; when it was pressed."""
        path = f"/live/{self.name}/host"
        form = form_to((await self.host.get(path)).page, path) or {}
        began = time.perf_counter()
        await self.host.post(path, form | {"do": "next"})
        return began

    def ballot(self, _player: Player, number: int) -> dict[str, str]:
        """What a player sends: the first option, whatever is asked."""
        return {"number": str(number), "option": "1", "card-1": "1"}

    async def all_hear(self, kind: str, what: str, since: float) -> None:
        """Wait for everybody, and note how long each took."""
        heard = [player.hears(what, since) for player in self.players]
        self.watch.took_ms[kind] += await asyncio.gather(*heard)

    async def shown(self) -> int:
        """How many answers the wall says are stored."""
        page = (await self.host.get(f"/live/{self.name}/host")).page
        found = re.search(r"(\d+) von \d+ haben geantwortet", page)
        return int(found[1]) if found else 0


class Least(Game):
    """The same of the floor, which has no door and no host."""

    async def open(self, _played: str, number: int) -> None:
        """Nothing to be opened."""
        self.name = str(number)

    async def join(self, who: int) -> None:
        """One stream more."""
        wire = Wire(self.port)
        player = Player(self, wire, f"/news/{who}", "/answer")
        player.form = {"who": str(who)}
        self.players.append(player)

    async def step(self, phase: str, key: str) -> float:
        """Tell everybody."""
        began = time.perf_counter()
        await self.host.post(f"/next/{phase}/{key}", {})
        return began

    def ballot(self, _player: Player, number: int) -> dict[str, str]:
        """Who it is stands beside it."""
        return {"number": str(number), "option": "1"}

    async def shown(self) -> int:
        """It shows nothing."""
        return 0


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
    found["cut_off"] = watch.cut_off
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
    parser.add_argument("--questions", type=int, default=4)
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
