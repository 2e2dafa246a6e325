"""The server's own log lines tell what went wrong, and never from which address."""

import json
import logging
import re
from contextlib import suppress
from datetime import UTC, datetime
from ipaddress import ip_address

# What the servers that the app runs under call their loggers.
_LOGGERS = ("gunicorn.error", "uvicorn.error", "uvicorn.access", "waitress", "werkzeug")
_PERHAPS = re.compile(r"(?<![\w.:])[0-9a-fA-F:.]*[0-9a-fA-F:](?!\w)")
_INSTEAD = "somebody"


class WithoutAddresses(logging.Filter):
    """Takes the addresses out of every line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let it pass, with what it says written out, its traceback too.

        What cannot be written out is left to logging, which reports it.
        """
        with suppress(TypeError, ValueError, KeyError):
            record.msg, record.args = without_addresses(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            told = logging.Formatter().formatException(record.exc_info)
            record.exc_text = without_addresses(told)
        return True


def without_addresses(line: str) -> str:
    """The line with a word in place of every address of IPv4 or IPv6."""
    return _PERHAPS.sub(_hidden, line)


def _hidden(found: re.Match[str]) -> str:
    host, colon, port = found[0].rpartition(":")
    if _is_address(found[0]):
        return _INSTEAD
    return f"{_INSTEAD}:{port}" if colon and _is_address(host) else found[0]


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def keep_addresses_out() -> None:
    """Look at every line from now on."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, WithoutAddresses) for each in logger.filters):
            logger.addFilter(WithoutAddresses())


class AsJson(logging.Formatter):
    """A line as an object of JSON, so that nothing in it can pass for another line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line: when (in UTC), how bad, of whom, in which process, what."""
        moment = datetime.fromtimestamp(record.created, UTC)
        told = {
            "time": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            "message": record.getMessage(),
        }
        if record.exc_info:
            told["trace"] = record.exc_text or self.formatException(record.exc_info)
        return json.dumps(told)


def write_json() -> None:
    """Have every logger write so from now on, the security log's kinds among them."""
    root = logging.getLogger()
    if not is_json():
        handler = logging.StreamHandler()
        handler.addFilter(WithoutAddresses())
        handler.setFormatter(AsJson())
        root.addHandler(handler)
        logging.captureWarnings(capture=True)
    logging.getLogger("quiz.security").setLevel(logging.INFO)


def is_json() -> bool:
    """Whether they do."""
    return any(isinstance(h.formatter, AsJson) for h in logging.getLogger().handlers)
