"""The words of the article that a question quotes."""

import re
from collections.abc import Sequence

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.questions.masking import Giveaways, hide
from quiz.engine.questions.question import MASK
from quiz.engine.questions.words import content_words, word_spans
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
_SENTENCE_END = re.compile(r"(?<=[^\W\d]{4})[.!?]\s+(?=[A-ZÄÖÜ‚▒])")
_CLAUSE_END = re.compile(
    r";\s+|\s+[–—]\s+|,\s+(?=(?:und|denn|weil|sodass|damit|während|wobei|nachdem|bevor)\s)"
)
# "dass er ihn eingeladen habe" cannot be understood on its own.
_PRONOUN = re.compile(r"\b(?:er|ihn|ihm|ihnen)\b", re.IGNORECASE)
_TOO_MANY_PRONOUNS = 2
# What follows would change what was said: it may not be cut away.
_LIMITS = re.compile(
    r"(?:aber|allerdings|außer|doch|falls|jedoch|nur|obwohl|ohne|sofern|solange|"
    r"sondern|trotzdem|vorausgesetzt|wenn)\b",
    re.IGNORECASE,
)
_VERB_LAST = re.compile(r"(?:… )?(?:dass|ob|wie|warum|weshalb|wo|wer|was)\b")
_LOWER_CASE_END = re.compile(r"(?:^|\W)[a-zäöüß]+\W*$")


def passage_of(claim: Claim, raw: str, hidden: Sequence[Giveaways] = ()) -> str | None:
    """The claim's own words, at most 25, fit for quotation marks around them.

    Pieces are joined and cuts are shown by an ellipsis; quotation marks inside
    become single ones; every form of the hidden names becomes `MASK`.

    Returns:
        None where no fair passage is left: a question instead of a statement, no
        good place for a cut, or too little besides the masks.
    """
    pieces = [_tidy(span.of(raw)) for span in claim.content]
    text = _requoted(" … ".join(piece for piece in pieces if piece))
    if not text or text.endswith("?") or text.startswith("ob "):
        return None
    if len(_PRONOUN.findall(text)) >= _TOO_MANY_PRONOUNS:
        return None
    cut = _at_most(MOST_WORDS, text.removesuffix("."))
    if cut is None:
        return None
    masked = cut
    for sought in hidden:
        masked = hide(masked, sought)
    if not is_enough(masked, of=cut):
        return None
    return masked if _begins_a_sentence(claim, masked, raw) else f"… {masked}"


def sentence_passage(sentence: Span, raw: str) -> str | None:
    """A whole sentence without its full stop; None where it is too long to quote."""
    text = _requoted(_tidy(sentence.of(raw)).removesuffix("."))
    if not text or len(word_spans(text)) > MOST_WORDS or not is_enough(text):
        return None
    return text


def is_enough(masked: str, of: str = "") -> bool:
    """Whether what the masks leave still says something.

    It does with three content words and at least half of the words; without a mask
    two content words in a short sentence do ("Wir bauen bald ein Bad").
    """
    left = masked.replace(MASK, " ")
    content, size = len(content_words(left)), len(word_spans(left))
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


def _at_most(words: int, text: str) -> str | None:
    """The text, or its longest good beginning with " …"; None without a good cut."""
    spans = word_spans(text)
    if len(spans) <= words:
        return text
    limit = spans[words - 1].end
    for ends in (_SENTENCE_END, _CLAUSE_END):
        cuts = [m for m in ends.finditer(text) if m.start() <= limit]
        for found in reversed(cuts):
            kept = text[: found.start()]
            if _is_good_cut(kept, text[found.end() :]):
                return f"{kept.rstrip(_EDGE)} …"
    return None


def _is_good_cut(kept: str, rest: str) -> bool:
    if len(word_spans(kept)) < _FEWEST_WORDS_CUT or _LIMITS.match(rest):
        return False
    if kept.count("‚") != kept.count("‘"):
        return False
    return not _VERB_LAST.match(kept) or bool(_LOWER_CASE_END.search(kept))
