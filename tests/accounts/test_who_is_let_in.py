"""Who gets an account, and who may read the keys of what others made."""

from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from quiz.access import Role
from quiz.accounts.models import OneTimeLink, SignIn, User
from quiz.config import ConfigError, settings
from quiz.web.clock import now
from tests.browser import text_of
from tests.cast import PASSWORD, link_on, member
from tests.make import make_article, make_set

EN = {"Accept-Language": "en"}
ENTER = {"name": "Frau Ulme", "password": PASSWORD}


@pytest.fixture
def rule(app):
    """Sets how one registers here, on a server that others can reach."""
    before = {name: app.config[name] for name in ("REGISTRATION", "IS_LOCAL")}

    def be(registration):
        app.config.update(REGISTRATION=registration, IS_LOCAL=False)

    yield be
    app.config.update(before)


def register(browser, **more):
    return browser.post("/account/register", data=ENTER | more, headers=EN)


def invited(admin, uses=1):
    """The address of an invitation."""
    assert admin.post("/staff/invite", data={"uses": uses}).status_code == 303
    page = admin.get("/staff").text
    start = page.index("http://localhost/account/register?invitation=")
    return page[start : start + 81].split("=")[1]


def code_of_school(browser):
    browser.post("/school/found", data={"name": "Am Markt"})
    return browser.get("/school").text.split('data-testid="invitation">')[1][:11]


@pytest.mark.parametrize(
    ("environ", "registration", "local"),
    [
        ({}, "open", True),
        ({"HOST": "0.0.0.0"}, "open", False),  # noqa: S104 (what a school sets)
        ({"QUIZ_PROXIES": "1"}, "open", False),
        ({"QUIZ_HOSTS": "quiz.example"}, "closed", False),
        (
            {"QUIZ_HOSTS": "quiz.example", "QUIZ_REGISTRATION": "Invited"},
            "invited",
            False,
        ),
    ],
)
def test_with_a_public_name_registration_is_closed(
    environ, registration, local, tmp_path
):
    found = settings(environ, tmp_path)
    assert (found["REGISTRATION"], found["IS_LOCAL"]) == (registration, local)


def test_a_rule_there_is_not_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="QUIZ_REGISTRATION"):
        settings({"QUIZ_REGISTRATION": "perhaps"}, tmp_path)


@pytest.mark.parametrize("registration", ["invited", "closed"])
def test_without_an_invitation_nobody_registers_or_learns_names(
    client, session, teacher, rule, registration
):
    rule(registration)
    taken = register(client, name="frau ahorn")
    free = register(client)
    for refused in (taken, free, register(client, invitation=str(UUID(int=5)))):
        assert refused.status_code == 400
    assert text_of(taken) == text_of(free).replace("Frau Ulme", "frau ahorn")
    assert session.scalar(select(func.count()).select_from(User)) == 1
    assert "were invited" in text_of(client.get("/account/register", headers=EN))


def test_an_invitation_lets_in_so_many_and_no_more(app, session, admin, rule):
    rule("closed")
    token = invited(admin, uses=2)
    for name in ("frau erle", "herr ginkgo"):
        browser = app.test_client()
        shown = browser.get(f"/account/register?invitation={token}").text
        assert f'value="{token}"' in shown
        assert register(browser, name=name, invitation=token).status_code == 303
        user = session.scalars(select(User).where(User.name == name)).one()
        assert user.standing is Role.TEACHER
    third = register(app.test_client(), invitation=token)
    assert third.status_code == 400
    assert "lets nobody in" in text_of(third)


def test_an_invitation_runs_out(client, session, admin, rule):
    rule("closed")
    token = invited(admin)
    session.execute(update(OneTimeLink).values(expires_at=now()))
    session.commit()
    assert register(client, invitation=token).status_code == 400


def test_a_password_that_is_refused_uses_no_invitation_up(client, admin, rule):
    rule("closed")
    token = invited(admin)
    assert register(client, invitation=token, password="short").status_code == 400
    assert register(client, invitation=token).status_code == 303


