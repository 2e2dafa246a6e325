"""Streams: one for those who play, one for whoever leads."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import (
    Blueprint,
    Flask,
    Response,
    copy_current_request_context,
    get_template_attribute,
    render_template,
    request,
    url_for,
)

from quiz.access import Action
from quiz.engine.live.joining import Standing
from quiz.live import joining, results, service
from quiz.live.forms import NAMES
from quiz.live.hosting.page import shown
from quiz.live.models import LiveGame
from quiz.live.stage import Stage, stage_of, state_of
from quiz.play.browser import known_player
from quiz.streaming import FEED, PATIENT, TYPE, Feed, News, event, opening
from quiz.web.access import actor, allow, public
from quiz.web.clock import now
from quiz.web.language import language
from quiz.web.session import db

bp = Blueprint("news", __name__)

Look = Callable[[str], News | None]


def init_app(_app: Flask) -> None:
    """Nothing to prepare."""


@bp.get("/live/<uuid:game_id>/news")
@public
def to_players(game_id: UUID) -> Response:
    """What everybody in the game sees, and what is this player's own."""
    player = joining.player_in(db(), known_player(), game_id)

    def look(seen: str) -> News | None:
        return _for_players(game_id, seen)

    return _stream(("player", game_id), player.player_id, look)


@bp.get("/live/<uuid:game_id>/host/news")
@allow(Action.RUN_CLASSES)
def to_host(game_id: UUID) -> Response:
    """What the wall shows, and how many have joined and answered."""
    service.hosted(db(), actor(), game_id)

    def look(seen: str) -> News | None:
        return _for_the_host(game_id, seen)

    return _stream(("host", game_id), None, look)


def _stream(group: tuple[str, UUID], key: UUID | None, look: Look) -> Response:
    seen = request.headers.get("Last-Event-ID") or request.args.get("seen", "")
    goes_on = PATIENT in request.environ and "poll" not in request.args
    # Where the server goes on, one look is for all who come at the same moment.
    news = None if goes_on else look(seen)
    feed = Feed(
        channel=str(group[1]),
        group=(*group, language()),
        key=key,
        seen=seen if news is None else news.id,
        look=copy_current_request_context(look),
    )
    if goes_on:
        request.environ[FEED] = feed
    begun = opening() + (b"" if news is None else news.to(key))
    answer = Response(begun, content_type=TYPE)
    answer.headers["X-Accel-Buffering"] = "no"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _for_players(game_id: UUID, seen: str) -> News | None:
    game, moment = db().get_one(LiveGame, game_id), now()
    state = state_of(game, moment)
    if seen == str(state.version):
        return None
    stage = stage_of(db(), game, moment)
    html = render_template("live/_stage.html", stage=stage, names=NAMES, token=None)
    common = event("state", _told(stage, html), str(state.version))
    return News(str(state.version), common, _own(game, stage), _next_s(stage))


def _for_the_host(game_id: UUID, seen: str) -> News | None:
    game, moment = db().get_one(LiveGame, game_id), now()
    state = state_of(game, moment)
    there = len(results.joined(db(), game))
    answered = results.answered(db(), game, state.number)
    id = f"{state.version}.{there}.{answered}"
    if seen == id:
        return None
    stage = stage_of(db(), game, now())
    html = render_template(
        "live/hosting/_stage.html", token=None, **shown(db(), game, stage, door())
    )
    told = _told(stage, html) | {"joined": there, "answered": answered}
    return News(id, event("state", told, id), {}, _next_s(stage))


def door() -> str:
    """Where one joins."""
    return url_for("live.door", _external=True)


def _told(stage: Stage, html: str) -> dict[str, Any]:
    return {
        "phase": stage.phase,
        "key": stage.key,
        "paused": stage.state.is_paused,
        "left_s": stage.left_s,
        "html": html,
    }


def _own(game: LiveGame, stage: Stage) -> dict[object, bytes]:
    """What is somebody's own: how they stand, or that they are out."""
    draw = get_template_attribute("live/_own.html", "own")
    found: dict[object, bytes] = {}
    alike: dict[object, bytes] = {}  # what is drawn names nobody
    for player_id, mine in stage.results.items():
        review = mine.round_id if stage.state.is_over else None
        looks = (mine.share, mine.points, mine.rank, mine.team, review)
        if looks not in alike:
            alike[looks] = event("you", {"html": draw(stage, mine)})
        found[player_id] = alike[looks]
    for player_id in results.turned_out(db(), game):
        found[player_id] = event("you", {"standing": Standing.KICKED.value})
    return found


def _next_s(stage: Stage) -> float | None:
    if stage.left_s is None or stage.state.is_paused:
        return None
    until = stage.state.until
    assert until is not None  # noqa: S101 (what has time left ends)
    return max(0.0, (until - now()).total_seconds()) + 0.001
