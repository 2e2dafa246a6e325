"""How often something may be tried, and by whom.

What is tried against a secret is checked first: the right one goes through, and only
wrong ones are counted, by whoever sent them. Who sends wrong ones waits longer from one
to the next. Of what several people share, beyond a soft limit a wrong one is told to
wait; beyond a hard one nothing is checked any more, because checking without end is
guessing without end. Why it is so: docs/decisions/0006-right-ones-are-let-in.md.

Never tightly by address alone: a whole school sits behind one.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from ipaddress import IPv4Address, IPv6Network, ip_address
from math import ceil
from typing import Any, TypeVar

from flask import Flask, Response, current_app, g, request, session
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits import parse
from limits.strategies import RateLimiter
from werkzeug.exceptions import TooManyRequests

from quiz import counts  # noqa: F401 (the library finds it by its scheme)
from quiz.web.access import actor
from quiz.web.clock import now

View = TypeVar("View", bound=Callable[..., Any])
Found = TypeVar("Found")
Key = Callable[[], str]

A_MINUTE_S = 60
AN_HOUR_S = 3_600
LONGEST_DELAY_S = 900

BROWSER = "browser"
"""Under which name a browser's session keeps the number it is counted by."""

# What a household or a school is given of IPv6; within it, addresses cost nothing.
_IPV6_SITE_BITS = 56

# What Flask-Limiter writes on a view that has limits.
_MARK = "__wrapper-limiter-instance"


def by_address() -> str:
    """Where a request came from; of IPv6 the site, for each has addresses galore."""
    told = get_remote_address()
    try:
        address = ip_address(told)
    except ValueError:
        return told
    if isinstance(address, IPv4Address):
        return str(address)
    site = IPv6Network((int(address), _IPV6_SITE_BITS), strict=False)
    return str(address.ipv4_mapped or site)


def by_browser() -> str:
    """Which browser it is: a random number, made when it first tries something."""
    if BROWSER not in session:
        session[BROWSER] = secrets.token_urlsafe(9)
    return f"browser {session[BROWSER]}"


def by_account() -> str:
    """Who is signed in."""
    return f"account {actor().user_id}"


def by_text(text: str) -> str:
    """A key for what was typed, as short as any other and nothing to read."""
    return hashlib.blake2b(text.encode(errors="replace"), digest_size=12).hexdigest()


def both(one: Key, other: Key) -> Key:
    """One key out of two, such as for a name at an address."""
    return lambda: f"{one()} {other()}"


class _OnlyWhereLimited(Limiter):
    """Looks at limited views only: looking costs a quarter of a simple request."""

    def _check_request_limit(
        self, callable_name: str | None = None, in_middleware: bool = True
    ) -> None:
        view = current_app.view_functions.get(request.endpoint or "")
        if hasattr(view, _MARK):
            super()._check_request_limit(callable_name, in_middleware)


limiter = _OnlyWhereLimited(key_func=by_address, headers_enabled=False)


@dataclass(frozen=True, slots=True)
class Limit:
    """So many wrong attempts in some time, such as "20/15 minutes".

    Attributes:
        rate: as Flask-Limiter writes it.
        key: of whom or what they are counted.
        unless: when it does not hold; None for never.
    """

    rate: str
    key: Key
    unless: Callable[[], bool] | None = None

    def is_used_up(self) -> bool:
        """Whether so many were counted, where it is a soft limit."""
        rate, key = parse(self.rate), self._counted_by()
        return not _asked(lambda by: by.test(rate, *key))

    def count(self) -> int:
        """Count one more wrong attempt; how many seconds it should have waited."""
        rate, key = parse(self.rate), self._counted_by()
        if _asked(lambda by: by.hit(rate, *key)):
            return 0
        window = _asked(lambda by: by.get_window_stats(rate, *key))
        return _seconds_until(window.reset_time)

    def _counted_by(self) -> tuple[str, str]:
        return self.key(), f"{request.endpoint}:soft"


