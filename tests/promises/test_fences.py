"""Fences hold wherever a module lies, and catch what is planted behind them."""

import pytest
from flask import Blueprint, Flask

from quiz.config import ROOT
from quiz.factory import create_app
from tests.promises import fences

MODULES = {
    file.relative_to(ROOT).as_posix(): file.read_text("utf-8")
    for file in sorted((ROOT / "quiz").rglob("*.py"))
}
FENCES = (
    fences.commits,
    fences.long_views,
    fences.routes_outside_views,
    fences.views_of_others,
)
TEMPLATES = {
    file.relative_to(ROOT).as_posix(): file.read_text("utf-8")
    for file in sorted((ROOT / "templates").rglob("*.html"))
}
OTHERS = {
    file.relative_to(ROOT).as_posix(): file.read_text("utf-8")
    for folder in ("tests", "bench", "migrations")
    for file in sorted((ROOT / folder).rglob("*.py"))
}
LONG_VIEW = '@bp.get("/long")\n@public\ndef long():\n' + "    here()\n" * 49


@pytest.mark.slow
@pytest.mark.parametrize("fence", FENCES, ids=lambda fence: fence.__name__)
def test_no_module_breaks_a_fence(fence):
    broken = [each for path, source in MODULES.items() for each in fence(path, source)]
    assert not broken, "\n".join(broken)


def test_no_view_of_the_app_is_longer_than_20_lines():
    app = create_app({"SECRET_KEY": "x" * 16})
    broken = list(fences.long_views_of(app))
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(
    "path", ["quiz/bank/drafts/views.py", "quiz/articles/views.py", "quiz/new/views.py"]
)
def test_a_long_view_is_named_in_whatever_module(path):
    source = MODULES.get(path, "") + "\n\n" + LONG_VIEW
    [told] = fences.long_views(path, source)
    assert path in told
    assert "long has 50 lines" in told
    assert "move what it decides to the service" in told


def test_a_long_view_is_named_that_a_variable_hides():
    app, bp = Flask("planted"), Blueprint("planted", __name__)

    def view():
        found = [
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            16,
            17,
            18,
        ]
        return str(found)

    bp.add_url_rule("/planted", view_func=view)
    app.register_blueprint(bp)
    [told] = fences.long_views_of(app)
    assert told.startswith("planted.view has 22 lines")


@pytest.mark.parametrize("line", ["session.commit()", "db().rollback()"])
@pytest.mark.parametrize(
    "path",
    [
        "quiz/classroom/doubts/service.py",
        "quiz/classroom/doubts/views.py",
        "quiz/privacy/housekeeping.py",
        "quiz/leaderboards/new_thing.py",
        "quiz/web/limits.py",
    ],
)
def test_a_commit_is_named_in_whatever_room(path, line):
    source = MODULES.get(path, "") + f"\n\ndef planted(session):\n    {line}\n"
    [told] = fences.commits(path, source)
    assert told.startswith(f"{path}:")
    assert "write session.flush()" in told


@pytest.mark.parametrize(
    "line",
    [
        "from quiz.bank.library.views import wanted_of",
        "from quiz.bank.library import views",
    ],
)
def test_what_is_taken_from_the_views_of_others_is_named(line):
    path = "quiz/bank/gathering/views.py"
    [told] = fences.views_of_others(path, f"{MODULES[path]}\n{line}\n")
    assert "takes something from quiz.bank.library.views" in told


def test_no_file_is_longer_than_300_lines():
    files = {**MODULES, **OTHERS}
    broken = [each for file in files.items() for each in fences.long_files(*file)]
    assert not broken, "\n".join(broken)


def test_a_long_file_is_named():
    [told] = fences.long_files("quiz/bank/ordering.py", "a = 1\n" * 301)
    assert told.startswith("quiz/bank/ordering.py has 301 lines, 300 at most")


def test_no_line_of_a_template_has_more_than_150_characters():
    broken = [each for one in TEMPLATES.items() for each in fences.wide_lines(*one)]
    assert not broken, "\n".join(broken)


def test_a_wide_line_of_a_template_is_named():
    [told] = fences.wide_lines("templates/a.html", "<p>\n" + "<br>" * 38 + "\n")
    assert told.startswith("templates/a.html:2 has 152 characters, 150 at most: break")


def test_no_folder_has_more_than_16_modules():
    broken = list(fences.full_folders(MODULES))
    assert not broken, "\n".join(broken)


def test_a_full_folder_is_named():
    paths = [f"quiz/bank/thing_{number}.py" for number in range(16)]
    assert not list(fences.full_folders([*paths, "quiz/bank/__init__.py"]))
    [told] = fences.full_folders([*paths, "quiz/bank/one_more.py"])
    assert told.startswith("quiz/bank has 17 modules, 16 at most")


def test_a_view_outside_views_is_named():
    path = "quiz/bank/ordering.py"
    source = MODULES[path] + '\n\n@bp.post("/order")\ndef order():\n    return ""\n'
    [told] = fences.routes_outside_views(path, source)
    assert told.startswith(f"{path}:")
    assert "move it to the views.py" in told
