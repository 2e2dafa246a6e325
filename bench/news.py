"""Hold the extractor against the news texts of our own and their notes.

    python -m bench.news [FOLDER] [--errors]

Texts that may be read while rules are written and those kept for verifying are printed
apart; `--errors` lists what went wrong in the former. FOLDER is `tests/engine/news`.
"""

import sys
from pathlib import Path

from bench.chains import read_chains
from bench.news_report import errors, lines
from bench.noted import Held, figures, read

FOLDER = Path(__file__).parents[1] / "tests" / "engine" / "news"
CHAINS = "chains.jsonl"
TO_READ = ("development", "chains")
"""The parts that may be read while rules are written."""


def parts(folder: Path = FOLDER) -> dict[str, list[Held]]:
    """All texts of a folder, held against their notes, in four parts.

    Those noted by words, one file each, and those noted by characters, one line each;
    of both, those for verifying are in a folder of their own inside it.
    """
    verifying = folder / "verification"
    return {
        "development": _noted(folder),
        "chains": _chains(folder),
        "verification": _noted(verifying),
        "chains for verifying": _chains(verifying),
    }


def _noted(folder: Path) -> list[Held]:
    return [Held(read(path)) for path in sorted(folder.glob("*.toml"))]


def _chains(folder: Path) -> list[Held]:
    file = folder / CHAINS
    return [Held(news) for news in read_chains(file)] if file.exists() else []


def main(arguments: list[str]) -> int:
    """Print the figures, and the errors where they are asked for; 2 for a bad call."""
    options = {argument for argument in arguments if argument.startswith("--")}
    folders = [Path(a) for a in arguments if a not in options]
    if options - {"--errors"} or len(folders) > 1:
        print("python -m bench.news [FOLDER] [--errors]")
        return 2
    found = parts(*folders)
    if "--errors" in options:
        for held in (text for name in TO_READ for text in found[name]):
            print("\n".join(errors(held)))
    for name, part in found.items():
        if part:
            print("\n".join(lines(f"{name} ({len(part)} texts)", figures(part))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
