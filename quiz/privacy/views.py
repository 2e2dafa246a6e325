"""What every page may need to say about privacy."""

from flask import Blueprint, Flask

from quiz.privacy.rules import RULES

bp = Blueprint("privacy", __name__)


def init_app(app: Flask) -> None:
    """Give the page "What is kept about you" the table that drives the clearing up."""
    app.jinja_env.globals.update(retention_rules=RULES)
