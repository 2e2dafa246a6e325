"""Why an answer is right, in words taken from the evidence.

Names of persons stand in the sentence; all others stand behind a colon, because the
text gives neither their article nor their number ("Radio Seeblick", "Stadtwerke").
"Laut" and the Konjunktiv are said to show whose words these are, never doubt.
"""

import re
from collections.abc import Sequence

from quiz.engine.claims.claim import Claim, ClaimType, Entity, EntityKind, SourceLink
from quiz.engine.claims.reason import Aspect
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.evidence import Naming, Trace
from quiz.engine.questions.option import STANDING_LINE, Localised
from quiz.engine.questions.words import Forms, word_spans
from quiz.engine.text.span import Span

_LONGEST_QUOTED = 10  # words: more is not read as one signal
_CASE_ENDING = 2  # letters
_SMALL_GAP = 2  # "laut der Agentur Nordlicht": an article and a kind of outlet


def shown(entity: Entity) -> str:
    """The entity's name as an option shows it: its first letter a capital.

    Outlets that write themselves small ("dpa", "taz") stay so.
    """
    if entity.kind is EntityKind.OUTLET and " " not in entity.name:
        return entity.name
    return entity.name[:1].upper() + entity.name[1:]


def stands_alone(entity: Entity, dossier: Dossier) -> bool:
    """Whether the name is the subject of a sentence without article or colon."""
    return entity.kind is EntityKind.PERSON and dossier.identity.is_named(entity.id)


def joined(*sentences: Localised | None) -> Localised:
    """One text of several sentences, those that are None left out."""
    kept = [each for each in sentences if each is not None]
    return Localised(" ".join(e.de for e in kept), " ".join(e.en for e in kept))


def reasons(
    claim: Claim, trace: Trace, dossier: Dossier, *, source_first: bool = False
) -> Localised:
    """Who said it and from whom the article has it, with the words that show it.

    Where one stretch of the text shows both, it is quoted once.
    """
    speaker = _speaker(claim, dossier)
    chain = dossier.chain(claim)
    link = chain[-1] if chain else None
    if link is not None and _is_said_already(link, speaker, dossier):
        link = None
    shows_both = speaker is not None and _shows_both(claim, link, dossier)
    voice = meant = None
    if speaker is not None:
        shown_by = None if shows_both else _shown_by(claim, trace, dossier)
        meant = _meant(speaker, trace, dossier.forms)
        voice = joined(_said(speaker, dossier), shown_by, None if shows_both else meant)
    route = None
    if link is not None:
        before = [_before_that(each, dossier) for each in reversed(chain[:-1])]
        source = _from_whom(link, claim, dossier, is_direct=bool(before))
        shown_by = None if shows_both else _reported_by(link, claim, dossier)
        route = joined(source, shown_by, *before)
    both = _both_shown_by(link, claim, dossier) if link and shows_both else None
    parts = (route, voice) if source_first else (voice, route)
    return joined(*parts, both, meant if shows_both else None)


def _is_said_already(
    link: SourceLink, speaker: Entity | None, dossier: Dossier
) -> bool:
    """As in "Medienberichten zufolge": the vague voice is its own source."""
    if speaker is None or link.entity != speaker.id:
        return False
    return dossier.identity.is_vague(speaker)


def as_the_article_has_it(entity: Entity) -> Localised:
    """Why the key is right, in short; the explanation says more."""
    name = shown(entity)
    return Localised(
        f"{name}: So steht es im Artikel.", f"{name}: that is what the article says."
    )


def explained(*sentences: Localised | None) -> Localised:
    """An explanation: the sentences, then the standing line."""
    return joined(*sentences, STANDING_LINE)


def quoted(text: str) -> Localised:
    """Words of the article in the quotation marks of each language."""
    inner = re.sub(r"\s+", " ", text).strip()
    inner = re.sub(r"[\"„“”»«]", "", inner)
    return Localised(f"„{inner}“", f"“{inner}”")


def _said(entity: Entity, dossier: Dossier) -> Localised:
    name = shown(entity)
    if stands_alone(entity, dossier):
        return Localised(f"Gesagt hat es {name}.", f"{name} said it.")
    return Localised(f"Gesagt hat es: {name}.", f"Who said it: {name}.")


def _shown_by(claim: Claim, trace: Trace, dossier: Dossier) -> Localised | None:
    """The words that show it, read together with the name where they touch."""
    if not claim.cue and trace.naming is Naming.CARRIED_OVER:
        return _carried_over(claim, dossier.raw)
    if claim.mood and trace.naming is Naming.PRONOUN:
        mood = _mood(claim, dossier.raw)
        return Localised(
            f"Der Konjunktiv{mood.de} zeigt, dass dieselbe Stimme weiterspricht.",
            f"The German Konjunktiv{mood.en} shows that the same voice goes on.",
        )
    text = quoted(_voice_words(claim, dossier.raw))
    return Localised(f"Das zeigt im Text: {text.de}.", f"The text shows it: {text.en}.")


def _voice_words(claim: Claim, raw: str) -> str:
    """Cue and name as they stand in the claim's sentence, "" where neither does."""
    here = [span for span in claim.speaker if claim.sentence.covers(span)]
    words = [*claim.cue, *here]
    return _read_together(words, raw, gap=0) if words else ""


