"""What was ticked on the page of several articles."""

from collections.abc import Iterable
from uuid import UUID


def ids_of(typed: Iterable[str]) -> list[UUID]:
    """The articles that were ticked; what is no id is none."""
    found = []
    for each in typed:
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return found
