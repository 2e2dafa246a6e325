"""The page "my progress", for guests, pupils and teachers alike."""

import json
import secrets
import uuid

from flask import (
    Blueprint,
    Flask,
    Response,
    flash,
    redirect,
    render_template,
    url_for,
)
from flask_babel import gettext as _

from quiz.bank.offering import playing_of
from quiz.bank.sentences import SKILLS
from quiz.engine.mastery.badges import FRAMES
from quiz.engine.mastery.course import WINDOW
from quiz.play import starting
from quiz.play.browser import known_player, remember
from quiz.play.starting import Asking, Beginning
from quiz.progress import chart as drawing
from quiz.progress import difficulties, sentences, service
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


def init_app(app: Flask) -> None:
    """Have difficulties estimated; say at the end of a round what it moved."""
    difficulties.listen()
    app.jinja_env.globals.update(moved_in=moved_in)


def moved_in(round_id: uuid.UUID) -> service.Moved | None:
    """The skill that a round moved; for the end of a round of this player."""
    player_id = known_player()
    if player_id is None:
        return None
    return service.moved_in(db(), player_id, round_id, now())


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
        frames=FRAMES,
        window=WINDOW,
    )


@bp.post("/progress/practise")
@public
@limiter.limit(MOST_STARTS)
def practise() -> Response:
    """A round of five minutes of what is to be practised now."""
    today = practice_of_the_day(db(), known_player(), now())
    beginning = Beginning(secrets.randbits(48), now(), today.skills)
    asking = Asking(actor(), known_player())
    playing = playing_of(db(), today.played)
    started = starting.begin_for(db(), asking, playing, beginning)
    remember(started.player_id)
    if today.is_repeated:
        flash(
            _(
                "You have played every article lately. This is the one you have not "
                "played for longest."
            )
        )
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
