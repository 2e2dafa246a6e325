"""A report to take along, the list of seats on paper, the page of a single seat."""

import re
from io import BytesIO
from pathlib import Path
from uuid import UUID

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    render_template,
    request,
    send_file,
)
from flask_babel import get_timezone
from flask_babel import gettext as _

from quiz.access import Action
from quiz.bank.sentences import KINDS, MISCONCEPTIONS, SKILLS
from quiz.classroom import service as classes
from quiz.classroom.exports.results import results_of
from quiz.classroom.exports.tables import (
    Table,
    Taken,
    Words,
    as_csv,
    as_xlsx,
    tables_of,
)
from quiz.classroom.models import Assignment, Classroom
from quiz.classroom.reports.forms import asked_report
from quiz.classroom.reports.insight import insight_of
from quiz.classroom.sentences import SHEETS
from quiz.errors import NotFound
from quiz.printing import pdf
from quiz.progress import sentences
from quiz.progress.service import progress_of
from quiz.web import security
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.language import language
from quiz.web.session import db
from quiz.workers.pool import run

bp = Blueprint("exports", __name__)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/classes/<uuid:class_id>/report.xlsx")
@allow(Action.RUN_CLASSES)
def workbook(class_id: UUID) -> Response:
    """All tables of the report in one workbook."""
    classroom = classes.class_of(db(), actor(), class_id)
    task, tables = _tables(classroom)
    return _file(as_xlsx(tables), XLSX, f"{_name(classroom, task)}.xlsx")


@bp.get("/classes/<uuid:class_id>/report.csv")
@allow(Action.RUN_CLASSES)
def table(class_id: UUID) -> Response:
    """One table of the report, named by `table`."""
    wanted = request.args.get("table", "questions")
    classroom = classes.class_of(db(), actor(), class_id)
    task, tables = _tables(classroom)
    for each in tables:
        if each.name == wanted:
            name = f"{_name(classroom, task)} {each.title}.csv"
            content = as_csv(each, language()).encode()
            return _file(content, "text/csv; charset=utf-8", name)
    raise NotFound("class")


@bp.get("/classes/<uuid:class_id>/list")
@allow(Action.RUN_CLASSES)
def names(class_id: UUID) -> str:
    """Numbers with room for a name beside each: to print and to fill in by hand."""
    classroom = classes.class_of(db(), actor(), class_id)
    return render_template(
        "classroom/exports/names.html", classroom=classroom, has_pdf=pdf.is_available()
    )


@bp.get("/classes/<uuid:class_id>/list.pdf")
@allow(Action.RUN_CLASSES)
def names_as_pdf(class_id: UUID) -> Response:
    """The same as a file, where the server can make one."""
    page, static = names(class_id), Path(str(current_app.static_folder))
    if not pdf.is_available():
        raise NotFound("no_pdf")
    classroom = classes.class_of(db(), actor(), class_id)
    name = _plain(_("Class %(name)s list of seats", name=classroom.name))
    return _file(run(pdf.as_pdf, page, static), "application/pdf", f"{name}.pdf")


@bp.get("/classes/<uuid:class_id>/seats/<int:number>/progress")
@allow(Action.RUN_CLASSES)
def seat(class_id: UUID, number: int) -> str:
    """Levels and rounds of one seat, without what is only for the pupil."""
    classroom = classes.class_of(db(), actor(), class_id)
    found = classes.seat_of(classroom, number)
    player_id = found.player_id
    return render_template(
        "classroom/exports/seat.html",
        classroom=classroom,
        seat=found,
        progress=progress_of(db(), player_id, now()) if player_id else None,
        skills=SKILLS,
        words=sentences,
    )


def _tables(classroom: Classroom) -> tuple[Assignment | None, tuple[Table, ...]]:
    security.note("report_taken", actor().user_id)
    report, task, _days, _tasks = asked_report(classroom)
    known = insight_of(db(), classroom, now()).levels
    numbers = {seat.id: seat.number for seat in classroom.seats}
    levels = {numbers[seat_id]: own for seat_id, own in known.items()}
    taken = Taken(report, results_of(db(), classroom, task, now()), levels)
    return task, tables_of(taken, _words())


def _words() -> Words:
    heads = {
        "skill": _("Skill"), "right": _("Right"), "answers": _("Answers"),
        "seats": _("Seats"), "mistake": _("Mistake"), "met": _("could make it"),
        "kind": _("Kind"), "question": _("Question"), "seat": _("Seat"),
        "discrimination": _("Parts strong from weak"), "working": _("Wrong, chosen"),
        "distractors": _("Wrong, all"), "seconds": _("Seconds (median)"),
        "provisional": _("provisional"), "rekeyed": _("key changed"),
        "rounds": _("Rounds"), "best": _("Best result"), "points": _("Points in it"),
        "possible": _("Points possible"), "reached": _("Goal reached"),
        "late": _("Late"), "key": _("Right answer"), "chosen": _("Wrong answer"),
        "times": _("Chosen by (seats)"), "of": _("of (seats)"), "part": _("Share"),
    }  # fmt: skip
    return Words(
        skill=lambda skill: str(SKILLS[skill]),
        kind=lambda kind: str(KINDS[kind]),
        mistake=lambda mistake: str(MISCONCEPTIONS.get(mistake, mistake)),
        level=lambda level: str(sentences.LEVELS[level.level]),
        language=language(),
        head=lambda name: str(heads[name]),
        sheet=lambda name: str(SHEETS[name]),
        yes_no=lambda value: _("yes") if value else _("no"),
    )


def _name(classroom: Classroom, task: Assignment | None) -> str:
    """What the file is called: the class, what of it, the day."""
    title = task.question_set.title if task else _("Report")
    day = now().astimezone(get_timezone()).date()
    return _plain(
        _("Class %(name)s %(title)s", name=classroom.name, title=title), f"{day}"
    )


def _plain(*words: str) -> str:
    """Words of a file name, without signs that some system does not take."""
    return " ".join(re.sub(r'[\\/:*?"<>|]+', "-", each) for each in words)


def _file(content: bytes, kind: str, name: str) -> Response:
    return send_file(BytesIO(content), kind, as_attachment=True, download_name=name)
