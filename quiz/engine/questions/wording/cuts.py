"""Where long words can be cut so that what is left is a whole thought."""

import re
from dataclasses import dataclass
from functools import cache

from quiz.engine.lexicon.lexicon import Lexicon, lexicon
from quiz.engine.questions.material.verb_forms import (
    is_infinitive_with_zu,
    is_participle,
)
from quiz.engine.questions.patterns import any_of
from quiz.engine.questions.question import MASK
from quiz.engine.questions.words import word_spans

EDGE = " ,;:–—-"
# A cut piece keeps at least this much, so that it stays a whole thought.
_FEWEST_WORDS_CUT = 8
_SHORT_SENTENCE = 5  # words


@dataclass(frozen=True, slots=True)
class _Cuts:
    """Where a statement can be cut off, and what it cannot do without.

    Attributes:
        sentence_end, clause_end: good places for a cut.
        aside: where a clause can begin that says more about what stands before it.
        joint: where a second verb of the same subject can follow.
        pronoun: "dass er ihn eingeladen habe" cannot be understood on its own.
        limits: what would change what was said; it may not be cut away.
        verb_last: a clause that begins so needs its end …
        small_end: … and this is one.
    """

    sentence_end: re.Pattern[str]
    clause_end: re.Pattern[str]
    aside: re.Pattern[str]
    joint: re.Pattern[str]
    pronoun: re.Pattern[str]
    limits: re.Pattern[str]
    verb_last: re.Pattern[str]
    small_end: re.Pattern[str]


@cache
def _cuts(language: str) -> _Cuts:
    known = lexicon(language)
    words, pronouns = known.questions.cutting, known.questions.pronouns
    small, large = known.words.alphabet, "".join(sorted(known.capitals))
    clauses, relatives = any_of(words.clauses), any_of(words.relatives)
    leading = any_of(known.words.prepositions)
    return _Cuts(
        sentence_end=re.compile(rf"(?<=[^\W\d]{{4}})[.!?]\s+(?=[{large}‚{MASK}])"),
        clause_end=re.compile(rf";\s+|\s+[–—]\s+|,\s+(?={clauses}\s)"),
        aside=re.compile(rf",\s+(?=(?:{leading}\s)?{relatives}\s)"),
        joint=re.compile(rf"\s+(?={any_of(words.joining)}\s)"),
        pronoun=re.compile(rf"\b{any_of(pronouns.unclear)}\b", re.IGNORECASE),
        limits=re.compile(rf"{any_of(words.limits)}\b", re.IGNORECASE),
        verb_last=re.compile(rf"(?:… )?{any_of(words.verb_last)}\b"),
        small_end=re.compile(rf"(?:^|\W)[{small}]+\W*$"),
    )


def unclear_pronouns(text: str, known: Lexicon) -> list[str]:
    """The pronouns in it that need somebody named before."""
    return _cuts(known.language).pronoun.findall(text)


def at_most(words: int, text: str, known: Lexicon) -> str | None:
    """The text, or its longest good beginning with " …"; None without a good cut."""
    spans = word_spans(text)
    if len(spans) <= words:
        return text
    cuts = _cuts(known.language)
    limit = spans[words - 1].end
    for ends in (cuts.sentence_end, cuts.clause_end, cuts.aside, cuts.joint):
        places = [m for m in ends.finditer(text) if m.start() <= limit]
        for found in reversed(places):
            kept, rest = text[: found.start()], text[found.end() :]
            fewest = _SHORT_SENTENCE if ends is cuts.sentence_end else _FEWEST_WORDS_CUT
            if len(word_spans(kept)) < fewest or not _is_good_cut(
                kept, rest, cuts, known
            ):
                continue
            if ends is cuts.aside and not _is_aside(kept, rest, cuts, known):
                continue
            if ends is cuts.joint and not _is_whole(kept, rest, cuts, known):
                continue
            return f"{kept.rstrip(EDGE)} …"
    return None


def _is_good_cut(kept: str, rest: str, cuts: _Cuts, known: Lexicon) -> bool:
    if cuts.limits.match(rest):
        return False
    if kept.count("‚") != kept.count("‘"):
        return False
    if _lacks_its_auxiliary(kept, cuts, known):
        return False
    return not cuts.verb_last.match(kept) or bool(cuts.small_end.search(kept))


def _lacks_its_auxiliary(kept: str, cuts: _Cuts, known: Lexicon) -> bool:
    """Whether its last clause breaks off: "wie viel Geld wir dafür ausgegeben …"."""
    clause = kept.rpartition(",")[2].strip()
    return bool(cuts.verb_last.match(clause)) and is_participle(
        clause.split(" ")[-1], known
    )


def _is_aside(kept: str, rest: str, cuts: _Cuts, known: Lexicon) -> bool:
    """Whether the rest is one clause with its verb at the end, behind a whole one."""
    is_last = "," not in rest and bool(cuts.small_end.search(rest))
    return is_last and _has_verb(kept, known)


def _is_whole(kept: str, rest: str, cuts: _Cuts, known: Lexicon) -> bool:
    """Whether it has its verb, and ends with the last word of a clause.

    That is the Konjunktiv, or a participle or an infinitive with "zu". What follows
    may be no condition.
    """
    *before, last = kept.split(" ")
    limited = any(cuts.limits.match(part.lstrip()) for part in rest.split(","))
    if limited or not cuts.small_end.search(kept):
        return False
    if last in known.strict_mood:
        return True
    ends = is_participle(last, known) or is_infinitive_with_zu([*before, last], known)
    return ends and _has_verb(" ".join(before), known)


def _has_verb(text: str, known: Lexicon) -> bool:
    """Whether a word of it carries a clause: "habe", "ist"."""
    carrying = known.words.auxiliaries | known.strict_mood
    return not carrying.isdisjoint(text.split())
