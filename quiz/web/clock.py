"""The only place that reads the clock; everything else is given `now`."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 (this is the place)
