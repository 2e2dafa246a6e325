"""What makes the game installable, and what is shown while there is no net.

The pages belong to nobody: a browser keeps them for whoever uses it next.
"""

from flask import Blueprint, Response, current_app, jsonify, render_template

from quiz.web.access import public
from quiz.web.jinja import asset
from quiz.web.page import Page

bp = Blueprint("offline", __name__)

_PAPER, _DEEP = "#fbf8f1", "#0a4a5c"
_SIZES = (192, 512)


@bp.get("/manifest.webmanifest")
@public
def manifest() -> Response:
    """Under what name and with which picture the game is installed."""
    icons = [
        {"src": asset(f"img/icon-{n}.png"), "sizes": f"{n}x{n}", "type": "image/png"}
        for n in _SIZES
    ]
    response = jsonify(
        name="Wer sagt was?",
        short_name="Wer sagt was?",
        lang="de",
        start_url="/",
        scope="/",
        display="standalone",
        background_color=_PAPER,
        theme_color=_DEEP,
        icons=icons,
    )
    response.mimetype = "application/manifest+json"
    return response


@bp.get("/service-worker.js")
@public
def worker() -> Response:
    """What a browser does for us in between; from here it may look after all pages."""
    response = current_app.send_static_file("js/service-worker.js")
    response.headers["Cache-Control"] = "no-cache"
    return response


@bp.get("/offline")
@public
def show() -> Page:
    """There is no net."""
    return render_template("web/offline/show.html")


@bp.get("/offline/answer")
@public
def answer() -> Page:
    """There is no net, and an answer waits on this device."""
    return render_template("web/offline/answer.html")
