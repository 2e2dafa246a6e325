"""Pages for those who teach: what this is, where to begin, a tour, giving a set."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quiz.access import Action
from quiz.articles.service import articles_of
from quiz.bank.service import set_of, sets_of
from quiz.classroom import service as classes
from quiz.classroom.desk.demo import demo_of, make_demo
from quiz.classroom.desk.sentences import DEMO_NAMES, SENTENCES, TOUR
from quiz.errors import Invalid, NotFound
from quiz.web import errors
from quiz.web.access import actor, allow, public
from quiz.web.clock import now
from quiz.web.language import language
from quiz.web.numbers import whole
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("desk", __name__)

MOST_SHOWN = 3


def init_app(_app: Flask) -> None:
    """Say these errors in words."""
    errors.say(SENTENCES)


@bp.get("/teachers")
@public
def about() -> Page:
    """What this is for those who teach, before a password is asked."""
    return render_template("classroom/desk/about.html")


@bp.get("/desk")
@allow(Action.RUN_CLASSES)
def show() -> Page:
    """Three ways in, and what one did last."""
    return _page()


@bp.get("/desk/tour")
@allow(Action.RUN_CLASSES)
def tour() -> Page:
    """One step of the tour; it can be left at each."""
    number = request.args.get("number", 1, whole)
    if not 1 <= number <= len(TOUR):
        raise NotFound("no_step")
    title, text, endpoint = TOUR[number - 1]
    return render_template(
        "classroom/desk/tour.html",
        number=number,
        steps=len(TOUR),
        step_title=title,
        text=text,
        there=url_for(endpoint),
    )


@bp.post("/desk/demo")
@allow(Action.RUN_CLASSES)
def demo() -> Page:
    """A made-up class with answers; the one that is there already."""
    found = demo_of(db(), actor(), DEMO_NAMES)
    if found is None:
        name = DEMO_NAMES[0 if language() == "de" else 1]
        try:
            found = make_demo(db(), actor(), name, now())
        except Invalid as refused:
            return _page(errors.sentence(refused)), 422
        told = _("This class is made up. Look around, and delete it when you like.")
        flash(told, "good")
    return redirect(url_for("classes.show", class_id=found.id), code=303)


@bp.get("/sets/<uuid:set_id>/give")
@allow(Action.RUN_CLASSES)
def give(set_id: UUID) -> Page:
    """To which class; with one class, on to how it is played."""
    played = set_of(db(), actor(), set_id)
    lines = classes.classes_of(db(), actor())
    if len(lines) == 1:
        there = url_for("assignments.new", class_id=lines[0].id, set=played.id)
        return redirect(there, code=303)
    return render_template(
        "classroom/desk/give.html", question_set=played, classes=lines
    )


def _page(problem: str | None = None) -> str:
    return render_template(
        "classroom/desk/show.html",
        articles=articles_of(db(), actor()).articles[:MOST_SHOWN],
        sets=sets_of(db(), actor()).sets[:MOST_SHOWN],
        classes=classes.classes_of(db(), actor())[:MOST_SHOWN],
        demo=demo_of(db(), actor(), DEMO_NAMES),
        problem=problem,
    )
