"""The page on which teachers see what a class has not understood yet."""

from uuid import UUID

from flask import Blueprint, Flask, render_template, request

from quiz.access import Action
from quiz.articles.highlighting import Paragraph
from quiz.bank.page import excerpts
from quiz.bank.sentences import KINDS, MISCONCEPTIONS, SKILLS
from quiz.classroom import service as classes
from quiz.classroom.reports.curriculum import TAGS
from quiz.classroom.reports.forms import DAYS, asked_report
from quiz.classroom.reports.insight import insight_of
from quiz.classroom.reports.sentences import SUGGESTIONS
from quiz.classroom.reports.service import Report
from quiz.classroom.sentences import SHEETS
from quiz.engine.choices import WrongChoice
from quiz.progress import sentences
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("reports", __name__)
WORDS = {
    "all_days": DAYS,
    "skills": SKILLS,
    "tags": TAGS,
    "words": sentences,
    "misconceptions": MISCONCEPTIONS,
    "kinds": KINDS,
    "suggestions": SUGGESTIONS,
    "sheets": SHEETS,
}  # what the page calls things


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
        proofs={each.item: _proof(report, each) for each in report.tomorrow},
        insight=insight_of(db(), classroom, now()) if report.has_enough else None,
        tasks=tasks,
        task=task,
        days=days,
        is_projected="projector" in request.args,
        **WORDS,
    )


def _proof(report: Report, choice: WrongChoice) -> tuple[tuple[Paragraph, ...], str]:
    """The sentences that show what is right, marked, and their language."""
    article = report.asked[choice.item].article
    return excerpts(article.text, choice.question), article.language