def _carried_over(claim: Claim, raw: str) -> Localised:
    """Why the voice is still the one before: the mood, or no new verb of saying."""
    if claim.type is ClaimType.INDIRECT_FREE_INDIRECT:
        mood = _mood(claim, raw)
        return Localised(
            f"Der Name steht in einem Satz davor; der Konjunktiv{mood.de} zeigt, dass "
            "dieselbe Stimme weiterspricht.",
            f"The name is in an earlier sentence; the German Konjunktiv{mood.en} shows "
            "that the same voice goes on.",
        )
    if claim.type is ClaimType.DIRECT:
        return Localised(
            "Der Name steht in einem Satz davor; dieses Zitat hat kein eigenes "
            "Redewort, also geht dieselbe Rede weiter.",
            "The name is in an earlier sentence; this quotation has no verb of saying "
            "of its own, so the same words go on.",
        )
    return Localised(
        "Der Name steht in einem Satz davor; hier geht dieselbe Rede weiter.",
        "The name is in an earlier sentence; the same words go on here.",
    )


def _mood(claim: Claim, raw: str) -> Localised:
    """The first verb that shows it, with a space before; "" where none is known."""
    if not claim.mood:
        return Localised("", "")
    text = quoted(claim.mood[0].of(raw))
    return Localised(f" {text.de}", f" {text.en}")


def _meant(entity: Entity, trace: Trace, forms: Forms) -> Localised | None:
    """Whom the article means by a pronoun or a role, where the name is elsewhere."""
    if not trace.surface or _is_its_name(trace.surface, entity, forms):
        return None
    text, name = quoted(trace.surface), shown(entity)
    return Localised(
        f"Gemeint ist mit {text.de}: {name}.", f"Here {text.en} means: {name}."
    )


def _is_its_name(surface: str, entity: Entity, forms: Forms) -> bool:
    """Whether they share a word, case endings aside: "Medienberichten"."""
    told, named = forms.content_words(surface), forms.content_words(entity.name)
    return any(
        (one.startswith(other) or other.startswith(one))
        and abs(len(one) - len(other)) <= _CASE_ENDING
        for one in told
        for other in named
    )


def _speaker(claim: Claim, dossier: Dossier) -> Entity | None:
    """Who said it, unless nobody is named or an outlet speaks for itself."""
    if claim.speaker_entity is None:
        return None
    entity = dossier.entities[claim.speaker_entity]
    return None if entity.kind is EntityKind.OUTLET else entity


def _shows_both(claim: Claim, link: SourceLink | None, dossier: Dossier) -> bool:
    """Whether the words of the source hold those of the speaker."""
    if link is None or dossier.identity.is_vague(dossier.entities[link.entity]):
        return False
    voice = _voice_words(claim, dossier.raw)
    return bool(voice) and voice in _report(link, claim, dossier.raw)


def _both_shown_by(link: SourceLink, claim: Claim, dossier: Dossier) -> Localised:
    text = quoted(_report(link, claim, dossier.raw))
    return Localised(
        f"Beides zeigt im Text: {text.de}.", f"The text shows both: {text.en}."
    )


def _from_whom(
    link: SourceLink, claim: Claim, dossier: Dossier, *, is_direct: bool
) -> Localised:
    entity = dossier.entities[link.entity]
    name = shown(entity)
    if dossier.identity.is_vague(entity):
        return Localised(
            f"Die Quelle bleibt ungenau: {name}.", f"The source stays vague: {name}."
        )
    if link.inherited or link.span is None:
        still = Localised(
            f"Die Quelle steht in einem Satz davor und gilt hier weiter: {name}.",
            f"The source is named in an earlier sentence and still holds here: {name}.",
        )
        return joined(still, _stated_there(link, claim, dossier))
    if is_direct:
        return Localised(
            f"Der Artikel hat das direkt von: {name}.",
            f"The article has this directly from: {name}.",
        )
    return Localised(
        f"Der Artikel hat das von: {name}.", f"The article has this from: {name}."
    )


def _stated_there(link: SourceLink, claim: Claim, dossier: Dossier) -> Localised | None:
    """The words of the earlier claim from which the source is carried over."""
    for reason in claim.why(Aspect.SOURCE):
        earlier = dossier.claim(reason.claim) if reason.claim else None
        if earlier is None or reason.entity != link.entity:
            continue
        named = next((x for x in earlier.sources if x.entity == link.entity), None)
        words = _report(named, earlier, dossier.raw) if named else ""
        if words:
            text = quoted(words)
            return Localised(f"Dort steht: {text.de}.", f"There it says: {text.en}.")
    return None


def _reported_by(link: SourceLink, claim: Claim, dossier: Dossier) -> Localised | None:
    if (
        link.inherited
        or link.span is None
        or dossier.identity.is_vague(dossier.entities[link.entity])
    ):
        return None
    text = quoted(_report(link, claim, dossier.raw))
    return Localised(f"Das zeigt im Text: {text.de}.", f"The text shows it: {text.en}.")


def _before_that(link: SourceLink, dossier: Dossier) -> Localised:
    name = shown(dossier.entities[link.entity])
    return Localised(
        f"Davor weitergegeben hat es: {name}.", f"Passed on before that by: {name}."
    )


def _report(link: SourceLink, claim: Claim, raw: str) -> str:
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
