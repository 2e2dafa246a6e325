"""The security log says what happened, never with what content or from where."""

from sqlalchemy import select

from quiz.web import security
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
    assert columns == {"id", "happened_at", "kind", "user_id", "times"}


def test_the_log_can_be_printed(app, session, teacher):
    made = make_class(teacher)
    teacher.post(f"{made}/delete")
    out = app.test_cli_runner().invoke(args=["privacy", "log"]).output
    assert f"class_deleted {teacher.user_id}" in out


def test_what_anybody_can_repeat_has_one_line_an_hour_with_a_number(app, session):
    for _ in range(5):
        app.test_client().post("/join", data={"code": "AAAAA-AAAAA"})
        app.test_client().post("/account/register", data={"name": "x" * 9})
    session.expire_all()
    [joining] = session.scalars(
        select(SecurityEvent).where(SecurityEvent.kind == "join_refused")
    )
    assert joining.times == 5
    assert joining.user_id is None


def test_a_flood_is_counted_to_an_end(app, session, monkeypatch):
    monkeypatch.setattr(security, "MOST_COUNTED", 3)
    for _ in range(6):
        app.test_client().post("/join", data={"code": "AAAAA-AAAAA"})
    session.expire_all()
    assert [e.times for e in session.scalars(select(SecurityEvent))] == [3]


def test_who_is_told_to_wait_is_in_the_log(limited):
    for _ in range(4):
        last = limited.test_client().post("/join", data={"code": "AAAAA-AAAAA"})
    browser = limited.test_client()
    while last.status_code != 429:
        last = browser.post("/join", data={"code": "AAAAA-AAAAA"})
    with limited.extensions["quiz.sessions"].reading() as session:
        kinds = session.scalars(select(SecurityEvent.kind)).all()
    assert "limited" in kinds
    told = limited.test_cli_runner().invoke(args=["privacy", "log"]).output
    assert "join_refused" in told
    assert "x in this hour" in told


def test_who_may_not_do_something_is_in_the_log(session, teacher):
    assert teacher.get("/staff").status_code == 403  # reading writes nothing
    assert teacher.post("/staff/invite", data={"uses": 1}).status_code == 403
    assert kinds(session) == ["not_allowed"]
