"""What was noted, in Prometheus' form: of all processes of a server together."""

import os

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from quiz.meters.sharing import FOLDER

_own = CollectorRegistry()
_SHORT = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
_LONG = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0)


def _times(
    name: str, says: str, labels: tuple[str, ...], steps: tuple[float, ...] = _SHORT
) -> Histogram:
    return Histogram(name, says, labels, registry=_own, buckets=steps)


_TIMES = {
    "request": _times(
        "quiz_request_seconds", "How long requests took, by part of the app.", ("room",)
    ),
    "queue": _times(
        "quiz_queue_seconds", "How long requests waited for a thread.", ("server",)
    ),
    "lock": _times(
        "quiz_lock_seconds", "How long the lock of writing was waited for.", ("engine",)
    ),
    "commit": _times("quiz_commit_seconds", "How long commits took.", ("engine",)),
    "work": _times(
        "quiz_work_seconds",
        "How long reading texts and making questions took.",
        ("ended",),
        _LONG,
    ),
}
_COUNTS = {
    "requests": Counter(
        "quiz_requests",
        "Requests answered.",
        ("room", "method", "status"),
        registry=_own,
    ),
    "turned_away": Counter(
        "quiz_turned_away", "Requests told to come back.", ("server",), registry=_own
    ),
    "answers": Counter("quiz_answers", "Answers kept.", ("played",), registry=_own),
}


def keep(what: str, amount: float, of: tuple[str, ...]) -> None:
    """Add it to what is known."""
    if what in _TIMES:
        _TIMES[what].labels(*of).observe(amount)
    else:
        _COUNTS[what].labels(*of).inc(amount)


def told() -> bytes:
    """All that is known, of whatever process of this server."""
    if FOLDER not in os.environ:
        return generate_latest(_own)
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return generate_latest(together)
