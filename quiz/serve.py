"""Sets everything up and serves the app: `make run` and `python app.py`.

Only the standard library is imported at the top: the rest may have to be
installed first. Whatever makes serving impossible is said in one line.
"""

import contextlib
import errno
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from quiz.install import ROOT, SetupError, is_inside, ready
from quiz.server.sockets import handed_over

if TYPE_CHECKING:
    from flask import Flask

USAGE = "usage: python app.py [setup [--dev] | prepare]"
# What a start leaves to a process beside the server; for nobody to type.
REST = ["prepare", "--rest"]
DEFAULT_PORT = 8000
THREADS = 8
# Requests that wait for a thread; more are told to come back.
WAITING = 500
# A server that was killed may need a moment to let go of its port.
PATIENCE_S = 1.0


def main(arguments: list[str]) -> int:
    """Serve, or only `setup` (install) or `prepare` (database); the exit status."""
    try:
        return _obey(arguments)
    except SetupError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return 130


def _obey(arguments: list[str]) -> int:
    if arguments not in ([], ["setup"], ["setup", "--dev"], ["prepare"], REST):
        print(USAGE, file=sys.stderr)  # noqa: T201
        return 2
    inside = ready("all" if "--dev" in arguments else "serving")
    if arguments[:1] == ["setup"]:
        return 0
    if not is_inside():
        return _go_on_in([str(inside), str(ROOT / "app.py"), *arguments])
    if arguments == REST:
        threading.Thread(target=_end_with_whoever_began_it, daemon=True).start()
    if arguments[:1] == ["prepare"]:
        prepare(warns=arguments != REST)
        return 0
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, _stop_at_once)
    # The port comes first: it is checked at once, and nothing is done in vain.
    listener = listen(os.environ)
    is_all = prepare(whole=False)
    with contextlib.nullcontext() if is_all else _rest_prepared_meanwhile():
        serve(listener)
    return 0


def _stop_at_once(number: int, _frame: FrameType | None) -> NoReturn:
    """Until it serves there is nothing to be brought to an end."""
    os._exit(128 + number)


def _go_on_in(command: list[str]) -> int:
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 (our own Python)
    # Windows has no exec; there the parent only waits.
    child = subprocess.Popen(command)  # noqa: S603
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            return child.wait()


def listen(environ: MutableMapping[str, str]) -> socket.socket:
    """The socket handed over, or one bound to HOST and PORT (127.0.0.1:8000 without).

    Raises:
        SetupError: PORT is no port, or it is in use, or not ours to use; more than one
            socket was handed over.
    """
    try:
        given = handed_over(environ)
    except ValueError as error:
        raise SetupError(f"Cannot serve: {error}.") from error
    if given is not None:
        return given
    host = environ.get("HOST") or "127.0.0.1"
    text = environ.get("PORT") or str(DEFAULT_PORT)
    if not text.isdecimal() or not 0 < int(text) < 65_536:
        raise SetupError(f"PORT must be a number from 1 to 65535, not {text!r}.")
    port = int(text)
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            return socket.create_server((host, port), backlog=512)
        except OSError as error:
            if error.errno == errno.EADDRINUSE and time.monotonic() < until:
                time.sleep(0.1)
                continue
            raise SetupError(_why_not(error, host, port)) from error


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use; choose another one, such as PORT={port + 1}."
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"Port {port} may not be used; choose one above 1023, such as PORT=8000."
    return f"Cannot listen on {host}:{port}: {error.strerror or error}."


def prepare(*, whole: bool = True, warns: bool = True) -> bool:
    """Compile translations, migrate the database, load the bundled library.

    Args:
        whole: all of the library; otherwise so much of it that one can begin.
        warns: say on stderr if the SQLite used may damage a database.

    Returns:
        Whether all is in place.

    Raises:
        SetupError: a folder is read-only, or the database does not answer.
    """
    from sqlalchemy.exc import ArgumentError, DBAPIError  # noqa: PLC0415 (there by now)

    from quiz.config import INSTANCE, ConfigError  # noqa: PLC0415

    try:
        _write_what_is_needed(os.environ, INSTANCE, begins=not whole)
        is_all = _bring_up_to_date(os.environ, INSTANCE, whole=whole)
        if warns:
            _warn_of_an_old_sqlite(os.environ, INSTANCE)
        return is_all
    except OSError as error:
        place = error.filename or INSTANCE
        raise SetupError(f"Cannot write to {place}: {error.strerror}.") from error
    except ConfigError as error:
        raise SetupError(str(error)) from error
    except ArgumentError as error:
        raise SetupError(f"DATABASE_URL cannot be used: {error}.") from error
    except DBAPIError as error:
        said = " ".join(str(error.orig).split())
        raise SetupError(f"The database does not answer: {said}") from error


