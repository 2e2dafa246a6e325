"""A set on paper: to print, as a PDF, as a Word file."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Blueprint, Flask, current_app, render_template, request, send_file
from flask_babel import gettext as _

from quiz.access import Action
from quiz.articles.service import article_of
from quiz.bank import service
from quiz.bank.drafts.service import kept_in, offer_for_draft
from quiz.bank.models import QuestionSet
from quiz.bank.offering import Offer, offer_of
from quiz.bank.worksheets.page import worksheet_of
from quiz.errors import NotFound
from quiz.printing import pdf, word
from quiz.web.access import actor, allow
from quiz.web.language import language
from quiz.web.page import Page
from quiz.web.session import db
from quiz.workers.pool import run

bp = Blueprint("worksheets", __name__)

PARTS = ("text", "solutions")
"""What can be left out: an address says `text=no`."""


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/sets/<uuid:set_id>/paper")
@allow(Action.MAKE_SETS)
def show(set_id: UUID) -> Page:
    """A set, or a draft, to print: text and tasks, and the solutions behind them."""
    found = _of(set_id)
    has_pdf = pdf.is_available()
    return render_template(
        "bank/worksheets/show.html", has_pdf=has_pdf, **_values(found)
    )


@bp.get("/sets/<uuid:set_id>/paper.pdf")
@allow(Action.MAKE_SETS)
def as_pdf(set_id: UUID) -> Page:
    """The same as a file to print, where the server can make one."""
    found = _of(set_id)
    if not pdf.is_available():
        raise NotFound("no_pdf")
    page = render_template("bank/worksheets/show.html", has_pdf=True, **_values(found))
    content = run(pdf.as_pdf, page, Path(str(current_app.static_folder)))
    return _file(content, "application/pdf", found.title, "pdf")


@bp.get("/sets/<uuid:set_id>/paper.docx")
@allow(Action.MAKE_SETS)
def as_word(set_id: UUID) -> Page:
    """The same as a file to be changed; it has no text that must stay as it is."""
    found = _of(set_id)
    values = _values(found, to_change=True)
    page = render_template("bank/worksheets/_sheet.html", **values)
    content = run(word.as_docx, page, _name(found.title), language())
    return _file(content, word.DOCX, found.title, "docx")


def _of(set_id: UUID) -> QuestionSet:
    return service.readable_set_of(db(), actor(), set_id)


def _values(found: QuestionSet, *, to_change: bool = False) -> dict[str, Any]:
    readable = set()
    for article in found.articles:
        with suppress(NotFound):
            readable.add(article_of(db(), actor(), article.id).id)
    return {
        "question_set": found,
        "sheet": worksheet_of(found, readable, to_change=to_change),
        "offer": _offer_of(found),
        "wants": {part: request.args.get(part) != "no" for part in PARTS},
    }


def _offer_of(found: QuestionSet) -> Offer:
    if found.published_at is None:
        return offer_for_draft(found, kept_in(found))
    return offer_of(db(), found)


def _name(title: str) -> str:
    return str(_("Worksheet: %(title)s", title=title))


def _file(content: bytes, kind: str, title: str, ending: str) -> Page:
    name = f"{_name(title).replace(':', '')}.{ending}"
    return send_file(BytesIO(content), kind, as_attachment=True, download_name=name)
