"""Where things lie: folders to be looked through, pages and tests as the rooms do."""

from collections import Counter

import pytest

from quiz.config import ROOT
from quiz.factory import create_app

MOST_MODULES = 16
# A file for each of many like things; they are found by their place.
COLLECTIONS = {"quiz/engine/questions/kinds"}
# Folders of templates that belong to no room.
COMMON = {"_shared", "answer_forms", "errors"}


def folders(top, pattern):
    """The folders below `top` that have such a file, as paths from there."""
    found = {
        file.parent.relative_to(ROOT / top) for file in (ROOT / top).rglob(pattern)
    }
    return {path.as_posix() for path in found if path.as_posix() != "."}


@pytest.fixture(scope="module")
def blueprints():
    """The name of each blueprint → the module that has it."""
    app = create_app({"SECRET_KEY": "x" * 16})
    return {name: each.import_name for name, each in app.blueprints.items()}


def test_no_folder_has_more_than_16_modules():
    modules = Counter(
        file.parent.relative_to(ROOT).as_posix()
        for file in (ROOT / "quiz").rglob("*.py")
        if file.name != "__init__.py"
    )
    full = {place: n for place, n in modules.items() if n > MOST_MODULES}
    assert set(full) <= COLLECTIONS, f"a folder wants sub-rooms: {full}"


def test_every_folder_of_code_says_what_it_is_for():
    for place in folders("quiz", "*.py"):
        init = ROOT / "quiz" / place / "__init__.py"
        assert init.exists(), place
        assert init.read_text("utf-8").startswith('"""'), place


def test_pages_come_from_views_and_from_nowhere_else(blueprints):
    for name, module in blueprints.items():
        if module.startswith("quiz.") and not module.startswith("quiz.web."):
            assert module.endswith(".views"), f"{name} in {module}"


def test_a_sub_room_is_named_like_its_pages(blueprints):
    for name, module in blueprints.items():
        if module.count(".") > 2 and module.startswith("quiz."):
            assert module.split(".")[-2] == name, f"{name} in {module}"


def test_templates_lie_like_the_rooms():
    rooms = folders("quiz", "views.py")
    strange = folders("templates", "*.html") - rooms - COMMON
    assert not strange, f"templates of no room: {strange}"


def test_tests_of_a_room_lie_like_the_room():
    rooms, code = folders("quiz", "views.py"), folders("quiz", "*.py")
    tops = {place.split("/")[0] for place in rooms} | {"engine"}
    for place in folders("tests", "test_*.py"):
        if place.split("/")[0] in tops:
            assert place in code, f"tests/{place}"
