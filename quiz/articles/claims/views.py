"""Pages on which a teacher decides about the claims of an article."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz.access import Action
from quiz.articles import service as articles
from quiz.articles.claims import service
from quiz.articles.claims.forms import ClaimForm
from quiz.articles.claims.log import Seen, decided
from quiz.articles.claims.page import claim_marks
from quiz.articles.claims.sentences.effects import said
from quiz.articles.highlighting import excerpt, paragraph_spans
from quiz.articles.models import Article
from quiz.engine.claims.claim import Claim
from quiz.engine.claims.review.correction import Act, Correction
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.span import Span
from quiz.engine.text.text import read_text
from quiz.engine.text.token import words_of
from quiz.errors import Conflict, Invalid
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("claims", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/articles/<uuid:article_id>/claims/<int:number>")
@allow(Action.BRING_ARTICLES)
def show(article_id: UUID, number: int) -> Page:
    """One claim, to be corrected."""
    article = articles.editable_article_of(db(), actor(), article_id)
    claim = service.claim_of(article, number)
    form = ClaimForm(formdata=None)
    words = words_of(claim.sentence, article.text)
    form.offer(service.review_of(article).found, words, claim)
    form.show(claim, words)
    return _page(article, form, claim)


@bp.post("/articles/<uuid:article_id>/claims/<int:number>")
@allow(Action.BRING_ARTICLES)
def change(article_id: UUID, number: int) -> Page:
    """Keep the claim as it was corrected; or the form again with what was chosen."""
    article = articles.editable_article_of(db(), actor(), article_id)
    claim = service.claim_of(article, number)
    return _keep(article, Act.CHANGE, claim.sentence, claim)


@bp.post("/articles/<uuid:article_id>/claims/<int:number>/verdict")
@allow(Action.BRING_ARTICLES)
def judge(article_id: UUID, number: int) -> Page:
    """Accept a claim as it is, or reject it."""
    article = articles.editable_article_of(db(), actor(), article_id)
    claim = service.claim_of(article, number)
    correction = Correction(Act.REJECT, claim.content)
    if request.form.get("act") == Act.ACCEPT:
        found = service.review_of(article).found
        correction = Correction.accepting(claim, found)
    judged = partial(service.correct, db(), actor(), article_id, correction, _at())
    return _decided(article_id, judged, request.form.get("next") or claim.id)


@bp.get("/articles/<uuid:article_id>/new-claim")
@allow(Action.BRING_ARTICLES)
def new(article_id: UUID) -> Page:
    """The sentences to choose from; or the words of one, to mark what is said."""
    article = articles.editable_article_of(db(), actor(), article_id)
    sentence = _sentence(article)
    if sentence is None:
        page = "articles/claims/sentences.html"
        found = _by_paragraph(article)
        return render_template(page, article=article, paragraphs=found)
    form = ClaimForm(formdata=None)
    words = words_of(sentence, article.text)
    form.offer(service.review_of(article).found, words, None)
    return _page(article, form, None, sentence)


@bp.post("/articles/<uuid:article_id>/new-claim")
@allow(Action.BRING_ARTICLES)
def add(article_id: UUID) -> Page:
    """Keep a claim that the rules did not find."""
    article = articles.editable_article_of(db(), actor(), article_id)
    sentence = _sentence(article)
    if sentence is None:
        return redirect(url_for("claims.new", article_id=article_id), code=303)
    return _keep(article, Act.ADD, sentence, None)


@bp.post("/articles/<uuid:article_id>/corrections/undo")
@allow(Action.BRING_ARTICLES)
def undo(article_id: UUID) -> Page:
    """Take the last decision back."""
    undone = partial(service.undo, db(), actor(), article_id, _at())
    return _decided(article_id, undone, _last_decided(article_id))


@bp.post("/articles/<uuid:article_id>/corrections/redo")
@allow(Action.BRING_ARTICLES)
def redo(article_id: UUID) -> Page:
    """Bring back what was taken back last."""
    redone = partial(service.redo, db(), actor(), article_id, _at())
    return _decided(article_id, redone)


def _decided(
    article_id: UUID, act: Callable[[], service.Effect], claim_id: str | None = None
) -> Response:
    """Back to the claims, with what it did, or why nothing was changed."""
    try:
        return _told(article_id, act(), claim_id)
    except (Conflict, Invalid) as refused:
        return _refused(article_id, refused)


def _refused(article_id: UUID, refused: Conflict | Invalid) -> Response:
    """Back to the claims, with why nothing was changed."""
    flash(errors.sentence(refused), "bad")
    claim_id = request.form.get("claim")
    return redirect(_address(article_id, claim_id), code=303)


def _keep(article: Article, act: Act, sentence: Span, claim: Claim | None) -> Page:
    """Add the decision that was sent; the form again where it cannot be."""
    form, words = ClaimForm(), words_of(sentence, article.text)
    form.offer(service.review_of(article).found, words, claim)
    if form.validate_on_submit():
        correction = form.correction(act, words, claim)
        try:
            effect = service.correct(db(), actor(), article.id, correction, _at())
        except (Invalid, Conflict) as refused:
            if refused.reason == service.READ_ANEW:
                return _refused(article.id, refused)
            form.form_errors.append(errors.sentence(refused))
            form.version.raw_data, form.version.data = None, len(article.log)
        else:
            return _told(article.id, effect, claim.id if claim else None)
    return _page(article, form, claim, sentence), 400


def _page(
    article: Article, form: ClaimForm, claim: Claim | None, sentence: Span | None = None
) -> str:
    place = claim.sentence if claim else sentence
    marks = claim_marks(claim) if claim else ()
    return render_template(
        "articles/claims/show.html",
        article=article,
        form=form,
        claim=claim,
        number=_number(article, claim),
        passage=excerpt(article.text, marks, place) if place else (),
        version=len(article.log),
        reading=service.reading_of(article),
        sentence=request.args.get("sentence"),
    )


def _number(article: Article, claim: Claim | None) -> int | None:
    """The claim's place in the text, from 1."""
    if claim is None:
        return None
    return service.review_of(article).found.claims.index(claim) + 1


