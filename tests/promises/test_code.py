"""The house rules that a machine can look after."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil

import pytest

import quiz.engine
from quiz.config import ROOT

LONGEST_FILE = 300
LONGEST_VIEW = 20
FOLDERS = ("quiz", "tests", "bench", "migrations")
ROOMS = sorted(each.parent.name for each in (ROOT / "quiz").glob("*/views.py"))


def engine_modules():
    for found in pkgutil.walk_packages(quiz.engine.__path__, "quiz.engine."):
        yield importlib.import_module(found.name)


def test_no_file_is_longer_than_300_lines():
    long = {
        str(file.relative_to(ROOT)): n
        for folder in FOLDERS
        for file in (ROOT / folder).rglob("*.py")
        if (n := len(file.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long, f"a new concept wants a file of its own: {long}"


def test_no_view_is_longer_than_20_lines():
    for file in (ROOT / "quiz").rglob("views.py"):
        for view in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(view, ast.FunctionDef) and view.decorator_list:
                lines = view.end_lineno - view.lineno + 1
                assert lines <= LONGEST_VIEW, f"{file.parent.name}.{view.name}: {lines}"


def test_every_dataclass_of_the_engine_is_frozen():
    seen = 0
    for module in engine_modules():
        for name, kind in inspect.getmembers(module, inspect.isclass):
            if dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__:
                seen += 1
                assert kind.__dataclass_params__.frozen, f"{module.__name__}.{name}"
    assert seen > 5


def test_the_engine_runs_without_the_web(tmp_path):
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    code = (
        "import sys, quiz.engine.questions.compose, quiz.engine.rounds;"
        "print([m for m in ('flask', 'sqlalchemy', 'jinja2') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_never_commit(room):
    for file in (ROOT / "quiz" / room).rglob("*.py"):
        if file.name == "commands.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                where = file.relative_to(ROOT)
                assert node.attr not in ("commit", "rollback"), where


def test_nothing_is_left_to_do():
    for folder in (*FOLDERS, "templates", "static"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in (".py", ".html", ".css", ".mjs"):
                text = file.read_text(encoding="utf-8")
                for word in ("TO" + "DO", "FIX" + "ME", "XX" + "X "):
                    assert word not in text, f"{file.relative_to(ROOT)}: {word}"
