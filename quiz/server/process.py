"""The processes that serve: gunicorn minds them, uvicorn's loop runs in each."""

import asyncio
import ctypes
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import uvicorn
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker as Process

from quiz.server.gateway import Gateway
from quiz.server.protocol import Connection
from quiz.server_log import is_json

ENDS_WITHIN_S = 4
"""How long a process that is to stop waits for the answers under way."""
KILLED_AFTER_S = 8
"""When a process that was told to stop, and is still there, is killed."""
KEPT_ALIVE_S = 5
NOTIFIES_EVERY_S = 5
STOPPING = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGQUIT})


class Lines(Logger):  # type: ignore[misc]
    """Gunicorn's own lines; where all lines are JSON, they are, too."""

    def setup(self, cfg: Any) -> None:  # noqa: ANN401 (gunicorn has no types)
        """Write as the settings say, or leave it to whoever writes all lines."""
        super().setup(cfg)
        if is_json():
            self.error_log.handlers.clear()
            self.error_log.propagate = True


class Worker(Process):  # type: ignore[misc]
    """One process: an event loop, and threads for the app."""

    def init_signals(self) -> None:
        """Until the loop minds them, signals to stop end it: nothing is under way."""
        for each in self.SIGNALS:
            signal.signal(each, _end if each in STOPPING else signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)

    def run(self) -> None:
        """Serve until a signal ends it."""
        config = uvicorn.Config(
            self.wsgi,
            http=Connection,
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            access_log=False,
            server_header=False,
            # Only QUIZ_PROXIES says whose forwarded headers are believed.
            proxy_headers=False,
            timeout_keep_alive=KEPT_ALIVE_S,
            timeout_graceful_shutdown=ENDS_WITHIN_S,
            callback_notify=self._live,
            timeout_notify=NOTIFIES_EVERY_S,
        )
        asyncio.run(self._serve(uvicorn.Server(config)))
        # What a thread still does nobody waits for any more, and clearing up a whole
        # interpreter takes seconds where much else is going on.
        _end()

    async def _serve(self, server: uvicorn.Server) -> None:
        loop = asyncio.get_running_loop()
        # Ctrl-C of the master; uvicorn minds the other signals itself.
        loop.add_signal_handler(
            signal.SIGQUIT, server.handle_exit, signal.SIGQUIT, None
        )
        await server.serve(sockets=[each.sock for each in self.sockets])

    async def _live(self) -> None:
        self.notify()
        if os.getppid() != self.ppid:  # where nothing else tells that the master died
            signal.raise_signal(signal.SIGTERM)


class Master(Arbiter):  # type: ignore[misc]
    """Gunicorn's own, but no signal to stop is lost on a process just begun.

    Until it has handlers of its own a new process has those of its master, which would
    note the signal and do nothing. So signals wait for it.
    """

    def spawn_worker(self) -> Any:  # noqa: ANN401 (gunicorn has no types)
        """Begin one process; its id."""
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        try:
            return super().spawn_worker()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, told what to do by us and not by its command line."""

    def __init__(
        self, listener: socket.socket, gateway: Gateway, begun: Callable[[], None]
    ) -> None:
        """What serves on a socket.

        Args:
            listener: where; it is given away.
            gateway: the application, made before the processes begin.
            begun: called in each process when it has begun.
        """
        self._listener = listener
        self._gateway = gateway
        self._begun = begun
        super().__init__()

    def load_config(self) -> None:
        """The settings of gunicorn."""
        settings = {
            "bind": f"fd://{self._listener.detach()}",
            "worker_class": Worker,
            "workers": workers(),
            "preload_app": True,
            "keepalive": KEPT_ALIVE_S,
            "graceful_timeout": KILLED_AFTER_S,
            "control_socket_disable": True,
            "forwarded_allow_ips": "",
            "loglevel": "warning",
            "logger_class": Lines,
            "proc_name": "wer-sagt-was",
            "post_fork": _die_with_the_master,
            "post_worker_init": lambda _worker: self._begun(),
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

        _open_more_files()

    def load(self) -> Gateway:
        """The application."""
        return self._gateway

    def run(self) -> None:
        """Serve until a signal stops it, then raise SystemExit."""
        Master(self).run()


def workers() -> int:
    """How many processes answer."""
    return int(os.environ.get("WEB_CONCURRENCY") or min(4, os.cpu_count() or 1))


def _open_more_files() -> None:
    """As many open connections as this account may have; each is an open file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4 * Connection.most
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _end(_signal: int = 0, _frame: FrameType | None = None) -> None:
    """End this process at once; nobody was told of what is not done yet."""
    os._exit(0)


def _die_with_the_master(_server: object, worker: Any) -> None:  # noqa: ANN401
    """Should the master be killed, its workers must not keep the port (Linux)."""
    if sys.platform != "linux":
        return
    set_death_signal = 1
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)
    if os.getppid() != worker.ppid:
        os._exit(1)
