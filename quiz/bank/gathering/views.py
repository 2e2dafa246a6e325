"""The page on which a draft gets questions from elsewhere."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from quiz.access import Action
from quiz.articles.service import articles_to_ask_about
from quiz.bank.drafts import service as drafts
from quiz.bank.drafts.service import Seen
from quiz.bank.gathering import service
from quiz.bank.library.forms import OFFERED, asked_for, wanted_of
from quiz.bank.models import QuestionSet
from quiz.errors import Conflict, Invalid
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("gathering", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/drafts/<uuid:set_id>/more")
@allow(Action.MAKE_SETS)
def show(set_id: UUID) -> Page:
    """Another article, or questions out of the library."""
    return _page(drafts.draft_of(db(), actor(), set_id))


@bp.post("/drafts/<uuid:set_id>/articles")
@allow(Action.MAKE_SETS)
def add_article(set_id: UUID) -> Page:
    """Ask about one more article; or the page again with what is wrong."""
    draft = drafts.draft_of(db(), actor(), set_id)
    try:
        article_id = UUID(request.form.get("article", ""))
    except ValueError:
        return _page(draft, _("Choose an article.")), 422
    act = partial(service.add_article, db(), actor(), draft, article_id)
    return _gathered(draft, act)


@bp.post("/drafts/<uuid:set_id>/draw")
@allow(Action.MAKE_SETS)
def draw(set_id: UUID) -> Page:
    """Take some by chance; or the page again with what is wrong."""
    draft = drafts.draft_of(db(), actor(), set_id)
    wanted = wanted_of(request.form)
    return _gathered(draft, partial(service.draw, db(), actor(), draft, wanted))


def _gathered(draft: QuestionSet, act: Callable[[Seen], int]) -> Page:
    """Back to the draft with what came in; or the page again with what is wrong."""
    seen = Seen(request.form.get("changes", -1, type=whole), now())
    set_id = draft.id
    try:
        taken = act(seen)
    except (Invalid, Conflict) as refused:
        return _page(draft, errors.sentence(refused)), 422
    told = ngettext("%(num)s question came in.", "%(num)s questions came in.", taken)
    flash(told, "good")
    return redirect(url_for("drafts.show", set_id=set_id), code=303)


def _page(draft: QuestionSet, problem: str | None = None) -> str:
    return render_template(
        "bank/gathering/show.html",
        draft=draft,
        problem=problem,
        articles=articles_to_ask_about(db(), actor(), [a.id for a in draft.articles]),
        asked=asked_for(request.form),
        **OFFERED,
    )
