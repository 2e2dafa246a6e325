"""Whether a claim's words say, without their frame, what was said.

"Lenk bestritt, dass die Brücke bröckelt": put to a pupil without "bestritt" the words
would be the opposite of what Lenk said.
"""

import re
from dataclasses import dataclass
from functools import cache

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.patterns import either
from quiz.engine.text.span import Span


@dataclass(frozen=True, slots=True)
class _Verbs:
    """What a frame can do to its content.

    Attributes:
        infinitive: the content ends in one.
        of_others: one asks or accuses others: of the infinitive, others are the subject
            ("verdächtigen Russland, Waffen zu kaufen").
        turning: the content is turned into its opposite.
        warning, asking: it is warned of, or asked.
    """

    infinitive: re.Pattern[str]
    of_others: re.Pattern[str]
    turning: re.Pattern[str]
    warning: re.Pattern[str]
    asking: re.Pattern[str]


@cache
def _verbs(language: str) -> _Verbs:
    known = lexicon(language)
    words, letters = known.questions.standing, f"[{known.words.alphabet}]+"
    marker = known.inflection.conjugation.marker
    ending = known.inflection.verbs.infinitive
    apart, inside = f"{marker} {letters}{ending}", f"{letters}{marker}{letters}{ending}"
    return _Verbs(
        infinitive=re.compile(rf"\b(?:{apart}|{inside})\W*$"),
        of_others=re.compile(either(words.of_others)),
        turning=re.compile(either(words.turning)),
        warning=re.compile(either(words.warning)),
        asking=re.compile(either(words.asking)),
    )


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
        or stands_behind_a_judgement(claim, dossier)
    )


def _is_turned(claim: Claim, dossier: Dossier) -> bool:
    """Whether the frame denies, refuses, asks or warns of what the content says."""
    cue, verbs = _cue(claim, dossier), _verbs(dossier.extraction.language)
    if verbs.asking.search(cue):
        return True
    if verbs.turning.search(f"{cue} {_frame(claim, dossier)}"):
        return True
    is_clause = claim.type is not ClaimType.REPORTED
    warned_of = not is_clause or _is_infinitive(claim, dossier)
    return warned_of and bool(verbs.warning.search(cue))


def _has_lost_its_subject(claim: Claim, dossier: Dossier) -> bool:
    """Whether it is an infinitive of somebody who is asked or accused to.

    Without the frame it reads as if the speaker meant to do it.
    """
    if not _is_infinitive(claim, dossier):
        return False
    verbs = _verbs(dossier.extraction.language)
    return bool(verbs.of_others.search(_cue(claim, dossier)))


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
        dossier.forms.content_words(mention.of(dossier.raw))
        for mention in speaker.mentions
        if any(part.covers(mention) for part in claim.content)
    )


def stands_behind_a_judgement(claim: Claim, dossier: Dossier) -> bool:
    """Whether the voice belongs to what is before a colon, not to the words.

    "Nach Einschätzung von Lenk ist ein Wert hoch: Am Mittwoch war …"; what follows may
    be the article's own.
    """
    before = Span(claim.sentence.begin, claim.content[0].begin).of(dossier.raw)
    said = dossier.content(claim).casefold().split()
    if not claim.cue or not before.rstrip().endswith(":"):
        return False
    if not dossier.lexicon.strict_mood.isdisjoint(said):
        return False
    words = {w for span in claim.cue for w in span.of(dossier.raw).casefold().split()}
    return not any(word in dossier.lexicon.verbs for word in words)


def _is_infinitive(claim: Claim, dossier: Dossier) -> bool:
    infinitive = _verbs(dossier.extraction.language).infinitive
    return bool(infinitive.search(dossier.content(claim).strip()))


def _is_told_by_another(claim: Claim, dossier: Dossier) -> bool:
    """Whether the frame is in the Konjunktiv: then somebody else tells of it."""
    strict = dossier.lexicon.strict_mood
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
