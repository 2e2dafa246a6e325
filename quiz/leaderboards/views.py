"""Leaderboards of a class, for those who teach it and for those who sit there."""

import secrets
from random import Random
from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quiz.access import Action
from quiz.classroom import service as classes
from quiz.classroom.crests import CRESTS
from quiz.classroom.models import Classroom, Seat
from quiz.classroom.seats.browser import seat_here
from quiz.classroom.teams import (
    MOST_TEAMS,
    choose,
    crest_of_seat,
    make_teams,
    smallest_team,
)
from quiz.engine.leaderboards import FEWEST_IN_TEAM
from quiz.errors import Conflict, Invalid
from quiz.leaderboards import contest, freezing, listeners, page, seasons, service
from quiz.leaderboards.contest import Contest
from quiz.leaderboards.leagues import service as leagues
from quiz.leaderboards.page import Look
from quiz.leaderboards.sentences import MEASURES, SENTENCES
from quiz.web import errors
from quiz.web.access import actor, allow, public
from quiz.web.clock import now
from quiz.web.limits import Attempts, Delay, by_account, check_first
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("leaderboards", __name__)

# The form makes leagues, too; a name that is refused is no guess.
ENTER_LEAGUE = Attempts(delays=(Delay(by_account, free=5),))


def init_app(app: Flask) -> None:
    """Say this room's errors in words; keep the totals up with what is played."""
    errors.say(SENTENCES)
    listeners.listen()
    app.jinja_env.globals.update(contest_after=contest_after)


def contest_after(round_id: UUID) -> Contest | None:
    """What a round did for team and class; for the end of a round at a seat."""
    seat = seat_here()
    return contest.contest_after(db(), seat, round_id, now()) if seat else None


@bp.get("/classes/<uuid:class_id>/leaderboards")
@allow(Action.RUN_CLASSES)
def show(class_id: UUID) -> Page:
    """The boards of a class, its leagues, and how it competes."""
    return _show(classes.class_of(db(), actor(), class_id))


@bp.post("/classes/<uuid:class_id>/leaderboards")
@allow(Action.RUN_CLASSES)
def change(class_id: UUID) -> Page:
    """Show single seats or not; make teams anew."""
    classroom = classes.class_of(db(), actor(), class_id)
    classroom.shows_seats = request.form.get("shows_seats") == "yes"
    teams = request.form.get("teams", type=whole)
    try:
        if teams is not None and teams != _teams(classroom):
            chance = Random(secrets.randbits(48))  # noqa: S311 (who is in which team)
            make_teams(db(), classroom, teams, chance)
            _say_small(classroom)
    except Invalid as refused:
        return _show(classroom, errors.sentence(refused)), 422
    flash(_("Saved."), "good")
    return _back(class_id)


@bp.post("/classes/<uuid:class_id>/crests")
@allow(Action.RUN_CLASSES)
def choose_crests(class_id: UUID) -> Page:
    """Other crests for the class and its teams."""
    classroom = classes.class_of(db(), actor(), class_id)
    sent = {n: request.form.get(f"crest-{n}", "") for n in range(MOST_TEAMS + 1)}
    try:
        choose(db(), classroom, {n: key for n, key in sent.items() if key})
    except (Invalid, Conflict) as refused:
        return _show(classroom, errors.sentence(refused)), 422
    flash(_("Saved."), "good")
    return _back(class_id)


@bp.get("/classes/<uuid:class_id>/leaderboards/projector")
@allow(Action.RUN_CLASSES)
def projector(class_id: UUID) -> Page:
    """The boards for the wall: frozen ones can be revealed there, row by row."""
    classroom = classes.class_of(db(), actor(), class_id)
    reveal = request.args.get("reveal", type=whole)
    found = page.class_boards(db(), classroom, now(), Look(as_frozen=reveal is None))
    shows_seats = "seats" in request.args or not found.teams
    return render_template(
        "leaderboards/projector.html",
        classroom=classroom,
        found=found,
        shows_seats=shows_seats,
        measures=MEASURES,
        reveal=reveal,
    )


