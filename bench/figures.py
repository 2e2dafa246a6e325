"""Figures of confidence, written into the engine's own tables."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import quiz.engine.claims

HERE = Path(quiz.engine.claims.__path__[0])
FILES = (HERE / "confidence.py", HERE / "identified.py")


def write_figures(
    figures: Mapping[str, float], files: tuple[Path, ...] = FILES
) -> Iterator[str]:
    """Replace the figure behind each name that has one; give what was done.

    A name that stands in no table is not added: a new rule comes with a figure that
    somebody thought about, and a test fails while it has none.
    """
    missing = set(figures)
    for file in files:
        old = file.read_text(encoding="utf-8")
        new = old
        for name, figure in figures.items():
            pattern = rf'^( +"{re.escape(name)}": |{re.escape(name)} = )\d[\d.]*'
            new, count = re.subn(pattern, rf"\g<1>{figure}", new, flags=re.MULTILINE)
            if count:
                missing.discard(name)
        if new != old:
            file.write_text(new, encoding="utf-8")
            yield f"written: {file.name}"
    for name in sorted(missing):
        yield f"NO TABLE HAS: {name}"