def test_the_code_of_a_school_lets_in_where_that_is_the_rule(
    app, session, teacher, rule
):
    code = code_of_school(teacher)
    rule("closed")
    assert register(app.test_client(), invitation=code).status_code == 400
    rule("invited")
    browser = app.test_client()
    assert register(browser, invitation=code).status_code == 303
    user = session.scalars(select(User).where(User.name == "frau ulme")).one()
    assert user.standing is Role.TEACHER
    assert "Am Markt" in browser.get("/school").text


def test_a_school_that_a_newcomer_founded_lets_nobody_in(app, session, rule):
    rule("open")
    founder, friend = member(app, "herr x", Role.NEWCOMER), app.test_client()
    code = code_of_school(founder)
    assert register(friend, invitation=code).status_code == 400
    assert register(friend).status_code == 303
    assert friend.post("/school/join", data={"code": code}).status_code == 303
    user = session.scalars(select(User).where(User.name == "frau ulme")).one()
    assert user.standing is Role.NEWCOMER


@pytest.fixture
def library_set(session):
    article = make_article(session)
    made = make_set(session, None, article)
    session.commit()
    return made


def test_a_newcomer_reads_no_keys_of_others_until_let_in(
    app, session, admin, library_set, rule
):
    rule("open")
    newcomer = app.test_client()
    assert register(newcomer).status_code == 303
    keys = (f"/articles/{library_set.article_id}", f"/sets/{library_set.id}/paper")
    assert [newcomer.get(each).status_code for each in keys] == [404, 403]
    made = newcomer.post(f"/articles/{library_set.article_id}/questions")
    assert made.status_code == 404
    copied = newcomer.post(f"/sets/{library_set.id}/copy", headers=EN)
    assert copied.status_code == 403
    assert "not let in yet" in text_of(copied)
    assert newcomer.get("/library").status_code == 200
    user_id = session.scalars(select(User.id).where(User.name == "frau ulme")).one()
    assert admin.post(f"/staff/{user_id}/let-in").status_code == 303
    assert newcomer.get(keys[0]).status_code == 200
    assert newcomer.post(f"/sets/{library_set.id}/copy").status_code == 303


def test_who_sits_at_the_machine_itself_is_let_in_at_once(client, session):
    assert register(client).status_code == 303
    assert session.scalars(select(User)).one().standing is Role.TEACHER


def test_only_administrators_see_the_accounts(admin, teacher, stranger):
    assert "frau ahorn" in admin.get("/staff").text
    assert "herr birke" not in admin.get("/staff?q=ahorn").text
    assert teacher.get("/staff").status_code == 403
    assert teacher.post("/staff/invite", data={"uses": 1}).status_code == 403
    assert admin.post("/staff/invite", data={"uses": 101}).status_code == 422


def test_who_forgot_the_password_chooses_another_by_a_link(
    app, session, admin, teacher, client
):
    admin.post(f"/staff/{teacher.user_id}/reset")
    first = link_on(admin.get("/staff").text)
    admin.post(f"/staff/{teacher.user_id}/reset")
    link = link_on(admin.get("/staff").text)
    assert client.get(first).status_code == 404
    assert client.post(link, data={"password": "short"}).status_code == 400
    new = {"password": "dreizehn rote Kühe"}
    assert client.post(link, data=new).status_code == 303
    assert app.test_client().post(link, data=new).status_code == 404
    assert teacher.get("/articles").status_code == 303  # signed out everywhere
    signed = client.post("/account/sign-in", data=new | {"name": "frau ahorn"})
    assert signed.status_code == 303
    assert session.scalar(select(func.count()).select_from(SignIn)) == 2


def test_the_same_from_the_command_line(client, runner, session, rule):
    rule("closed")
    token = runner.invoke(args=["user", "invite"]).output.strip().split("=")[1]
    assert register(client, invitation=token).status_code == 303
    link = runner.invoke(args=["user", "reset", "--name", "frau ulme"]).output.strip()
    assert client.get(link).status_code == 200
    session.execute(update(User).values(let_in_at=None))
    session.commit()
    told = runner.invoke(args=["user", "let-in", "--name", "frau ulme"])
    assert told.exit_code == 0
    session.expire_all()
    assert session.scalars(select(User)).one().standing is Role.TEACHER