@bp.post("/classes/<uuid:class_id>/leaderboards/freeze")
@allow(Action.RUN_CLASSES)
def freeze(class_id: UUID) -> Page:
    """Leave the boards of a class as they are, or show them as they are now."""
    classroom = classes.class_of(db(), actor(), class_id)
    week = service.this_week(db(), now())
    if request.form.get("freeze") == "yes":
        freezing.freeze_class(db(), classroom.id, week, now())
        flash(_("The leaderboards stay as they are until you show them again."))
    else:
        freezing.unfreeze(db(), class_id=classroom.id)
        flash(_("Everybody sees the leaderboards as they are now."), "good")
    return _back(class_id)


@bp.post("/classes/<uuid:class_id>/leagues")
@allow(Action.RUN_CLASSES)
@check_first(ENTER_LEAGUE)
def compete(class_id: UUID) -> Page:
    """Make a league for this class, or enter one with its code."""
    classroom = classes.class_of(db(), actor(), class_id)
    code = request.form.get("code", "")
    try:
        if code:
            found = leagues.enter(db(), classroom, code[:60], now())
        else:
            name = request.form.get("name", "")
            found = leagues.make_league(db(), classroom, name, now())
    except (Invalid, Conflict) as refused:
        return _show(classroom, errors.sentence(refused)), 422
    return redirect(url_for("leagues.show", league_id=found.id), code=303)


@bp.post("/classes/<uuid:class_id>/leagues/leave")
@allow(Action.RUN_CLASSES)
def leave(class_id: UUID) -> Page:
    """Take part in a league no longer."""
    classroom = classes.class_of(db(), actor(), class_id)
    found = request.form.get("league", "")
    known = leagues.leagues_of(db(), classroom.id)
    league = next((each for each in known if str(each.id) == found), None)
    if league is not None:
        leagues.leave(db(), classroom, league.id)
        flash(_("The class takes part in it no longer."), "good")
    return _back(class_id)


@bp.get("/my-class/leaderboards")
@public
def mine() -> Page:
    """The boards on which a pupil may be."""
    seat = seat_here()
    if seat is None:
        return redirect(url_for("seats.join"), code=303)
    return render_template(
        "leaderboards/mine.html",
        seat=seat,
        team=crest_of_seat(db(), seat),
        **_boards(seat.classroom, seat),
    )


@bp.post("/my-class/leaderboards")
@public
def hide() -> Page:
    """Be on the board of single seats no longer, or again."""
    seat = seat_here()
    if seat is None:
        return redirect(url_for("seats.join"), code=303)
    seat.is_hidden = request.form.get("hide") == "yes"
    db().flush()
    return redirect(url_for("leaderboards.mine"), code=303)


def _show(classroom: Classroom, problem: str | None = None) -> str:
    return render_template(
        "leaderboards/show.html",
        classroom=classroom,
        problem=problem,
        sent=request.form,
        teams=_teams(classroom),
        most_teams=MOST_TEAMS,
        all_crests=CRESTS,
        **_boards(classroom, None),
    )


def _boards(classroom: Classroom, seat: Seat | None) -> dict[str, object]:
    """All that both pages show: every board by what it is ranked by."""
    asked = request.args.get("week", "")
    found = page.class_boards(db(), classroom, now(), Look(seat, asked))
    own = seasons.own_season(db(), seat, found.totals, found.week) if seat else None
    return {
        "found": found,
        "own": own,
        "measures": MEASURES,
        "leagues": leagues.leagues_of(db(), classroom.id),
    }


def _say_small(classroom: Classroom) -> None:
    """Say at once where a team can never be ranked."""
    smallest = smallest_team(classroom)
    if 0 < smallest < FEWEST_IN_TEAM:
        text = _(
            "A rank needs three who have played, and the smallest team has "
            "%(seats)s. Make fewer teams.",
            seats=smallest,
        )
        flash(text, "bad")


def _teams(classroom: Classroom) -> int:
    return max((seat.team or 0 for seat in classroom.seats), default=0)


def _back(class_id: UUID) -> Response:
    return redirect(url_for("leaderboards.show", class_id=class_id), code=303)
