"""The page of a league, for the teachers and pupils of its classes."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quiz.access import Action
from quiz.accounts.codes import new_code
from quiz.classroom.seats.browser import seat_here
from quiz.db import zone_of
from quiz.engine.season import days_left
from quiz.errors import NotFound
from quiz.leaderboards import freezing
from quiz.leaderboards.board import Measure
from quiz.leaderboards.leagues import boards, service
from quiz.leaderboards.models import LeagueClass
from quiz.leaderboards.sentences import MEASURES
from quiz.leaderboards.service import this_week
from quiz.web.access import actor, allow, public
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("leagues", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/leagues/<uuid:league_id>")
@public
def show(league_id: UUID) -> Page:
    """This week's boards, and who was in front in the weeks before."""
    own = _own(league_id)
    league = own[0].league
    found = boards.league_boards(db(), league, now(), own[0].class_id)
    return render_template(
        "leaderboards/leagues/show.html",
        league=league,
        looks_after=actor().is_signed_in and any(each.looks_after for each in own),
        found=found,
        days_left=days_left(now(), zone_of(db())),
        measures=MEASURES,
        frozen_at=found.boards[Measure.ACCURACY].frozen_at,
    )


@bp.get("/leagues/<uuid:league_id>/projector")
@allow(Action.RUN_CLASSES)
def projector(league_id: UUID) -> Page:
    """The boards for the wall: frozen ones can be revealed there, row by row."""
    own = _own(league_id)
    reveal = request.args.get("reveal", type=whole)
    league, mine = own[0].league, own[0].class_id
    found = boards.league_boards(db(), league, now(), mine, as_frozen=reveal is None)
    return render_template(
        "leaderboards/leagues/projector.html",
        league=league,
        looks_after=any(each.looks_after for each in own),
        found=found,
        days_left=days_left(now(), zone_of(db())),
        measures=MEASURES,
        reveal=reveal,
    )


@bp.post("/leagues/<uuid:league_id>/freeze")
@allow(Action.RUN_CLASSES)
def freeze(league_id: UUID) -> Page:
    """Leave the board of a league as it is, or show it as it is now."""
    service.must_look_after(_own(league_id))
    if request.form.get("freeze") == "yes":
        week = this_week(db(), now())
        freezing.freeze_league(db(), league_id, week, now())
    else:
        freezing.unfreeze(db(), league_id=league_id)
    return _back(league_id)


@bp.post("/leagues/<uuid:league_id>/code")
@allow(Action.RUN_CLASSES)
def renew(league_id: UUID) -> Page:
    """Another code; the old one lets nobody in any more."""
    own = _own(league_id)
    service.must_look_after(own)
    own[0].league.code = new_code(len(own[0].league.code))
    db().flush()
    flash(_("The league has another code now."), "good")
    return _back(league_id)


def _own(league_id: UUID) -> list[LeagueClass]:
    """The classes here of whoever asks; a league without one is as good as missing."""
    seat = None if actor().is_signed_in else seat_here()
    own = service.own_classes(db(), actor(), seat, league_id)
    if not own:
        raise NotFound("league")
    return list(own)


def _back(league_id: UUID) -> Response:
    return redirect(url_for("leagues.show", league_id=league_id), code=303)
