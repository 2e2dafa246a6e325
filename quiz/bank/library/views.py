"""The page to find sets on: search, favourites, copies."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quiz.access import Action
from quiz.articles.forms import AGES
from quiz.articles.sentences import TOPICS
from quiz.articles.service import MAX_PAGE
from quiz.bank.library import service
from quiz.bank.library.copying import copy_set
from quiz.bank.library.service import Wanted
from quiz.bank.sentences import KINDS, SKILLS
from quiz.web.access import actor, allow
from quiz.web.clock import now
from quiz.web.safe_next import safe_next
from quiz.web.session import db

bp = Blueprint("library", __name__)

Page = Response | str


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


# What can be looked for, with its name.
OFFERED = {
    "kinds": KINDS,
    "skills": SKILLS,
    "topics": TOPICS,
    "years": range(4, 13),
    "ages": AGES,
}
_FARTHEST = 99


def wanted_of(asked: Mapping[str, Any]) -> Wanted:
    """What a form looks for; what it cannot mean is left out."""
    return Wanted(
        words=asked.get("q", "")[:200].replace("\0", " "),
        kind=_one_of(KINDS, asked.get("kind")),
        skill=_one_of(SKILLS, asked.get("skill")),
        topic=_one_of(TOPICS, asked.get("topic")),
        year=_number(asked.get("year")),
        age=_number(asked.get("age")),
        only_favourites="favourites" in asked,
        page=_number(asked.get("page"), most=MAX_PAGE) or 1,
        count=_number(asked.get("count")) or Wanted().count,
    )


def asked_for(sent: Mapping[str, Any]) -> dict[str, str]:
    """What was looked for, as it was sent; without what was left empty."""
    names = ("q", "kind", "skill", "topic", "year", "age")
    return {name: sent[name][:200] for name in names if sent.get(name)}


def _one_of(known: Mapping[Any, object], value: str | None) -> str:
    return value if value and value in set(known) else ""


def _number(value: str | None, most: int = _FARTHEST) -> int | None:
    """A number from 1 to `most`; None where it is none."""
    number = int(value) if value and value.isdecimal() and len(value) < 7 else 0
    return number if 1 <= number <= most else None


@bp.get("/library")
@allow(Action.MAKE_SETS)
def index() -> Page:
    """Sets that one may play, as searched for."""
    wanted = wanted_of(request.args)
    page = service.find(db(), actor(), wanted)
    return render_template(
        "bank/library/index.html",
        page=page,
        wanted=wanted,
        asked=asked_for(request.args),
        **OFFERED,
    )


@bp.post("/sets/<uuid:set_id>/favourite")
@allow(Action.MAKE_SETS)
def favourite(set_id: UUID) -> Page:
    """Keep a set among the favourites, or no longer."""
    service.mark(db(), actor(), set_id, keep=request.form.get("keep") == "yes")
    there = safe_next(request.form.get("next"), url_for("library.index"))
    return redirect(there, code=303)


@bp.post("/sets/<uuid:set_id>/copy")
@allow(Action.MAKE_SETS)
def copy(set_id: UUID) -> Page:
    """A draft of one's own with the same questions."""
    made = copy_set(db(), actor(), set_id, now())
    flash(_("This is your own copy. The other set stays as it is."), "good")
    return redirect(url_for("drafts.show", set_id=made.id), code=303)
