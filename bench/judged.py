"""Found claims with the verdict of people's annotations, whatever their form."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.chains import read_chains
from bench.gold import lines_of
from bench.matching import Match, all_matches, dice
from bench.news import parts
from bench.noted import WHOLE, Held, News, Verdict
from bench.quality import read
from quiz.engine.claims.assessment.confidence import MIN_WORDS, NEVER_SURE
from quiz.engine.claims.claim import Claim
from quiz.engine.claims.reason import Aspect

_NEVER_ASKED = frozenset(ground.id for ground in NEVER_SURE)
_LEAD = re.compile(r"\W*(dass|ob|daß)\b")  # may stand in front of what is said or not


@dataclass(frozen=True)
class Judged:
    """One found claim.

    Attributes:
        grounds: what its confidence rests on, the rule first.
        has_words, is_right: whether the words are found, and whether words, speaker
            and, where the notes tell, the chain are right.
        words: how many it has.
        parts: whether its words (nine letters in ten), its speaker and its chain are
            right, each by itself, as far as the notes tell.
        sure_of: in which of them it is sure by itself.
        is_named: False where the annotation names no speaker for these words.
    """

    document: str
    grounds: tuple[str, ...]
    confidence: float
    is_sure: bool
    words: int
    has_words: bool
    is_right: bool
    is_named: bool = True
    parts: Mapping[Aspect, bool] = field(default_factory=dict)
    sure_of: frozenset[Aspect] = frozenset()

    @property
    def is_askable(self) -> bool:
        """Whether it may become sure at all: a named speaker and words enough."""
        return self.words >= MIN_WORDS and not _NEVER_ASKED & set(self.grounds)


@dataclass(frozen=True)
class Sample:
    """All claims found in annotated documents.

    Attributes:
        documents: how many, also those without a claim.
        by_reading: grounds whose share these annotations cannot show.
        left_out: grounds that would falsify the share of others, too.
    """

    claims: tuple[Judged, ...]
    documents: int
    by_reading: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()


def sample_of(path: Path) -> Sample:
    """The sample of a folder of noted texts, or of a file in the corpus' form.

    Of a folder only the texts for development: the others are to verify. A file may
    also have texts of our own with their chains, one a line.
    """
    if path.is_dir():
        return from_news(parts(path)["development"])
    if "claims" in next(lines_of(path), {}):
        return from_news([Held(news) for news in read_chains(path)])
    documents, predictions = read(path, None)
    return from_matches(all_matches(documents, predictions), len(documents))


def from_matches(made: Iterator[Match], documents: int) -> Sample:
    """The predicted claims of a corpus.

    It counts the pronoun itself as the speaker, whoever is meant, and the word
    "Demnach" as the speaker of what it introduces.
    """
    return Sample(
        tuple(_of_match(match) for match in made if match.found),
        documents,
        by_reading=frozenset({"points_back", "pronoun", "pronoun_open"}),
        left_out=frozenset({"points_back"}),
    )


def from_news(held: list[Held]) -> Sample:
    """The claims of texts with notes on who is meant."""
    claims = [
        _of_text(text, claim) for text in held for claim in text.extraction.claims
    ]
    return Sample(tuple(claims), len(held))


def _of_match(match: Match) -> Judged:
    found = match.found
    if found is None:
        raise ValueError("a gold claim alone is nothing found")
    gold = match.gold
    return Judged(
        match.document.name,
        found.grounds,
        found.confidence,
        found.sure,
        len(match.document.words(found.content)),
        match.has_words,
        match.is_right,
        is_named=gold is None or not match.has_words or bool(gold.speaker),
    )


def _of_text(text: Held, claim: Claim) -> Judged:
    verdict = next((v for v in text.verdicts if v.found is claim), None)
    return Judged(
        text.news.slug,
        claim.grounds,
        claim.confidence,
        claim.sure,
        len(text.news.words(claim.content)),
        verdict is not None,
        verdict is not None and verdict.whole and verdict.speaker and verdict.chain,
        parts=_parts(text, claim, verdict),
        sure_of=frozenset(aspect for aspect, sure in _sure(claim).items() if sure),
    )


def _sure(claim: Claim) -> Mapping[Aspect, bool]:
    return {
        Aspect.WORDS: claim.sure_words,
        Aspect.SPEAKER: claim.sure_speaker,
        Aspect.SOURCE: claim.sure_chain,
    }


def _parts(text: Held, claim: Claim, verdict: Verdict | None) -> Mapping[Aspect, bool]:
    """What of it is right; nothing is said of what may be left out.

    Whose and through whom words are that are nobody's, no note tells.
    """
    if verdict is None:
        return {Aspect.WORDS: False}
    if not verdict.is_required:
        return {}
    noted = text.news.spans_of(verdict.note["content"])
    alike = dice(_letters(text.news, noted), _letters(text.news, claim.content))
    return {
        Aspect.WORDS: alike >= WHOLE,
        Aspect.SPEAKER: verdict.speaker,
        Aspect.SOURCE: verdict.chain,
    }


def _letters(news: News, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Where its letters and digits stand, without "dass" or "ob" before them."""
    places = sorted(at for begin, end in spans for at in range(begin, end))
    lead = _LEAD.match(news.text, places[0]) if places else None
    first = lead.end() if lead else 0
    return frozenset(at for at in places if at >= first and news.text[at].isalnum())
