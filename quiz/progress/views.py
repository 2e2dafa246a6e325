"""The page "my progress", for guests, pupils and teachers alike."""

import json
import secrets

from flask import Blueprint, Flask, Response, redirect, render_template, url_for

from quiz.bank.sentences import SKILLS
from quiz.play import players, starting
from quiz.play.browser import known_player, remember
from quiz.play.starting import Beginning
from quiz.progress import chart as drawing
from quiz.progress import difficulties, sentences
from quiz.progress.daily_round import practice_of_the_day
from quiz.progress.data_export import taken_along
from quiz.progress.service import progress_of
from quiz.web.access import actor, public
from quiz.web.clock import now
from quiz.web.limits import limiter
from quiz.web.session import db

bp = Blueprint("progress", __name__)

# As many as rounds may begin anywhere else.
MOST_STARTS = "3000/hour"


def init_app(_app: Flask) -> None:
    """Have difficulties estimated."""
    difficulties.listen()


@bp.get("/progress")
@public
def mine() -> str:
    """Rounds played, levels, what comes next, and accuracy by skill over time."""
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
        words=sentences,
    )


@bp.post("/progress/practise")
@public
@limiter.limit(MOST_STARTS)
def practise() -> Response:
    """A round of five minutes of what is to be practised now."""
    today = practice_of_the_day(db(), known_player(), now())
    player = players.player_of(db(), actor(), known_player(), now())
    beginning = Beginning(secrets.randbits(48), now(), today.skills)
    started = starting.practise(db(), player, today.played, beginning)
    remember(player.id)
    to = url_for("play.question", round_id=started.id, number=1)
    return redirect(to, code=303)  # type: ignore[return-value]


@bp.get("/progress/export")
@public
def export() -> Response:
    """All that is kept about this player, as a file."""
    player_id = known_player()
    kept = taken_along(db(), player_id) if player_id else {"rounds": []}
    text = json.dumps(kept, ensure_ascii=False, indent=2)
    response = Response(text, mimetype="application/json")
    response.headers["Content-Disposition"] = (
        'attachment; filename="wer-sagt-was-fortschritt.json"'
    )
    return response
