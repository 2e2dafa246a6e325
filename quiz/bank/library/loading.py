"""Bringing a whole library in, article by article, so that nobody waits for it."""

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from threading import Thread

from quiz.articles.bundled import BundledArticle
from quiz.articles.models import Article
from quiz.bank.library.bundled import (
    has_set,
    load_article,
    retire_all_but,
    waiting_articles,
)
from quiz.bank.service import questions_of
from quiz.db import Sessions, alone
from quiz.errors import Invalid

FIRST = 4
"""So many articles are made ready before anybody can play."""
_DOING = "loading the library"


def begin(
    sessions: Sessions, articles: Sequence[BundledArticle], now: datetime
) -> tuple[BundledArticle, ...]:
    """Bring in step what costs nothing and the first few others; gives the rest.

    What could be played before can be played until the rest is in place, too. Of
    several servers that begin at once, one after the other looks what is left to do.
    """
    with sessions.reading() as session:
        waiting = waiting_articles(session, articles)
    later = {each.slug for each in waiting[FIRST:]}
    for each in articles:
        if each.slug not in later:
            _bring(sessions, each, now)
    with sessions.writing.begin() as session:
        alone(session.connection(), _DOING)
        retire_all_but(session, {each.slug for each in articles}, now)
    return waiting[FIRST:]


def go_on(sessions: Sessions, waiting: Iterable[BundledArticle], now: datetime) -> None:
    """Bring the rest in, each by itself, so that others can write in between.

    Reading gives way to those who play; what holds the lock of writing does not.
    """
    for each in waiting:
        reading = Thread(target=_read_gently, args=(sessions, each))
        reading.start()
        reading.join()
        _bring(sessions, each, now)


def _read_gently(sessions: Sessions, bundled: BundledArticle) -> None:
    if sys.platform == "linux":
        os.nice(10)  # this thread's alone
    _read(sessions, bundled)


def _bring(sessions: Sessions, bundled: BundledArticle, now: datetime) -> None:
    _read(sessions, bundled)
    with sessions.writing.begin() as session, suppress(Invalid):
        alone(session.connection(), _DOING)
        load_article(session, bundled, now)


def _read(sessions: Sessions, bundled: BundledArticle) -> None:
    """Do what takes long and is remembered, before others may not write."""
    with sessions.reading() as session:
        is_read = has_set(session, bundled)
    with suppress(Invalid):
        if not is_read:
            text, language = bundled.text, bundled.language
            questions_of(Article(text=text, language=language, outlet=bundled.outlet))
