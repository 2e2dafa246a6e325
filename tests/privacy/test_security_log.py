"""The security log says what happened, never with what content or from where."""

from sqlalchemy import select

from quiz.web.models import SecurityEvent
from tests.cast import PASSWORD
from tests.classroom.people import make_class


def kinds(session):
    session.expire_all()
    wanted = select(SecurityEvent).order_by(SecurityEvent.happened_at)
    return [each.kind for each in session.scalars(wanted)]


def sign_in(client, name, password):
    return client.post("/account/sign-in", data={"name": name, "password": password})


def test_signing_in_and_failing_to_are_in_the_log(session, client, teacher):
    assert sign_in(client, "frau ahorn", "wrong " + PASSWORD).status_code == 400
    assert kinds(session) == ["sign_in_failed"]
    row = session.scalars(select(SecurityEvent)).one()
    assert row.user_id is None


def test_what_is_deleted_or_taken_along_is_in_the_log(session, teacher):
    made = make_class(teacher)
    teacher.get(f"{made}/seats/1/export")
    teacher.get(f"{made}/report.xlsx")
    teacher.post(f"{made}/seats/1/renew")
    teacher.post(f"{made}/seats/1/remove")
    teacher.post(f"{made}/delete")
    assert kinds(session) == [
        "seat_taken", "report_taken", "seat_renewed", "seat_deleted", "class_deleted",
    ]  # fmt: skip
    users = {e.user_id for e in session.scalars(select(SecurityEvent))}
    assert users == {teacher.user_id}


def test_a_line_has_no_content_and_no_address():
    columns = {column.name for column in SecurityEvent.__table__.columns}
    assert columns == {"id", "happened_at", "kind", "user_id"}


def test_the_log_can_be_printed(app, session, teacher):
    made = make_class(teacher)
    teacher.post(f"{made}/delete")
    out = app.test_cli_runner().invoke(args=["privacy", "log"]).output
    assert f"class_deleted {teacher.user_id}" in out