def _write_what_is_needed(
    environ: Mapping[str, str], instance: Path, *, begins: bool
) -> None:
    from quiz import catalogues, config  # noqa: PLC0415
    from quiz.counts import SharedFile  # noqa: PLC0415

    instance.mkdir(mode=0o700, exist_ok=True)
    if not environ.get("DATABASE_URL"):
        _try_to_write_in(instance)
    config.settings(environ, instance)
    counts = SharedFile(config.limits_uri(instance / config.LIMITS_FILE))
    if counts.check():
        # Whatever else prepares may run beside a server that counts.
        counts.reset() if begins else counts.forget_past()
    if not config.has_key(environ):
        config.kept_secret(instance)
    catalogues.compile_stale()


def _try_to_write_in(folder: Path) -> None:
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from error


def _bring_up_to_date(
    environ: Mapping[str, str], instance: Path, *, whole: bool
) -> bool:
    from quiz import config, db, schema  # noqa: PLC0415
    from quiz.articles.bundled import bundled_articles  # noqa: PLC0415
    from quiz.bank.library import loading  # noqa: PLC0415
    from quiz.web.clock import now  # noqa: PLC0415

    engine = db.connect(config.database_url(environ, instance))
    try:
        schema.upgrade(engine)
        sessions = db.sessions_of(engine)
        waiting = loading.begin(sessions, bundled_articles(), now())
        if whole:
            loading.go_on(sessions, waiting, now())
    finally:
        engine.dispose()
    return whole or not waiting


@contextlib.contextmanager
def _rest_prepared_meanwhile() -> Iterator[None]:
    """`prepare` in a process of its own; its reading gives way to those who play.

    It ends with this process and those forked from it, however they end: its stdin is
    a pipe of theirs. Ctrl-C is for them, so it is in no group that gets it.
    """
    command = [sys.executable, str(ROOT / "app.py"), *REST]
    process = subprocess.Popen(  # noqa: S603 (our own Python)
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        process.kill()


def _end_with_whoever_began_it() -> None:
    """End at once when stdin does, whatever is half done: the next start goes on."""
    while os.read(0, 1):
        pass
    os._exit(1)


def _warn_of_an_old_sqlite(environ: Mapping[str, str], instance: Path) -> None:
    from quiz import config  # noqa: PLC0415
    from quiz.databases import sqlite  # noqa: PLC0415

    found = sqlite.version()
    is_used = config.database_url(environ, instance).startswith("sqlite")
    if is_used and not sqlite.is_sound(found):
        print(  # noqa: T201
            f"SQLite {'.'.join(map(str, found))} can, very rarely, damage a database "
            "that several processes write to. Use 3.51.3 or newer, or PostgreSQL.",
            file=sys.stderr,
        )


def serve(listener: socket.socket) -> None:
    """Serve the app on that socket until Ctrl-C or SIGTERM."""
    host, port = listener.getsockname()[:2]
    print(f"Wer sagt was? is at http://{host}:{port} (Ctrl-C stops it)", flush=True)  # noqa: T201
    try:
        import gunicorn  # noqa: F401, PLC0415
    except ImportError:
        _serve_with_waitress(listener)
    else:
        _serve_with_gunicorn(listener)


def _serve_with_gunicorn(listener: socket.socket) -> None:
    from quiz.config import MAX_UPLOAD_BYTES  # noqa: PLC0415
    from quiz.factory import create_app  # noqa: PLC0415
    from quiz.meters.sharing import together  # noqa: PLC0415
    from quiz.server.gateway import Gateway, Size  # noqa: PLC0415
    from quiz.server.hub import hub_of  # noqa: PLC0415
    from quiz.server.process import Server  # noqa: PLC0415

    with together(wanted=bool(os.environ.get("QUIZ_METRICS_TOKEN"))):
        app = create_app()
        size = Size(threads=THREADS, waiting=WAITING, body_bytes=MAX_UPLOAD_BYTES)
        gateway = Gateway(app, size, hub_of(app.config["REDIS_URL"]))
        Server(listener, gateway, begun=lambda: _housekeep(app)).run()


def _housekeep(app: "Flask") -> None:
    from quiz.privacy import housekeeping  # noqa: PLC0415
    from quiz.web.clock import now  # noqa: PLC0415

    housekeeping.start(app.extensions["quiz.sessions"], now)


def _serve_with_waitress(listener: socket.socket) -> None:
    import waitress  # noqa: PLC0415

    from quiz.factory import create_app  # noqa: PLC0415

    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    app = create_app()
    _housekeep(app)
    waitress.serve(app, sockets=[listener], threads=2 * THREADS)
