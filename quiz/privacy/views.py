"""What every page may need to say about privacy, and a seat to take along."""

import json
from uuid import UUID

from flask import Blueprint, Flask, Response

from quiz.access import Action
from quiz.classroom import service
from quiz.privacy import leaving
from quiz.privacy.data_export import kept_about
from quiz.privacy.rules import RULES
from quiz.web import security
from quiz.web.access import actor, allow
from quiz.web.session import db

bp = Blueprint("privacy", __name__)


def init_app(app: Flask) -> None:
    """Give the page "What is kept about you" the table that drives the clearing up."""
    app.jinja_env.globals.update(retention_rules=RULES)
    leaving.listen()


@bp.get("/classes/<uuid:class_id>/seats/<int:number>/export")
@allow(Action.RUN_CLASSES)
def export(class_id: UUID, number: int) -> Response:
    """What is kept about one seat, as a file (Articles 15 and 20 GDPR).

    Its pupil has the rest, how sure they said to be, under "My progress".
    """
    classroom = service.class_of(db(), actor(), class_id)
    found = service.seat_of(classroom, number)
    security.note("seat_taken", actor().user_id)
    text = json.dumps(kept_about(db(), found), ensure_ascii=False, indent=2)
    response = Response(text, mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="seat.json"'
    return response
