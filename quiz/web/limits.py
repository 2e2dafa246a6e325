"""How often something may be tried.

Never tightly by address alone: a whole school sits behind one. Account and
address together have the tight limit, the address only a high ceiling, and
what succeeds is not counted.
"""

from collections.abc import Callable
from math import ceil

from flask import Flask, Response, current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from quiz.web.clock import now

A_MINUTE_S = 60

# What Flask-Limiter writes on a view that has limits.
_MARK = "__wrapper-limiter-instance"


class _OnlyWhereLimited(Limiter):
    """Looks at limited views only: looking costs a quarter of a simple request."""

    def _check_request_limit(
        self, callable_name: str | None = None, in_middleware: bool = True
    ) -> None:
        view = current_app.view_functions.get(request.endpoint or "")
        if hasattr(view, _MARK):
            super()._check_request_limit(callable_name, in_middleware)


limiter = _OnlyWhereLimited(key_func=get_remote_address, headers_enabled=False)


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


def wait_s() -> int:
    """After how many seconds the next attempt is worth it."""
    limit = limiter.current_limit
    return max(1, ceil(limit.reset_at - now().timestamp())) if limit else A_MINUTE_S


def init_app(app: Flask) -> None:
    """Count from now on; where, RATELIMIT_STORAGE_URI says."""
    limiter.init_app(app)
