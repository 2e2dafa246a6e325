"""Two addresses for whoever watches over the server."""

from flask import Blueprint, current_app
from sqlalchemy.exc import DBAPIError

from quiz import schema
from quiz.web.access import public
from quiz.web.session import sessions_here

bp = Blueprint("health", __name__)

Reply = tuple[dict[str, str], int]


@bp.get("/healthz")
@public
def healthz() -> Reply:
    """The process answers."""
    return {"status": "ok"}, 200


@bp.get("/readyz")
@public
def readyz() -> Reply:
    """The database answers, is migrated, and cookies can be signed."""
    if not current_app.secret_key:
        return {"status": "no secret key"}, 503
    try:
        with sessions_here().reading() as session:
            current = schema.is_current(session.connection())
    except DBAPIError:
        return {"status": "no database"}, 503
    if not current:
        return {"status": "database not migrated"}, 503
    return {"status": "ok"}, 200
