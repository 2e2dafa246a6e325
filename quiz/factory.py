"""create_app: the wiring, in named steps, and nothing else."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

import quiz.accounts.commands
import quiz.accounts.schools.views
import quiz.accounts.second_factor.views
import quiz.accounts.settings.views
import quiz.accounts.staff.views
import quiz.accounts.views
import quiz.articles.check.views
import quiz.articles.claims.views
import quiz.articles.commands
import quiz.articles.glossary.views
import quiz.articles.people.views
import quiz.articles.sharing.views
import quiz.articles.views
import quiz.bank.combining.views
import quiz.bank.commands
import quiz.bank.drafts.views
import quiz.bank.gathering.views
import quiz.bank.library.views
import quiz.bank.own.views
import quiz.bank.views
import quiz.bank.worksheets.views
import quiz.classroom.assignments.views
import quiz.classroom.commands
import quiz.classroom.desk.views
import quiz.classroom.doubts.views
import quiz.classroom.due.views
import quiz.classroom.exports.views
import quiz.classroom.reports.views
import quiz.classroom.seats.views
import quiz.classroom.together.views
import quiz.classroom.views
import quiz.leaderboards.commands
import quiz.leaderboards.leagues.views
import quiz.leaderboards.views
import quiz.live.hosting.views
import quiz.live.news.views
import quiz.live.views
import quiz.play.again.views
import quiz.play.pointing.views
import quiz.play.preview.views
import quiz.play.views
import quiz.privacy.commands
import quiz.privacy.views
import quiz.progress.commands
import quiz.progress.views
import quiz.web.waiting.views
import quiz.web.watching.views
from quiz import cli, config, server_log
from quiz.web import (
    access,
    compressing,
    errors,
    headers,
    health,
    jinja,
    language,
    limits,
    security,
    session,
)

# Each room's views have a blueprint `bp` and a function `init_app(app)`.
ROOMS = (
    quiz.accounts.views,
    quiz.accounts.schools.views,
    quiz.accounts.second_factor.views,
    quiz.accounts.settings.views,
    quiz.accounts.staff.views,
    quiz.articles.views,
    quiz.articles.claims.views,
    quiz.articles.check.views,
    quiz.articles.glossary.views,
    quiz.articles.people.views,
    quiz.articles.sharing.views,
    quiz.bank.library.views,
    quiz.bank.drafts.views,
    quiz.bank.gathering.views,
    quiz.bank.combining.views,
    quiz.bank.own.views,
    quiz.bank.worksheets.views,
    quiz.bank.views,
    quiz.play.again.views,
    quiz.play.pointing.views,
    quiz.play.preview.views,
    quiz.play.views,
    quiz.progress.views,
    quiz.classroom.views,
    quiz.classroom.desk.views,
    quiz.classroom.assignments.views,
    quiz.classroom.due.views,
    quiz.classroom.doubts.views,
    quiz.classroom.reports.views,
    quiz.classroom.exports.views,
    quiz.classroom.seats.views,
    quiz.classroom.together.views,
    quiz.leaderboards.views,
    quiz.leaderboards.leagues.views,
    quiz.live.views,
    quiz.live.hosting.views,
    quiz.live.news.views,
    quiz.privacy.views,
)
COMMANDS = (
    cli.db,
    cli.backups,
    cli.translations,
    quiz.accounts.commands.group,
    quiz.articles.commands.group,
    quiz.bank.commands.group,
    quiz.bank.commands.sets,
    quiz.progress.commands.group,
    quiz.classroom.commands.group,
    quiz.leaderboards.commands.group,
    quiz.privacy.commands.group,
)


def create_app(overrides: Mapping[str, Any] | None = None) -> Flask:
    """The app. It touches no database until a request or command asks for it.

    Args:
        overrides: settings that go before the environment (tests, tools).

    Raises:
        quiz.config.ConfigError: a setting of the environment is unusable.
    """
    app = Synchronous(
        "quiz",
        root_path=str(config.ROOT / "quiz"),
        template_folder=str(config.ROOT / "templates"),
        static_folder=str(config.ROOT / "static"),
        instance_path=str(config.INSTANCE),
    )
    _configure(app, overrides or {})
    _know_proxies(app)
    _prepare_templates(app)
    _open_rooms(app)
    _guard(app)
    _keep_sessions(app)
    return app


def _configure(app: Flask, overrides: Mapping[str, Any]) -> None:
    given = (
        {"QUIZ_SECRET_KEY": str(overrides["SECRET_KEY"])}
        if "SECRET_KEY" in overrides
        else {}
    )
    app.config.update(config.settings(os.environ | given, Path(app.instance_path)))
    app.config.update(overrides)


def _know_proxies(app: Flask) -> None:
    n = app.config["PROXIES"]
    if n:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n, x_prefix=n)  # type: ignore[method-assign]


def _prepare_templates(app: Flask) -> None:
    jinja.init_app(app)
    language.init_app(app)


def _open_rooms(app: Flask) -> None:
    app.register_blueprint(health.bp)
    app.register_blueprint(quiz.web.waiting.views.bp)
    app.register_blueprint(quiz.web.watching.views.bp)
    quiz.web.watching.views.init_app(app)
    for room in ROOMS:
        app.register_blueprint(room.bp)
        room.init_app(app)
    for group in COMMANDS:
        app.cli.add_command(group)


def _guard(app: Flask) -> None:
    errors.init_app(app)
    CSRFProtect(app)
    access.init_app(app)
    limits.init_app(app)
    headers.init_app(app)
    compressing.init_app(app)
    security.init_app(app)
    server_log.keep_addresses_out()
    if app.config["LOG_JSON"]:
        server_log.write_json()


def _keep_sessions(app: Flask) -> None:
    app.session_interface = SessionCookie()
    session.init_app(app)
    quiz.web.waiting.views.init_app(app)


class Synchronous(Flask):
    """Flask without coroutines, which none of our views and hooks is."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function itself; Flask would look at every one on every request."""
        return func


class SessionCookie(SecureCookieSessionInterface):
    """Flask's signed cookie; over https it is Secure and bound to this host."""

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002
        """Whether to send it over https only: if this request came so."""
        return request.is_secure

    def get_cookie_name(self, app: Flask) -> str:
        """Its name; the prefix makes browsers refuse it from other hosts."""
        name = super().get_cookie_name(app)
        return f"__Host-{name}" if request.is_secure else name
