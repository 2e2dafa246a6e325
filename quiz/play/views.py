"""The home page, the pages of a round, and what is kept about players."""

import secrets
import uuid
from datetime import datetime

from flask import (
    Blueprint,
    Flask,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _
from flask_login import user_logged_in
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from quiz.accounts.models import User
from quiz.accounts.service import choose_language
from quiz.bank.library.catalogue import catalogue, series_of
from quiz.bank.library.forms import HOME, sought_for, sought_of
from quiz.bank.offering import offers_of, playing_of
from quiz.bank.sentences import SKILLS
from quiz.bank.service import set_of
from quiz.engine.praise import medal
from quiz.engine.questions.option import STANDING_LINE
from quiz.engine.questions.question import MASK
from quiz.errors import Conflict, Invalid, NotFound, QuizError
from quiz.play import home_page, pages, players, service, starting
from quiz.play.asking import some_asked
from quiz.play.browser import claimed_player, known_player, player_here, remember
from quiz.play.forms import (
    CARD,
    CHOICE,
    ROW,
    SENTENCE,
    SKIP,
    SURE,
    TEXT,
    chosen_positions,
    typed_texts,
)
from quiz.play.own_best import best_before, bests_of
from quiz.play.sentences import LEARNT, NEAR, POINTED, SENTENCES
from quiz.play.service import Given, Place, Typed, place_at
from quiz.play.sheet import Sheet
from quiz.play.starting import Asking, Beginning
from quiz.play.steps import next_open
from quiz.web import errors
from quiz.web.access import actor, public
from quiz.web.addresses import safe_next
from quiz.web.clock import now
from quiz.web.language import choose
from quiz.web.limits import limiter
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db, safe_to_repeat, write_together

bp = Blueprint("play", __name__)

# A whole school plays from one address; a machine that fills the database does, too.
MOST_STARTS = "3000/hour"


def init_app(app: Flask) -> None:
    """Say this room's errors in words; take over a guest's rounds on signing in."""
    errors.say(SENTENCES)
    home_page.init_app(app)
    app.jinja_env.globals.update(MASK=MASK, STANDING_LINE=STANDING_LINE, NEAR=NEAR)
    app.jinja_env.globals.update(POINTED=POINTED)
    user_logged_in.connect(_take_over, app)


def _take_over(_app: Flask, user: User) -> None:
    remember(players.adopt(db(), known_player(), user.id))


@bp.get("/")
@public
def home() -> Page:
    """What this is, what can be played, and a round that waits."""
    return home_page.for_newcomers(_home, now())


@bp.post("/play/start")
@public
@limiter.limit(MOST_STARTS)
def start() -> Page:
    """A new round on the chosen set, at its first question; or why there is none."""
    played = set_of(db(), actor(), _uuid(request.form.get("set", "")))
    playing = playing_of(db(), played)
    if not playing.offer.is_playable:
        return redirect(url_for("bank.show", set_id=played.id), code=303)
    beginning = Beginning(secrets.randbits(48), now())
    asking = Asking(actor(), known_player())
    started = starting.begin_for(db(), asking, playing, beginning)
    remember(started.player_id)
    return _to(Place(started.id, 1))


@bp.get("/play/<uuid:round_id>")
@public
def resume(round_id: uuid.UUID) -> Page:
    """The first open question of a round, or its result."""
    steps = pages.steps_of(db(), player_here(), round_id, now())
    return _onward(round_id, None if steps[0].is_closed else next_open(steps))


@bp.get("/play/<uuid:round_id>/<int:number>")
@public
def question(round_id: uuid.UUID, number: int) -> Page:
    """A question; once it is answered, what was right and why."""
    sheet = pages.sheet_of(db(), player_here(), place_at(round_id, number), now())
    return _in_turn(sheet) or _page(sheet)


@bp.post("/play/<uuid:round_id>/<int:number>")
@public
@safe_to_repeat
def answer(round_id: uuid.UUID, number: int) -> Page:
    """Keep the answer and show what it was worth; the first one counts."""
    place = place_at(round_id, number)
    try:
        texts = typed_texts(request.form)
        chosen = Typed(texts) if texts else chosen_positions(request.form)
        given = Given(chosen, request.form.get(SURE, type=whole))
        who, moment = Asking(actor(), claimed_player()), now()
        write_together(lambda s: _answered(s, who, place, given, moment))
    except Invalid as error:
        return _again(place, error, 400)
    except Conflict as error:
        return _again(place, error, 409)
    return _to(place)


@bp.get("/play/<uuid:round_id>/result")
@public
def result(round_id: uuid.UUID) -> Page:
    """How a finished round went."""
    found = pages.result_of(db(), player_here(), round_id, now())
    if found is None:
        return redirect(url_for("play.resume", round_id=round_id), code=303)
    page = "play/held.html" if found.is_held else "play/result.html"
    return render_template(
        page,
        result=found,
        missed=_missed(found),
        medal=medal(found.answers),
        best=best_before(db(), player_here(), round_id, now()),
        skills=SKILLS,
        learnt=LEARNT,
        offer=offers_of(db(), [found.set_id])[found.set_id],
    )


@bp.post("/language")
@public
def language() -> Page:
    """Speak that language from now on, and go back to the page."""
    code = request.form.get("language", "")
    choose(code)
    choose_language(db(), actor(), code)
    return redirect(safe_next(request.form.get("next"), url_for("play.home")), code=303)


@bp.get("/privacy")
@public
def privacy() -> Page:
    """What is kept, for how long, and how to have it deleted."""
    return render_template(
        "play/privacy.html",
        plays=known_player() is not None,
        operator=current_app.config["OPERATOR"],
    )


@bp.post("/privacy/forget")
@public
def forget() -> Page:
    """Delete all rounds of this browser's player."""
    player_id = known_player()
    if player_id is not None:
        players.forget(db(), player_id)
        remember(None)
    flash(_("Done. All rounds and answers are deleted."), "good")
    return redirect(url_for("play.privacy"), code=303)


def _missed(found: pages.Result) -> list[Sheet]:
    """The questions to look at again, with what was answered."""
    steps = tuple(line.step for line in found.lines)
    missed = [step.number for step in steps if step.is_missed]
    return some_asked(db(), found.round_id, missed, steps) if missed else []


def _answered(
    session: Session, who: Asking, place: Place, given: Given, moment: datetime
) -> None:
    """Keep the answer, if whoever gives it may be the player that their cookie names.

    That is asked by the session that writes: no other has to be opened for it.
    """
    player_id = players.own(session, *who)
    if player_id is None:
        raise NotFound("round")
    service.answer(session, player_id, place, given, moment)


def _home() -> str:
    player_id = known_player()
    waiting = pages.open_round_of(db(), player_id, now()) if player_id else None
    sought, asked = sought_of(request.args), sought_for(request.args)
    library, asks = home_page.library_of_all(now()), bool(request.query_string)
    bests = bests_of(db(), player_id, now()) if player_id else {}
    return render_template(
        "play/home.html",
        of_all=None if asks or bests else library,
        found=catalogue(db(), sought) if asks else library.found,
        asked=asked,
        series=series_of(sought.series),
        all_series=library.series,
        waiting=waiting,
        bests=bests,
        **HOME,
    )


def _again(place: Place, error: QuizError, status: int) -> Page:
    """The page of a question whose answer was not taken, and why."""
    sheet = pages.sheet_of(db(), player_here(), place, now())
    return _in_turn(sheet) or (_page(sheet, errors.sentence(error)), status)


def _in_turn(sheet: Sheet) -> Response | None:
    """To the first open question, if this one is to come later, or told of later."""
    round_id = sheet.place.round_id
    if sheet.reply is not None:
        return _onward(round_id, sheet.next_number) if sheet.is_hidden else None
    if sheet.is_over:
        flash(str(SENTENCES["round_closed"]))
        return _onward(round_id, None)
    if sheet.next_number == sheet.place.number:
        return None
    flash(str(SENTENCES["answer_in_order"]))
    return _onward(round_id, sheet.next_number)


def _page(sheet: Sheet, problem: str | None = None) -> str:
    """The question still to be answered, where its answer stands, or the feedback."""
    if sheet.reply is None:
        names = {"choice": CHOICE, "card": CARD, "row": ROW, "text": TEXT, "sure": SURE}
        template = "play/question.html"
        return render_template(
            template, sheet=sheet, names=names, problem=problem, preview=None
        )
    if sheet.asks_where:
        names = {"sentence": SENTENCE, "skip": SKIP}
        template = "play/where.html"
        return render_template(
            template, sheet=sheet, names=names, problem=problem, preview=None
        )
    return render_template(
        "play/feedback.html", sheet=sheet, problem=problem, preview=None
    )


def _to(place: Place) -> Response:
    return redirect(url_for("play.question", **place._asdict()), code=303)


def _onward(round_id: uuid.UUID, number: int | None) -> Response:
    if number is None:
        return redirect(url_for("play.result", round_id=round_id), code=303)
    return _to(Place(round_id, number))


def _uuid(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise NotFound("question_set") from None
