"""The tables a language must have, and the smallest language of made-up words."""

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Annotated, get_args, get_origin, get_type_hints

from quiz.engine.lexicon.files import Files
from quiz.engine.lexicon.loading.folder import file_name, rows_of
from quiz.engine.lexicon.shapes import Shape

WORD = "qq"  # where there must be a word: none that a text has


def files():
    """The name of each file and the type of what stands in it."""
    for key, hint in get_type_hints(Files, include_extras=True).items():
        yield file_name(key, hint), hint


def tables(hint, path=()):
    """The path and the type of each table of a TOML file, sections opened."""
    for key, of in get_type_hints(hint, include_extras=True).items():
        if is_dataclass(of):
            yield from tables(of, (*path, key))
        else:
            yield (*path, key), of


def write_language(folder, filled):
    """Every file, with nothing in its tables but what is `filled`.

    Args:
        folder: of the language, which is called as the language is.
        filled: file name → path of a table, with dots, → what stands there; of a file
            that is no TOML its lines.
    """
    folder.mkdir()
    for name, hint in files():
        given = filled.get(name, {})
        if rows_of(hint) is not None:
            text = "\n".join(given or ())
        else:
            text = "\n".join(_lines(hint, given))
        (folder / name).write_text(text, "utf-8")


def _lines(hint, given):
    """The tables of a file as TOML: dotted keys need no sections."""
    for path, of in tables(hint):
        name = ".".join(path)
        yield f"{name} = {_toml(given.get(name, _nothing(of)))}"


def _nothing(hint):
    """The least that can stand in a table of that type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Mapping:
        return {}
    if origin is Annotated and arguments[0] is str:
        return _any_word(arguments[1])
    column = origin is Annotated and arguments[1].column
    return "" if column else []


def _any_word(shape: Shape):
    return "" if shape.empty else shape.letters[:1] or WORD


def _toml(value):
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key)} = {_toml(each)}" for key, each in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return json.dumps(value, ensure_ascii=False)
