"""What the longest text that is accepted costs: `python -m bench.longest [WORST]`.

CPU seconds for the news texts of our own and for the articles of the library, repeated
up to that length, and for the WORST (five) of the fragments that the tests of effort
repeat. Which those are is seen on shorter texts, for the work grows as the text does.
"""

import sys
import time

from bench.fragments import FILLER, FRAGMENTS, NAMES, text_of
from bench.news import FOLDER
from bench.noted import read
from bench.speed import bundled
from quiz.engine.claims.accept import MAX_CHARACTERS
from quiz.engine.claims.extract import extract

SHORT = 10_000  # characters by which the fragments are compared
WORST = 5


def up_to(text: str, size: int = MAX_CHARACTERS) -> str:
    """The text again and again, so many characters."""
    return (text * (size // len(text) + 1))[:size]


def seconds(text: str) -> float:
    """The CPU time that it takes to find its claims."""
    begin = time.process_time()
    extract(text)
    return time.process_time() - begin


def worst(count: int) -> list[str]:
    """The fragments that cost most, the dearest first."""
    every = (*FRAGMENTS, *NAMES)
    return sorted(every, key=lambda each: -seconds(text_of([each], SHORT)))[:count]


def main(arguments: list[str]) -> int:
    """Print a line for each text."""
    extract(up_to("Das sagte sie der Agentur. ", SHORT))  # the lexicon is read once
    news = "\n\n".join(read(file).text for file in sorted(FOLDER.rglob("*.toml")))
    texts = {"news of our own": up_to(news), "library": up_to("\n".join(bundled()))}
    for fragment in worst(int(arguments[0]) if arguments else WORST):
        size = 100 * MAX_CHARACTERS // (100 + len(FILLER))
        texts[repr(fragment)] = text_of([fragment], size)[:MAX_CHARACTERS]
    print(f"{MAX_CHARACTERS} characters, CPU seconds")
    for name, text in texts.items():
        print(f"  {name:<44} {seconds(text):6.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
