"""A private PostgreSQL server for one test run, on a socket nobody else sees."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/bin")
# Which letters are capitals, as any database of a school knows; macOS has no such name.
LETTERS = ("--lc-ctype=C.UTF-8",) if sys.platform == "linux" else ()
LONGEST_S = 120  # for whatever it is asked to do
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class Postgres:
    """The server; `url(name)` is where a database of it is."""

    def __init__(self, binaries: Path) -> None:
        self.binaries = binaries
        self.user = unprivileged_user()
        self.home = Path(tempfile.mkdtemp(prefix="quiz-pg-"))
        if self.user:
            shutil.chown(self.home, self.user)
        self.data = self.home / "data"
        self.superuser = "quiz"

    def start(self) -> None:
        self._run(
            "initdb", "-A", "trust", "-U", self.superuser, "-E", "UTF8",
            "--no-locale", *LETTERS, "--no-sync",
        )  # fmt: skip
        self.start_again()

    def start_again(self) -> None:
        options = " ".join(
            ["-k", str(self.home), "-c listen_addresses=''", *(f"-c {o}" for o in FAST)]
        )
        log = str(self.home / "log")
        self._run("pg_ctl", "-w", "-l", log, "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        self._run("pg_ctl", "-w", "-m", mode, "stop")

    def remove(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)

    def url(self, name: str = "postgres") -> str:
        return f"postgresql://{self.superuser}@/{name}?host={self.home}"

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self.binaries / program), "-D", str(self.data), *arguments],
            user=self.user,
            cwd=self.home,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=LONGEST_S,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.decode()}")


def find_binaries() -> Path | None:
    """The newest folder with initdb in it."""
    beside = shutil.which("initdb")
    found = [Path(beside).resolve().parent] if beside else []
    for pattern in PLACES:
        root, _, rest = pattern.lstrip("/").partition("/")
        found += Path("/", root).glob(rest)
    usable = [folder for folder in found if (folder / "initdb").exists()]
    return max(usable, key=lambda f: (version(f), str(f)), default=None)


def version(folder: Path) -> int:
    said = subprocess.run(
        [str(folder / "initdb"), "--version"],
        capture_output=True,
        timeout=LONGEST_S,
        check=True,
    )
    return int(said.stdout.split()[-1].split(b".")[0]) if said.stdout else 0


def unprivileged_user() -> str | None:
    """Whom to run it as when we are root, whom PostgreSQL refuses."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
