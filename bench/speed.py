"""How many articles a second are extracted, beside the least that reading them costs.

The floor is one pass that only tokenises the same texts. Peak memory is that of a
process of its own.
"""

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import corpus_file
from bench.gold import lines_of
from quiz.articles.bundled import bundled_articles
from quiz.engine.claims.accept import MAX_CHARACTERS
from quiz.engine.claims.extract import extract
from quiz.engine.text.token import tokenise
from quiz.errors import Invalid

AT_LEAST_S = 2.0

Work = Callable[[list[str]], None]


@dataclass(frozen=True)
class Speed:
    """What one run over texts gave.

    Attributes:
        texts, characters: how many, and how long in all.
        per_s: articles extracted in a second of CPU time.
        floor_per_s: articles only tokenised in a second.
        peak_mib: peak resident memory of the process, MiB.
    """

    texts: int
    characters: int
    per_s: float
    floor_per_s: float
    peak_mib: float


def bundled() -> list[str]:
    """The articles that come with the game."""
    return [article.text for article in bundled_articles()]


def corpus() -> list[str]:
    """The texts of the annotated corpus, if there is one."""
    file = corpus_file()
    return [each["originalText"] for each in lines_of(file)] if file else []


def longest() -> list[str]:
    """One text as long as is allowed."""
    text = "\n".join(bundled())
    return [(text * (MAX_CHARACTERS // len(text) + 1))[:MAX_CHARACTERS]]


def measured(texts: list[str]) -> Speed:
    """The speed on these texts, in a fresh process."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_measure, (texts,))


def _measure(texts: list[str]) -> Speed:
    _run(texts[:1])
    per_s = _rate(texts, _run)
    floor = _rate(texts, _only_tokenise)
    return Speed(len(texts), sum(map(len, texts)), per_s, floor, _peak_mib())


def _peak_mib() -> float:
    """Of this process alone; `getrusage` would begin with what its parent had."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    [peak] = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return int(peak) / 1024


def _rate(texts: list[str], work: Work) -> float:
    times, begin = 0, time.process_time()
    while time.process_time() - begin < AT_LEAST_S:
        work(texts)
        times += 1
    return times * len(texts) / (time.process_time() - begin)


def _run(texts: list[str]) -> None:
    for text in texts:
        try:
            extract(text)
        except Invalid:
            continue


def _only_tokenise(texts: list[str]) -> None:
    for text in texts:
        tokenise(text)
