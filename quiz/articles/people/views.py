"""The page on which a teacher says who is who in an article."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for

from quiz.access import Action
from quiz.articles import service as articles
from quiz.articles.claims import service as claims
from quiz.articles.claims.log import Seen
from quiz.articles.claims.sentences.effects import said
from quiz.articles.models import Article
from quiz.articles.people.forms import decision
from quiz.articles.people.service import people_in
from quiz.articles.sentences import ENTITY_KINDS
from quiz.errors import Conflict, Invalid
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("people", __name__)

MOST_AT_ONCE = 24  # people on the page; the others are folded away


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/articles/<uuid:article_id>/people")
@allow(Action.BRING_ARTICLES)
def show(article_id: UUID) -> Page:
    """Everybody in the article, with the places that name them."""
    return _page(articles.editable_article_of(db(), actor(), article_id))


@bp.post("/articles/<uuid:article_id>/people")
@allow(Action.BRING_ARTICLES)
def decide(article_id: UUID) -> Page:
    """Rename somebody, say that two are one, or that one is two."""
    article = articles.editable_article_of(db(), actor(), article_id)
    try:
        correction = decision(request.form, claims.review_of(article).found)
        version = request.form.get("version", -1, type=whole)
        at = Seen(version, now(), request.form.get("reading", ""))
        effect = claims.correct(db(), actor(), article_id, correction, at)
    except (Conflict, Invalid) as refused:
        flash(errors.sentence(refused), "bad")
        if refused.reason == claims.READ_ANEW:
            return redirect(url_for("people.show", article_id=article_id), code=303)
        return _page(article), 400
    flash(said(effect), "good")
    return redirect(url_for("people.show", article_id=article_id), code=303)


def _page(article: Article) -> str:
    """Everybody, with what was just sent about one of them and could not be kept."""
    return render_template(
        "articles/people/show.html",
        article=article,
        most=MOST_AT_ONCE,
        people=people_in(claims.review_of(article).found),
        kinds=ENTITY_KINDS,
        version=len(article.log),
        reading=claims.reading_of(article),
        sent=request.form,
    )
