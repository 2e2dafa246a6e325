"""How long answers take while many play at once, beside the least they could take.

    python -m bench.load --players N [--seconds S] [--database URL]

N players play whole rounds without thinking: each has a connection of its own and, at
every moment, one request on the wire. The floor is the same in the same run: the same
server with as many processes, where each page is a fixed one and each form one
committed INSERT into the same kind of database.

The last line is JSON, `app` and `floor`: `answers_per_s`; for each kind of request
`…_p50_ms` and `…_p99_ms`; `cpu_ms_a_step`, CPU of the server for an answer, its
feedback and the next question, with all that rounds cost besides; `in_flight`, how many
requests were on the wire on the average; `refused` and, of the app, `lost` ones.
"""

import argparse
import asyncio
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from bench.player import Fields, Forms
from bench.process import Server, prepare
from bench.siege import answered
from bench.wire import Reply, Wire, form_to

FLOOR_QUESTIONS = 8
TURNS = 3
REFUSED = 400
Play = Callable[[Wire, "Watch"], Awaitable[None]]


class Served(Protocol):
    """What a crowd plays on."""

    port: int

    def cpu_s(self) -> float:
        """CPU seconds of its processes so far."""


@dataclass
class Watch:
    """Lets a crowd play in stretches, and notes how long each request took in them.

    Attributes:
        took_ms: by kind of request.
        on_s: how long all stretches were.
        cpu_s: what the server used in them.
        may_ask: set while requests may be sent.
        ended: whether players are to stop.
    """

    took_ms: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: int = 0
    lost: int = 0
    on_s: float = 0.0
    cpu_s: float = 0.0
    may_ask: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False
    _asking: int = 0
    _is_noting: bool = False

    async def time(self, kind: str, ask: Callable[[], Awaitable[Reply]]) -> Reply:
        """The reply to a request, and a note of how long it took."""
        await self.may_ask.wait()
        began = time.perf_counter()
        self._asking += 1
        try:
            reply = await ask()
        finally:
            self._asking -= 1
        self.refused += reply.status >= REFUSED
        if self._is_noting:
            self.took_ms[kind].append(1000 * (time.perf_counter() - began))
        return reply

    async def note(self, server: Served, seconds: float) -> None:
        """A stretch: requests are sent for so long, and each reply is waited for."""
        began, before = time.perf_counter(), server.cpu_s()
        self._is_noting = True
        self.may_ask.set()
        await asyncio.sleep(seconds)
        await self.pause()
        self._is_noting = False
        self.on_s += time.perf_counter() - began
        self.cpu_s += server.cpu_s() - before

    async def pause(self) -> None:
        """Nothing more is sent; gives back when nothing is on the wire."""
        self.may_ask.clear()
        while self._asking:
            await asyncio.sleep(0.01)


async def game_round(wire: Wire, watch: Watch) -> None:
    """A whole round: a set from the home page, every question, the result."""
    home = await watch.time("home", partial(wire.get, "/"))
    started = await watch.time(
        "start", partial(wire.post, "/play/start", _start_of(home.page))
    )
    place = started.leads_to
    while place and not watch.ended:
        asked = await watch.time("question", partial(wire.get, place))
        fields = form_to(asked.page, place) or {}
        await watch.time("answer", partial(wire.post, place, answered(fields)))
        told = await watch.time("feedback", partial(wire.get, place))
        where = form_to(told.page, f"{place}/where")  # it is left out: it sends "skip"
        if where is not None:
            await watch.time("where", partial(wire.post, f"{place}/where", where))
            told = await watch.time("feedback", partial(wire.get, place))
        watch.lost += 'data-testid="feedback"' not in told.page
        round_path, _, number = place.rpartition("/")
        place = f"{round_path}/{int(number) + 1}"
        if f'"{place}"' not in told.page:
            await watch.time("result", partial(wire.get, f"{round_path}/result"))
            return


def _start_of(home: str) -> Fields:
    at = home.find('name="set"')
    part = home[home.rfind("<form", 0, at) : home.find("</form>", at)]
    return Forms(part).found[0][1]


async def floor_round(wire: Wire, watch: Watch) -> None:
    """The same requests in the same order, where each does the least there is."""
    await watch.time("home", partial(wire.get, "/"))
    await watch.time("start", partial(wire.post, "/answers", {"choice": "1"}))
    for _ in range(FLOOR_QUESTIONS):
        if watch.ended:
            return
        await watch.time("question", partial(wire.get, "/"))
        await watch.time("answer", partial(wire.post, "/answers", {"choice": "1"}))
        await watch.time("feedback", partial(wire.get, "/"))
    await watch.time("result", partial(wire.get, "/"))


