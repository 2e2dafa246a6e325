"""The page on which a teacher answers one question after the other."""

import re
from uuid import UUID

from flask import (
    Blueprint,
    Flask,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from quiz.access import Action
from quiz.articles import service as articles
from quiz.articles.check.forms import OtherForm
from quiz.articles.check.page import Slip, people_near, slip_of
from quiz.articles.check.sentences import BESIDES, tally_told
from quiz.articles.check.service import tally_of, waiting_in
from quiz.articles.check.uncertain import Uncertain, all_uncertain
from quiz.articles.claims import service as claims
from quiz.articles.claims.log import Seen, decided, must_be_last
from quiz.articles.models import Article
from quiz.engine.claims.review.correction import Act, Correction
from quiz.engine.pool import SMALLEST_ROUND
from quiz.engine.text.token import words_of
from quiz.errors import Conflict, Invalid, NotFound
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("check", __name__)

MOST_LATER = 200  # statements that can be left for later; more are asked again


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/articles/<uuid:article_id>/check")
@allow(Action.BRING_ARTICLES)
def show(article_id: UUID) -> Page:
    """The next statement with its question; or that all are checked."""
    article = articles.editable_article_of(db(), actor(), article_id)
    return _page(article, _chosen(article), None)


@bp.post("/articles/<uuid:article_id>/check")
@allow(Action.BRING_ARTICLES)
def judge(article_id: UUID) -> Page:
    """On to the next once the verdict is kept; else the question with what is wrong."""
    article = articles.editable_article_of(db(), actor(), article_id)
    try:
        slip = _judged(article)
    except Conflict as late:
        return _refused(article_id, late)
    form = _form(article, slip)
    try:
        correction = _verdict(form, slip)
        if correction is not None:
            claims.decide(db(), actor(), article_id, correction, _seen())
            return _onward(article_id)
    except Conflict as late:
        return _refused(article_id, late)
    except Invalid as refused:
        form.form_errors.append(errors.sentence(refused))
    return _page(article, slip, form), 400


@bp.post("/articles/<uuid:article_id>/check/undo")
@allow(Action.BRING_ARTICLES)
def undo(article_id: UUID) -> Page:
    """Take the last verdict back, and ask about that statement again."""
    try:
        taken = claims.take_back(db(), actor(), article_id, _seen())
    except (Conflict, Invalid) as refused:
        return _refused(article_id, refused)
    return _onward(article_id, taken.content[0].begin if taken.content else None)


@bp.get("/articles/<uuid:article_id>/check/count")
@allow(Action.BRING_ARTICLES)
def count(article_id: UUID) -> Page:
    """How many questions the article gives now, for the page that is open."""
    article = articles.editable_article_of(db(), actor(), article_id)
    tally = tally_of(article)
    told = {"told": tally_told(tally), "together": tally.together}
    return jsonify(told | {"is_enough": tally.is_enough})


def _page(article: Article, slip: Slip | None, form: OtherForm | None) -> str:
    """The question, or the end; the count at once only where no script asks for it."""
    waiting = waiting_in(article)
    if slip is not None and form is None:
        form = _form(article, slip)
    tally = None if request.values.get("count") == "later" else tally_of(article)
    return render_template(
        "articles/check/show.html",
        article=article,
        slip=slip,
        form=form,
        besides=[BESIDES[each] for each in slip.besides] if slip else [],
        left=len(waiting),
        later=_later(),
        version=len(article.log),
        reading=claims.reading_of(article),
        can_undo=bool(decided(article.log).done),
        tally=tally,
        needed=SMALLEST_ROUND,
        told=tally_told(tally) if tally else "",
    )


def _chosen(article: Article) -> Slip | None:
    """The statement that the address names, else the first that is not for later."""
    waiting, later = waiting_in(article), set(_later())
    at = request.args.get("at", -1, type=whole)
    named = (claim for claim in waiting if claim.content[0].begin == at)
    first = (claim for claim in waiting if claim.content[0].begin not in later)
    chosen = next(named, None) or next(first, None)
    return slip_of(claims.review_of(article), chosen) if chosen else None


def _judged(article: Article) -> Slip:
    """The statement that was judged, if the page saw all that was decided.

    Raises:
        NotFound: there is none, or nothing of it is uncertain.
        Conflict: "corrected_meanwhile" or "read_anew".
    """
    must_be_last(article, _seen())
    if request.form.get("reading", "") != claims.reading_of(article):
        raise Conflict(claims.READ_ANEW)
    claim = claims.claim_of(article, request.form.get("number", 0, type=whole))
    if not all_uncertain(claim):
        raise NotFound("claim")
    return slip_of(claims.review_of(article), claim)


def _verdict(form: OtherForm, slip: Slip) -> Correction | None:
    """What was decided; None, with errors in the form, where that is not clear."""
    act = request.form.get("act")
    if act == Act.REJECT:
        return Correction(Act.REJECT, slip.claim.content)
    if act != Act.ACCEPT:
        return form.correction if form.validate_on_submit() else None
    if form.is_filled_in:
        form.form_errors.append(errors.sentence(Invalid("yes_or_other")))
        return None
    return form.accepted


def _form(article: Article, slip: Slip) -> OtherForm:
    """What else can be said to the slip's question, filled with what was sent."""
    found = claims.review_of(article).found
    form = OtherForm()
    form.ask(slip.claim, slip.uncertain, found)
    if slip.uncertain is Uncertain.WORDS:
        form.offer_words(words_of(slip.claim.sentence, article.text))
    else:
        form.offer_people(people_near(slip.claim, slip.uncertain, found))
    return form


def _later() -> list[int]:
    """Where the statements begin that were left for later."""
    sent = request.values.get("later", "")
    numbers = re.findall(r"\b[0-9]{1,7}\b", sent)
    return list(dict.fromkeys(map(int, numbers)))[:MOST_LATER]


def _seen() -> Seen:
    version = request.form.get("version", -1, type=whole)
    return Seen(version, now(), request.form.get("reading", ""))


def _refused(article_id: UUID, refused: Conflict | Invalid) -> Response:
    """The question as it stands now, with why nothing was decided."""
    flash(errors.sentence(refused), "bad")
    return _onward(article_id)


def _onward(article_id: UUID, at: int | None = None) -> Response:
    """To the next question; a script that asks fetches the count by itself."""
    later = "-".join(map(str, _later())) or None
    how = "later" if request.form.get("count") == "later" else None
    address = url_for(
        "check.show", article_id=article_id, at=at, later=later, count=how
    )
    return redirect(address, code=303)