def _told(
    article_id: UUID, effect: service.Effect, claim_id: str | None = None
) -> Response:
    """Back to the claims, with what it did to the questions."""
    flash(said(effect), "good")
    return redirect(_address(article_id, claim_id), code=303)


def _address(article_id: UUID, claim_id: str | None) -> str:
    """The page of the article at that claim, narrowed as it was."""
    return url_for(
        "articles.show",
        article_id=article_id,
        claim=claim_id,
        trust=request.form.get("trust") or None,
        _anchor="proof" if claim_id else "the-claims",
    )


def _last_decided(article_id: UUID) -> str | None:
    """The claim about which the last decision was; None for somebody, or for none."""
    article = articles.editable_article_of(db(), actor(), article_id)
    done = decided(article.log).done
    content = done[-1].content if done else ()
    claims = service.review_of(article).found.claims
    return next((each.id for each in claims if each.content == content), None)


def _at() -> Seen:
    """What the page that was sent saw, and when it came."""
    version = request.form.get("version", -1, type=int)
    return Seen(version, now(), request.form.get("reading", ""))


def _sentences(article: Article) -> list[Span]:
    text = read_text(article.text, lexicon(article.language))
    return [sentence.span for sentence in text.sentences]


def _by_paragraph(article: Article) -> list[tuple[str, list[tuple[int, Span]]]]:
    """The words of each paragraph with its sentences, numbered through the text."""
    numbered = list(enumerate(_sentences(article)))
    spans = paragraph_spans(article.text)
    parted = [(span, [x for x in numbered if x[1].overlaps(span)]) for span in spans]
    return [(span.of(article.text), inside) for span, inside in parted if inside]


def _sentence(article: Article) -> Span | None:
    """The sentence that the address asks for."""
    number = request.args.get("sentence", -1, type=int)
    sentences = _sentences(article)
    return sentences[number] if 0 <= number < len(sentences) else None
