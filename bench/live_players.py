"""Who plays a live game in a bench: streams, answers, and the host's button."""

import asyncio
import json
import random
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field

from bench.wire import Reply, Wire, form_to

PATIENCE_S = 120
_WORDS = "a donkey eats four apples"


@dataclass
class Watch:
    """What was noted: moments in ms by kind, and what went wrong."""

    took_ms: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    acknowledged: int = 0
    shown: int = 0
    stored: int = 0
    foreign: int = 0
    cut_off: int = 0
    put_off: int = 0
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
        """Read the stream until it ends; where there is none yet, come back for it."""
        while not await self._listen():
            self.game.watch.put_off += 1
            await asyncio.sleep(random.random())  # noqa: S311 (as a browser does)

    async def _listen(self) -> bool:
        """Whether there was a stream, which has ended now."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.game.port)
        writer.write(self.wire.head("GET", self._news))
        event = ""
        try:
            if b" 200 " not in await reader.readline():
                return False
            while line := await reader.readline():
                self.game.watch.messages += line.startswith(b"id: ")
                if line.startswith(b"event: "):
                    event = line[7:].decode().strip()
                if line.startswith(b"data: "):
                    self._hear(event, json.loads(line[6:]))
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()
        return True

    def _hear(self, event: str, data: dict[str, str]) -> None:
        moment = time.perf_counter()
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
        reply = await self._sent(body)
        while reply.status == 503:
            self.game.watch.put_off += 1
            await asyncio.sleep(random.random())  # noqa: S311 (as a browser does)
            reply = await self._sent(body)
        if reply.status in (204, 303):
            self.game.watch.acknowledged += 1
            self.game.watch.took_ms["ack"].append((time.perf_counter() - began) * 1_000)

    async def _sent(self, body: dict[str, str]) -> Reply:
        try:
            return await self.wire.post(self.answers, body)
        except (ConnectionError, EOFError):  # idle for too long; again, it is kept once
            self.wire.close()
            return await self.wire.post(self.answers, body)


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
