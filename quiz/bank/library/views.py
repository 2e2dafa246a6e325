"""The page to find sets on: search, favourites, copies."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quiz.access import Action
from quiz.articles.models import Article
from quiz.bank.library import service
from quiz.bank.library.catalogue import articles_without_round
from quiz.bank.library.copying import copy_set
from quiz.bank.library.forms import OFFERED, asked_for, wanted_of
from quiz.web.access import actor, allow
from quiz.web.addresses import safe_next
from quiz.web.clock import now
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("library", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/library")
@allow(Action.MAKE_SETS)
def index() -> Page:
    """Sets that one may play, as searched for."""
    wanted = wanted_of(request.args)
    page = service.find(db(), actor(), wanted)
    return render_template(
        "bank/library/index.html",
        page=page,
        wanted=wanted,
        asked=asked_for(request.args),
        roundless=_without_round(),
        **OFFERED,
    )


def _without_round() -> Sequence[Article]:
    """Articles that only can be read, for who may, where nothing is looked for."""
    if request.args or not actor().may(Action.READ_KEYS):
        return ()
    return articles_without_round(db())


@bp.post("/sets/<uuid:set_id>/favourite")
@allow(Action.MAKE_SETS)
def favourite(set_id: UUID) -> Page:
    """Keep a set among the favourites, or no longer."""
    service.mark(db(), actor(), set_id, keep=request.form.get("keep") == "yes")
    there = safe_next(request.form.get("next"), url_for("library.index"))
    return redirect(there, code=303)


@bp.post("/sets/<uuid:set_id>/copy")
@allow(Action.MAKE_SETS)
def copy(set_id: UUID) -> Page:
    """A draft of one's own with the same questions."""
    made = copy_set(db(), actor(), set_id, now())
    flash(_("This is your own copy. The other set stays as it is."), "good")
    return redirect(url_for("drafts.show", set_id=made.id), code=303)
