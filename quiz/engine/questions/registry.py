"""All kinds of question: every module under `kinds/`, found by its place."""

from importlib import import_module
from pkgutil import iter_modules

from quiz.engine.questions import kinds
from quiz.engine.questions.builders.kind import Kind
from quiz.engine.questions.question import Question, QuestionKind


def _found() -> dict[QuestionKind, Kind]:
    names = (module.name for module in iter_modules(kinds.__path__))
    modules = (import_module(f"{kinds.__name__}.{name}") for name in names)
    kept: dict[QuestionKind, Kind] = {module.KIND.id: module.KIND for module in modules}
    return {each: kept[each] for each in QuestionKind}


KINDS = _found()
"""Each kind by its id, in the order of `QuestionKind`."""

MISSION = frozenset(kind.id for kind in KINDS.values() if kind.is_mission)
"""The kinds that ask who said or who reported it."""


def kind_of(question: Question) -> Kind:
    """The kind of a question, with all that is known about it."""
    return KINDS[question.kind]
