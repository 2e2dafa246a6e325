"""The page on which an article's owner lets others work on it."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quiz.access import Action
from quiz.accounts.schools.service import colleagues_of
from quiz.articles import service as articles
from quiz.articles.models import Article
from quiz.articles.sentences import SHARING_SENTENCES
from quiz.articles.sharing import service
from quiz.errors import Invalid
from quiz.web import errors, security
from quiz.web.access import actor, allow
from quiz.web.addresses import to_pass_on
from quiz.web.clock import now
from quiz.web.numbers import chosen
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
    """Let a colleague work on it; or the page again with what is wrong."""
    article = articles.owned_article_of(db(), actor(), article_id)
    who = chosen(request.form.get("teacher", ""))
    try:
        added = service.share(db(), actor(), article_id, who, now())
    except Invalid as refused:
        return _page(article, errors.sentence(refused)), 422
    security.note("teacher_let_in", actor().user_id)
    flash(_("%(name)s can work on it now.", name=added), "good")
    return redirect(url_for("sharing.show", article_id=article_id), code=303)


@bp.post("/articles/<uuid:article_id>/link")
@allow(Action.BRING_ARTICLES)
def offer(article_id: UUID) -> Page:
    """A link to pass on by hand, told once."""
    token = service.link_to(db(), actor(), article_id, now())
    here = to_pass_on("sharing.invited", article_link=token)
    flash(
        _("Pass this link on. It lets one person in within a week: %(link)s", link=here)
    )
    return redirect(url_for("sharing.show", article_id=article_id), code=303)


@bp.get("/articles/together/<uuid:article_link>")
@allow(Action.BRING_ARTICLES)
def invited(article_link: UUID) -> Page:
    """Asks whether to work on that article, too."""
    article = service.article_behind(db(), article_link, now())
    return render_template(
        "_shared/accept.html",
        title=_("Working together"),
        told=_("Somebody asks you to work on “%(title)s”.", title=article.title),
        target=url_for("sharing.come_in", article_link=article_link),
        button=_("Work on it"),
    )


@bp.post("/articles/together/<uuid:article_link>")
@allow(Action.BRING_ARTICLES)
def come_in(article_link: UUID) -> Page:
    """Work on it, too; the link is used up."""
    article = service.come_in(db(), actor(), article_link, now())
    security.note("teacher_let_in", actor().user_id)
    return redirect(url_for("articles.show", article_id=article.id), code=303)


@bp.post("/articles/<uuid:article_id>/teachers/remove")
@allow(Action.BRING_ARTICLES)
def remove(article_id: UUID) -> Page:
    """Work on it without somebody."""
    name = request.form.get("name", "")
    service.stop_sharing(db(), actor(), article_id, name)
    flash(_("Done."), "good")
    return redirect(url_for("sharing.show", article_id=article_id), code=303)


def _page(article: Article, problem: str | None = None) -> str:
    teachers = service.teachers_of(db(), article)
    known = {each.id for each in teachers}
    return render_template(
        "articles/sharing/show.html",
        article=article,
        teachers=teachers,
        colleagues=[x for x in colleagues_of(db(), actor()) if x.id not in known],
        problem=problem,
    )
