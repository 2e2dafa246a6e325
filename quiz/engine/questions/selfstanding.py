"""Whether a claim's words say, without their frame, what was said.

"Lenk bestritt, dass die Brücke bröckelt": put to a pupil without "bestritt" the words
would be the opposite of what Lenk said.
"""

import re

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.dossier import Dossier
from quiz.engine.questions.words import content_words

_INFINITIVE = re.compile(r"\b(?:zu [a-zäöüß]+n|[a-zäöüß]+zu[a-zäöüß]+n)\W*$")

# Verbs by which one asks or accuses others: of their infinitive, others are the
# subject ("verdächtigen Russland, Waffen zu kaufen").
_OF_OTHERS = re.compile(
    r"verdächtig|beschuldig|bezichtig|w[aeiu]rf|bat\b|bitt|baten|gebeten|auf(?:ge)?forder|"
    r"forder\w+ auf|riet|rät\b|rat\b|raten|empf|erlaub|verb[ioe]t|gestatte|mahn|drängt"
)
# Verbs that turn their content into its opposite.
_TURNING = re.compile(
    r"bestr[ei]i?t|dementier|vernein|leugn|zweifel|widers[pe]|"
    r"lehn\w*\b.*\bab\b|ablehn|abgelehnt|w[ei]i?e?s\w*\b.*\bzurück|zurück\w*w[ei]i?e?s|"
    r"\bschl(?:oss|ossen|ießt|ießen)\b|ausgeschlossen|ausschl|r[iä]e?t\w*\b.*\bab\b|"
    r"verzicht|vermied|vermeid|verhinder|weiger|\bnicht\b|\bkein"
)
_WARNING = re.compile(r"warn")
_ASKING = re.compile(r"\bfrag|\bgefragt|erkundig|wissen\b")


def stands_for_itself(claim: Claim, dossier: Dossier) -> bool:
    """Whether the content alone can be put to a pupil as what was said."""
    if claim.type is ClaimType.DIRECT:
        return True
    return not (
        _is_turned(claim, dossier)
        or _is_told_by_another(claim, dossier)
        or _has_lost_its_subject(claim, dossier)
        or _is_told_about(claim)
        or _names_its_own_voice(claim, dossier)
    )


def _is_turned(claim: Claim, dossier: Dossier) -> bool:
    """Whether the frame denies, refuses, asks or warns of what the content says."""
    cue = _cue(claim, dossier)
    if _ASKING.search(cue) or _TURNING.search(f"{cue} {_frame(claim, dossier)}"):
        return True
    is_clause = claim.type is not ClaimType.REPORTED
    warned_of = not is_clause or _is_infinitive(claim, dossier)
    return warned_of and bool(_WARNING.search(cue))


def _has_lost_its_subject(claim: Claim, dossier: Dossier) -> bool:
    """Whether it is an infinitive of somebody who is asked or accused to.

    Without the frame it reads as if the speaker meant to do it.
    """
    if not _is_infinitive(claim, dossier):
        return False
    return bool(_OF_OTHERS.search(_cue(claim, dossier)))


def _is_told_about(claim: Claim) -> bool:
    """Whether the content is the article's sentence about the speaker, not words."""
    if claim.type is not ClaimType.REPORTED:
        return False
    frame = (*claim.speaker, *claim.cue)
    return any(part.overlaps(span) for part in claim.content for span in frame)


def _names_its_own_voice(claim: Claim, dossier: Dossier) -> bool:
    """Whether somebody carried over is named in the words: then a frame is in them."""
    if claim.type is not ClaimType.INDIRECT_FREE_INDIRECT or not claim.speaker_entity:
        return False
    speaker = dossier.entities[claim.speaker_entity]
    return any(
        content_words(mention.of(dossier.raw))
        for mention in speaker.mentions
        if any(part.covers(mention) for part in claim.content)
    )


def _is_infinitive(claim: Claim, dossier: Dossier) -> bool:
    return bool(_INFINITIVE.search(dossier.content(claim).strip()))


def _is_told_by_another(claim: Claim, dossier: Dossier) -> bool:
    """Whether the frame is in the Konjunktiv: then somebody else tells of it."""
    strict = lexicon(dossier.extraction.language).strict_mood
    return any(word in strict for word in _cue(claim, dossier).split())


def _frame(claim: Claim, dossier: Dossier) -> str:
    """What is left of the sentence without the content."""
    text = dossier.raw
    at = claim.sentence.begin
    pieces: list[str] = []
    for span in sorted(claim.content):
        pieces.append(text[at : max(at, span.begin)])
        at = max(at, span.end)
    return " ".join([*pieces, text[at : claim.sentence.end]]).casefold()


def _cue(claim: Claim, dossier: Dossier) -> str:
    return " ".join(span.of(dossier.raw) for span in sorted(claim.cue)).casefold()
