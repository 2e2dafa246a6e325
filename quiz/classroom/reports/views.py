"""The page on which teachers see what a class has not understood yet."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from flask import Blueprint, Flask, render_template, request
from werkzeug.wrappers import Response

from quiz.access import Action
from quiz.bank.sentences import KINDS, MISCONCEPTIONS, SKILLS
from quiz.classroom import service as classes
from quiz.classroom.assignments import service as assignments
from quiz.classroom.models import Assignment, Classroom
from quiz.classroom.reports.curriculum import TAGS
from quiz.classroom.reports.insight import insight_of
from quiz.classroom.reports.service import Report, report_of
from quiz.progress import sentences
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.session import db

bp = Blueprint("reports", __name__)

Page = Response | str

DAYS = (7, 30, 90)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.get("/classes/<uuid:class_id>/report")
@allow(Action.RUN_CLASSES)
def show(class_id: UUID) -> Page:
    """Skills, mistakes and questions: of all, of one assignment, of the last days."""
    classroom = classes.class_of(db(), actor(), class_id)
    report, task, days, tasks = asked_report(classroom)
    return render_template(
        "classroom/reports/show.html",
        classroom=classroom,
        report=report,
        insight=insight_of(db(), classroom, now()) if report.has_enough else None,
        tasks=tasks,
        task=task,
        days=days,
        all_days=DAYS,
        skills=SKILLS,
        tags=TAGS,
        words=sentences,
        misconceptions=MISCONCEPTIONS,
        kinds=KINDS,
        is_projected="projector" in request.args,
    )


def asked_report(
    classroom: Classroom,
) -> tuple[Report, Assignment | None, int, Sequence[Assignment]]:
    """The report that the address asks for, and of what: the assignment, the days."""
    tasks = assignments.assignments_of(db(), classroom)
    asked = request.args.get("assignment", "")
    task = next((each for each in tasks if str(each.id) == asked), None)
    days = request.args.get("days", 0, type=whole)
    since = now() - timedelta(days=days) if days in DAYS else None
    report = report_of(db(), classroom, task, since)
    return report, task, days if since else 0, tasks
