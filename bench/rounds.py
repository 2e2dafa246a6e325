"""How many articles become a round, and what is in it.

    python -m bench.rounds CORPUS.jsonl.gz [--all-sure] [--min-words N] [--max-words N]
        [--list NAME] [--seeds N] [--json]

CORPUS has an article a line, with `doc` and `originalText`. `--all-sure`: as if a
person had confirmed every claim. `--list` takes the documents of that name in
`fixed-lists.json` in the folder above the corpus' own. `--json` prints a line an
article and a last one with the shares; without it only that one, to be read.

Playable is an article of which a round can be drawn with five questions or more, about
four statements or more, of which at most a third has the article itself or nobody in
particular as its answer. Of the rounds drawn with different seeds the largest that is
playable is shown.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.engine.claims.claim import Extraction
from quiz.engine.claims.extract import extract
from quiz.engine.pool import Pool
from quiz.engine.questions.compose import compose
from quiz.engine.questions.form import Form
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.registry import MISSION
from quiz.engine.questions.rules.mixing import is_of_nobody
from quiz.engine.rounds import draw_round
from quiz.errors import Invalid

FEWEST_QUESTIONS = 5
FEWEST_STATEMENTS = 4
FULL = 8
SEEDS = 3

Figures = dict[str, object]


@dataclass(frozen=True)
class Drawn:
    """An article with its questions and the best of its rounds."""

    doc: str
    extraction: Extraction
    questions: tuple[Question, ...]
    round: tuple[Question, ...]

    @property
    def is_playable(self) -> bool:
        """Whether that round is one."""
        return is_playable(self.round)

    @property
    def voices(self) -> int:
        """How many different voices its sure claims have."""
        sure = (claim for claim in self.extraction.claims if claim.sure)
        return len({claim.speaker_entity for claim in sure} - {None})

    @property
    def names_source(self) -> bool:
        """Whether a claim surely came through somebody beside its speaker."""
        return any(
            (claim.sure or (claim.sure_words and claim.sure_chain))
            and claim.speaker_entity is not None
            and {link.entity for link in claim.sources} - {claim.speaker_entity}
            for claim in self.extraction.claims
        )

    @property
    def asks_source(self) -> bool:
        """Whether the round asks which source it was."""
        return any(each.kind is QuestionKind.WHICH_SOURCE for each in self.round)

    def as_json(self) -> Figures:
        """One line about it."""
        claims = self.extraction.claims
        return {
            "doc": self.doc,
            "words": len(self.extraction.raw.split()),
            "claims": len(claims),
            "sure": sum(claim.sure for claim in claims),
            "voices": self.voices,
            "questions": _by_kind(self.questions),
            "round": len(self.round),
            "round_kinds": _by_kind(self.round),
            "playable": self.is_playable,
        }


def is_playable(drawn: Sequence[Question]) -> bool:
    """Whether a round is long enough, about enough, and mostly about voices."""
    keyed = sum(map(is_of_nobody, drawn))
    return (
        len(drawn) >= FEWEST_QUESTIONS
        and len({question.claim for question in drawn}) >= FEWEST_STATEMENTS
        and 3 * keyed <= len(drawn)
    )


def drawn_of(doc: str, raw: str, *, all_sure: bool, seeds: int = SEEDS) -> Drawn:
    """The best round that an article gives.

    Raises:
        Invalid: the text cannot be read.
    """
    found = extract(raw, "de")
    if all_sure:
        claims = tuple(claim.reviewed() for claim in found.claims)
        found = replace(found, claims=claims)
    questions = compose(found)
    rounds = _rounds(questions, seeds)
    best = max(rounds, key=lambda each: (is_playable(each), len(each)), default=())
    return Drawn(doc, found, questions, best)


def _rounds(
    questions: Sequence[Question], seeds: int
) -> Iterator[tuple[Question, ...]]:
    pool, by_id = Pool(questions), {each.id: each for each in questions}
    for seed in range(seeds):
        try:
            cards = draw_round(pool, seed).cards
        except Invalid:
            return
        yield tuple(by_id[card.question_id] for card in cards)


def summary(found: Sequence[Drawn], refused: int = 0) -> Figures:
    """The shares over all articles."""
    sourced = [each for each in found if each.names_source]
    asked = [question for each in found for question in each.round]
    all_asked = [question for each in found for question in each.questions]
    return {
        "articles": len(found) + refused,
        "refused": refused,
        "claims": _mean(len(each.extraction.claims) for each in found),
        "sure": _mean(sum(c.sure for c in each.extraction.claims) for each in found),
        "questions": _mean(len(each.questions) for each in found),
        "rounds": sum(bool(each.round) for each in found),
        "playable": sum(each.is_playable for each in found),
        "playable_share": _mean(each.is_playable for each in found),
        "full": sum(len(each.round) >= FULL for each in found),
        "asks_voice_or_source": _mean(each.kind in MISSION for each in asked),
        "asked_as": _asked_as(asked),
        "sourced": len(sourced),
        "sourced_with_round": sum(bool(each.round) for each in sourced),
        "which_source_in_round": sum(each.asks_source for each in sourced),
        "kinds": _by_kind(all_asked),
        "in_rounds": _by_kind(asked),
    }


def _asked_as(asked: Sequence[Question]) -> Figures:
    """Which share of the questions about voice or source has which form."""
    mission = [question for question in asked if question.kind in MISSION]
    forms = Counter(_manner(question) for question in mission)
    return {name: round(n / len(mission), 3) for name, n in forms.most_common()}


def _manner(question: Question) -> str:
    if is_of_nobody(question):
        return "own voice"
    return {
        Form.TRUE_FALSE: "yes or no",
        Form.MATCHING: "pairs",
        Form.ORDERING: "order",
    }.get(question.form, "choice")


def _by_kind(questions: Iterable[Question]) -> Figures:
    return dict(Counter(each.kind.value for each in questions).most_common())


def _mean(figures: Iterable[float]) -> float:
    found = list(figures)
    return round(sum(found) / len(found), 3) if found else 0.0


@dataclass(frozen=True)
class _Corpus:
    """The articles of a file that are asked for."""

    file: Path
    listed: str
    words: range

    def __iter__(self) -> Iterator[tuple[str, str]]:
        with gzip.open(self.file, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        wanted = set()
        if self.listed:
            lists = self.file.absolute().parent.parent / "fixed-lists.json"
            wanted = set(json.loads(lists.read_text(encoding="utf-8"))[self.listed])
        for row in rows:
            raw = row["originalText"]
            words = len(re.findall(r"\S+", raw))
            if row["doc"] in wanted if self.listed else words in self.words:
                yield row["doc"], raw


def main(arguments: Sequence[str]) -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser("python -m bench.rounds", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--all-sure", action="store_true")
    parser.add_argument("--min-words", type=int, default=250)
    parser.add_argument("--max-words", type=int, default=900)
    parser.add_argument("--list", default="")
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    words = range(chosen.min_words, chosen.max_words + 1)
    found: list[Drawn] = []
    refused = 0
    for doc, raw in _Corpus(chosen.corpus, chosen.list, words):
        try:
            one = drawn_of(doc, raw, all_sure=chosen.all_sure, seeds=chosen.seeds)
        except Invalid:
            refused += 1
            continue
        found.append(one)
        if chosen.json:
            print(json.dumps(one.as_json(), ensure_ascii=False))
    total = summary(found, refused)
    print(json.dumps(total, ensure_ascii=False, indent=None if chosen.json else 2))


if __name__ == "__main__":
    main(sys.argv[1:])
