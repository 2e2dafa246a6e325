"""The page on which a teacher explains hard words of an article."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import ngettext

from quiz.access import Action
from quiz.articles import service as articles
from quiz.articles.glossary import service
from quiz.articles.models import Article
from quiz.articles.sentences import GLOSSARY_SENTENCES
from quiz.errors import Invalid
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("glossary", __name__)


def init_app(_app: Flask) -> None:
    """Say these errors in words."""
    errors.say(GLOSSARY_SENTENCES)


@bp.get("/articles/<uuid:article_id>/words")
@allow(Action.BRING_ARTICLES)
def show(article_id: UUID) -> Page:
    """The words that are explained, and some that might be."""
    article = articles.editable_article_of(db(), actor(), article_id)
    lines = [f"{word} = {meaning}" for word, meaning in article.glossary or ()]
    return _page(article, "\n".join(lines))


@bp.post("/articles/<uuid:article_id>/words")
@allow(Action.BRING_ARTICLES)
def explain(article_id: UUID) -> Page:
    """Keep them; or the page again with what is wrong."""
    article = articles.editable_article_of(db(), actor(), article_id)
    text = request.form.get("lines", "")[:20_000]
    try:
        count = service.explain(db(), actor(), article_id, text)
    except Invalid as refused:
        return _page(article, text, errors.sentence(refused)), 422
    flash(ngettext("%(num)s word is explained.", "%(num)s words are explained.", count))
    return redirect(url_for("articles.show", article_id=article_id), code=303)


def _page(article: Article, lines: str, problem: str | None = None) -> str:
    return render_template(
        "articles/glossary/show.html",
        article=article,
        lines=lines,
        proposed=service.proposed(article),
        problem=problem,
    )
