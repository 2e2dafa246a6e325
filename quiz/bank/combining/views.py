"""The page on which one set is made of several articles."""

from flask import Blueprint, Flask, redirect, render_template, request, url_for

from quiz.access import Action
from quiz.articles.sentences import TOPICS
from quiz.articles.service import articles_to_ask_about
from quiz.bank.combining import service
from quiz.bank.combining.forms import ids_of
from quiz.errors import Invalid
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.page import Page
from quiz.web.session import db
from quiz.web.waiting.deferring import may_take_long

bp = Blueprint("combining", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/sets/mixed")
@allow(Action.MAKE_SETS)
def show() -> Page:
    """Articles that go together, and all to choose from."""
    return _page(None)


@bp.post("/sets/mixed")
@allow(Action.MAKE_SETS)
@may_take_long
def make() -> Page:
    """The set of the articles that were ticked; or the page with what is wrong."""
    chosen = ids_of(request.form.getlist("article"))
    try:
        made = service.combine(db(), actor(), chosen, now())
    except Invalid as refused:
        return _page(errors.sentence(refused)), 422
    return redirect(url_for("bank.show", set_id=made.id), code=303)


def _page(problem: str | None) -> str:
    articles = articles_to_ask_about(db(), actor())
    return render_template(
        "bank/combining/show.html",
        articles=articles,
        suggested=service.suggested(articles),
        chosen=set(ids_of(request.values.getlist("article"))),
        topics=TOPICS,
        most=service.MOST_ARTICLES,
        problem=problem,
    )
