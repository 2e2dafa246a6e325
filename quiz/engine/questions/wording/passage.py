"""The words of the article that a question quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import Giveaways, hide
from quiz.engine.questions.patterns import any_of
from quiz.engine.questions.question import MASK
from quiz.engine.questions.words import Forms, word_spans
from quiz.engine.text.span import Span

# What may be quoted of a protected article, and what a twelve-year-old reads at
# once (rule V13).
MOST_WORDS = 25
# A cut piece keeps at least this much, so that it stays a whole thought.
_FEWEST_WORDS_CUT = 8
# Less than this says nothing any more.
FEWEST_CONTENT_WORDS = 3
_SHORT_SENTENCE = 5  # words

_QUOTES = '"„“”»«'
_SINGLE = re.compile(r"(?<!\w)'([^']+)'(?!\w)")
_EDGE = " ,;:–—-"
_TOO_MANY_PRONOUNS = 2


@dataclass(frozen=True, slots=True)
class _Cuts:
    """Where a statement can be cut off, and what it cannot do without.

    Attributes:
        sentence_end, clause_end: good places for a cut.
        pronoun: "dass er ihn eingeladen habe" cannot be understood on its own.
        limits: what would change what was said; it may not be cut away.
        verb_last: a clause that begins so needs its end …
        small_end: … and this is one.
    """

    sentence_end: re.Pattern[str]
    clause_end: re.Pattern[str]
    pronoun: re.Pattern[str]
    limits: re.Pattern[str]
    verb_last: re.Pattern[str]
    small_end: re.Pattern[str]


@cache
def _cuts(language: str) -> _Cuts:
    known = lexicon(language)
    words, pronouns = known.questions.cutting, known.questions.pronouns
    small, large = known.words.alphabet, "".join(sorted(known.capitals))
    clauses = any_of(words.clauses)
    return _Cuts(
        sentence_end=re.compile(rf"(?<=[^\W\d]{{4}})[.!?]\s+(?=[{large}‚{MASK}])"),
        clause_end=re.compile(rf";\s+|\s+[–—]\s+|,\s+(?={clauses}\s)"),
        pronoun=re.compile(rf"\b{any_of(pronouns.unclear)}\b", re.IGNORECASE),
        limits=re.compile(rf"{any_of(words.limits)}\b", re.IGNORECASE),
        verb_last=re.compile(rf"(?:… )?{any_of(words.verb_last)}\b"),
        small_end=re.compile(rf"(?:^|\W)[{small}]+\W*$"),
    )


def passage_of(
    claim: Claim, dossier: Dossier, hidden: Sequence[Giveaways] = ()
) -> str | None:
    """The claim's own words, at most 25, fit for quotation marks around them.

    Pieces are joined and cuts are shown by an ellipsis; quotation marks inside
    become single ones; every form of the hidden names becomes `MASK`.

    Returns:
        None where no fair passage is left: a question instead of a statement, no
        good place for a cut, or too little besides the masks.
    """
    cuts, asked = _cuts(dossier.extraction.language), dossier.lexicon.questions.cutting
    pieces = [_tidy(span.of(dossier.raw)) for span in claim.content]
    text = _requoted(" … ".join(piece for piece in pieces if piece))
    if not text or text.endswith("?") or text.partition(" ")[0] in asked.asked:
        return None
    if len(cuts.pronoun.findall(text)) >= _TOO_MANY_PRONOUNS:
        return None
    cut = _at_most(MOST_WORDS, text.removesuffix("."), cuts)
    if cut is None:
        return None
    masked = cut
    for sought in hidden:
        masked = hide(masked, sought)
    if not is_enough(masked, dossier.forms, of=cut):
        return None
    return masked if _begins_a_sentence(claim, masked, dossier.raw) else f"… {masked}"


def sentence_passage(sentence: Span, dossier: Dossier) -> str | None:
    """A whole sentence without its full stop; None where it is too long to quote."""
    text = _requoted(_tidy(sentence.of(dossier.raw)).removesuffix("."))
    if not text or len(word_spans(text)) > MOST_WORDS:
        return None
    return text if is_enough(text, dossier.forms) else None


def is_enough(masked: str, forms: Forms, of: str = "") -> bool:
    """Whether what the masks leave still says something.

    It does with three content words and at least half of the words; without a mask
    two content words in a short sentence do ("Wir bauen bald ein Bad").
    """
    left = masked.replace(MASK, " ")
    content, size = len(forms.content_words(left)), len(word_spans(left))
    if MASK not in masked and size >= _SHORT_SENTENCE:
        return content >= FEWEST_CONTENT_WORDS - 1
    return content >= FEWEST_CONTENT_WORDS and 2 * size >= len(word_spans(of))


def _begins_a_sentence(claim: Claim, text: str, raw: str) -> bool:
    """Whether the first word is a first word in the article too."""
    if claim.type is ClaimType.DIRECT:
        return not text[0].islower()
    before = raw[claim.sentence.begin : claim.content[0].begin]
    return not word_spans(before) or before.rstrip(_QUOTES + " ").endswith(":")


def _tidy(piece: str) -> str:
    return re.sub(r"\s+", " ", piece).strip(_EDGE)


def _requoted(text: str) -> str | None:
    """Quotation marks made single and proper; None where one has no partner."""
    text = _SINGLE.sub(r"‚\1‘", text)
    if len([char for char in text if char in _QUOTES]) % 2:
        return None
    opening = True
    out: list[str] = []
    for char in text:
        if char in _QUOTES:
            out.append("‚" if opening else "‘")
            opening = not opening
        else:
            out.append(char)
    return "".join(out)


def _at_most(words: int, text: str, cuts: _Cuts) -> str | None:
    """The text, or its longest good beginning with " …"; None without a good cut."""
    spans = word_spans(text)
    if len(spans) <= words:
        return text
    limit = spans[words - 1].end
    for ends in (cuts.sentence_end, cuts.clause_end):
        places = [m for m in ends.finditer(text) if m.start() <= limit]
        for found in reversed(places):
            kept = text[: found.start()]
            if _is_good_cut(kept, text[found.end() :], cuts):
                return f"{kept.rstrip(_EDGE)} …"
    return None


def _is_good_cut(kept: str, rest: str, cuts: _Cuts) -> bool:
    if len(word_spans(kept)) < _FEWEST_WORDS_CUT or cuts.limits.match(rest):
        return False
    if kept.count("‚") != kept.count("‘"):
        return False
    return not cuts.verb_last.match(kept) or bool(cuts.small_end.search(kept))
