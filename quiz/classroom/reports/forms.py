"""Which report of a class an address asks for."""

from collections.abc import Sequence
from datetime import timedelta

from flask import request

from quiz.classroom.assignments import service as assignments
from quiz.classroom.models import Assignment, Classroom
from quiz.classroom.reports.service import Report, report_of
from quiz.web.clock import now
from quiz.web.numbers import whole
from quiz.web.session import db

DAYS = (7, 30, 90)


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
