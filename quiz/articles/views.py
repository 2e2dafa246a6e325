"""Pages on which a teacher brings articles in and sees who says what in them."""

from functools import partial
from uuid import UUID

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

from quiz.access import Action
from quiz.articles import service
from quiz.articles.claims.log import decided
from quiz.articles.claims.page import Board, Trust, board
from quiz.articles.claims.service import reading_of, review_of
from quiz.articles.forms import ArticleForm
from quiz.articles.highlighting import paragraphs
from quiz.articles.retention import kept_until
from quiz.articles.sentences import CLAIM_TYPES, SENTENCES, VERDICTS
from quiz.config import MAX_UPLOAD_BYTES
from quiz.engine.text.readability import readability
from quiz.errors import Conflict, Invalid
from quiz.readers.document import Document
from quiz.web import errors, security
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.limits import by_account, limiter
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db
from quiz.web.waiting.deferring import may_take_long

bp = Blueprint("articles", __name__)

MOST_FETCHES = "60/hour"


def init_app(app: Flask) -> None:
    """Say this room's errors in words; let pages tell how long a text is kept."""
    errors.say(SENTENCES)
    app.jinja_env.globals.update(kept_until=kept_until)


@bp.get("/articles")
@allow(Action.BRING_ARTICLES)
def index() -> Page:
    """One's own articles, page by page, all or those with some words."""
    search = request.args.get("q", "").replace("\0", "").strip()[:100]
    number = request.args.get("page", 1, type=whole)
    page = service.articles_of(db(), actor(), search, number)
    return render_template("articles/index.html", page=page, search=search)


@bp.get("/articles/new")
@allow(Action.BRING_ARTICLES)
def new() -> Page:
    """The form that brings an article in."""
    form = ArticleForm(formdata=None)
    return _form_page(form)


@bp.url_value_preprocessor
def _let_files_in(endpoint: str | None, _values: object) -> None:
    """Only where a file is brought, what is sent may be as large as one."""
    if endpoint == "articles.create":
        request.max_content_length = MAX_UPLOAD_BYTES


@bp.post("/articles/new")
@allow(Action.BRING_ARTICLES)
@limiter.limit(
    MOST_FETCHES,
    key_func=by_account,
    exempt_when=lambda: "fetch" not in request.form,
)
@may_take_long
def create() -> Page:
    """The new article; or the form again with all that was typed."""
    form, existing = ArticleForm(), None
    if form.is_to_be_read:
        document = form.read_in(permitted_hosts())
        if document is None or form.is_to_be_checked(document):
            return _form_page(form, document=document), 200 if document else 400
    if form.validate_on_submit():
        try:
            article = service.add_article(db(), actor(), form.draft(), now())
        except Conflict as there:
            existing = there.details["article_id"]
            form.text.errors = [errors.sentence(there)]
        except Invalid as refused:
            form.text.errors = [errors.sentence(refused)]
        else:
            flash(_("The article is kept. This is what the rules found in it."), "good")
            return redirect(url_for("articles.show", article_id=article.id), code=303)
    return _form_page(form, existing=existing), 400


def _form_page(
    form: ArticleForm, document: Document | None = None, existing: object = None
) -> str:
    """The form; above it what was read, or the article that has the text already."""
    return render_template(
        "articles/new.html", form=form, document=document, existing=existing
    )


def permitted_hosts() -> frozenset[str] | None:
    """From which hosts pages may be fetched beside public ones; None for no page."""
    settings = current_app.config
    return settings["FETCH_HOSTS"] if settings["FETCH"] else None


@bp.get("/articles/<uuid:article_id>")
@allow(Action.BRING_ARTICLES)
def show(article_id: UUID) -> Page:
    """The text beside the claims found; one of them marked, or all."""
    article = service.article_of(db(), actor(), article_id)
    review, asked = review_of(article), request.args
    claims = board(review, asked.get("claim"), asked.get("trust", ""))
    return render_template(
        "articles/show.html",
        article=article,
        board=claims,
        paragraphs=paragraphs(article.text, claims.marks, claims.proof, claims.places),
        links=_links(article_id, claims),
        types=CLAIM_TYPES,
        verdicts=VERDICTS,
        log=decided(article.log),
        reading=reading_of(article),
        lost=len(review.lost),
        is_own=article.owner_id is not None,
        is_owner=article.owner_id == actor().user_id,
        readability=readability(article.text),
    )


def _links(article_id: UUID, claims: Board) -> dict[str, str]:
    """The address of each claim, by its id."""
    trust = claims.trust if claims.trust is not Trust.ALL else None
    there = partial(url_for, "articles.show", article_id=article_id, trust=trust)
    return {each.id: there(claim=each.id, _anchor="proof") for each in claims.lines}


@bp.get("/articles/<uuid:article_id>/delete")
@allow(Action.BRING_ARTICLES)
def ask_delete(article_id: UUID) -> Page:
    """Asks whether to delete an article, and says what goes with it."""
    article = service.owned_article_of(db(), actor(), article_id)
    return render_template("articles/delete.html", article=article)


@bp.post("/articles/<uuid:article_id>/delete")
@allow(Action.BRING_ARTICLES)
def delete(article_id: UUID) -> Page:
    """Delete an article of one's own with everything made from it."""
    title = service.delete_article(db(), actor(), article_id)
    security.note("article_deleted", actor().user_id)
    flash(_("“%(title)s” is deleted.", title=title), "good")
    return redirect(url_for("articles.index"), code=303)
