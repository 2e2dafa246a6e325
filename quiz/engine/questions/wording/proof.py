"""The words of the article that show whose words something is, for a reason."""

from collections.abc import Sequence

from quiz.engine.claims.claim import Claim, SourceLink
from quiz.engine.questions.words import word_spans
from quiz.engine.text.span import Span

_LONGEST_QUOTED = 10  # words: more is not read as one signal
_SMALL_GAP = 2  # "laut der Agentur Nordlicht": an article and a kind of outlet
_LONG_GAP = 4  # "berichtet unter Berufung auf", an article and one word more
_OPENING = ' „“»«"'  # between a colon and what is said


def voice_words(claim: Claim, raw: str) -> str:
    """Cue and name as they stand in the claim's sentence, "" where neither does."""
    here = [span for span in claim.speaker if claim.sentence.covers(span)]
    if here and not claim.cue and (opening := _before_a_colon(claim, raw)):
        return opening
    if here and is_the_reporters(claim):
        links = (each.span for each in claim.sources if each.span)
        return _read_together([*here, *claim.cue, *links], raw, gap=_LONG_GAP)
    words = [*claim.cue, *here]
    return _read_together(words, raw, gap=_SMALL_GAP) if words else ""


def _before_a_colon(claim: Claim, raw: str) -> str:
    """The words with which the sentence leads up to what is said, "" for none."""
    opening = Span(claim.sentence.begin, claim.content[0].begin).of(raw)
    opening = opening.rstrip(_OPENING)
    is_short = len(word_spans(opening)) <= _LONGEST_QUOTED
    return opening if opening.endswith(":") and is_short else ""


def is_the_reporters(claim: Claim) -> bool:
    """Whether the cue belongs to who passed it on: "berichtet unter Berufung auf X"."""
    others = (x for x in claim.sources if x.entity != claim.speaker_entity)
    cues = {span for link in others for span in link.cue}
    return bool(claim.cue) and cues.issuperset(claim.cue)


def report(link: SourceLink, claim: Claim, raw: str) -> str:
    """The source with its own cue or, without one, with the words it was told in."""
    if link.span is None:
        return ""
    if link.cue:
        return _read_together([link.span, *link.cue], raw, gap=_SMALL_GAP)
    told = [*claim.cue, *(s for s in claim.speaker if claim.sentence.covers(s))]
    return _read_together([link.span, *told], raw, gap=_SMALL_GAP)


def _read_together(spans: Sequence[Span], raw: str, gap: int) -> str:
    """The words in order, with what lies between them up to `gap` words.

    Only the first one where all together are too long for one signal.
    """
    pieces: list[Span] = []
    for span in sorted(spans):
        if pieces and _touch(raw[pieces[-1].end : span.begin], gap):
            pieces[-1] = Span(pieces[-1].begin, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    text = " … ".join(piece.of(raw).strip() for piece in pieces)
    return text if len(word_spans(text)) <= _LONGEST_QUOTED else spans[0].of(raw)


def _touch(between: str, gap: int) -> bool:
    return "\n" not in between and len(word_spans(between)) <= gap
