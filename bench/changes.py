"""What a change of the rules won and lost, claim by claim.

    python -m bench.changes GOLD BEFORE.jsonl [AFTER.jsonl] [--only won,lost] [--rules]

AFTER is predicted on the spot if it is left out. A gold claim counts as found where
the best one-to-one pairing gives it a claim with token Dice ≥ .5.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path

from bench.gold import Document, Marked, Predictions, read_predictions
from bench.matching import Match, matches
from bench.quality import quality_of, read, summary, trusted

EXCERPT = 90  # characters of the words that are shown
ONE_CLAIM = 0.8  # token Dice from which two invented claims are the same one


class Change(StrEnum):
    """What can become of a claim."""

    WON = "won"
    LOST = "lost"
    SPEAKER_WON = "speaker won"
    SPEAKER_LOST = "speaker lost"
    BOUNDARY_WON = "boundary won"
    BOUNDARY_LOST = "boundary lost"
    INVENTED = "newly invented"
    NOT_INVENTED = "no longer invented"
    SURE_RIGHT = "sure gained, right"
    SURE_WRONG = "sure gained, wrong"
    SURE_LOST_RIGHT = "sure lost, was right"
    SURE_LOST_WRONG = "sure lost, was wrong"


@dataclass(frozen=True)
class Difference:
    """One change of one claim: the match that shows it, as it was or as it is."""

    change: Change
    match: Match

    def __str__(self) -> str:
        """The change in a line, with the words, the rule and the document."""
        claim = self.match.found or self.match.gold
        text = self.match.document.text
        pieces = claim.spans["content"] if claim else ()
        words = " … ".join(text[begin:end] for begin, end in pieces)
        speaker = "" if claim is None else _speaker(text, claim)
        rule = "/".join(claim.reasons) if claim and claim.reasons else "missed"
        short = words if len(words) <= EXCERPT else f"{words[:EXCERPT]}…"
        return f"{self.change}: {short} <{speaker}> [{rule}] {self.match.document.name}"


def differences(
    gold: list[Document], before: Predictions, after: Predictions
) -> list[Difference]:
    """All changes, in the order of the documents."""
    found: list[Difference] = []
    for document in gold:
        old, new = before.get(document.name, ()), after.get(document.name, ())
        was = matches(document, document.predicted(old))
        now = matches(document, document.predicted(new))
        count = len(document.claims)
        for one, other in zip(was[:count], now[:count], strict=True):
            found += (Difference(*each) for each in _of_gold(one, other))
        found += _of_invented(_without_words(was), _without_words(now))
    return found


def _of_gold(was: Match, now: Match) -> Iterator[tuple[Change, Match]]:
    if was.has_words != now.has_words:
        yield (Change.WON, now) if now.has_words else (Change.LOST, was)
    elif now.has_words and was.has_speaker != now.has_speaker:
        yield (Change.SPEAKER_WON if now.has_speaker else Change.SPEAKER_LOST), now
    if was.has_words and now.has_words and was.is_exact != now.is_exact:
        yield (Change.BOUNDARY_WON if now.is_exact else Change.BOUNDARY_LOST), now
    yield from _of_trust(was if was.has_words else None, now if now.has_words else None)


def _of_trust(was: Match | None, now: Match | None) -> Iterator[tuple[Change, Match]]:
    """Sure gained or lost; a claim that is sure before and after gives nothing."""
    was_sure = was is not None and was.found is not None and was.found.sure
    is_sure = now is not None and now.found is not None and now.found.sure
    if now is not None and is_sure and not was_sure:
        yield (Change.SURE_RIGHT if now.is_right else Change.SURE_WRONG), now
    if was is not None and was_sure and not is_sure:
        yield (Change.SURE_LOST_RIGHT if was.is_right else Change.SURE_LOST_WRONG), was


def _without_words(made: list[Match]) -> list[Match]:
    """Predicted claims that stand for no gold claim."""
    return [match for match in made if match.found and not match.has_words]


def _of_invented(was: list[Match], now: list[Match]) -> Iterator[Difference]:
    """Invented claims that are new, gone, or newly sure."""
    gone = list(was)
    for match in now:
        same = next((old for old in gone if _is_one(old, match)), None)
        if same is None:
            yield Difference(Change.INVENTED, match)
        else:
            gone.remove(same)
        for change in _of_trust(same, match):
            yield Difference(*change)
    for match in gone:
        yield Difference(Change.NOT_INVENTED, match)
        for change in _of_trust(match, None):
            yield Difference(*change)


def _is_one(one: Match, other: Match) -> bool:
    if one.found is None or other.found is None:
        return False
    mine, theirs = one.found.content, other.found.content
    return 2 * len(mine & theirs) >= ONE_CLAIM * (len(mine) + len(theirs))


def _speaker(text: str, claim: Marked) -> str:
    return " ".join(text[begin:end] for begin, end in claim.spans["speaker"])


def by_rule(gold: list[Document], predictions: Predictions) -> Iterator[str]:
    """What each rule gives: how many, and the shares right, most frequent first."""
    of_rule: dict[str, list[Match]] = defaultdict(list)
    for document in gold:
        found = document.predicted(predictions.get(document.name, ()))
        for match in matches(document, found):
            if match.found:
                of_rule[match.found.rule].append(match)
    yield f"{'rule':<28}{'claims':>7}{'quote':>8}{'+speaker':>9}{'sure':>6}"
    for rule, made in sorted(of_rule.items(), key=lambda item: -len(item[1])):
        share = trusted(made, len(gold))
        sure = sum(bool(each.found and each.found.sure) for each in made)
        yield f"{rule:<28}{len(made):>7}{share.words:>8.2f}{share.both:>9.2f}{sure:>6}"


def side_by_side(
    gold: list[Document], before: Predictions, after: Predictions
) -> Iterator[str]:
    """The figures of both, a line each, marked where they differ."""
    was = dict(summary(quality_of(gold, before)))
    now = dict(summary(quality_of(gold, after)))
    for name in dict.fromkeys((*was, *now)):
        old, new = was.get(name, ""), now.get(name, "")
        sign = " " if old == new else "→"
        yield f"{name:<28} {old:<32} {sign} {new if sign == '→' else ''}".rstrip()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m bench.changes", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path, nargs="?")
    parser.add_argument("--only", default="", help="changes to list, by commas")
    parser.add_argument("--rules", action="store_true", help="the rules' tables, too")
    return parser.parse_args()


def main() -> None:
    """Print totals, figures and every change."""
    chosen = _arguments()
    gold, after = read(chosen.gold, chosen.after)
    before = read_predictions(chosen.before)
    found = differences(gold, before, after)
    totals = Counter(each.change for each in found)
    for change in Change:
        print(f"{totals[change]:5d} {change}")
    print("", *side_by_side(gold, before, after), "", sep="\n")
    if chosen.rules:
        tables = by_rule(gold, before), by_rule(gold, after)
        for old, new in zip_longest(*tables, fillvalue=""):
            print(f"{old:<62}{new}")
    wanted = set(filter(None, chosen.only.split(","))) or set(Change)
    for change in Change:
        for each in found if change in wanted else ():
            if each.change is change:
                print(each)


if __name__ == "__main__":
    main()
