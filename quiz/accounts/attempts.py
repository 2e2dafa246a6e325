"""Whose wrong attempts are counted at the doors of accounts, and how many are too many.

Each number with its reason: docs/decisions/0006-right-ones-are-let-in.md.
"""

from flask import request

from quiz.accounts import browser
from quiz.accounts.names import folded
from quiz.web.limits import (
    Attempts,
    Delay,
    Limit,
    both,
    by_account,
    by_address,
    by_browser,
    by_text,
)


def by_name() -> str:
    """Which account is tried, however its name is written."""
    return f"name {by_text(folded(_name()))}"


def _name() -> str:
    return request.form.get("name", "")


def _is_known_here() -> bool:
    return browser.knows(_name())


_OF_A_NAME = Limit("50/hour", by_name)


def _is_not_attacked() -> bool:
    return _is_known_here() or not _OF_A_NAME.is_used_up()


SIGN_IN = Attempts(
    delays=(Delay(both(by_name, by_browser)), Delay(by_browser, free=20)),
    soft=(
        Limit("300/hour", by_address),
        _OF_A_NAME,
        Limit("10/15 minutes", both(by_name, by_address)),
    ),
    hard=(
        # These are shared by all browsers in which the account is not known.
        Limit("1000/hour", by_address, unless=_is_known_here),
        Limit("3/15 minutes", both(by_name, by_address), unless=_is_not_attacked),
    ),
)

REGISTER = Attempts(
    delays=(Delay(by_browser, free=10),),
    soft=(Limit("300/hour", by_address),),
    hard=(Limit("1000/hour", by_address),),
)
RESET = Attempts(delays=(Delay(by_browser, free=10),))
PROOF = Attempts(delays=(Delay(by_account, free=3),))
FACTOR = Attempts(delays=(Delay(by_account, free=3),))
MOST_ACCOUNTS = "300/hour"

JOIN_SCHOOL = Attempts(delays=(Delay(by_account),))


def _by_whom_is_proving() -> str:
    return f"proving {browser.proving()}"


PROVE = Attempts(
    delays=(Delay(by_browser),),
    hard=(Limit("60/hour", _by_whom_is_proving),),
)
