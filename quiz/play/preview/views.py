"""A question of a draft as pupils see it, before anybody can play it."""

from uuid import UUID

from flask import Blueprint, Flask, render_template, request, url_for
from flask_babel import gettext as _

from quiz.access import Action
from quiz.articles.article_text import ArticleText
from quiz.bank.drafts import service as drafts
from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.rounds import all_in_order
from quiz.errors import Invalid
from quiz.play.asking import beside
from quiz.play.forms import CARD, CHOICE, ROW, TEXT, reply_in
from quiz.play.service import Place
from quiz.play.sheet import Sheet
from quiz.play.steps import Step
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("preview", __name__)

SIZES = ("phone", "projector")


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/drafts/<uuid:set_id>/<int:number>/preview")
@allow(Action.MAKE_SETS)
def show(set_id: UUID, number: int) -> Page:
    """The question; answered, what a pupil would read then. Nothing is kept."""
    draft = drafts.draft_of(db(), actor(), set_id)
    item = drafts.item_of(draft, number)
    sheet, problem = _sheet(item), None
    try:
        if "send" in request.args:
            sheet = sheet.answered(
                reply_in(request.args, [each.id for each in sheet.shown])
            )
    except Invalid as refused:
        problem = errors.sentence(refused)
    return _page(draft, number, sheet, problem)


def _sheet(item: BankItem) -> Sheet:
    question = item.as_question()
    [card] = all_in_order([question], seed=item.set_id.int % 997).cards
    shown = [question.option(each) for each in card.option_ids]
    return Sheet(
        place=Place(item.set_id, 1),
        steps=(Step(1, None, question.form.counts),),
        question=question,
        shown=tuple(option for option in shown if option is not None),
        reply=None,
        share=None,
        article=ArticleText.of(item.article),
        beside=beside(item),
    )


def _page(draft: QuestionSet, number: int, sheet: Sheet, problem: str | None) -> str:
    anchor = f"question-{number}"
    size = request.args.get("size", "")
    size = size if size in SIZES else ""
    here = url_for("preview.show", set_id=draft.id, number=number)
    again = url_for("preview.show", set_id=draft.id, number=number, size=size or None)
    return render_template(
        "play/question.html" if sheet.reply is None else "play/feedback.html",
        sheet=sheet,
        names={"choice": CHOICE, "card": CARD, "row": ROW, "text": TEXT},
        problem=problem,
        preview={
            "here": here,
            "onward": (again, _("Once more")),
            "back": url_for("drafts.show", set_id=draft.id, _anchor=anchor),
            "paper": url_for("worksheets.show", set_id=draft.id),
            "size": size,
            "offer": drafts.offer_for_draft(draft, drafts.kept_in(draft)),
        },
    )
