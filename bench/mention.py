"""Which words name a claim's speaker by the corpus' conventions.

The game shows who is meant; the corpus marks words. Where both mean the same somebody
and only the words differ, this chooses among them by seven conventions, each general:

- A sentence that goes on in the Konjunktiv ("Er sei sicher.") has its speaker in the
  sentences before, never in itself: the words that named them there.
- "Demnach" and its like are themselves the speaker of what they introduce.
- Behind "nach eigenen Angaben" those words are the speaker, whoever's own they are.
- The subject of a relative clause is its pronoun ("Lenk, der sagte, …": "der").
- Of a reporter who leans on somebody ("berichtet unter Berufung auf …") the reporter
  is the speaker.
- A noun that introduces words ("Vorwürfe wurden laut, …") is itself the speaker where
  nobody is named.
- The words of a nested quotation follow the claim around them.
"""

import re

from quiz.engine.claims.claim import Claim, Extraction
from quiz.engine.text.span import Span

CARRIED = {"carried", "carried_by_pronoun", "about_before", "spoke_last"}
INTRODUCED = {"clause_behind_noun", "quotation_with_noun"}
MAX_OWN = 40  # characters of "eigenen Angaben"
_OWN = re.compile(r"\s+(eigene[nrm] \w+)")
_OWN_BEFORE = re.compile(r"(eigene[nrm] \w+)\s+$")
_INSIDE = re.compile(r"\b(darin|dort|hierin)\s+$", re.IGNORECASE)
_INSIDE_BEHIND = re.compile(r"\s+(darin|dort|hierin)\b")
_RELATIVE = re.compile(r"\)?,\s+(der|die|das|welche[rs]?)\s[^,;:„“”\"]*$")


def mentions(found: Extraction) -> dict[str, list[Span]]:
    """The id of each claim → where its speaker is named, as the corpus marks it."""
    chosen: dict[str, list[Span]] = {}
    last: dict[str | None, list[Span]] = {}
    for claim in found.claims:
        spans = (
            _pointing(claim)
            or _place(found.raw, claim)
            or _own(found.raw, claim)
            or _reporter(claim)
            or _noun(claim)
            or _earlier(claim, last)
            or _relative(found.raw, claim)
        )
        known = [] if _is_nobodys(found.raw, claim) else list(claim.speaker)
        chosen[claim.id] = spans or known
        last[claim.speaker_entity] = chosen[claim.id]
    return chosen


def _pointing(claim: Claim) -> list[Span]:
    """As in "Demnach fehlen Betten.": the word that points back."""
    if "points_back" not in _names(claim):
        return []
    named_here = any(span.begin >= claim.sentence.begin for span in claim.speaker)
    return [] if named_here else list(claim.cue[:1])


def _place(raw: str, claim: Claim) -> list[Span]:
    """As in "Darin heißt es, …": that word."""
    if not claim.cue or "guessed" not in claim.grounds:
        return []
    before = _INSIDE.search(
        raw, max(0, claim.cue[0].begin - MAX_OWN), claim.cue[0].begin
    )
    hit = before or _INSIDE_BEHIND.match(raw, claim.cue[-1].end)
    return [Span(*hit.span(1))] if hit else []


def _is_nobodys(raw: str, claim: Claim) -> bool:
    """As in "Alles sei klar, hieß es.": the corpus names nobody, whoever is meant."""
    said = {raw[span.begin : span.end].lower() for span in claim.cue}
    words = {word for each in said for word in each.split()}
    guessed = "guessed" in claim.grounds
    return guessed and "es" in words and not words.isdisjoint({"heißt", "hieß"})


def _own(raw: str, claim: Claim) -> list[Span]:
    """As in "nach eigenen Angaben", "eigenen Angaben zufolge": those words."""
    if not claim.cue:
        return []
    begin = claim.cue[0].end
    hit = _OWN.match(raw, begin, begin + MAX_OWN)
    if hit is None and "attributed" in _names(claim):
        before = max(0, claim.cue[0].begin - MAX_OWN)
        hit = _OWN_BEFORE.search(raw, before, claim.cue[0].begin)
    return [Span(*hit.span(1))] if hit else []


def _reporter(claim: Claim) -> list[Span]:
    """As in "die dpa meldet unter Berufung auf die Polizei": who reports it."""
    names = _names(claim)
    if "leaned_on" not in names or "quotation_cited" in names:
        return []
    return [source.span for source in claim.sources[:1] if source.span is not None]


def _noun(claim: Claim) -> list[Span]:
    """As in "Vorwürfe wurden laut, er habe gelogen": the noun, if nobody is named."""
    introduced = INTRODUCED & _names(claim)
    return list(claim.cue[:1]) if introduced and not claim.speaker else []


def _earlier(claim: Claim, last: dict[str | None, list[Span]]) -> list[Span]:
    """As in "Er sei sicher.": what named the speaker before, not the pronoun inside."""
    if not CARRIED & _names(claim):
        return []
    inside = any(
        piece.begin <= span.begin < piece.end
        for span in claim.speaker
        for piece in (*claim.content, claim.sentence)
    )
    return last.get(claim.speaker_entity, []) if inside else []


def _relative(raw: str, claim: Claim) -> list[Span]:
    """As in "Lenk, der sagte, …": the pronoun between the name and the verb."""
    if not claim.speaker or not claim.cue or claim.speaker[0].end > claim.cue[0].begin:
        return []
    begin = claim.speaker[0].end
    hit = _RELATIVE.match(raw[begin : claim.cue[0].begin])
    if hit is None:
        return []
    return [Span(begin + hit.start(1), begin + hit.end(1))]


def _names(claim: Claim) -> set[str]:
    """The rules that decided."""
    return {reason.name for reason in claim.reasons}
