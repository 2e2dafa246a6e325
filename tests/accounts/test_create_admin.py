"""The first administrator, from the command line."""

from quiz.accounts.models import User

COMMAND = ["user", "create-admin"]


def test_an_administrator_is_created_by_answering_prompts(runner, session):
    typed = "Frau Linde\neight green apples\neight green apples\n"
    result = runner.invoke(args=COMMAND, input=typed)
    assert result.exit_code == 0, result.output
    assert "eight green apples" not in result.output
    assert session.query(User).one().role == "admin"


def test_a_script_gives_the_password_on_standard_input(runner, session):
    command = [*COMMAND, "--name", "root of it", "--password-stdin"]
    result = runner.invoke(args=command, input="eight green apples\n")
    assert result.exit_code == 0, result.output
    assert session.query(User).one().name == "root of it"


def test_a_bad_password_is_refused_with_a_sentence(runner, session):
    command = [*COMMAND, "--name", "root of it", "--password-stdin"]
    result = runner.invoke(args=command, input="short\n")
    assert result.exit_code == 1
    assert "at least 8 characters" in result.output
    assert session.query(User).count() == 0


def test_a_taken_name_is_refused_with_a_sentence(runner, teacher):
    command = [*COMMAND, "--name", "Frau Ahorn", "--password-stdin"]
    result = runner.invoke(args=command, input="eight green apples\n")
    assert result.exit_code == 1
    assert "taken" in result.output
