"""The processes that serve: gunicorn minds them, uvicorn's loop runs in each."""

import asyncio
import ctypes
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

import uvicorn
from gunicorn.app.base import BaseApplication
from gunicorn.workers.base import Worker as Process

from quiz.server.gateway import Gateway
from quiz.server.protocol import Connection

STOPS_WITHIN_S = 5
KEPT_ALIVE_S = 5
NOTIFIES_EVERY_S = 5


class Worker(Process):  # type: ignore[misc]
    """One process: an event loop, and threads for the app."""

    def init_signals(self) -> None:
        """Leave the signals to the loop, which knows what is under way."""
        for each in self.SIGNALS:
            signal.signal(each, signal.SIG_DFL)

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
            timeout_graceful_shutdown=STOPS_WITHIN_S - 1,
            callback_notify=self._live,
            timeout_notify=NOTIFIES_EVERY_S,
        )
        asyncio.run(self._serve(uvicorn.Server(config)))

    async def _serve(self, server: uvicorn.Server) -> None:
        loop = asyncio.get_running_loop()
        # Ctrl-C of the master; uvicorn minds the other signals itself.
        loop.add_signal_handler(
            signal.SIGQUIT, server.handle_exit, signal.SIGQUIT, None
        )
        await server.serve(sockets=[each.sock for each in self.sockets])

    async def _live(self) -> None:
        self.notify()


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
            "graceful_timeout": STOPS_WITHIN_S,
            "control_socket_disable": True,
            "forwarded_allow_ips": "",
            "loglevel": "warning",
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


def _die_with_the_master(_server: object, worker: Any) -> None:  # noqa: ANN401
    """Should the master be killed, its workers must not keep the port (Linux)."""
    if sys.platform != "linux":
        return
    set_death_signal = 1
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)
    if os.getppid() != worker.ppid:
        os._exit(1)
