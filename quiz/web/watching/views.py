"""How the server does, for Prometheus; only whoever has the token may ask."""

import hmac
import time

from flask import Blueprint, Flask, Response, current_app, g, request

from quiz.errors import NotFound
from quiz.meters.notes import listen, note
from quiz.web.access import public

bp = Blueprint("watching", __name__)

TYPE = "text/plain; version=0.0.4; charset=utf-8"
# Where an answer is kept, and how it was played.
ANSWERS = {"play.answer": "round", "live.answer": "live"}


def init_app(app: Flask) -> None:
    """Note how requests are answered, if anybody may ask for it."""
    if not app.config["METRICS_TOKEN"]:
        return
    from quiz.meters import prometheus  # noqa: PLC0415 (slow to import, and seldom used)

    listen(prometheus.keep)
    app.before_request(_begin)
    app.after_request(_end)


@bp.get("/metrics")
@public
def metrics() -> Response:
    """All that was measured, in Prometheus' form; there is no such page for others."""
    token = current_app.config["METRICS_TOKEN"]
    shown = request.authorization.token if request.authorization else None
    if not token or not hmac.compare_digest((shown or "").encode(), token.encode()):
        raise NotFound
    from quiz.meters import prometheus  # noqa: PLC0415 (as above)

    return Response(prometheus.told(), content_type=TYPE)


def _begin() -> None:
    g.began = time.perf_counter()


def _end(response: Response) -> Response:
    room = request.blueprint or ("static" if request.endpoint == "static" else "none")
    status = str(response.status_code)
    note("requests", 1, room, request.method, status)
    if "began" in g:
        note("request", time.perf_counter() - g.began, room)
    if request.endpoint in ANSWERS and request.method == "POST" and status < "4":
        note("answers", 1, ANSWERS[request.endpoint])
    return response
