"""Figures of confidence, written where the engine declares what they belong to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import quiz.engine.claims

HERE = Path(quiz.engine.claims.__path__[0])


def write_figures(
    figures: Mapping[str, float], files: Iterable[Path] | None = None
) -> Iterator[str]:
    """Replace the share of each rule, doubt or other ground; give what was done.

    What is declared nowhere is not added: a new rule comes with a figure that somebody
    thought about, and does not load without.

    Args:
        figures: the new ones, by id, or by the name of a constant.
        files: where to look; all of the package where they are left out.
    """
    missing = set(figures)
    for file in sorted(HERE.rglob("*.py")) if files is None else files:
        old = file.read_text(encoding="utf-8")
        new = old
        for name, figure in figures.items():
            known = re.escape(name)
            pattern = rf'(id="{known}",\s+share=|^{known} = )\d[\d.]*'
            new, count = re.subn(pattern, rf"\g<1>{figure}", new, flags=re.MULTILINE)
            if count:
                missing.discard(name)
        if new != old:
            file.write_text(new, encoding="utf-8")
            yield f"written: {file.name}"
    for name in sorted(missing):
        yield f"DECLARED NOWHERE: {name}"
