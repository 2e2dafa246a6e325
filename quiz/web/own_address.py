"""Addresses that leave this server, such as on paper: never as a stranger says."""

import socket
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import current_app, request, url_for


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
