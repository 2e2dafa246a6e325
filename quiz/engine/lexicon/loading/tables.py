"""A TOML file read into a dataclass, and what is wrong with its tables."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from quiz.engine.lexicon.loading.lines import Keys, Lines
from quiz.engine.lexicon.loading.problem import Problem
from quiz.engine.lexicon.shapes import Shape

_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)")


class TablesFile:
    """Reads such a file; `problems` are those found so far.

    A value with a problem is read as None: whoever asks for the file looks at
    `problems` first.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text = path.read_text(encoding="utf-8")
        self.problems: list[Problem] = []

    def read(self, hint: Any) -> Any:  # noqa: ANN401
        """The file as that dataclass."""
        try:
            value = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as wrong:
            at = _AT_LINE.search(str(wrong))
            line = int(at.group(1)) if at else len(self._text.splitlines())
            self._say(line, _AT_LINE.sub("", str(wrong)))
            return None
        return self._table(hint, value, ())

    def _say(self, line: int, what: str) -> None:
        self.problems.append(Problem(self._path, line, what))

    def _complain(self, keys: Keys, what: str, value: object = None) -> None:
        """A problem in front of whose words stand the keys of the table."""
        line = Lines(self._text).of(keys, value)
        self._say(line, f"{'.'.join(keys)} {what}")

    def _value(self, hint: Any, value: Any, keys: Keys) -> Any:  # noqa: ANN401
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._words(arguments[0], arguments[1], value, keys)
        if origin is Mapping and isinstance(value, dict):
            return self._mapping(arguments, value, keys)
        if is_dataclass(hint) and isinstance(value, dict):
            return self._table(hint, value, keys)
        if is_dataclass(hint) and isinstance(value, list):
            return self._row(hint, value, keys)
        if origin is tuple and isinstance(value, list):
            return tuple(self._value(arguments[0], each, keys) for each in value)
        self._complain(keys, f"must be {shape_of(hint)}")
        return None

    def _table(self, hint: Any, value: dict[str, Any], keys: Keys) -> Any:  # noqa: ANN401
        """A dataclass by the names of its fields."""
        hints = _fields_of(hint)
        for key in (key for key in value if key not in hints):
            self._complain((*keys, key), "is no table of a language")
        missing = [key for key in hints if key not in value]
        for key in missing:
            self._complain((*keys, key), f"is missing ({shape_of(hints[key])})")
        read = {
            key: self._value(hints[key], value[key], (*keys, key))
            for key in hints
            if key in value
        }
        return None if missing else hint(**read)

    def _row(self, hint: Any, value: list[Any], keys: Keys) -> Any:  # noqa: ANN401
        """A dataclass by the order of its fields."""
        hints = _fields_of(hint)
        if len(value) != len(hints):
            first = value[0] if value else None
            self._complain(keys, f"must be {shape_of(hint)}", first)
            return None
        pairs = zip(hints.values(), value, strict=True)
        return hint(*[self._value(each, part, keys) for each, part in pairs])

    def _mapping(
        self, hints: tuple[Any, ...], value: dict[str, Any], keys: Keys
    ) -> Any:  # noqa: ANN401
        shape = get_args(hints[0])[1]
        for key in value:
            self._check(shape, key, (*keys, key))
        return MappingProxyType(
            {key: self._value(hints[1], v, (*keys, key)) for key, v in value.items()}
        )

    def _words(self, base: Any, shape: Shape, value: Any, keys: Keys) -> Any:  # noqa: ANN401
        """One word, or many in a list or a string."""
        if base is str:
            if not isinstance(value, str):
                self._complain(keys, f"must be {shape.name}")
                return None
            self._check(shape, value, keys)
            return value
        many = value.split() if shape.column and isinstance(value, str) else value
        if not isinstance(many, list):
            self._complain(keys, f"must be {shape.name}")
            return None
        for each in many:
            self._check(shape, each, keys)
        return get_origin(base)(each for each in many if isinstance(each, str))

    def _check(self, shape: Shape, word: Any, keys: Keys) -> None:  # noqa: ANN401
        """Complain of a word that cannot stand there."""
        if not isinstance(word, str):
            self._complain(keys, f"must be {shape.name}, not {word!r}")
        elif wrong := shape.objection(word):
            self._complain(keys, f"has {word!r}, which {wrong}", word)


@cache
def _fields_of(table: Any) -> dict[str, Any]:  # noqa: ANN401
    return get_type_hints(table, include_extras=True)


def shape_of(hint: Any) -> str:  # noqa: ANN401
    """What a table must hold, in words: "words", "word → cases"."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return str(arguments[1].name)
    if origin is Mapping:
        return f"{shape_of(arguments[0])} → {shape_of(arguments[1])}"
    if origin is tuple:
        return f"rows of {shape_of(arguments[0])}"
    return f"[{', '.join(shape_of(each) for each in _fields_of(hint).values())}]"
