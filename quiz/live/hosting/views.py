"""Pages of whoever leads a live game; the wall shows the same ones."""

import secrets
from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz.access import Action
from quiz.bank.offering import offer_of
from quiz.bank.service import set_of
from quiz.engine.live.joining import Standing
from quiz.errors import Conflict, Invalid, NotFound
from quiz.live import service
from quiz.live.forms import QUIETLY, step_of, wish_of
from quiz.live.hosting.page import shown
from quiz.live.service import ANSWERING_S
from quiz.live.stage import stage_of
from quiz.live.teams import HOW_MANY
from quiz.play.starting import Beginning
from quiz.streaming import WAKE
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.page import Page
from quiz.web.session import db, write_together

bp = Blueprint("hosting", __name__)


def init_app(_app: Flask) -> None:
    """Nothing to prepare."""


@bp.get("/sets/<uuid:set_id>/live")
@allow(Action.RUN_CLASSES)
def ask_how(set_id: UUID) -> Page:
    """How the set shall be played together."""
    played = set_of(db(), actor(), set_id)
    return render_template(
        "live/hosting/open.html",
        question_set=played,
        offer=offer_of(db(), played),
        times=ANSWERING_S,
        teams=HOW_MANY,
    )


@bp.post("/sets/<uuid:set_id>/live")
@allow(Action.RUN_CLASSES)
def open_game(set_id: UUID) -> Page:
    """Open a lobby on the set."""
    chance = Beginning(secrets.randbits(48), now())
    opened = service.open_game(db(), actor(), set_id, wish_of(request.form), chance)
    return redirect(url_for("hosting.show", game_id=opened.id), code=303)


@bp.get("/live/<uuid:game_id>/host")
@allow(Action.RUN_CLASSES)
def show(game_id: UUID) -> Page:
    """What the wall shows, and the buttons of the host."""
    game = service.hosted(db(), actor(), game_id)
    stage = stage_of(db(), game, now())
    return render_template(
        "live/hosting/show.html", **shown(db(), game, stage, _door())
    )


@bp.post("/live/<uuid:game_id>/host")
@allow(Action.RUN_CLASSES)
def lead(game_id: UUID) -> Page:
    """Take the step that the host wants."""
    who, moment = actor(), now()
    try:
        step = step_of(request.form)
        write_together(lambda s: service.lead(s, who, game_id, step, moment))
    except (Invalid, Conflict) as refused:
        service.hosted(db(), who, game_id)
        flash(errors.sentence(refused), "bad")
        return _back(game_id)
    request.environ[WAKE] = str(game_id)
    return Response(status=204) if QUIETLY in request.headers else _back(game_id)


@bp.post("/live/<uuid:game_id>/host/out")
@allow(Action.RUN_CLASSES)
def turn_out(game_id: UUID) -> Page:
    """Kick or ban somebody."""
    who, moment, banned = actor(), now(), request.form.get("ban") == "yes"
    try:
        round_id = UUID(request.form.get("player", ""))
    except ValueError:
        raise NotFound("live_player") from None
    turned = (round_id, Standing.BANNED if banned else Standing.KICKED)
    write_together(lambda s: service.turn_out(s, who, game_id, turned, moment))
    request.environ[WAKE] = str(game_id)
    return Response(status=204) if QUIETLY in request.headers else _back(game_id)


def _door() -> str:
    return url_for("live.door", _external=True)


def _back(game_id: UUID) -> Response:
    return redirect(url_for("hosting.show", game_id=game_id), code=303)
