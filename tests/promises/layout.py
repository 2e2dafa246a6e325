"""Whether things lie where somebody looks for them, told from paths and names alone.

Each function gives sentences that name what lies wrongly and say where it belongs.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

# Folders of templates that belong to no room.
COMMON = frozenset({"_shared", "answer_forms", "errors"})


def without_purpose(modules: Mapping[str, str]) -> Iterator[str]:
    """Folders of code that do not say what they are for.

    Args:
        modules: path → source.
    """
    for folder in sorted(_folders("quiz", modules)):
        init = f"quiz/{folder}/__init__.py"
        if not ast.get_docstring(ast.parse(modules.get(init, ""))):
            yield f"{init} wants one line that says what the folder is for"


def pages_elsewhere(blueprints: Mapping[str, str]) -> Iterator[str]:
    """Blueprints that are not in a `views.py`, or do not have its room's name.

    Args:
        blueprints: name → module.
    """
    for name, module in sorted(blueprints.items()):
        if not module.startswith("quiz.") or module.startswith("quiz.web."):
            continue
        if not module.endswith(".views"):
            yield f"blueprint {name} is in {module}: move it to the views.py beside it"
        elif module.count(".") > 2 and module.split(".")[-2] != name:
            folder = module.removesuffix(".views")
            yield f"blueprint {name} is in {module}: name it like its folder {folder}"


def strange_templates(
    templates: Iterable[str], modules: Iterable[str]
) -> Iterator[str]:
    """Folders of templates that are called like no room and no sub-room."""
    rooms = _folders("quiz", (p for p in modules if p.endswith("/views.py")))
    for folder in sorted(_folders("templates", templates) - rooms - COMMON):
        yield (
            f"templates/{folder} is no room's: name it like the folder of its "
            "views.py, or put what several rooms show in templates/_shared"
        )


def strange_tests(tests: Iterable[str], modules: Iterable[str]) -> Iterator[str]:
    """Folders of tests that lie otherwise than the code of their room or the engine."""
    code = _folders("quiz", modules)
    tops = {p.split("/")[1] for p in modules if p.endswith("/views.py")} | {"engine"}
    for folder in sorted(_folders("tests", tests) - code):
        if folder.split("/")[0] in tops:
            yield f"tests/{folder} has no quiz/{folder}: name it like what it tests"


def _folders(top: str, paths: Iterable[str]) -> set[str]:
    """The folders of these files, as seen from `top`; not `top` itself."""
    found = {PurePosixPath(path).parent.relative_to(top).as_posix() for path in paths}
    return found - {"."}
