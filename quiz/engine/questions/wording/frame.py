"""The frame before somebody's words, its voices masked: "▒▒▒ sagte, …"."""

from collections.abc import Sequence
from itertools import pairwise

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.verb_forms import is_infinitive_with_zu
from quiz.engine.questions.question import MASK
from quiz.engine.questions.wording.cue_words import shows_a_verb
from quiz.engine.questions.words import word_spans
from quiz.engine.text.span import Span

_LONGEST_LEAD = 6  # words before the frame: "Am Mittwoch sagte …"
_LONGEST_JOINT = 4  # words between two voices: "unter Berufung auf"
SMALL_GAP = 2  # small words inside it: "betonte … erneut"
_SMALL_TOLD = 4  # words that tell when and where: "sagte am Freitag in Ried"
_LONGEST_INSIDE = 5  # words: "warf der Regierung in Ried vor"
_OWNED = 2  # words of "ihren Worten"
_DASH = " – "  # behind a place at the beginning
_MARKS = ',:;–—„“”»«"('


def frame_of(claim: Claim, dossier: Dossier, *, small: int = _SMALL_TOLD) -> str | None:
    """All from the beginning of the sentence to what is said, shortened visibly.

    Gaps of up to so many words stay as they are.

    None where it is not one short frame before the words, with somebody and a verb or
    a preposition in it.
    """
    cues, voices = _cues(claim), _voices(claim, dossier)
    if len(claim.content) != 1 or not cues or not voices:
        return None
    content = claim.content[0].begin
    if any(each.end > content for each in claim.cue):
        return None
    parts = sorted({*cues, *voices, *_owned(claim, dossier)})
    lead = Span(claim.sentence.begin, parts[0].begin).of(dossier.raw)
    is_short = len(word_spans(lead)) <= _LONGEST_LEAD
    if not is_short or any(mark in lead for mark in _MARKS):
        return None
    gaps = _inside(cues, parts, dossier.raw)
    if not claim.speaker:  # whoever speaks stands in a gap
        gaps = [dossier.raw[a.end : b.begin] for a, b in pairwise(parts)]
        gaps.append(dossier.raw[parts[-1].end : content])
    if any(_drops_somebody(gap, dossier) for gap in gaps):
        return None
    stretch = Span(claim.sentence.begin, content)
    frame = _put_together(parts, voices, stretch, dossier, small)
    last = dossier.raw[parts[-1].end : content]
    if frame and _is_infinitive(claim, dossier) and not _is_apposition(last):
        # who is to do it is named there: "… an den Verein, das Ufer zu pflegen"
        frame = f"{frame.removesuffix(_shortened(last, dossier, small))}{last}"
    if frame is None or shows_a_verb(claim.cue, claim, dossier):
        return frame
    return frame.replace(f"{MASK},", MASK)  # "Laut Jo Brand, dem Wirt, war …"


def _is_infinitive(claim: Claim, dossier: Dossier) -> bool:
    """Whether what is said is one: who is to do it may stand before it."""
    said = dossier.content(claim).rstrip(". ").split()
    return is_infinitive_with_zu(said, dossier.lexicon)


def _is_apposition(gap: str) -> bool:
    """Whether it only says who a voice is: ", die größte Partei,"; or is a comma."""
    stripped = gap.strip()
    return stripped.startswith(",") and stripped.endswith(",")


def _inside(cues: list[Span], parts: list[Span], raw: str) -> list[str]:
    """What stands between two words of one verb: "rief … auf"."""
    return [raw[a.end : b.begin] for a, b in pairwise(parts) if {a, b} <= set(cues)]


def _drops_somebody(gap: str, dossier: Dossier) -> bool:
    """Whether a gap that is not shown holds an object: who is called upon."""
    if _is_shown_whole(gap):
        return False
    first = gap.lstrip(" ,").partition(" ")[0].casefold()
    is_told_when = first in dossier.lexicon.words.prepositions or gap[:1] == ","
    return "…" in _shortened(gap, dossier) and not is_told_when


def _is_shown_whole(gap: str) -> bool:
    """Whether all of it can stand between the parts of a verb: "warf dem Rat vor"."""
    return len(word_spans(gap)) <= _LONGEST_INSIDE and not any(m in gap for m in _MARKS)


def retold(claim: Claim, dossier: Dossier) -> str | None:
    """The whole sentence, its voice masked, where it retells what somebody said.

    "▒▒▒ kündigte für Mai einen Neubau an": one clause with the voice before what was
    said, so that nothing else is in it. None where it is more than that.
    """
    raw, sentence = dossier.raw, claim.sentence
    if claim.type is not ClaimType.REPORTED or len(claim.speaker) != 1 or claim.sources:
        return None
    [voice] = claim.speaker
    if not _is_before(voice, claim) or not sentence.covers(voice):
        return None
    rest = raw[voice.end : sentence.end].rstrip(". ")
    lead = raw[sentence.begin : voice.begin].rpartition(_DASH)[2]
    before = _before_a_voice(lead, dossier)
    several = dossier.lexicon.questions.names.joined
    if not several.isdisjoint(voice.of(raw).split()) or before is None:
        return None
    if any(mark in f"{lead}{rest}" for mark in _MARKS):
        return None
    return f"{before}{MASK}{rest}"


