"""Where the annotated corpus lies, which does not come with the code.

Its licence does not allow that. `BENCH_CORPUS` names its file; without it, it is looked
for in `shared/` beside the checkout.
"""

import os
from pathlib import Path

BESIDE = Path(__file__).parents[2] / "shared/data/quotations-de/train.jsonl.gz"
MISSING = (
    "left out: there is no annotated corpus beside this checkout, "
    "and BENCH_CORPUS names none"
)


def corpus_file() -> Path | None:
    """The corpus' file; None where there is none.

    Raises:
        SystemExit: BENCH_CORPUS names a file that does not exist.
    """
    named = os.environ.get("BENCH_CORPUS")
    if named and not Path(named).is_file():
        raise SystemExit(f"BENCH_CORPUS names {named}, which is no file.")
    file = Path(named) if named else BESIDE
    return file if file.is_file() else None
