"""All roles of several machines as processes of one: `make cluster`.

    python -m deploy.cluster

Two app servers, PostgreSQL, Redis, and nginx on HOST and PORT. SIGUSR1 restarts the app
servers one by one, and nobody who plays notices; Ctrl-C or SIGTERM ends all. What
PostgreSQL keeps stays in `instance/cluster`, or for root, as whom it does not run, in
`/var/lib/wer-sagt-was`.
"""

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from queue import SimpleQueue

from deploy.roles import ROOT, AppServer, CannotBegin, Nginx, PostgreSQL, Redis

SERVERS = 2
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Cluster:
    """What runs: the app servers, where they are reached, and the database."""

    def __init__(self, servers: list[AppServer], port: int, database: str) -> None:
        self.servers = servers
        self.port = port
        self.database = database

    def restart_one_by_one(self) -> None:
        """Each app server anew, the next when the one before is ready."""
        for server in self.servers:
            server.restart()


@contextmanager
def cluster(
    folder: Path,
    listens: tuple[str, int],
    environ: Mapping[str, str],
    servers: int = SERVERS,
) -> Iterator[Cluster]:
    """All roles, ready; they end with the block, the last begun first.

    Args:
        folder: where PostgreSQL and nginx keep their files.
        listens: host and port of nginx.
        environ: of the app servers; where they find the others is added.
        servers: how many app servers.

    Raises:
        CannotBegin: a program is not installed, or a role does not begin.
    """
    # Those who are not root when we are have to get through.
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)
    with ExitStack() as running:
        database = PostgreSQL(folder / "postgres")
        running.callback(database.end)
        redis = Redis(folder)
        running.callback(redis.end)
        wherever = {
            "DATABASE_URL": database.url,
            "QUIZ_LIMITS_URL": redis.url,
            "QUIZ_PROXIES": "1",
        }
        begun = []
        for _ in range(servers):
            begun.append(AppServer({**environ, **wherever}))
            running.callback(begun[-1].let_go)
        for server in begun:
            server.wait()
        nginx = Nginx(folder, listens, [server.port for server in begun])
        running.callback(nginx.end)
        yield Cluster(begun, nginx.port, database.url)


def main() -> int:
    """Run all of it until a signal; the exit status."""
    heard: SimpleQueue[int] = SimpleQueue()
    for each in (*ENDING, signal.SIGUSR1):
        signal.signal(each, lambda number, _frame: heard.put(number))
    root = os.geteuid() == 0
    folder = Path("/var/lib/wer-sagt-was") if root else ROOT / "instance" / "cluster"
    listens = os.environ.get("HOST") or "127.0.0.1", int(os.environ.get("PORT") or 8000)
    try:
        with cluster(folder, listens, os.environ) as running:
            print(
                f"Wer sagt was? is at http://{listens[0]}:{listens[1]} "
                f"(Ctrl-C ends it, kill -USR1 {os.getpid()} restarts its servers)",
                flush=True,
            )
            while heard.get() == signal.SIGUSR1:
                try:
                    running.restart_one_by_one()
                except CannotBegin as error:
                    print(error, file=sys.stderr)
    except CannotBegin as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
