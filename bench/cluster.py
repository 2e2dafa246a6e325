"""What answers cost on two app servers, beside one.

    python -m bench.cluster [--players N] [--seconds S] [--turns T]

The same roles as `make cluster`, with one app server and with two of as many processes;
players play whole rounds through nginx. Both are measured in turns. The last line is
JSON: CPU seconds of the app servers for 1,000 answers, of each, and their ratio.
"""

import argparse
import asyncio
import json
import os
import socket
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bench.load import Crowd, game_round
from bench.process import cpu_s_of, prepare
from deploy.cluster import Cluster, cluster


class Measured:
    """A cluster as a crowd of players needs it."""

    def __init__(self, running: Cluster) -> None:
        self.port = running.port
        self._running = running

    def cpu_s(self) -> float:
        """CPU seconds of all app servers so far."""
        begun = (each.process for each in self._running.servers)
        return cpu_s_of({str(each.pid) for each in begun if each is not None})


def measured(args: argparse.Namespace) -> dict[str, dict[str, float]]:
    """One server and two, in turns."""
    environ = os.environ | {"QUIZ_SECRET_KEY": "only for this measurement"}
    with ExitStack() as running:
        crowds = []
        for servers in (1, 2):
            folder = running.enter_context(tempfile.TemporaryDirectory())
            with socket.create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
            begun = running.enter_context(
                cluster(Path(folder), ("127.0.0.1", port), environ, servers)
            )
            prepare(DATABASE_URL=begun.database, QUIZ_SECRET_KEY="x" * 16)
            crowds.append(Crowd(Measured(begun), game_round, args.players))
        asyncio.run(_in_turns(crowds, args.seconds, args.turns))
    return {
        name: {
            "answers": len(crowd.watch.took_ms["answer"]),
            "refused": crowd.watch.refused,
            "lost": crowd.watch.lost,
            "cpu_s_per_1k": 1000
            * crowd.watch.cpu_s
            / max(1, len(crowd.watch.took_ms["answer"])),
        }
        for name, crowd in zip(("one", "two"), crowds, strict=True)
    }


async def _in_turns(crowds: list[Crowd], seconds: float, turns: int) -> None:
    for crowd in crowds:
        await crowd.warm_up()
    for _ in range(turns):
        for crowd in crowds:
            await crowd.stretch(seconds / turns)
    for crowd in crowds:
        await crowd.end()


def main() -> None:
    """Measure and print."""
    cli = argparse.ArgumentParser(description="What two app servers cost beside one.")
    cli.add_argument("--players", type=int, default=16)
    cli.add_argument("--seconds", type=float, default=30)
    cli.add_argument("--turns", type=int, default=3)
    found = measured(cli.parse_args())
    ratio = found["two"]["cpu_s_per_1k"] / (found["one"]["cpu_s_per_1k"] or 1)
    print(json.dumps({**found, "ratio": round(ratio, 3)}))


if __name__ == "__main__":
    main()
