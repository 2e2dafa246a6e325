"""A report to take along, and the page of a single seat."""

from uuid import UUID

from flask import Blueprint, Flask, Response, render_template, request
from flask_babel import gettext as _

from quiz.access import Action
from quiz.bank.sentences import KINDS, MISCONCEPTIONS, SKILLS
from quiz.classroom import service as classes
from quiz.classroom.exports.tables import Table, Words, as_csv, as_xlsx, tables_of
from quiz.classroom.reports.forms import asked_report
from quiz.classroom.reports.insight import insight_of
from quiz.errors import NotFound
from quiz.progress import sentences
from quiz.progress.service import progress_of
from quiz.web import security
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.language import language
from quiz.web.session import db

bp = Blueprint("exports", __name__)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/classes/<uuid:class_id>/report.xlsx")
@allow(Action.RUN_CLASSES)
def workbook(class_id: UUID) -> Response:
    """All tables of the report in one workbook."""
    return _file(as_xlsx(_tables(class_id)), XLSX, "xlsx")


@bp.get("/classes/<uuid:class_id>/report.csv")
@allow(Action.RUN_CLASSES)
def table(class_id: UUID) -> Response:
    """One table of the report, named by `table`."""
    wanted = request.args.get("table", "questions")
    for each in _tables(class_id):
        if each.name == wanted:
            return _file(as_csv(each).encode(), "text/csv; charset=utf-8", "csv")
    raise NotFound("class")


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


def _tables(class_id: UUID) -> tuple[Table, ...]:
    classroom = classes.class_of(db(), actor(), class_id)
    security.note("report_taken", actor().user_id)
    report, _task, _days, _tasks = asked_report(classroom)
    levels = dict(insight_of(db(), classroom, now()).levels)
    return tables_of(report, levels, _words())


def _words() -> Words:
    heads = {
        "skill": _("Skill"), "right": _("Right"), "answers": _("Answers"),
        "seats": _("Seats"), "mistake": _("Mistake"), "met": _("could make it"),
        "kind": _("Kind"), "question": _("Question"), "seat": _("Seat"),
        "discrimination": _("Parts strong from weak"), "working": _("Wrong, chosen"),
        "distractors": _("Wrong, all"), "seconds": _("Seconds (median)"),
        "provisional": _("provisional"),
    }  # fmt: skip
    return Words(
        skill=lambda skill: str(SKILLS[skill]),
        kind=lambda kind: str(KINDS[kind]),
        mistake=lambda mistake: str(MISCONCEPTIONS.get(mistake, mistake)),
        level=lambda level: str(sentences.LEVELS[level.level]),
        language=language(),
        head=lambda name: str(heads[name]),
    )


def _file(content: bytes, kind: str, ending: str) -> Response:
    response = Response(content, content_type=kind)
    name = f'attachment; filename="report.{ending}"'
    response.headers["Content-Disposition"] = name
    return response
