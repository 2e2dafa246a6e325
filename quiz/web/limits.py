"""How often something may be tried.

Never tightly by address alone: a whole school sits behind one. Account and
address together have the tight limit, the address only a high ceiling, and
what succeeds is not counted.
"""

from collections.abc import Callable

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(key_func=get_remote_address, headers_enabled=False)


def failed(response: Response) -> bool:
    """Whether the attempt failed: only these count."""
    return response.status_code != 303


def by_field(field: str) -> Callable[[], str]:
    """A key from what was typed in a field, levelled as far as needed."""
    return lambda: " ".join(request.form.get(field, "")[:200].casefold().split()) or "-"


def by_field_and_address(field: str) -> Callable[[], str]:
    """A key for one person at one place."""
    typed = by_field(field)
    return lambda: f"{typed()} {get_remote_address()}"


def init_app(app: Flask) -> None:
    """Count from now on; where, RATELIMIT_STORAGE_URI says."""
    limiter.init_app(app)
