"""Pages, templates and tests lie as the rooms do; what lies wrong is named."""

import pytest

from quiz.config import ROOT
from quiz.factory import create_app
from tests.promises import layout


def paths(top, pattern):
    return [f.relative_to(ROOT).as_posix() for f in sorted((ROOT / top).rglob(pattern))]


MODULES = {path: (ROOT / path).read_text("utf-8") for path in paths("quiz", "*.py")}
TEMPLATES = paths("templates", "*.html")
TESTS = paths("tests", "test_*.py")


@pytest.fixture(scope="module")
def blueprints():
    """The name of each blueprint → the module that has it."""
    app = create_app({"SECRET_KEY": "x" * 16})
    return {name: each.import_name for name, each in app.blueprints.items()}


def test_every_folder_of_code_says_what_it_is_for():
    assert not list(layout.without_purpose(MODULES))


def test_pages_come_from_the_views_of_the_room_they_are_named_after(blueprints):
    assert not list(layout.pages_elsewhere(blueprints))


def test_templates_lie_like_the_rooms():
    assert not list(layout.strange_templates(TEMPLATES, MODULES))


def test_tests_of_a_room_lie_like_the_room():
    assert not list(layout.strange_tests(TESTS, MODULES))


def test_a_folder_without_a_purpose_is_named():
    planted = {
        "quiz/bank/things/service.py": "",
        "quiz/bank/__init__.py": '"""Sets."""',
    }
    [told] = layout.without_purpose(planted)
    assert told.startswith("quiz/bank/things/__init__.py wants one line")


def test_a_blueprint_elsewhere_is_named():
    [told] = layout.pages_elsewhere({"drafts": "quiz.bank.draft_views"})
    assert told.endswith("in quiz.bank.draft_views: move it to the views.py beside it")


def test_a_blueprint_with_another_name_is_named():
    [told] = layout.pages_elsewhere({"copies": "quiz.bank.drafts.views"})
    assert told.endswith("name it like its folder quiz.bank.drafts")


def test_templates_of_no_room_are_named():
    [told] = layout.strange_templates([*TEMPLATES, "templates/bank/x/a.html"], MODULES)
    assert told.startswith("templates/bank/x is no room's: name it like the folder")


def test_tests_of_no_folder_are_named():
    [told] = layout.strange_tests([*TESTS, "tests/engine/things/test_a.py"], MODULES)
    assert told.startswith("tests/engine/things has no quiz/engine/things")
