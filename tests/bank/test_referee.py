"""A command says whether a set can be guessed."""

import uuid

from tests.make import make_set


def test_all_current_sets_are_judged(runner, session):
    make_set(session)
    session.commit()
    said = runner.invoke(args=["sets", "referee", "--rounds", "5"])
    assert "longest option" in said.output
    assert "chance" in said.output


def test_an_unfair_set_ends_with_a_status_of_its_own(runner, session):
    made = make_set(session)
    for item in made.items:
        body = dict(item.body)
        body["options"] = [
            option | {"label": {"de": "x" * (50 if option["correct"] else 5), "en": ""}}
            for option in body["options"]
        ]
        item.body = body
    session.commit()
    said = runner.invoke(args=["sets", "referee", str(made.id), "--rounds", "5"])
    assert said.exit_code == 1
    assert "UNFAIR" in said.output


def test_a_set_that_is_not_there_is_said_so(runner):
    said = runner.invoke(args=["sets", "referee", str(uuid.uuid4())])
    assert said.exit_code == 1
    assert "There is no such set." in said.output
