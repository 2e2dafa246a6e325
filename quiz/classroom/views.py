"""Pages of a class for those who teach it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
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
from werkzeug.wrappers import Response

from quiz.access import Action
from quiz.accounts.models import User
from quiz.accounts.schools.service import colleagues_of
from quiz.classroom import co_teaching, service
from quiz.classroom.assignments.service import assignments_of
from quiz.classroom.assignments.standing import is_playable
from quiz.classroom.crests import crest, crest_name
from quiz.classroom.doubts.service import waiting_in
from quiz.classroom.models import Classroom
from quiz.classroom.seats import service as seats
from quiz.classroom.seats.cards import cards_of
from quiz.classroom.seats.service import TIME_FACTORS, Accommodation
from quiz.classroom.sentences import SENTENCES
from quiz.classroom.service import MOST_SEATS
from quiz.classroom.teams import crests_of
from quiz.errors import Invalid, NotFound
from quiz.printing import pdf
from quiz.web import errors, security
from quiz.web.access import actor, allow
from quiz.web.addresses import lasting
from quiz.web.clock import now
from quiz.web.numbers import chosen, whole
from quiz.web.page import Page
from quiz.web.session import db
from quiz.workers.pool import run

bp = Blueprint("classes", __name__)


def init_app(app: Flask) -> None:
    """Say this room's errors in words; let pages show crests."""
    errors.say(SENTENCES)
    app.jinja_env.globals.update(crest=crest, crest_name=crest_name)


@bp.get("/classes")
@allow(Action.RUN_CLASSES)
def index() -> Page:
    """One's classes, and a form for one more."""
    return _index()


@bp.post("/classes")
@allow(Action.RUN_CLASSES)
def make() -> Page:
    """A class with its seats; or the form again with what is wrong."""
    seats = request.form.get("seats", 0, type=whole)
    try:
        made = service.make_class(
            db(), actor(), request.form.get("name", ""), seats, now()
        )
    except Invalid as refused:
        return _index(errors.sentence(refused)), 422
    return redirect(url_for("classes.show", class_id=made.id), code=303)


@bp.get("/classes/<uuid:class_id>")
@allow(Action.RUN_CLASSES)
def show(class_id: UUID) -> Page:
    """Its seats and who sits there, by alias."""
    return _page(service.class_of(db(), actor(), class_id))


@bp.post("/classes/<uuid:class_id>")
@allow(Action.RUN_CLASSES)
def change(class_id: UUID) -> Page:
    """Another name or last day; or the page again with what is wrong."""
    classroom = service.owned_class_of(db(), actor(), class_id)
    name = request.form.get("name", "")
    try:
        ends_on = date.fromisoformat(request.form.get("ends_on", ""))
    except ValueError:
        return _page(classroom, _("Enter the day as in 2026-07-31.")), 422
    act = partial(service.change_class, db(), classroom, name, ends_on, now())
    return _done(classroom, act, _("Saved."))


@bp.get("/classes/<uuid:class_id>/cards")
@allow(Action.RUN_CLASSES)
def cards(class_id: UUID) -> Page:
    """A card for each seat, to print and cut out."""
    return _cards(service.class_of(db(), actor(), class_id))


@bp.get("/classes/<uuid:class_id>/cards.pdf")
@allow(Action.RUN_CLASSES)
def cards_as_pdf(class_id: UUID) -> Page:
    """The same as a file, where the server can make one."""
    classroom = service.class_of(db(), actor(), class_id)
    if not pdf.is_available():
        raise NotFound("no_pdf")
    static = Path(str(current_app.static_folder))
    content = run(pdf.as_pdf, _cards(classroom), static)
    return Response(content, mimetype="application/pdf")


@bp.post("/classes/<uuid:class_id>/seats")
@allow(Action.RUN_CLASSES)
def add_seats(class_id: UUID) -> Page:
    """More seats; or the page again with what is wrong."""
    classroom = service.class_of(db(), actor(), class_id)
    seats = request.form.get("seats", 0, type=whole)
    return _done(classroom, partial(service.add_seats, db(), classroom, seats))


@bp.get("/classes/<uuid:class_id>/seats/<int:number>")
@allow(Action.RUN_CLASSES)
def seat(class_id: UUID, number: int) -> Page:
    """What can be made easier at a seat, its card, its end."""
    classroom = service.class_of(db(), actor(), class_id)
    found = service.seat_of(classroom, number)
    return render_template(
        "classroom/seat.html", classroom=classroom, seat=found, factors=TIME_FACTORS
    )


@bp.post("/classes/<uuid:class_id>/seats/<int:number>")
@allow(Action.RUN_CLASSES)
def accommodate(class_id: UUID, number: int) -> Page:
    """Make something easier at a seat."""
    classroom = service.class_of(db(), actor(), class_id)
    found, sent = service.seat_of(classroom, number), request.form
    easier = Accommodation(
        time_factor=sent.get("time_factor", 0.0, type=float) or None,
        large_type="large_type" in sent,
        less_motion="less_motion" in sent,
        easy_reading="easy_reading" in sent,
    )
    act = partial(seats.accommodate, db(), found, easier)
    return _done(classroom, act, _("Saved."))


