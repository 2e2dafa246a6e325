"""Whether thirty pupils notice that the server is under siege.

    python -m bench.siege [--seconds N] [--slow N] [--pupils N] [--database URL]

A class plays rounds, first in peace, then while others hold connections open in four
ways (half a request line, dripped headers, a dripped body, a reader that does not
read), a teacher brings the worst texts and files there are and somebody tries class
codes, all from the address of the class. The last line is JSON: answers acknowledged,
refused and lost, and how long an answer took, in peace and under siege.
"""

import argparse
import asyncio
import contextlib
import http.client
import itertools
import json
import multiprocessing
import socket
import statistics
import tempfile
import threading
import time
from dataclasses import asdict, dataclass, field
from multiprocessing.context import SpawnProcess

from bench.player import Fields, Forms, Player
from bench.process import Server, prepare
from bench.studio import register, token_of

THINKS_S = 0.3
DRIP_S = 0.5
PATIENCE_S = 30
BROKEN = (OSError, http.client.HTTPException)
HEAD = b"Host: localhost\r\nUser-Agent: siege\r\n"
WORST_TEXTS = ("Das\n" * 12_000, "des Karls " * 5_000, "[" * 60_000, "„Das\n" * 9_000)
WORST_FILES = (
    ("page.html", b"<p>Wir fahren heute, sagte Ina Wolf.</p>" * 150_000),
    ("brackets.md", b"[" * 400_000),
)


@dataclass
class Pupil:
    """Plays one round after another, and notes what became of every answer."""

    player: Player
    took_s: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    refused: int = 0

    def play(self, until: float) -> None:
        """Play until that moment of the monotonic clock."""
        while time.monotonic() < until:
            try:
                self._round(until)
            except (RuntimeError, *BROKEN):
                self.refused += 1
                self.player.close()
                time.sleep(THINKS_S)

    def _round(self, until: float) -> None:
        forms = [f for f in Forms(self.player.get("/")).found if "set" in f[1]]
        path = self.player.post(*forms[0]).rpartition("/")[0]
        for number in itertools.count(1):
            place = f"{path}/{number}"
            found = Forms(self.player.get(place)).found
            fields = next(f for to, f in found if to == place)
            time.sleep(THINKS_S)
            if time.monotonic() > until:
                return
            began = time.monotonic()
            self.player.post(place, answered(fields))
            self.took_s.append(time.monotonic() - began)
            self.acknowledged.append(place)
            if f'"{path}/{number + 1}"' not in self.player.get(place):
                return

    def lost(self) -> int:
        """How many acknowledged answers are not there."""
        self.player.close()  # it has waited too long; it opens by itself
        pages = [self.player.get(place) for place in self.acknowledged]
        self.player.close()
        return sum('data-testid="question"' in page for page in pages)


def answered(fields: Fields) -> Fields:
    """The form of a question with some answer in it."""
    cards = [name for name in fields if name.startswith("card")]
    return fields | {name: str(n) for n, name in enumerate(cards, start=1)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """What the pupils saw in one stretch of time.

    Times are in milliseconds, None where no answer was acknowledged.
    """

    answers: int
    refused: int
    lost: int
    p50_ms: float | None
    p99_ms: float | None
    worst_ms: float | None


def play(port: int, pupils: int, seconds: float) -> list[Pupil]:
    """A class of pupils plays for that long."""
    playing = [Pupil(Player(port, PATIENCE_S)) for _ in range(pupils)]
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=each.play, args=[until]) for each in playing]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return playing


def stretch(playing: list[Pupil]) -> Stretch:
    """The figures of a class that has played; the server answers in peace now."""
    took = sorted(1000 * s for each in playing for s in each.took_s)
    return Stretch(
        answers=len(took),
        refused=sum(each.refused for each in playing),
        lost=sum(each.lost() for each in playing),
        p50_ms=round(statistics.median(took), 1) if took else None,
        p99_ms=round(took[int(0.99 * (len(took) - 1))], 1) if took else None,
        worst_ms=round(took[-1], 1) if took else None,
    )


