"""A language's folder as a checked value: what the types say is what it must hold."""

from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from quiz.engine.lexicon.loading.problem import BadLexicon, Problem
from quiz.engine.lexicon.loading.rows import RowsFile
from quiz.engine.lexicon.loading.tables import TablesFile
from quiz.engine.lexicon.shapes import Rows

T = TypeVar("T")


def read_folder(folder: Path, files: type[T]) -> T:
    """The files of a folder as the fields of a dataclass, each its own type.

    Raises:
        BadLexicon: with everything that is wrong in any of them.
    """
    hints = get_type_hints(files, include_extras=True)
    names = {key: file_name(key, hint) for key, hint in hints.items()}
    there = {path.name: path for path in sorted(folder.iterdir())}
    problems = [
        Problem(path, 1, "a language has no file of this name")
        for name, path in there.items()
        if name not in names.values()
    ]
    read: dict[str, Any] = {}
    for key, hint in hints.items():
        path = folder / names[key]
        if path.name not in there:
            problems.append(Problem(path, 1, "this file is missing"))
            continue
        rows = rows_of(hint)
        file = TablesFile(path) if rows is None else RowsFile(path, rows)
        read[key] = file.read(hint)
        problems += file.problems
    if problems:
        raise BadLexicon(problems)
    return files(**read)


def rows_of(hint: Any) -> Rows | None:  # noqa: ANN401
    """How the lines of a file are read; None where it is TOML."""
    return next((each for each in get_args(hint)[1:] if isinstance(each, Rows)), None)


def file_name(key: str, hint: Any) -> str:  # noqa: ANN401
    """The name of the file of a field."""
    return f"{key}.toml" if rows_of(hint) is None else f"{key}.txt"
