"""Forgotten passwords and accounts that go, from the command line."""

from quiz.accounts.models import SignIn, User


def new_password(runner, name, password):
    command = ["user", "set-password", "--name", name, "--password-stdin"]
    return runner.invoke(args=command, input=f"{password}\n")


def test_a_new_password_replaces_the_old_one_and_ends_all_sign_ins(
    runner, teacher, client, session
):
    assert new_password(runner, "Frau Ahorn", "nine yellow pears").exit_code == 0
    assert session.query(SignIn).count() == 0
    assert teacher.get("/articles").status_code == 303
    form = {"name": "frau ahorn", "password": "nine yellow pears"}
    assert client.post("/account/sign-in", data=form).status_code == 303


def test_a_new_password_must_be_a_good_one(runner, teacher, session):
    result = new_password(runner, "frau ahorn", "12345678")
    assert result.exit_code == 1
    assert "common" in result.output
    assert session.query(SignIn).count() == 1


def test_an_account_there_is_not_gets_no_password(runner):
    result = new_password(runner, "nobody", "nine yellow pears")
    assert (result.exit_code, "no account" in result.output) == (1, True)


def test_an_account_is_deleted_with_its_sign_ins(runner, teacher, stranger, session):
    result = runner.invoke(args=["user", "delete", "--name", "frau ahorn", "--yes"])
    assert result.exit_code == 0, result.output
    assert [user.name for user in session.query(User)] == ["herr birke"]
    assert session.query(SignIn).count() == 1
    assert teacher.get("/articles").status_code == 303


def test_deleting_asks_first(runner, teacher, session):
    command = ["user", "delete", "--name", "frau ahorn"]
    assert runner.invoke(args=command, input="n\n").exit_code == 1
    assert session.query(User).count() == 1


def test_deleting_twice_says_that_it_is_gone(runner):
    result = runner.invoke(args=["user", "delete", "--name", "nobody", "--yes"])
    assert (result.exit_code, "no account" in result.output) == (1, True)
