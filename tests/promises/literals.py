"""Where in a module a text with letters may stand, by kind of place.

What rules know of a language is told them by its lexicon. A text in their own code is
for people or for other code, and the place where it stands tells which. A text anywhere
else could be a word, or an ending, that is looked for in an article.
"""

import ast
import re
from collections.abc import Callable, Iterator
from typing import TypeVar

# What a regular expression writes with letters without looking for them: \w, (?i:.
_ESCAPES = re.compile(
    r"\(\?[a-z]+:|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\[A-Za-z]", re.IGNORECASE
)
_ENUMS = {"Enum", "StrEnum", "IntEnum"}
_JSON = {"as_json", "from_json"}
_FOR_PEOPLE = {"Localised", "Violation"}
# What gives a name to code: of a field, of a type, of a series of chances.
_FOR_CODE = {"attrgetter", "TypeVar", "rng", "rng_for"}
_ERRORS = "quiz.errors"

# Of what consists of texts, the fields in which they stand.
_PIECES: dict[type[ast.AST], tuple[str, ...]] = {
    ast.JoinedStr: ("values",),
    ast.FormattedValue: ("format_spec",),
    ast.IfExp: ("body", "orelse"),
    ast.BinOp: ("left", "right"),
    ast.Tuple: ("elts",),
    ast.List: ("elts",),
}
_Node = TypeVar("_Node", bound=ast.AST)

Place = Callable[[ast.AST], Iterator[ast.AST]]


def literals(
    source: str, places: tuple[Place, ...] | None = None
) -> list[tuple[int, str]]:
    """Line and text of each that stands where no rule may have one.

    Args:
        source: the module.
        places: kinds of place where one may stand; all of `PLACES` if left out.
    """
    tree = ast.parse(source)
    kinds = PLACES if places is None else places
    allowed = {id(node) for place in kinds for node in place(tree)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in allowed
        and any(char.isalpha() for char in _ESCAPES.sub("", node.value))
    ]


def documentation(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and texts below a constant that tell what it is."""
    yield from (node.value for node in _of(tree, ast.Expr))


def annotations(tree: ast.AST) -> Iterator[ast.AST]:
    """Types that are written as texts because they stand further down."""
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            found = getattr(node, name, None)
            yield from ast.walk(found) if found is not None else ()


def members(tree: ast.AST) -> Iterator[ast.AST]:
    """Members of an enum."""
    for node in _of(tree, ast.ClassDef):
        if any(_last_name(base) in _ENUMS for base in node.bases):
            for each in _of(node, ast.Assign):
                yield from _texts(each.value)


def constants_of_literal_types(tree: ast.AST) -> Iterator[ast.AST]:
    """A constant whose type says that it is this very text."""
    for node in _of(tree, ast.AnnAssign):
        kind = getattr(node.annotation, "value", node.annotation)
        if _last_name(kind) == "Literal" and node.value is not None:
            yield node.value


def errors(tree: ast.AST) -> Iterator[ast.AST]:
    """What is raised, and reasons of the errors of the app."""
    for node in _of(tree, ast.Raise):
        if isinstance(node.exc, ast.Call):
            yield from _arguments(node.exc)
    known = {
        alias.name
        for node in _of(tree, ast.ImportFrom)
        if node.module == _ERRORS
        for alias in node.names
    }
    yield from _calls(tree, known)


def what_is_told(tree: ast.AST) -> Iterator[ast.AST]:
    """What people read, in both languages or as developers."""
    giving = {
        node.name
        for node in _of(tree, ast.FunctionDef)
        if node.returns is not None and _last_name(node.returns) in _FOR_PEOPLE
    }
    yield from _calls(tree, _FOR_PEOPLE | giving)


def names_for_code(tree: ast.AST) -> Iterator[ast.AST]:
    """What is given as `id=`, what a module offers, and calls that take a name."""
    for keyword in _of(tree, ast.keyword):
        yield from _texts(keyword.value) if keyword.arg == "id" else ()
    for node in _of(tree, ast.Assign):
        if any(_last_name(target) == "__all__" for target in node.targets):
            yield from _texts(node.value)
    yield from _calls(tree, _FOR_CODE)


def json_keys(tree: ast.AST) -> Iterator[ast.AST]:
    """Names of fields, in the functions that write and read them."""
    for function in _of(tree, ast.FunctionDef):
        for node in ast.walk(function) if function.name in _JSON else ():
            if isinstance(node, ast.Dict):
                yield from (key for key in node.keys if key is not None)
            elif isinstance(node, ast.Subscript):
                yield node.slice
            elif isinstance(node, ast.Call) and _last_name(node.func) == "get":
                yield from node.args[:1]


def _of(tree: ast.AST, kind: type[_Node]) -> Iterator[_Node]:
    return (node for node in ast.walk(tree) if isinstance(node, kind))


def _last_name(node: ast.AST) -> str:
    """As in "Literal" of `typing.Literal`."""
    return getattr(node, "attr", "") or getattr(node, "id", "")


def _calls(tree: ast.AST, names: set[str]) -> Iterator[ast.AST]:
    """The texts in calls of these, or of methods of these classes."""
    for call in _of(tree, ast.Call):
        of = call.func.value if isinstance(call.func, ast.Attribute) else call.func
        if _last_name(call.func) in names or _last_name(of) in names & _FOR_PEOPLE:
            yield from _arguments(call)


def _arguments(call: ast.Call) -> Iterator[ast.AST]:
    for given in (*call.args, *(keyword.value for keyword in call.keywords)):
        yield from _texts(given)


def _texts(node: ast.AST) -> Iterator[ast.AST]:
    """The pieces of a text: not what is asked to choose one, nor what is called."""
    if isinstance(node, ast.Constant):
        yield node
    for name in _PIECES.get(type(node), ()):
        pieces = getattr(node, name) or ()
        for piece in pieces if isinstance(pieces, list) else (pieces,):
            yield from _texts(piece)


PLACES: tuple[Place, ...] = (
    documentation,
    annotations,
    members,
    constants_of_literal_types,
    errors,
    what_is_told,
    names_for_code,
    json_keys,
)
