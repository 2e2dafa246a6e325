"""One deadline for all that a fetch waits for.

A timeout of a socket begins anew with each byte that comes, so a server that drips
could hold its reader for minutes. Here a timer shuts the connections instead.
"""

import socket
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from quiz.errors import Invalid

Found = TypeVar("Found")


class Deadline:
    """Shuts the sockets it watches when the time is over; to be used by `with`.

    Args:
        seconds: how long everything together may take.
    """

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._watched: list[socket.socket] = []

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            for each in self._watched:
                each.close()
            self._watched.clear()

    def left_s(self) -> float:
        """Seconds that are left.

        Raises:
            Invalid: "slow_address": none.
        """
        left = self._ends - time.monotonic()
        if left <= 0:
            raise Invalid("slow_address")
        return left

    def watch(self, connected: socket.socket) -> None:
        """Shut this connection, too, when the time is over."""
        # A handle of its own: wrapping a socket for TLS takes the first one away.
        with self._lock:
            self._watched.append(connected.dup())

    def within(self, work: Callable[[], Found]) -> Found:
        """What that gives, if it does so in time; else it goes on unheard.

        For calls that nothing can interrupt, such as asking for a name's addresses.

        Raises:
            Invalid: "slow_address": the time was over first.
            Exception: what it raises.
        """
        found: list[Found] = []
        failed: list[Exception] = []

        def do() -> None:
            try:
                found.append(work())
            except Exception as error:  # noqa: BLE001 (raised again below)
                failed.append(error)

        thread = threading.Thread(target=do, daemon=True)
        thread.start()
        thread.join(self.left_s())
        if failed:
            raise failed[0]
        if not found:
            raise Invalid("slow_address")
        return found[0]

    def _shut(self) -> None:
        with self._lock:
            for each in self._watched:
                try:
                    each.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # closed from the other side
