"""The page "my progress", for guests and teachers alike."""

from flask import Blueprint, Flask, render_template
from werkzeug.wrappers import Response

from quiz.bank.sentences import SKILLS
from quiz.play.cookie import known_player
from quiz.progress import chart as drawing
from quiz.progress.service import progress_of
from quiz.web.access import public
from quiz.web.clock import now
from quiz.web.session import db

bp = Blueprint("progress", __name__)

Page = Response | str


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/progress")
@public
def mine() -> Page:
    """Rounds played, and accuracy by skill over time."""
    player_id = known_player()
    found = progress_of(db(), player_id, now()) if player_id else None
    if found is None or not found.rounds:
        return render_template("progress/empty.html")
    first = found.rounds_played - len(found.rounds) + 1
    return render_template(
        "progress/mine.html",
        progress=found,
        first=first,
        chart=drawing.chart(found.rounds, first),
        drawing=drawing,
        skills=SKILLS,
    )
