"""A link by which somebody else teaches a class, and the page behind it."""

from uuid import UUID

from flask import Blueprint, Flask, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from quiz.access import Action
from quiz.classroom import co_teaching, service
from quiz.web import security
from quiz.web.access import actor, allow
from quiz.web.addresses import to_pass_on
from quiz.web.clock import now
from quiz.web.page import Page
from quiz.web.session import db

bp = Blueprint("together", __name__)


def init_app(_app: Flask) -> None:
    """Nothing is needed."""


@bp.post("/classes/<uuid:class_id>/link")
@allow(Action.RUN_CLASSES)
def offer(class_id: UUID) -> Page:
    """A link to pass on by hand, told once."""
    classroom = service.owned_class_of(db(), actor(), class_id)
    token = co_teaching.link_to(db(), classroom, actor(), now())
    here = to_pass_on("together.show", class_link=token)
    flash(
        _("Pass this link on. It lets one person in within a week: %(link)s", link=here)
    )
    return redirect(url_for("classes.show", class_id=class_id), code=303)


@bp.get("/classes/together/<uuid:class_link>")
@allow(Action.RUN_CLASSES)
def show(class_link: UUID) -> Page:
    """Asks whether to teach that class, too."""
    classroom = co_teaching.class_behind(db(), class_link, now())
    return render_template(
        "_shared/accept.html",
        title=_("Class %(name)s", name=classroom.name),
        told=_("Somebody asks you to teach this class together."),
        target=url_for("together.come_in", class_link=class_link),
        button=_("Teach it together"),
    )


@bp.post("/classes/together/<uuid:class_link>")
@allow(Action.RUN_CLASSES)
def come_in(class_link: UUID) -> Page:
    """Teach it, too; the link is used up."""
    classroom = co_teaching.come_in(db(), actor(), class_link, now())
    security.note("teacher_let_in", actor().user_id)
    return redirect(url_for("classes.show", class_id=classroom.id), code=303)
