"""The words of the article that a question quotes."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.lexicon.grammar import Fit
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.masking import Giveaways, hide
from quiz.engine.questions.question import MASK
from quiz.engine.questions.wording.cuts import EDGE, at_most, unclear_pronouns
from quiz.engine.questions.wording.frame import SMALL_GAP, frame_of, retold
from quiz.engine.questions.wording.leaning import lacks_a_name, leans, points
from quiz.engine.questions.words import Forms, word_spans, words
from quiz.engine.text.span import Span

# What may be quoted of a protected article (rule V13).
MOST_WORDS = 25
# What a thirteen-year-old reads once.
_MOST_SHOWN = 20
# Less than this says nothing any more.
FEWEST_CONTENT_WORDS = 3
_SHORT_SENTENCE = 5  # words

_QUOTES = '"„“”»«'
_SINGLE = re.compile(r"(?<!\w)'([^']+)'(?!\w)")
_GAPS = re.compile(f"…|{MASK}")
_SPACES = re.compile(r"\s+")
_TOO_MANY_PRONOUNS = 2
_DATELINE = 25  # letters in which a place and a dash can stand: "Graz – "


def passage_of(
    claim: Claim,
    dossier: Dossier,
    hidden: Sequence[Giveaways] = (),
    *,
    framed: bool = True,
    alone: bool = True,
) -> str | None:
    """The claim's own words as a whole clause of at most 20, fit for quotation marks.

    Where they are not a clause of their own ("…, dass die Brücke zu bleibt"), they
    stand in their sentence with the voice masked. Pieces are joined and cuts are shown
    by an ellipsis; quotation marks inside become single ones; every form of the hidden
    names becomes `MASK`.

    Args:
        claim: whose words they are.
        dossier: the article.
        hidden: names to mask.
        framed: words that are no clause of their own may stand in their sentence; its
            mask and its verb show unread that somebody speaks.
        alone: they must say something without the sentence before, which else is shown
            with them (`wording.context`).

    Returns:
        None where no fair passage is left: a question instead of a statement, no
        good place for a cut, no whole clause, or too little besides the masks.
    """
    known, asked = dossier.lexicon, dossier.lexicon.questions.cutting
    pieces = [_tidy(span.of(dossier.raw)) for span in claim.content]
    text = _requoted(" … ".join(piece for piece in pieces if piece))
    if not text or text.endswith("?") or text.partition(" ")[0] in asked.asked:
        return None
    if alone and says_little_alone(text, claim, dossier):
        return None
    told = retold(claim, dossier)
    if told is not None and not framed:
        return None
    if told is not None and len(word_spans(told)) <= _MOST_SHOWN:
        masked = _hidden(told, hidden)
        return masked if is_enough(masked, dossier.forms, of=told) else None
    cut = at_most(_MOST_SHOWN, text.removesuffix("."), known)
    if cut is None or not is_enough(_hidden(cut, hidden), dossier.forms, of=cut):
        return None
    if _begins_a_sentence(claim, cut, dossier.raw):
        return None if _is_part(cut, dossier) else _hidden(cut, hidden)
    frame = frame_of(claim, dossier) if framed else None
    if frame is None:
        clause = cut[:1].upper() + cut[1:]
        return _hidden(clause, hidden) if _is_main_clause(claim, cut, dossier) else None
    inside = _in_its_frame(frame, text, claim, dossier)
    whole = inside and at_most(_MOST_SHOWN, inside.removesuffix("."), known)
    return _hidden(whole, hidden) if whole else None


def _in_its_frame(frame: str, text: str, claim: Claim, dossier: Dossier) -> str | None:
    """The words behind their frame, which has shorter gaps where all is too long."""
    inside = _requoted(_SPACES.sub(" ", f"{frame}{text}").strip())
    if inside is None or len(word_spans(inside)) <= _MOST_SHOWN:
        return inside
    frame = frame_of(claim, dossier, small=SMALL_GAP) or frame
    return _requoted(_SPACES.sub(" ", f"{frame}{text}").strip())


def _is_part(text: str, dossier: Dossier) -> bool:
    """Whether it is a clause that depends on another: not "Dass es hält, sei gut"."""
    known = dossier.lexicon
    if text.partition(" ")[0].casefold() not in known.questions.cutting.parts:
        return False
    after = (rest.split()[0] for rest in text.split(", ")[1:] if rest.split())
    carrying = known.strict_mood | known.words.auxiliaries
    return not any(word in carrying for word in after)


def says_little_alone(text: str, claim: Claim, dossier: Dossier) -> bool:
    """Whether one needs the sentences before it to understand it."""
    known = dossier.lexicon
    is_direct = claim.type is ClaimType.DIRECT
    if (
        leans(text, known)
        or points(text, known)
        or _means_another(text, claim, dossier)
    ):
        return True
    if lacks_a_name(text, known, is_direct=is_direct):
        return True
    return len(unclear_pronouns(text, known)) >= _TOO_MANY_PRONOUNS


def is_of(passage: str, stretches: Iterable[Span], dossier: Dossier) -> bool:
    """Whether every word that it shows stands there, in this order.

    Only at an ellipsis or a mask may words be missing: without "nicht" it would be
    another statement.
    """
    there: list[str | None] = []
    for span in stretches:
        there += [*words(span.of(dossier.raw)), None]
    at = 0
    for piece in map(words, _GAPS.split(passage)):
        size = len(piece)
        places = range(at, len(there) - size + 1)
        found = next((i for i in places if there[i : i + size] == piece), None)
        if found is None:
            return False
        at = found + size
    return True


def _is_main_clause(claim: Claim, text: str, dossier: Dossier) -> bool:
    """Whether it can stand alone though its sentence begins before it.

    As in "Lenk sagte, der Riss gehe tief": behind a comma, with a verb in the
    Konjunktiv that is not its last word, as it would be in a clause that depends on
    another.
    """
    before = dossier.raw[claim.sentence.begin : claim.content[0].begin].rstrip()
    strict = dossier.lexicon.strict_mood
    inside = text.casefold().split()[1:-1]
    opens = text.partition(" ")[0].casefold() not in strict
    return before.endswith(",") and opens and any(word in strict for word in inside)


def _means_another(text: str, claim: Claim, dossier: Dossier) -> bool:
    """Whether it begins with a pronoun that does not mean the voice itself."""
    pronouns = dossier.lexicon.questions.pronouns
    first = text.casefold().split()[0]
    is_own = any(
        span.overlaps(part) for span in claim.speaker for part in claim.content
    )
    return not is_own and first in pronouns.he | pronouns.she


def means_a_woman(text: str, claim: Claim, dossier: Dossier) -> bool:
    """Whether "sie" behind a verb of one means somebody other than the man who speaks.

    As in "notwendig sei sie", before any noun.
    """
    known, speaker = dossier.lexicon, claim.speaker_entity
    if speaker is None or dossier.identity.gender(speaker) != Fit.MASCULINE:
        return False
    said = takewhile(str.islower, text.split()[1:])
    plural = known.inflection.verbs.plural
    return any(
        verb in known.strict_mood
        and not verb.endswith(plural)
        and word.strip(",.") in known.questions.pronouns.she
        for verb, word in pairwise([text.split(maxsplit=1)[0].lower(), *said])
    )


def _hidden(text: str, hidden: Sequence[Giveaways]) -> str:
    for sought in hidden:
        text = hide(text, sought)
    return text


def sentence_passage(sentence: Span, dossier: Dossier) -> str | None:
    """A whole sentence without its full stop; None where it is too long to quote."""
    text = _requoted(_tidy(sentence.of(dossier.raw)).removesuffix("."))
    if not text or len(word_spans(text)) > _MOST_SHOWN:
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


def begins_the_sentence(claim: Claim, dossier: Dossier) -> bool:
    """Whether its words need no frame."""
    text = dossier.content(claim).lstrip(_QUOTES)
    return bool(text) and _begins_a_sentence(claim, text, dossier.raw)


def _begins_a_sentence(claim: Claim, text: str, raw: str) -> bool:
    """Whether the first word is a first word in the article too."""
    if claim.type is ClaimType.DIRECT:
        return not text[0].islower()
    before = raw[claim.sentence.begin : claim.content[0].begin]
    is_dateline = len(before) <= _DATELINE and before.endswith((" – ", " — "))
    return (
        not word_spans(before)
        or is_dateline
        or before.rstrip(_QUOTES + " ").endswith(":")
    )


def _tidy(piece: str) -> str:
    return _SPACES.sub(" ", piece).strip(EDGE)


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
