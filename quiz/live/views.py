"""Pages of those who play: the door, the game, their answers."""

import secrets
from random import Random
from uuid import UUID

from flask import (
    Blueprint,
    Flask,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from quiz.engine.live.joining import Standing
from quiz.errors import Conflict, Invalid, NotAllowed, QuizError
from quiz.live import answering, attempts, joining
from quiz.live.forms import NAMES, QUIETLY, ballot_of
from quiz.live.models import LiveGame, LivePlayer
from quiz.live.results import Result
from quiz.live.sentences import SENTENCES
from quiz.live.stage import Stage, stage_of, text_of
from quiz.play.browser import claimed_player, known_player, remember
from quiz.play.models import Answer
from quiz.play.starting import Asking
from quiz.streaming import WAKE_SOON
from quiz.web import errors
from quiz.web.access import actor, public
from quiz.web.clock import now
from quiz.web.limits import check_first
from quiz.web.page import Page
from quiz.web.session import db, safe_to_repeat, write_meanwhile, write_together

bp = Blueprint("live", __name__)


def init_app(_app: Flask) -> None:
    """Say this room's errors in words."""
    errors.say(SENTENCES)


@bp.get("/live")
@public
def door() -> Page:
    """A field for the code on the wall."""
    return _door(request.args.get("code", ""))


@bp.post("/live")
@public
@check_first(attempts.JOIN)
def join() -> Page:
    """Come in; or the field again with what is wrong."""
    typed = request.form.get("code", "")[:20]
    who, moment = Asking(actor(), known_player()), now()
    chance = Random(secrets.randbits(48))  # noqa: S311 (which names are offered)
    try:
        entry = write_together(lambda s: joining.join(s, who, typed, chance, moment))
    except (Invalid, Conflict, NotAllowed) as refused:
        return _door(typed, errors.sentence(refused)), 422
    remember(entry.player_id)
    request.environ[WAKE_SOON] = str(entry.game_id)
    return redirect(url_for("live.show", game_id=entry.game_id), code=303)


@bp.get("/live/<uuid:game_id>")
@public
def show(game_id: UUID) -> Page:
    """The game as this player sees it now."""
    player = joining.player_in(db(), known_player(), game_id)
    if player.standing != Standing.IN:
        return render_template("live/out.html", standing=player.standing)
    return _page(player)


@bp.post("/live/<uuid:game_id>/answer")
@public
@safe_to_repeat
def answer(game_id: UUID) -> Page:
    """Keep the answer; the first one counts."""
    who, moment = Asking(actor(), claimed_player()), now()
    try:
        ballot = ballot_of(request.form)
        write_meanwhile(lambda s: answering.answer(s, who, game_id, ballot, moment))
    except (Invalid, Conflict) as refused:
        return _refused(game_id, refused)
    request.environ[WAKE_SOON] = str(game_id)
    if QUIETLY in request.headers:
        return Response(status=204)
    return redirect(url_for("live.show", game_id=game_id), code=303)


def _door(code: str, problem: str | None = None) -> str:
    return render_template("live/door.html", code=code, problem=problem)


def _page(player: LivePlayer) -> str:
    game = db().get_one(LiveGame, player.game_id)
    stage = stage_of(db(), game, now())
    answered = db().get(Answer, (player.round_id, stage.state.number))
    return render_template(
        "live/show.html",
        stage=stage,
        text=text_of(game),
        player=player,
        is_answered=answered is not None,
        mine=_mine(stage, player.player_id),
        names=NAMES,
    )


def _mine(stage: Stage, player_id: UUID) -> Result | None:
    return stage.results.get(player_id)


def _refused(game_id: UUID, refused: QuizError) -> Page:
    said = errors.sentence(refused)
    status = 400 if isinstance(refused, Invalid) else 409
    if QUIETLY in request.headers:
        return Response(said, status=status, content_type="text/plain; charset=utf-8")
    joining.player_in(db(), known_player(), game_id)
    flash(said, "bad")
    return redirect(url_for("live.show", game_id=game_id), code=303)
