"""The page on which an article's owner lets others work on it."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quiz.access import Action
from quiz.articles import service as articles
from quiz.articles.models import Article
from quiz.articles.sentences import SHARING_SENTENCES
from quiz.articles.sharing import service
from quiz.errors import Invalid
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("sharing", __name__)


def init_app(_app: Flask) -> None:
    """Say these errors in words."""
    errors.say(SHARING_SENTENCES)


@bp.get("/articles/<uuid:article_id>/teachers")
@allow(Action.BRING_ARTICLES)
def show(article_id: UUID) -> Page:
    """Who works on it, and a field for one more name."""
    return _page(articles.owned_article_of(db(), actor(), article_id))


@bp.post("/articles/<uuid:article_id>/teachers")
@allow(Action.BRING_ARTICLES)
def add(article_id: UUID) -> Page:
    """Let somebody work on it; or the page again with what is wrong."""
    article = articles.owned_article_of(db(), actor(), article_id)
    name = request.form.get("name", "")
    try:
        added = service.share(db(), actor(), article_id, name, now())
    except Invalid as refused:
        return _page(article, errors.sentence(refused), name), 422
    flash(_("%(name)s can work on it now.", name=added), "good")
    return redirect(url_for("sharing.show", article_id=article_id), code=303)


@bp.post("/articles/<uuid:article_id>/teachers/remove")
@allow(Action.BRING_ARTICLES)
def remove(article_id: UUID) -> Page:
    """Work on it without somebody."""
    name = request.form.get("name", "")
    service.stop_sharing(db(), actor(), article_id, name)
    flash(_("Done."), "good")
    return redirect(url_for("sharing.show", article_id=article_id), code=303)


def _page(article: Article, problem: str | None = None, name: str = "") -> str:
    teachers = service.teachers_of(db(), article)
    return render_template(
        "articles/sharing/show.html",
        article=article,
        teachers=teachers,
        problem=problem,
        name=name,
    )
