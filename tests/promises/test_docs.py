"""What the documents name exists, and what exists is named in them."""

import re

import click
import pytest
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import RequestRedirect

from quiz.config import ROOT
from quiz.engine.leaderboards import FEWEST_NEW
from quiz.engine.pool import SHORT_BELOW, SMALLEST_ROUND
from quiz.factory import create_app

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], key=str)
TEXT = {str(file.relative_to(ROOT)): file.read_text("utf-8") for file in DOCUMENTS}
ALL = "\n".join(TEXT.values())
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
# Commands that Flask and its extensions bring along.
FOREIGN = {"run", "shell", "routes", "limiter"}


@pytest.fixture(scope="module")
def app():
    return create_app({"SECRET_KEY": "x" * 16})


def own_commands(app):
    for name, command in app.cli.commands.items():
        if name in FOREIGN:
            continue
        if isinstance(command, click.Group):
            yield from (f"{name} {sub}" for sub in command.commands)
        else:
            yield name


def named(pattern, text=ALL):
    return sorted(set(re.findall(pattern, text)))


def test_every_command_that_is_named_exists(app):
    there = {*own_commands(app), *FOREIGN}
    for words in named(r"flask --app app ((?:[a-z][a-z-]*[ `\n]){1,2})"):
        one, *two = words.strip(" `\n").split()
        assert one in there or " ".join([one, *two]) in there, words


def test_every_command_is_named_in_the_documents(app):
    for command in own_commands(app):
        assert f"flask --app app {command}" in ALL, command


def test_every_target_of_make_that_is_named_exists_and_the_other_way_round():
    there = set(re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE))
    assert set(named(r"(?:^|`)make ([a-z-]+)")) <= there
    for target in there:
        assert f"make {target}" in ALL, target


@pytest.mark.parametrize("name", TEXT)
def test_every_address_that_is_named_is_one_of_ours(app, name):
    adapter = app.url_map.bind("localhost")
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    for path in named(r"`(?:GET |POST )?(/[a-z][a-z0-9/_<>:-]*|/)`", TEXT[name]):
        if path in rules:
            continue
        try:
            adapter.match(path)
        except (MethodNotAllowed, RequestRedirect):
            continue
        except NotFound:
            pytest.fail(f"{name} names {path}, which there is not")


@pytest.mark.parametrize("name", TEXT)
def test_every_link_inside_the_repository_leads_somewhere(name):
    for target in named(r"\]\(([^)#]+)(?:#[^)]*)?\)", TEXT[name]):
        if "://" not in target:
            assert ((ROOT / name).parent / target).exists(), f"{name}: {target}"


@pytest.mark.parametrize("name", TEXT)
def test_every_file_that_is_named_exists(name):
    places = (
        "quiz/",
        "tests/",
        "docs/",
        "templates/",
        "static/",
        "migrations/",
        "bench/",
    )
    for path in named(r"`([a-z_.]+/[\w./-]+\.\w+)`", TEXT[name]):
        if path.startswith(places):
            assert (ROOT / path).exists(), f"{name}: {path}"


def test_every_setting_of_the_environment_is_documented():
    told = TEXT["docs/for-administrators.md"]
    code = "".join(f.read_text("utf-8") for f in (ROOT / "quiz").glob("*.py"))
    for variable in named(r'environ(?:\.get\(|\[)"([A-Z_]+)"', code):
        assert f"`{variable}`" in told, variable


def test_the_documents_say_how_small_a_round_can_be():
    english, german = {4: ("four", "vier"), 5: ("five", "fünf")}[SMALLEST_ROUND]
    assert f"A round has {english} to ten questions" in TEXT["docs/for-teachers.md"]
    assert f"Runde hat {german} bis zehn Fragen" in TEXT["docs/fuer-lehrkraefte.md"]
    assert f"({english} questions that go together)" in TEXT["docs/library.md"]
    assert f"A round has {english} to ten" in TEXT["docs/question-kinds.md"]
    assert f"draws {SMALLEST_ROUND} to 10 questions" in TEXT["docs/questions.md"]


def test_the_documents_say_when_a_short_round_counts():
    assert SMALLEST_ROUND < SHORT_BELOW <= FEWEST_NEW
    told = " ".join(TEXT["docs/learning.md"].split())
    assert "or all four of a short round" in told
