"""A folder in which the processes of a server add up what each of them noted."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""What the library reads when it is first imported, and every process that is begun."""


@contextmanager
def together(*, wanted: bool) -> Iterator[None]:
    """While it lasts, the processes begun from this one share what they note."""
    if not wanted:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="quiz-meters-") as folder:
        os.environ[FOLDER] = folder
        try:
            yield
        finally:
            os.environ.pop(FOLDER, None)
