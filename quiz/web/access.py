"""Who may see a view: every view says it, and one guard keeps to it.

`@public` and `@allow(…)` only write `.allows` on the view; the guard runs
before each request and refuses a view that says nothing.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, g, redirect, request, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from quiz.access import GUEST, MAY, Action, Actor, Role
from quiz.errors import NotAllowed
from quiz.web.addresses import this_page

View = TypeVar("View", bound=Callable[..., Any])

EVERYBODY = frozenset(Role)
PROVING = frozenset({"accounts", "second_factor"})
"""Where whoever still lacks the second factor gets one, or signs out."""


def public(view: View) -> View:
    """Anybody may use this view, signed in or not."""
    view.allows = EVERYBODY  # type: ignore[attr-defined]
    return view


def allow(*who: Role | Action) -> Callable[[View], View]:
    """Only these roles, or whoever may do these actions, may use this view."""
    allowed: set[Role] = set()
    for one in who:
        allowed |= MAY[one] if isinstance(one, Action) else {one}

    def mark(view: View) -> View:
        view.allows = frozenset(allowed)  # type: ignore[attr-defined]
        return view

    return mark


def actor() -> Actor:
    """Who is asking. A guest costs no query."""
    if "_user_id" not in session:
        return GUEST
    if "actor" not in g:
        user = current_user
        known = user.is_authenticated and not _lacks_factor(user)
        g.actor = Actor(user.id, _role_of(user)) if known else GUEST
    found: Actor = g.actor
    return found


def _lacks_factor(user: Any) -> bool:  # noqa: ANN401 (an account of a room above)
    """Whether they count as nobody here until they have a second factor."""
    is_asked = current_app.config["SECOND_FACTOR"] and request.blueprint not in PROVING
    return is_asked and not user.is_strong


def _role_of(user: Any) -> Role:  # noqa: ANN401 (an account of a room above)
    """What they are; an administrator without the second factor asked for is none."""
    found: Role = user.standing
    is_asked = current_app.config["ADMIN_SECOND_FACTOR"]
    weak = found is Role.ADMIN and is_asked and not user.is_strong
    return Role.TEACHER if weak else found


def forget_actor() -> None:
    """Ask again who it is: after signing in or out within this request."""
    g.pop("actor", None)


def assume_guest() -> None:
    """Ask no more who it is: the page to come must not need the database."""
    if "_login_user" not in g:
        guest = current_app.login_manager.anonymous_user()  # type: ignore[attr-defined]
        g._login_user = guest  # noqa: SLF001 (the name Flask-Login documents)
    g.setdefault("actor", GUEST)


def init_app(app: Flask) -> None:
    """Put the guard before every request, and `actor` into every template."""
    public(app.view_functions["static"])
    app.before_request(_guard)
    app.jinja_env.globals.update(actor=actor)


def _guard() -> Response | None:
    if request.endpoint is None:
        return None
    allows: frozenset[Role] | None = getattr(
        current_app.view_functions[request.endpoint], "allows", None
    )
    if allows is EVERYBODY:
        return None
    if allows is None:
        raise NotAllowed("view_without_rule", endpoint=request.endpoint)
    asking = actor()
    if asking.role in allows:
        return None
    if not asking.is_signed_in:
        return _to_sign_in()
    raise NotAllowed("not_your_role")


def _to_sign_in() -> Response:
    if "_user_id" in session and current_user.is_authenticated:
        return redirect(url_for("second_factor.show"), code=303)
    # After signing in one comes back, but only to what a link can repeat.
    back = this_page() if request.method == "GET" else None
    return redirect(url_for("accounts.sign_in", next=back), code=303)
