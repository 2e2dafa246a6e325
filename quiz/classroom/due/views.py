"""Pages on which a pupil sees what is due, and begins it."""

import secrets
from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, url_for

from quiz.classroom.assignments import standing, used_attempts
from quiz.classroom.assignments.standing import Due, Stage
from quiz.classroom.seats.browser import own_seat, seat_here
from quiz.classroom.teams import crest_of_seat
from quiz.errors import Conflict
from quiz.web import errors
from quiz.web.access import public
from quiz.web.clock import now
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("due", __name__)


# What can be begun now or goes on.
_PLAYABLE = (Stage.OPEN, Stage.BEGUN, Stage.LATE)


def init_app(app: Flask) -> None:
    """Have used attempts stay used; let the home page show what is due."""
    used_attempts.listen()
    app.jinja_env.globals.update(dues_here=dues_here)


def dues_here() -> list[Due]:
    """What can be played at the seat of this browser now and is not reached yet."""
    seat = seat_here()
    found = standing.dues_of(db(), seat, now()) if seat else ()
    return [due for due in found if due.stage in _PLAYABLE and not due.is_reached]


@bp.get("/my-class")
@public
def index() -> Page:
    """What there is to play; without a seat, how to take one."""
    seat = seat_here()
    if seat is None:
        return redirect(url_for("seats.join"), code=303)
    found = standing.dues_of(db(), seat, now())
    team = crest_of_seat(db(), seat)
    return render_template("classroom/due/index.html", seat=seat, dues=found, team=team)


@bp.post("/my-class/<uuid:assignment_id>")
@public
def begin(assignment_id: UUID) -> Page:
    """The first open question of it; or back with why not."""
    try:
        started = standing.begin(
            db(), own_seat(), assignment_id, secrets.randbits(48), now()
        )
    except Conflict as refused:
        flash(errors.sentence(refused), "bad")
        return redirect(url_for("due.index"), code=303)
    return redirect(url_for("play.resume", round_id=started.id), code=303)
