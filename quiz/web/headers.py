"""The headers of every response: what a browser may do with our pages."""

from flask import Flask, Response, current_app, request
from werkzeug.wrappers import Response as BaseResponse

from quiz.web.access import EVERYBODY

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

FIXED = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
A_YEAR_S = 31_536_000
KEPT_NOWHERE = frozenset(
    {"accounts", "classes", "doubts", "due", "exports", "reports", "seats"}
    | {"second_factor", "settings", "staff", "schools", "people", "privacy"}
)
"""Parts of the app about pupils and accounts: no browser keeps their pages."""


def init_app(app: Flask) -> None:
    """Put them on every response, error pages and files included."""
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    headers = response.headers
    for name, value in FIXED.items():
        headers[name] = value
    if request.is_secure:
        headers["Strict-Transport-Security"] = f"max-age={A_YEAR_S}"
    if request.endpoint == "static":
        if "v" in request.args and response.status_code == 200:
            headers["Cache-Control"] = f"public, max-age={A_YEAR_S}, immutable"
        return response
    if request.blueprint in KEPT_NOWHERE:
        headers.setdefault("Cache-Control", "no-store")
    # Pages carry a person's form token and progress: no shared cache keeps them.
    headers.setdefault("Cache-Control", "private, no-cache")
    if _is_private():
        headers["X-Robots-Tag"] = "noindex"
    return response


def forgotten(response: BaseResponse) -> BaseResponse:
    """An answer after which the browser keeps no page that it was shown before.

    Cookies stay: with them a guest's rounds.
    """
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _is_private() -> bool:
    # Rounds, sets and articles have an id in their path.
    if request.endpoint is None or request.view_args:
        return True
    view = current_app.view_functions[request.endpoint]
    return getattr(view, "allows", None) is not EVERYBODY