class Crowd:
    """So many players, each with a connection that stays open."""

    def __init__(self, server: Served, play: Play, players: int) -> None:
        self._server = server
        self._round = play
        self._wires = [Wire(server.port) for _ in range(players)]
        self._warm: set[Wire] = set()
        self._playing: asyncio.Task[None] | None = None
        self.watch = Watch()

    async def _play_all(self, is_warm: asyncio.Event) -> None:
        await asyncio.gather(*(self._play(wire, is_warm) for wire in self._wires))

    async def _play(self, wire: Wire, is_warm: asyncio.Event) -> None:
        while not self.watch.ended:
            await self._round(wire, self.watch)
            self._warm.add(wire)
            if len(self._warm) == len(self._wires):
                is_warm.set()
        wire.close()

    async def warm_up(self) -> None:
        """Begin, and play until each has played a round."""
        is_warm = asyncio.Event()
        self._playing = asyncio.create_task(self._play_all(is_warm))
        self.watch.may_ask.set()
        await self._unless_broken(is_warm.wait())
        await self.watch.pause()

    async def stretch(self, seconds: float) -> None:
        """Go on for so long, noted."""
        await self._unless_broken(self.watch.note(self._server, seconds))

    async def end(self) -> None:
        """Let everybody come to an end, and wait for it."""
        self.watch.ended = True
        self.watch.may_ask.set()
        if self._playing is not None:
            await self._playing

    async def _unless_broken(self, doing: Coroutine[Any, Any, object]) -> None:
        """Wait for this; a player whose connection breaks ends all, with the error."""
        task = asyncio.create_task(doing)
        waits = {task, self._playing} if self._playing is not None else {task}
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        if self._playing is not None and self._playing.done():
            task.cancel()
            self._playing.result()
        await task


def figures(watch: Watch) -> dict[str, float]:
    """What the last line says of one of the two."""
    steps = len(watch.took_ms["answer"])
    found = {
        "answers_per_s": steps / watch.on_s,
        "cpu_ms_a_step": 1000 * watch.cpu_s / max(1, steps),
        "in_flight": sum(map(sum, watch.took_ms.values())) / 1000 / watch.on_s,
        "refused": watch.refused,
        "lost": watch.lost,
    }
    for kind, took in watch.took_ms.items():
        for share in (50, 99):
            found[f"{kind}_p{share}_ms"] = _percentile(took, share)
    return {name: round(figure, 1) for name, figure in found.items()}


def _percentile(values: list[float], share: int) -> float:
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) * share // 100] if ordered else 0.0


def measured(args: argparse.Namespace) -> dict[str, dict[str, float]]:
    """The floor and the app, in turns, so that both see the same machine."""
    with tempfile.TemporaryDirectory() as folder:
        least = {"FLOOR_DATABASE": args.database or f"{folder}/floor.sqlite"}
        game = {
            "DATABASE_URL": args.database or f"sqlite:///{folder}/game.sqlite",
            "QUIZ_SECRET_KEY": "only for this measurement",
        }
        prepare(**game)
        with (
            Server(["-m", "bench.floor"], "/", **least) as floor,
            Server(["app.py"], "/readyz", **game) as app,
        ):
            crowds = {
                "app": Crowd(app, game_round, args.players),
                "floor": Crowd(floor, floor_round, args.players),
            }
            asyncio.run(_in_turns(list(crowds.values()), args.seconds))
    return {name: figures(crowd.watch) for name, crowd in crowds.items()}


async def _in_turns(crowds: list[Crowd], seconds: float) -> None:
    for crowd in crowds:
        await crowd.warm_up()
    for _ in range(TURNS):
        for crowd in crowds:
            await crowd.stretch(seconds / TURNS)
    for crowd in crowds:
        await crowd.end()


def main() -> None:
    """Measure and print."""
    cli = argparse.ArgumentParser(description="How long answers take under load.")
    cli.add_argument("--players", type=int, required=True)
    cli.add_argument("--seconds", type=float, default=20)
    cli.add_argument("--database", default="")
    found = measured(cli.parse_args())
    ratio = found["app"]["answer_p99_ms"] / (found["floor"]["answer_p99_ms"] or 1)
    print(f"answer p99: app / floor = {ratio:.2f}")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