@dataclass(frozen=True, slots=True)
class Delay:
    """After the k-th wrong attempt in an hour the next is looked at after 2^k seconds.

    Attributes:
        key: of whom they are counted; nobody else must be behind it.
        free: how many mistakes at the beginning cost no time.
    """

    key: Key
    free: int = 0

    def left_s(self) -> int:
        """Seconds until the next attempt is looked at; 0 for at once."""
        held = f"{self._counted_by()}:held"
        if not _asked(lambda by: by.storage.get(held)):
            return 0
        return _seconds_until(_asked(lambda by: by.storage.get_expiry(held)))

    def count(self) -> int:
        """Count one more wrong attempt; seconds until the next is looked at."""
        key = self._counted_by()
        wrong = _asked(lambda by: by.storage.incr(key, AN_HOUR_S)) - self.free
        if wrong <= 0:
            return 0
        delay_s: int = min(2 ** min(wrong, 10), LONGEST_DELAY_S)
        _asked(lambda by: by.storage.incr(f"{key}:held", delay_s))
        return delay_s

    def _counted_by(self) -> str:
        return f"delay/{request.endpoint}/{self.key()}"


def _asked(ask: Callable[[RateLimiter], Found]) -> Found:
    """What the common count says; the own one, where that is away or hangs."""
    try:
        return ask(limiter.limiter)
    except limiter.storage.base_exceptions:
        limiter._storage_dead = True  # noqa: SLF001 (as it does itself; it looks again)
        return ask(limiter.limiter)


@dataclass(frozen=True, slots=True)
class Attempts:
    """What limits the attempts at one kind of secret.

    Attributes:
        delays: of whoever sends; what comes too early is not checked.
        soft: beyond any of these a wrong one is told to wait.
        hard: beyond these nothing is checked.
    """

    delays: tuple[Delay, ...]
    soft: tuple[Limit, ...] = ()
    hard: tuple[Limit, ...] = ()


def check_first(attempts: Attempts) -> Callable[[View], View]:
    """Have a view check what it was sent, and count it if it was wrong.

    Wrong is every answer of the view but a redirect; an error that it raises is none.
    """

    def limit(view: View) -> View:
        @wraps(view)
        def checking(*args: object, **kwargs: object) -> Response:
            if limiter.enabled:
                _be_patient(max(delay.left_s() for delay in attempts.delays))
            answer = current_app.make_response(view(*args, **kwargs))
            if limiter.enabled and answer.status_code != 303:
                g.was_wrong = True
                delay_s = max(delay.count() for delay in attempts.delays)
                soft_s = max((soft.count() for soft in attempts.soft), default=0)
                _be_patient(max(soft_s, delay_s) if soft_s else 0)
            return answer

        limited: Any = checking
        for hard in attempts.hard:
            limited = limiter.limit(
                hard.rate,
                key_func=hard.key,
                deduct_when=_was_wrong,
                exempt_when=hard.unless,
            )(limited)
        limited.attempts = attempts
        found: View = limited
        return found

    return limit


def _be_patient(seconds: int) -> None:
    if seconds:
        raise TooManyRequests(retry_after=seconds)


def _was_wrong(_response: Response) -> bool:
    # Not by the status: what was not checked is no attempt.
    return "was_wrong" in g


def succeeded(response: Response) -> bool:
    """Whether it was done: for limits on how much somebody makes."""
    return response.status_code == 303


def wait_s() -> int:
    """After how many seconds the next attempt is worth it."""
    limit = limiter.current_limit
    return _seconds_until(limit.reset_at) if limit else A_MINUTE_S


def _seconds_until(moment_s: float) -> int:
    return max(1, ceil(moment_s - now().timestamp()))


def init_app(app: Flask) -> None:
    """Count from now on; where, RATELIMIT_STORAGE_URI says."""
    limiter.init_app(app)
