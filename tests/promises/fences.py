"""What may stand where in the code of the rooms, looked up in the syntax tree.

Each function gives sentences that name the place and say what to do; nothing where all
is well. They look at text, so that an offence can be planted without a file.
"""

import ast
import inspect
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from flask import Flask

LONGEST_FILE = 300
LONGEST_VIEW = 20
WIDEST_TEMPLATE = 150
MOST_MODULES = 16
# A module for each of many like things; they are found by their place.
COLLECTIONS = frozenset({"quiz/engine/questions/kinds"})
# The request commits, or a thread does for many of them; a command is one of its own.
MAY_COMMIT = frozenset(
    {
        "quiz/web/session.py",
        "quiz/web/security.py",
        "quiz/writing.py",
        "quiz/db.py",
        "quiz/serve.py",
    }
)
_VERBS = frozenset({"get", "post", "put", "patch", "delete", "route"})
_ENDS = frozenset({"commit", "rollback"})

Function = ast.FunctionDef | ast.AsyncFunctionDef


def long_views(path: str, source: str) -> Iterator[str]:
    """The views of a module that are too long, wherever the module lies."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function) and any(map(_is_route, node.decorator_list)):
            yield from _too_long(f"{path}:{node.lineno} {node.name}", node)


def long_views_of(app: Flask) -> Iterator[str]:
    """The views of an app that are too long, however they came to it."""
    for endpoint, view in sorted(app.view_functions.items()):
        if inspect.isfunction(view) and not view.__module__.startswith("flask."):
            source = textwrap.dedent(inspect.getsource(inspect.unwrap(view)))
            yield from _too_long(endpoint, ast.parse(source).body[0])


def commits(path: str, source: str) -> Iterator[str]:
    """Where a module ends a transaction that is not its own."""
    if path in MAY_COMMIT or PurePosixPath(path).name == "commands.py":
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in _ENDS:
            yield (
                f"{path}:{node.lineno} calls {node.attr}(): write session.flush(); "
                "the request commits, or undoes everything if an error is raised"
            )


def routes_outside_views(path: str, source: str) -> Iterator[str]:
    """Where a module that is no `views.py` answers requests."""
    if PurePosixPath(path).name == "views.py" or path.startswith("quiz/web/"):
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function) and any(map(_is_route, node.decorator_list)):
            yield (
                f"{path}:{node.lineno} {node.name} answers requests: move it to the "
                "views.py of its room or sub-room"
            )


def views_of_others(path: str, source: str) -> Iterator[str]:
    """Where a module takes something from a `views.py`; only the wiring may."""
    if path == "quiz/factory.py":
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            wholes = [f"{node.module}.{each.name}" for each in node.names]
            for name in (node.module, *wholes):
                if name.startswith("quiz.") and name.endswith(".views"):
                    yield (
                        f"{path}:{node.lineno} takes something from {name}: move it "
                        "to the forms.py, page.py or browser.py beside it"
                    )


def long_files(path: str, source: str) -> Iterator[str]:
    """A file that is too long."""
    lines = len(source.splitlines())
    if lines > LONGEST_FILE:
        yield (
            f"{path} has {lines} lines, {LONGEST_FILE} at most: a new concept wants a "
            "module with a plain, standard name"
        )


def wide_lines(path: str, source: str) -> Iterator[str]:
    """Lines of a template that nobody can read without moving sideways."""
    for number, line in enumerate(source.splitlines(), start=1):
        if len(line) > WIDEST_TEMPLATE:
            yield (
                f"{path}:{number} has {len(line)} characters, {WIDEST_TEMPLATE} at "
                "most: break it between attributes or arguments, or before `{{-`"
            )


def full_folders(paths: Iterable[str]) -> Iterator[str]:
    """Folders with too many modules of their own."""
    modules = Counter(
        PurePosixPath(path).parent.as_posix()
        for path in paths
        if not path.endswith("/__init__.py")
    )
    for folder, count in sorted(modules.items()):
        if count > MOST_MODULES and folder not in COLLECTIONS:
            yield (
                f"{folder} has {count} modules, {MOST_MODULES} at most: move what "
                "belongs together to a sub-room (docs/decisions/0007-sub-rooms.md)"
            )


def _too_long(where: str, node: ast.AST) -> Iterator[str]:
    assert isinstance(node, Function)
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if lines > LONGEST_VIEW:
        yield (
            f"{where} has {lines} lines, {LONGEST_VIEW} at most: move what it decides "
            "to the service, what it reads to forms.py, what it shows to a function"
        )


def _is_route(decorator: ast.AST) -> bool:
    """As in `@bp.get("/…")`: the address tells it from other calls."""
    if not isinstance(decorator, ast.Call) or not decorator.args:
        return False
    first = decorator.args[0]
    return (
        isinstance(decorator.func, ast.Attribute)
        and decorator.func.attr in _VERBS
        and isinstance(first, ast.Constant)
        and str(first.value).startswith("/")
    )