@bp.post("/classes/<uuid:class_id>/seats/<int:number>/renew")
@allow(Action.RUN_CLASSES)
def renew(class_id: UUID, number: int) -> Page:
    """Another code for a seat."""
    classroom = service.class_of(db(), actor(), class_id)
    found = service.seat_of(classroom, number)
    told = _("Seat %(number)s has another code. Give out its new card.", number=number)
    security.note("seat_renewed", actor().user_id)
    return _done(classroom, partial(seats.renew, db(), found, now()), told)


@bp.post("/classes/<uuid:class_id>/seats/<int:number>/remove")
@allow(Action.RUN_CLASSES)
def remove_seat(class_id: UUID, number: int) -> Page:
    """Delete a seat with all that was played there."""
    classroom = service.class_of(db(), actor(), class_id)
    found = service.seat_of(classroom, number)
    told = _("Seat %(number)s is gone with all that was played there.", number=number)
    security.note("seat_deleted", actor().user_id)
    return _done(classroom, partial(seats.remove_seat, db(), found), told)


@bp.get("/classes/<uuid:class_id>/delete")
@allow(Action.RUN_CLASSES)
def ask_delete(class_id: UUID) -> Page:
    """Asks whether to delete a class, and says what goes with it."""
    classroom = service.owned_class_of(db(), actor(), class_id)
    return render_template("classroom/delete.html", classroom=classroom)


@bp.post("/classes/<uuid:class_id>/delete")
@allow(Action.RUN_CLASSES)
def delete(class_id: UUID) -> Page:
    """Delete a class with all that was played there."""
    classroom = service.owned_class_of(db(), actor(), class_id)
    name = service.delete_class(db(), classroom)
    security.note("class_deleted", actor().user_id)
    flash(_("“%(title)s” is deleted.", title=name), "good")
    return redirect(url_for("classes.index"), code=303)


@bp.post("/classes/<uuid:class_id>/teachers")
@allow(Action.RUN_CLASSES)
def let_in(class_id: UUID) -> Page:
    """Teach it together with a colleague; or the page again with what is wrong."""
    classroom = service.owned_class_of(db(), actor(), class_id)
    who = chosen(request.form.get("teacher", ""))
    act = partial(co_teaching.let_in, db(), classroom, actor(), who, now())
    security.note("teacher_let_in", actor().user_id)
    return _done(classroom, act, _("You teach this class together now."))


@bp.post("/classes/<uuid:class_id>/teachers/remove")
@allow(Action.RUN_CLASSES)
def let_out(class_id: UUID) -> Page:
    """Teach it without somebody."""
    classroom = service.owned_class_of(db(), actor(), class_id)
    name = request.form.get("teacher", "")
    return _done(classroom, partial(co_teaching.let_out, db(), classroom, name))


@bp.post("/classes/<uuid:class_id>/leave")
@allow(Action.RUN_CLASSES)
def leave(class_id: UUID) -> Page:
    """Teach it no longer."""
    classroom = service.class_of(db(), actor(), class_id)
    co_teaching.leave(db(), classroom, actor())
    return redirect(url_for("classes.index"), code=303)


def _done(
    classroom: Classroom, act: Callable[[], object], told: str | None = None
) -> Page:
    """Back to the class; or its page again with what is wrong."""
    class_id = classroom.id
    try:
        act()
    except Invalid as refused:
        return _page(classroom, errors.sentence(refused)), 422
    flash(told or _("Done."), "good")
    return redirect(url_for("classes.show", class_id=class_id), code=303)


def _index(problem: str | None = None) -> str:
    return render_template(
        "classroom/index.html",
        classes=service.classes_of(db(), actor()),
        most=MOST_SEATS,
        problem=problem,
        sent=request.form,
    )


def _cards(classroom: Classroom) -> str:
    address = lasting("seats.join")
    return render_template(
        "classroom/cards.html",
        classroom=classroom,
        cards=cards_of(classroom, address),
        address=address,
        has_pdf=pdf.is_available(),
    )


def _page(classroom: Classroom, problem: str | None = None) -> str:
    teachers = co_teaching.teachers_of(db(), classroom)
    tasks = assignments_of(db(), classroom)
    return render_template(
        "classroom/show.html",
        classroom=classroom,
        teachers=teachers,
        assignments=tasks,
        colleagues=_not_yet(teachers),
        unplayable=[task for task in tasks if not is_playable(db(), task)],
        is_owner=any(own and user.id == actor().user_id for user, own in teachers),
        room=MOST_SEATS - len(classroom.seats),
        teams=crests_of(db(), classroom),
        doubts=waiting_in(db(), classroom),
        problem=problem,
        sent=request.form,
    )


def _not_yet(teachers: Sequence[tuple[User, bool]]) -> list[User]:
    """Colleagues of one's school who do not teach it yet."""
    known = {user.id for user, _own in teachers}
    return [each for each in colleagues_of(db(), actor()) if each.id not in known]
