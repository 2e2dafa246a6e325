"""Every rule and every other ground of confidence, found where it is declared."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType

from quiz.engine import claims
from quiz.engine.claims.ground import Doubt, Ground, Rule
from quiz.engine.claims.reason import (
    Aspect,
    DoubtReason,
    HedgeReason,
    SourceReason,
    SpeakerReason,
)


def grounds_in(module: object) -> Iterator[Ground]:
    """Those that a module has as a constant, or as the values of one."""
    for value in vars(module).values():
        if isinstance(value, Ground):
            yield value
        elif isinstance(value, Mapping):
            yield from (each for each in value.values() if isinstance(each, Ground))


def _collected() -> Mapping[str, Ground]:
    """Each by its id.

    Raises:
        ValueError: two are called the same.
    """
    found: dict[str, Ground] = {}
    for info in walk_packages(claims.__path__, f"{claims.__name__}."):
        for ground in grounds_in(import_module(info.name)):
            if found.setdefault(ground.id, ground) != ground:
                raise ValueError(f"two grounds are called {ground.id}")
    return MappingProxyType(found)


GROUNDS = _collected()
"""Every ground by its id."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {each.id: each for each in GROUNDS.values() if isinstance(each, Rule)}
)
"""Every rule by its id."""

DOUBTS: Mapping[str, Doubt] = MappingProxyType(
    {each.id: each for each in GROUNDS.values() if isinstance(each, Doubt)}
)
"""Every doubt by its id."""


def reason_names() -> dict[Aspect, frozenset[str]]:
    """Every name a reason can have, by what it is about."""
    return {
        Aspect.WORDS: frozenset(RULES),
        Aspect.SPEAKER: frozenset(SpeakerReason),
        Aspect.SOURCE: frozenset(SourceReason),
        Aspect.HEDGE: frozenset(HedgeReason),
        Aspect.DOUBT: frozenset({*DOUBTS, *DoubtReason}),
    }