async def _half_a_line(
    _reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    writer.write(b"GET / HT")
    await _reader.read()


async def _dripped_head(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    writer.write(b"GET / HTTP/1.1\r\n" + HEAD + b"X-Slow: ")
    await _drip(reader, writer)


async def _dripped_body(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n"
    writer.write(b"POST /join HTTP/1.1\r\n" + HEAD + kind)
    writer.write(b"Content-Length: 100000\r\n\r\ncode=")
    await _drip(reader, writer)


async def _drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while not reader.at_eof():
        writer.write(b"a")
        await writer.drain()
        await asyncio.sleep(DRIP_S)


async def _unread(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    asked = b"GET /sets HTTP/1.1\r\n" + HEAD + b"\r\n"
    while True:
        writer.write(asked * 20)
        await asyncio.wait_for(writer.drain(), 60)
        await asyncio.sleep(5)


SLOW = (_half_a_line, _dripped_head, _dripped_body, _unread)


def hold(port: int, count: int) -> None:
    """Hold that many connections in the four ways, for ever; cut off, it comes back."""

    async def one(number: int) -> None:
        while True:
            with contextlib.suppress(OSError, TimeoutError):
                opened = socket.socket()
                opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                opened.setblocking(False)  # noqa: FBT003
                loop = asyncio.get_running_loop()
                await loop.sock_connect(opened, ("127.0.0.1", port))
                reader, writer = await asyncio.open_connection(sock=opened)
                if SLOW[number % len(SLOW)] is _unread:
                    writer.transport.pause_reading()  # type: ignore[attr-defined]
                await SLOW[number % len(SLOW)](reader, writer)
            await asyncio.sleep(DRIP_S)

    async def every() -> None:
        await asyncio.gather(*(one(number) for number in range(count)))

    asyncio.run(every())


def bring(port: int) -> None:
    """A teacher who brings the worst texts and files, one after another, for ever."""
    teacher = Player(port)
    register(teacher)
    there = "/articles/new"
    while True:
        for text in WORST_TEXTS:
            with contextlib.suppress(RuntimeError, *BROKEN):
                fields = token_of(teacher) | {"title": "Worst", "text": text}
                teacher.post(there, fields | {"rights_basis": "own_text"})
        for file in WORST_FILES:
            with contextlib.suppress(RuntimeError, *BROKEN):
                teacher.send(there, token_of(teacher) | {"read": "1"}, file)


def guess(port: int) -> None:
    """Somebody who tries one class code after another, for ever."""
    for number in range(10**9):
        guesser = Player(port)
        with contextlib.suppress(RuntimeError, StopIteration, *BROKEN):
            found = Forms(guesser.get("/join")).found
            path, fields = next(form for form in found if form[0] == "/join")
            guesser.post(path, fields | {"code": f"AAAAAA-{number % 9999:04}"})
        guesser.close()


def besieged(port: int, slow: int) -> list[SpawnProcess]:
    """The processes of the siege, begun."""
    spawn = multiprocessing.get_context("spawn")
    begun = [
        spawn.Process(target=hold, args=(port, slow)),
        spawn.Process(target=bring, args=(port,)),
        spawn.Process(target=guess, args=(port,)),
    ]
    for process in begun:
        process.start()
    return begun


def measured(args: argparse.Namespace) -> dict[str, Stretch]:
    """Both stretches, on a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        url = args.database or f"sqlite:///{folder}/game.sqlite"
        game = {"DATABASE_URL": url, "QUIZ_SECRET_KEY": "only for this measurement"}
        prepare(**game)
        with Server(["app.py"], "/readyz", **game) as server:
            stretch(play(server.port, args.pupils, args.seconds))  # caches fill
            peace = play(server.port, args.pupils, args.seconds)
            siege = besieged(server.port, args.slow)
            try:
                time.sleep(min(args.seconds, 10))
                besieged_ones = play(server.port, args.pupils, args.seconds)
            finally:
                for process in siege:
                    process.kill()
            return {"peace": stretch(peace), "siege": stretch(besieged_ones)}


def main() -> None:
    """Measure and print."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--seconds", type=float, default=20)
    cli.add_argument("--slow", type=int, default=300)
    cli.add_argument("--pupils", type=int, default=30)
    cli.add_argument("--database", default="")
    print(json.dumps({k: asdict(v) for k, v in measured(cli.parse_args()).items()}))


if __name__ == "__main__":
    main()
