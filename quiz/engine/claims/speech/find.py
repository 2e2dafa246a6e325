"""All drafts of a text, sentence by sentence."""

from dataclasses import replace

from quiz.engine.claims.candidates.candidate import Draft, SentenceView
from quiz.engine.claims.candidates.leaning import is_open, is_reporter, relies
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.doubt import REPORTER_LEANS
from quiz.engine.claims.speech.according_to import attributed_drafts
from quiz.engine.claims.speech.citing import cited_drafts
from quiz.engine.claims.speech.direct import direct_drafts, pointed_at
from quiz.engine.claims.speech.fragment import loose_drafts, nested_drafts
from quiz.engine.claims.speech.free_indirect import MOOD_GOES_ON, bare_drafts
from quiz.engine.claims.speech.hearsay import (
    HEARSAY_GOES_ON,
    hearsay_drafts,
    self_told_drafts,
)
from quiz.engine.claims.speech.indirect import framed_drafts, pointing_drafts
from quiz.engine.claims.speech.overlap import also_attributed, contested
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Trait
from quiz.engine.text.text import Part

# Rules for a sentence that names nobody: whoever is named behind it is surer.
UNNAMED = (HEARSAY_GOES_ON, *MOOD_GOES_ON.values())


def find_drafts(reading: Reading) -> list[Draft]:
    """The drafts in order of the text; for headings see `heading`."""
    found: list[Draft] = []
    before: SentenceView | None = None
    relying: set[int] = set()
    for index, sentence in enumerate(reading.text.sentences):
        if reading.text.paragraphs[sentence.paragraph].part is not Part.BODY:
            before = None
            continue
        view = SentenceView(reading, index)
        drafts = sentence_drafts(view)
        if relies(view):
            relying.add(index)
        if before is not None and not drafts:
            drafts = pointing_drafts(view, before)
            drafts += nested_drafts(before, drafts)
        elif found and not drafts and found[-1].sentence == index - 1:
            found[-1] = _pointed_at(view, found[-1])
        before = None if drafts else view
        found += drafts
    return [_leaning_beside(reading, d, relying) for d in _named_later(found)]


def _leaning_beside(reading: Reading, draft: Draft, relying: set[int]) -> Draft:
    """As in "…, schreibt die Nordpost. Sie beruft sich auf Insider.": not its own."""
    near = {draft.sentence - 1, draft.sentence + 1}
    leans = not near.isdisjoint(relying) and is_reporter(reading, draft.speaker)
    return draft.doubted(REPORTER_LEANS) if leans else draft


def _pointed_at(view: SentenceView, said: Draft) -> Draft:
    """What was said before, with the speaker whom this sentence names for it.

    As in "Er soll geflohen sein. Das berichtet die Nordpost.": whoever is named so
    is surer than a speaker carried on.
    """
    if said.rule in UNNAMED:
        before = SentenceView(view.reading, view.index - 1)
        named = pointing_drafts(view, before)
        confirmed = said.rule is not HEARSAY_GOES_ON and any(
            Trait.SUMMARY in f.frames for f in view.frames
        )
        return named[0] if named and not confirmed else said
    return pointed_at(view, said) or said


def _named_later(found: list[Draft]) -> list[Draft]:
    """A quotation that the next paragraph opens again has that one's speaker.

    As in "„Wir bauen neu." with "„Im Mai geht es los“, sagte Lenk." behind it.
    """
    named = list(found)
    for at in range(len(named) - 2, -1, -1):
        said, later = named[at], named[at + 1]
        if not (said.carried and said.type is later.type is ClaimType.DIRECT):
            continue
        opened_again = said.content[-1][1] == later.content[0][0] - 1
        if opened_again and later.speaker is not None and not later.inside:
            speaker, via = later.speaker, later.via
            named[at] = replace(said, speaker=speaker, via=via, carried=False)
    return named


def sentence_drafts(view: SentenceView) -> list[Draft]:
    """What one sentence gives, outer claims before the fragments inside them."""
    direct = direct_drafts(view)
    used = {at for draft in direct for at in draft.cue}
    framed = framed_drafts(view, used)
    outer = direct + framed
    attributed = attributed_drafts(view, outer)
    nested = [draft for draft in attributed if draft.inside]
    outer += [draft for draft in attributed if not draft.inside]
    if not outer:
        outer = cited_drafts(view) or bare_drafts(view) or hearsay_drafts(view)
        outer = outer or self_told_drafts(view)
    outer = also_attributed(view, contested(outer + loose_drafts(view, outer)))
    nested += nested_drafts(view, outer)
    return [
        d.doubted(REPORTER_LEANS) if is_open(view, d) else d for d in (*outer, *nested)
    ]
