"""Which rules made a set: a fingerprint of the engine's code and word lists."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import quiz.engine

ENGINE = Path(quiz.engine.__file__).parent


@cache
def rules_fingerprint(folder: Path = ENGINE) -> str:
    """The same as long as the engine is: then one text gives the same questions."""
    seen = sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            seen.update(file.relative_to(folder).as_posix().encode("utf-8"))
            seen.update(file.read_bytes())
    return seen.hexdigest()
