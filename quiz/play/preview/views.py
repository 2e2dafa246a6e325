"""A question of a draft as pupils see it, before anybody can play it."""

from uuid import UUID

from flask import Blueprint, Flask, render_template, request, url_for

from quiz.access import Action
from quiz.articles.article_text import ArticleText
from quiz.bank.drafts import service as drafts
from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.questions.answers.grade import grade
from quiz.engine.rounds import all_in_order
from quiz.errors import Invalid
from quiz.play.asking import beside
from quiz.play.forms import CARD, CHOICE, ROW, TEXT, chosen_positions, typed_texts
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
    problem = None
    try:
        sheet = _sheet(item, is_answered="send" in request.args)
    except Invalid as refused:
        sheet = _sheet(item, is_answered=False)
        problem = errors.sentence(refused)
    return _page(draft, number, sheet, problem)


def _sheet(item: BankItem, *, is_answered: bool) -> Sheet:
    question = item.as_question()
    [card] = all_in_order([question], seed=item.set_id.int % 997).cards
    shown = [question.option(each) for each in card.option_ids]
    options = tuple(option for option in shown if option is not None)
    reply: tuple[str, ...] | None = None
    share = None
    if is_answered:
        texts = typed_texts(request.args)
        positions = () if texts else chosen_positions(request.args)
        if not all(1 <= each <= len(options) for each in positions):
            raise Invalid("unknown_option")
        reply = texts or tuple(options[each - 1].id for each in positions)
        share = grade(question, reply).share
    typed = reply is not None and question.form.is_typed
    chosen = () if typed or reply is None else reply
    found = tuple(o for each in chosen if (o := question.option(each)))
    return Sheet(
        place=Place(item.set_id, 1),
        steps=(Step(1, share, question.form.counts),),
        question=question,
        shown=options,
        reply=None if reply is None else found,
        share=share,
        article=ArticleText.of(item.article),
        beside=beside(item),
        texts=reply if typed and reply else (),
    )


def _page(draft: QuestionSet, number: int, sheet: Sheet, problem: str | None) -> str:
    anchor = f"question-{number}"
    size = request.args.get("size", "")
    return render_template(
        "play/question.html" if sheet.reply is None else "play/feedback.html",
        sheet=sheet,
        names={"choice": CHOICE, "card": CARD, "row": ROW, "text": TEXT},
        problem=problem,
        preview={
            "here": url_for("preview.show", set_id=draft.id, number=number),
            "back": url_for("drafts.show", set_id=draft.id, _anchor=anchor),
            "paper": url_for("bank.paper", set_id=draft.id),
            "size": size if size in SIZES else "",
            "offer": drafts.offer_for_draft(draft, drafts.kept_in(draft)),
        },
    )
