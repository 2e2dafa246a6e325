"""Makes `.venv` and fills it from the locked list, with the standard library.

It runs on whatever Python 3.11 or newer the machine has, before anything is
installed. pip keeps to the machine's own settings (index, proxy, cache).
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {"serving": ROOT / "requirements.lock", "all": ROOT / "requirements-dev.lock"}


class SetupError(Exception):
    """Setting up is impossible; the message is one line that says why."""


def python() -> Path:
    """The Python of `.venv`."""
    windows = os.name == "nt"
    return VENV / ("Scripts/python.exe" if windows else "bin/python")


def is_inside() -> bool:
    """Whether this very process runs on it."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def ready(what: str = "serving") -> Path:
    """The Python of `.venv`, with everything in it that is needed for `what`.

    A stamp remembers the list that was installed, so the second time costs
    nothing. What is needed for "all" (tests and checks) includes "serving".

    Raises:
        SetupError: it cannot be made, or pip failed.
    """
    if _stamp("all").exists() or _stamp(what).exists():
        return python()
    try:
        _make()
        _say(f"Installing {LOCKS[what].name} …")
        _fill(LOCKS[what])
        _stamp(what).touch()
    except OSError as error:
        raise SetupError(f"Cannot write to {VENV}: {error.strerror}.") from error
    return python()


def _make() -> None:
    """Make `.venv` anew unless there is a usable one; see that it has pip."""
    if not _works("-c", "import sys; sys.exit(sys.version_info < (3, 11))"):
        _say(f"Making {VENV.name} …")
        builder = venv.EnvBuilder(clear=VENV.exists(), symlinks=os.name != "nt")
        builder.create(VENV)
    if _works("-c", "import pip"):
        return
    if not _works("-c", "import ensurepip"):
        raise SetupError(
            "This Python cannot make virtual environments: "
            "install the package python3-venv and try again."
        )
    if not _works("-m", "ensurepip", "--default-pip"):
        raise SetupError(f"Cannot install pip into {VENV}.")


def _works(*arguments: str) -> bool:
    """Whether the Python of `.venv` runs that without failing; it says nothing."""
    try:
        asked = subprocess.run(  # noqa: S603 (our own Python)
            [str(python()), *arguments], capture_output=True, check=False
        )
    except OSError:
        return False
    return asked.returncode == 0


def _fill(lock: Path) -> None:
    command = [
        *(str(python()), "-m", "pip", "install", "-qq", "--no-input"),
        *("--disable-pip-version-check", "--no-deps", "--require-hashes"),
        *("--requirement", str(lock)),
    ]
    if subprocess.run(command, check=False, cwd=ROOT).returncode:  # noqa: S603
        raise SetupError(f"pip could not install {lock.name}; it says why above.")


def _stamp(what: str) -> Path:
    digest = hashlib.sha256(LOCKS[what].read_bytes()).hexdigest()[:16]
    return VENV / f".installed-{what}-{digest}"


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201 (it talks to a terminal)
