"""Each role of a cluster as processes of this machine, begun and ended."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_S = 120
KILLED_AFTER_S = 20
POSTGRES_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/bin")
# The socket becomes file 3, and the process that serves has the id that is told.
_HAND_OVER = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ |= {"LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
os.execv(sys.executable, [sys.executable, sys.argv[2]])
"""
_NGINX = """\
{user}
worker_processes auto;
daemon off;
pid {folder}/nginx.pid;
error_log stderr emerg;
events {{ worker_connections 4096; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream quiz {{
        zone quiz 64k;
        least_conn;
{servers}
    }}
    server {{
        listen {host}:{port};
        include {root}/deploy/nginx/proxy.conf;
    }}
}}
"""


class CannotBegin(Exception):
    """A role is impossible here; the message says why."""


def program(name: str, places: Iterable[str] = ()) -> str:
    """Where that program is; of several the newest.

    Raises:
        CannotBegin: it is not installed.
    """
    folders = [str(f) for each in places for f in Path("/").glob(each.lstrip("/"))]
    path = os.pathsep.join([*sorted(folders, reverse=True), os.environ["PATH"]])
    found = shutil.which(name, path=f"{path}:/usr/sbin")
    if found is None:
        raise CannotBegin(f"{name} is not installed on this machine.")
    return found


def somebody_else() -> str | None:
    """Whom to run a server as that refuses to be run by root; None if we are not."""
    if os.geteuid():
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


class Role:
    """One process and all it begins; Ctrl-C of the terminal does not reach it."""

    stops_by = signal.SIGTERM

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None

    def begin(self, command: list[str], **how: object) -> None:
        """Begin that command."""
        self.process = subprocess.Popen(command, start_new_session=True, **how)  # type: ignore[call-overload]

    def end(self) -> None:
        """Have it end in peace; it is killed if it does not."""
        if self.process is None:
            return
        self.process.send_signal(self.stops_by)
        try:
            self.process.wait(KILLED_AFTER_S)
        except subprocess.TimeoutExpired:
            self.kill()
        self.process = None

    def kill(self) -> None:
        """End it and all that it began at once."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(KILLED_AFTER_S)

    @property
    def is_running(self) -> bool:
        """Whether it was begun and did not end."""
        return self.process is not None and self.process.poll() is None

    def wait_for(self, port: int) -> None:
        """Until it listens there.

        Raises:
            CannotBegin: it ended, or did not listen in time.
        """
        until = time.monotonic() + PATIENCE_S
        while self.is_running and time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise CannotBegin(f"{type(self).__name__} does not begin; it says why above.")


class PostgreSQL(Role):
    """A server of its own, on a socket in its folder; what it keeps stays there."""

    stops_by = signal.SIGINT  # those who are still connected are not waited for

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.url = f"postgresql://quiz@/postgres?host={folder}"
        user = somebody_else()
        folder.mkdir(mode=0o700, exist_ok=True)
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        if not (data / "PG_VERSION").exists():
            made = [program("initdb", POSTGRES_PLACES), "-D", str(data), "-U", "quiz"]
            made += ["-A", "trust", "-E", "UTF8", "--no-locale", "--lc-ctype=C.UTF-8"]
            subprocess.run(
                made, user=user, cwd=folder, stdout=subprocess.DEVNULL, check=True
            )
        command = [program("postgres", POSTGRES_PLACES), "-D", str(data)]
        command += [
            "-k",
            str(folder),
            "-c",
            "listen_addresses=",
            "-c",
            "log_min_messages=panic",
        ]
        self.begin(command, user=user, cwd=folder)
        self._wait_until_it_answers()

    def _wait_until_it_answers(self) -> None:
        import psycopg  # noqa: PLC0415 (of the environment that is served from)

        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            try:
                psycopg.connect(self.url).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        raise CannotBegin("PostgreSQL does not answer; it says why above.")


class Redis(Role):
    """Counts attempts for all servers; it keeps nothing."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{port}"
        command = [program("redis-server"), "--port", str(port), "--bind", "127.0.0.1"]
        command += ["--save", "", "--loglevel", "warning"]
        self.begin(command, cwd=folder, stdout=subprocess.DEVNULL)
        self.wait_for(port)


class AppServer(Role):
    """One app server; its socket outlives it, so that nobody is refused meanwhile."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        super().__init__()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port: int = self._listener.getsockname()[1]
        # Where it says that it is ready, as it would to systemd.
        self._heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._heard.bind("")
        self._heard.settimeout(1)
        told = self._heard.getsockname().decode().replace("\0", "@")
        self._environment = {**environment, "NOTIFY_SOCKET": told}
        self.start()

    def start(self) -> None:
        """Begin; it is not waited for."""
        handle = self._listener.fileno()
        self.begin(
            [sys.executable, "-c", _HAND_OVER, str(handle), str(ROOT / "app.py")],
            env=self._environment,
            pass_fds=[handle],
            stdout=subprocess.DEVNULL,
        )

    def wait(self) -> None:
        """Until it says that it is ready.

        Raises:
            CannotBegin: it ended, or said nothing in time.
        """
        until = time.monotonic() + PATIENCE_S
        while self.is_running and time.monotonic() < until:
            with suppress(TimeoutError):
                if self._heard.recv(4096).startswith(b"READY=1"):
                    return
        raise CannotBegin("An app server does not begin; it says why above.")

    def restart(self) -> None:
        """Begin it anew on the same socket, and end the old one when the new is ready.

        Raises:
            CannotBegin: the new one does not begin; the old one goes on.
        """
        old = self.process
        self.start()
        new = self.process
        try:
            self.wait()
            self.process = old
            self.end()
            self.process = new
        except CannotBegin:
            self.kill()
            self.process = old
            raise

    def let_go(self) -> None:
        """End it for good, with its socket."""
        self.end()
        self._listener.close()
        self._heard.close()


class Nginx(Role):
    """What browsers talk to."""

    stops_by = signal.SIGQUIT  # answers under way are waited for

    def __init__(
        self, folder: Path, listens: tuple[str, int], ports: list[int]
    ) -> None:
        super().__init__()
        host, self.port = listens
        config = folder / "nginx.conf"
        servers = [f"        server 127.0.0.1:{port} max_fails=0;" for port in ports]
        user = "" if os.geteuid() else f"user {somebody_else()};"
        config.write_text(
            _NGINX.format(
                user=user, folder=folder, servers="\n".join(servers),
                host=host, port=self.port, root=ROOT,
            )
        )  # fmt: skip
        self.begin(
            [program("nginx"), "-p", str(folder), "-c", str(config), "-e", "stderr"]
        )
        self.wait_for(self.port)
