"""Where to go on to afterwards: only ever to a path of this app."""

from urllib.parse import urlsplit

from flask import request

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