def unmasked(passage: str, claim: Claim, dossier: Dossier) -> str:
    """The passage with its voices named again, where nobody is asked for them."""
    voices = _voices(claim, dossier)
    if passage.count(MASK) == len(voices):
        for voice in voices:
            name = " ".join(voice.of(dossier.raw).split())
            before, _, after = passage.partition(MASK)
            closes = "," in name and after[:1] == " "  # "Marie Oyen, die Sprecherin,"
            passage = f"{before}{name}{',' if closes else ''}{after}"
    return passage


def _cues(claim: Claim) -> list[Span]:
    """The words of saying before what is said, of the speaker and of the sources."""
    found = {*claim.cue, *(span for link in claim.sources for span in link.cue)}
    return sorted(each for each in found if _is_before(each, claim))


def _voices(claim: Claim, dossier: Dossier) -> list[Span]:
    """Who is named before what is said, without a cue that lies in the name.

    Of "ihren Worten" the pronoun alone names somebody.
    """
    raw, owned = dossier.raw, _owned(claim, dossier)
    named = {*claim.speaker, *(link.span for link in claim.sources if link.span)}
    cues = _cues(claim)
    found = []
    for span in named:
        inside = [cue.end for cue in cues if cue.overlaps(span) and cue.end <= span.end]
        masked = Span(max(inside, default=span.begin), span.end)
        gap = masked.of(raw)
        masked = Span(masked.begin + len(gap) - len(gap.lstrip()), span.end)
        noun = next((each for each in owned if masked.covers(each)), None)
        if noun is not None:
            pronoun = Span(masked.begin, noun.begin).of(raw).rstrip()
            masked = Span(masked.begin, masked.begin + len(pronoun))
        if _is_before(span, claim) and masked.begin < masked.end:
            found.append(masked)
    return sorted(found)


def _owned(claim: Claim, dossier: Dossier) -> list[Span]:
    """The noun of "ihren Worten", "seinen Angaben", which names nobody."""
    found = []
    for span in claim.speaker:
        begin, words = span.begin, word_spans(span.of(dossier.raw))
        if len(words) == _OWNED and _is_before(span, claim):
            noun = Span(begin + words[1].begin, begin + words[1].end)
            if noun.of(dossier.raw) in dossier.lexicon.nouns.statements:
                found.append(noun)
    return found


def _is_before(span: Span, claim: Claim) -> bool:
    return claim.sentence.begin <= span.begin and span.end <= claim.content[0].begin


def _put_together(
    parts: Sequence[Span],
    voices: Sequence[Span],
    stretch: Span,
    dossier: Dossier,
    small: int,
) -> str | None:
    raw = dossier.raw
    text, at = "", stretch.begin
    cues = [part for part in parts if part not in voices]
    ends = {cue.end for cue in cues}
    for part in parts:
        if part.begin < at:
            continue  # "nach Informationen der Zeitung": the name begins in the cue
        gap = raw[at : part.begin]
        if part in voices:
            before = _before_a_voice(gap, dossier)
            if before is None and part is not parts[0]:
                return None
            text += (gap if before is None else before) + MASK
        else:
            after_voice = text.endswith(MASK) and _is_apposition(gap)
            is_inside = at in ends and part in cues and _is_shown_whole(gap)
            between = (
                " "
                if after_voice
                else gap
                if is_inside
                else _shortened(gap, dossier, small)
            )
            text += (gap if part is parts[0] else between) + part.of(raw)
        at = part.end
    return text + _shortened(raw[at : stretch.end], dossier, small)


def _before_a_voice(gap: str, dossier: Dossier) -> str | None:
    """What stands before a name, without the article, which tells the gender.

    Nothing or a preposition ("unter Berufung auf"); None for all else: "der Oberste
    ▒▒▒" tells too much, and is no clause.
    """
    known, found = dossier.lexicon.words, word_spans(gap)
    if found and found[-1].of(gap).casefold() in known.articles:
        gap = gap[: found.pop().begin]
    is_open = not found or found[-1].of(gap).casefold() in known.prepositions
    return gap if is_open and len(found) <= _LONGEST_JOINT else None


def _shortened(gap: str, dossier: Dossier, small: int = SMALL_GAP) -> str:
    """A gap of a few words as it stands, a longer one as an ellipsis.

    What the clause behind it hangs on is kept: "… dagegen, dass".
    """
    found = word_spans(gap)
    is_small = gap[:1] != "," and all(span.of(gap).islower() for span in found)
    is_told = small > SMALL_GAP and not any(m in gap.rstrip(", :") for m in _MARKS)
    if not found or (is_small and len(found) <= SMALL_GAP):
        return gap
    if is_told and len(found) <= small:
        return gap
    after, last = gap[found[-1].end :].strip(), found[-1].of(gap)
    kept = f" {last}" if last in dossier.lexicon.words.sorting.tied else ""
    return f" …{kept}{after if after in ',:' else ''} "
