"""Pages on which a teacher gives a class a set, and sees how it goes."""

from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

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
from quiz.bank.library.service import Wanted, find
from quiz.bank.offering import offer_of
from quiz.bank.service import set_of
from quiz.classroom import service as classes
from quiz.classroom.assignments import comparison, service, standing
from quiz.classroom.assignments.service import FEEDBACKS, Terms
from quiz.classroom.models import MODES, Assignment, Classroom
from quiz.classroom.sentences import (
    ASSIGNMENT_SENTENCES,
    FEEDBACK_NAMES,
    MODE_NAMES,
    STAGE_NAMES,
)
from quiz.errors import Invalid
from quiz.web import errors
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.numbers import chosen, whole
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("assignments", __name__)


def init_app(app: Flask) -> None:
    """Say these errors in words; show moments as a form wants them."""
    errors.say(ASSIGNMENT_SENTENCES)
    app.jinja_env.filters.update(for_input=_for_input)
    app.jinja_env.globals.update(mode_names=MODE_NAMES, feedback_names=FEEDBACK_NAMES)
    app.jinja_env.globals.update(stage_names=STAGE_NAMES)
    comparison.listen()


@bp.get("/classes/<uuid:class_id>/assign")
@allow(Action.RUN_CLASSES)
def new(class_id: UUID) -> Page:
    """Which set, and how it is played."""
    return _form(classes.class_of(db(), actor(), class_id))


@bp.post("/classes/<uuid:class_id>/assign")
@allow(Action.RUN_CLASSES)
def assign(class_id: UUID) -> Page:
    """Give it to the class; or the form again with what is wrong."""
    classroom = classes.class_of(db(), actor(), class_id)
    try:
        _give(classroom)
    except Invalid as refused:
        return _form(classroom, errors.sentence(refused)), 422
    flash(_("The class has it now."), "good")
    return redirect(url_for("classes.show", class_id=class_id), code=303)


@bp.get("/assignments/<uuid:assignment_id>")
@allow(Action.RUN_CLASSES)
def show(assignment_id: UUID) -> Page:
    """How it goes at each seat."""
    return _page(service.assignment_of(db(), actor(), assignment_id))


@bp.post("/assignments/<uuid:assignment_id>/prolong")
@allow(Action.RUN_CLASSES)
def prolong(assignment_id: UUID) -> Page:
    """Another last moment; or the page again with what is wrong."""
    assignment = service.assignment_of(db(), actor(), assignment_id)
    try:
        service.prolong(db(), assignment, _moment("due_at"))
    except Invalid as refused:
        return _page(assignment, errors.sentence(refused)), 422
    return _back(assignment, _("Saved."))


@bp.post("/assignments/<uuid:assignment_id>/move")
@allow(Action.RUN_CLASSES)
def move(assignment_id: UUID) -> Page:
    """Play the newest version of the set from now on; or why that cannot be."""
    assignment = service.assignment_of(db(), actor(), assignment_id)
    try:
        service.move_over(db(), assignment)
    except Invalid as refused:
        return _page(assignment, errors.sentence(refused)), 422
    told = _(
        "Rounds from now on play the newest version. Those begun go on as they are."
    )
    return _back(assignment, told)


@bp.post("/assignments/<uuid:assignment_id>/withdraw")
@allow(Action.RUN_CLASSES)
def withdraw(assignment_id: UUID) -> Page:
    """Take it back; what was played stays."""
    assignment = service.assignment_of(db(), actor(), assignment_id)
    class_id = assignment.class_id
    service.withdraw(db(), assignment)
    flash(_("Taken back. What was played stays with the seats."), "good")
    return redirect(url_for("classes.show", class_id=class_id), code=303)


def _give(classroom: Classroom) -> None:
    if request.form.get("mode") != "compare":
        service.assign(db(), actor(), classroom, _terms(), now())
        return
    again_at = _moment("again_at")
    if again_at is None:
        raise Invalid("moment")
    when = (again_at, now())
    comparison.compare(db(), actor(), classroom, _terms(), when)


def _back(assignment: Assignment, told: str) -> Response:
    flash(told, "good")
    there = url_for("assignments.show", assignment_id=assignment.id)
    return redirect(there, code=303)


def _form(classroom: Classroom, problem: str | None = None) -> str:
    words = request.args.get("q", "")[:200].replace("\0", " ")
    found = find(db(), actor(), Wanted(words=words))
    asked = request.args.get("set", "")
    return render_template(
        "classroom/assignments/new.html",
        brought=set_of(db(), actor(), chosen(asked)) if asked else None,
        classroom=classroom,
        shelves=found.shelves,
        has_more=found.has_more,
        words=words,
        modes=MODES,
        feedbacks=FEEDBACKS,
        now=now(),
        problem=problem,
        sent=request.form,
    )


def _page(assignment: Assignment, problem: str | None = None) -> str:
    classroom = classes.class_of(db(), actor(), assignment.class_id)
    lines = [
        (seat, standing.due_of(db(), seat, assignment, now()))
        for seat in classroom.seats
    ]
    return render_template(
        "classroom/assignments/show.html",
        assignment=assignment,
        classroom=classroom,
        lines=lines,
        newer=service.newer_version_of(db(), assignment),
        is_playable=standing.is_playable(db(), assignment),
        offer=offer_of(db(), assignment.question_set),
        comparison=comparison.comparison_of(db(), assignment)
        if assignment.stage
        else None,
        problem=problem,
    )


def _terms() -> Terms:
    """What the form says.

    Raises:
        Invalid: "assignment_terms", "moment".
    """
    sent = request.form
    try:
        set_id = UUID(sent.get("set", ""))
        attempts = whole(sent["attempts"]) if sent.get("attempts") else None
        goal = whole(sent["goal"]) / 100 if sent.get("goal") else None
    except ValueError:
        raise Invalid("assignment_terms") from None
    return Terms(
        set_id=set_id,
        mode=sent.get("mode", ""),
        opens_at=_moment("opens_at") or now(),
        due_at=_moment("due_at"),
        takes_late="takes_late" in sent,
        attempts=attempts,
        feedback=sent.get("feedback", ""),
        goal=goal,
    )


def _moment(name: str) -> datetime | None:
    """A moment typed in the school's time; None where nothing was.

    Raises:
        Invalid: "moment".
    """
    typed = request.form.get(name, "").strip()
    if not typed:
        return None
    try:
        moment = datetime.fromisoformat(typed).replace(tzinfo=_zone())
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Invalid("moment") from None


def _for_input(moment: datetime | None) -> str:
    """A moment as a form field has it, in the school's time."""
    return moment.astimezone(_zone()).strftime("%Y-%m-%dT%H:%M") if moment else ""


def _zone() -> ZoneInfo:
    return ZoneInfo(current_app.config["BABEL_DEFAULT_TIMEZONE"])
