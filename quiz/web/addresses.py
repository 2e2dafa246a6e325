"""Addresses of this server: where to go on to, what is asked for, what is passed on."""

import socket
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import current_app, request, url_for

LONGEST = 2_000


def is_own_path(target: str) -> bool:
    """Whether a browser would stay on this site, whatever it makes of the text.

    Browsers drop tabs and line breaks and read a backslash as a slash, so that
    two slashes may come about where only one is seen: no such character at all.
    """
    if not target.startswith("/") or target.startswith("//") or len(target) > LONGEST:
        return False
    if any(ord(c) <= 32 or c == "\\" or ord(c) == 127 for c in target):
        return False
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc


def this_page() -> str:
    """The address of what was asked for, from the host on, with its query."""
    return request.script_root + request.full_path.rstrip("?")


def safe_next(target: str | None, otherwise: str) -> str:
    """The target if it is a path of this app, else the other one."""
    return target if target and is_own_path(target) else otherwise


def lasting(endpoint: str, **values: object) -> str | None:
    """The whole address of a view, to be passed on; None where the host is not known.

    With QUIZ_HOSTS only those names are answered at all. Without it the name is
    believed of this machine and of its network; any other is what a browser claims.
    """
    if current_app.config["TRUSTED_HOSTS"] or _is_near(_host()):
        return url_for(endpoint, _external=True, **values)  # type: ignore[arg-type]
    return None


def to_pass_on(endpoint: str, **values: object) -> str:
    """The same for a link that its reader copies; the path alone where that is all."""
    return lasting(endpoint, **values) or url_for(endpoint, **values)  # type: ignore[arg-type]


def _host() -> str:
    return urlsplit(request.host_url).hostname or ""


def _is_near(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host in _own_names()


@cache
def _own_names() -> frozenset[str]:
    own = socket.gethostname().lower()
    return frozenset({"localhost", own, f"{own}.local"})
