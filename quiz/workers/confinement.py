"""What a process may not have that reads the bytes of strangers."""

import os
import sys
from contextlib import suppress

MOST_MEMORY = 1024**3  # bytes
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMPDIR", "PYTHONPATH")


def confine() -> None:
    """From here on: little memory, no file to write, less time than the server.

    What the environment holds beyond five names is forgotten; the system may still show
    what the process began with to whoever runs under the same account.
    """
    for name in [each for each in os.environ if each not in _KEPT]:
        del os.environ[name]
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    os.nice(10)
    for which, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # macOS knows no limit of addresses
            resource.setrlimit(which, (most, most))


def end_after(seconds: float) -> None:
    """Have the process end by itself after so much more CPU.

    It is for when nobody is left who would end it, and no thread of it gets on.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
