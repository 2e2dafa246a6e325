"""The house rules that a machine can look after."""

import dataclasses
import importlib
import inspect
import pkgutil

import quiz.engine
from quiz.config import ROOT

FOLDERS = ("quiz", "tests", "bench", "migrations")


def engine_modules():
    for found in pkgutil.walk_packages(quiz.engine.__path__, "quiz.engine."):
        yield importlib.import_module(found.name)


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


def test_nothing_is_left_to_do():
    for folder in (*FOLDERS, "templates", "static"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in (".py", ".html", ".css", ".mjs"):
                text = file.read_text(encoding="utf-8")
                for word in ("TO" + "DO", "FIX" + "ME", "XX" + "X "):
                    assert word not in text, f"{file.relative_to(ROOT)}: {word}"
