"""Why an answer is right: the words that show it, and a rule for the next article.

Names of persons stand in the sentence; all others stand behind a colon, because the
text gives neither their article nor their number ("Radio Seeblick", "Stadtwerke").
"Laut" and the Konjunktiv are said to show whose words these are, never doubt.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.engine.claims.claim import Claim, ClaimType, Entity, EntityKind, SourceLink
from quiz.engine.claims.reason import Aspect
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.evidence import Naming, Trace
from quiz.engine.questions.option import Localised
from quiz.engine.questions.wording import lessons, sayings
from quiz.engine.questions.wording.cue_words import (
    folded_first,
    shows_a_verb,
    sign_of_mood,
    with_the_whole_verb,
    writes,
)
from quiz.engine.questions.wording.explain import joined, quoted
from quiz.engine.questions.wording.nominative import called
from quiz.engine.questions.wording.proof import (
    is_the_reporters,
    report,
    voice_words,
)
from quiz.engine.questions.words import Forms
from quiz.engine.text.span import Span
from quiz.engine.text.token import words_of

_CASE_ENDING = 2  # letters


def who_said_it(entity: Entity, dossier: Dossier) -> Localised:
    """Whose words they are, as a sentence."""
    return sayings.SAID.of(entity, dossier)


def who_reported_it(entity: Entity, dossier: Dossier) -> Localised:
    """Through whom the article has it, as a sentence."""
    return sayings.REPORTED.of(entity, dossier)


def who_passed_it_on(entity: Entity, dossier: Dossier) -> Localised:
    """Whose hand it went through, as a sentence."""
    return sayings.PASSED_ON.of(entity, dossier)


def voice_shown(claim: Claim, trace: Trace, dossier: Dossier) -> Localised | None:
    """By which words one sees whose words they are; None where no voice is named."""
    speaker = _speaker(claim, dossier)
    if speaker is None:
        return None
    if not claim.cue and trace.naming in (Naming.CARRIED_OVER, Naming.PRONOUN):
        return _still_speaking(claim, speaker, dossier)
    meant = _meant(speaker, trace.surface, dossier)
    return joined(words_shown(claim, trace, dossier), meant)


def words_shown(claim: Claim, trace: Trace, dossier: Dossier) -> Localised | None:
    """The words alone that show somebody is speaking; None where there are none."""
    claim = with_the_whole_verb(claim, dossier)
    told = _told(claim) if claim.cue else None
    both = told and report(told, claim, dossier.raw)
    voice = voice_words(claim, dossier.raw) or trace.surface
    text = both if both and voice in both else voice
    return _in_the_text(text) if text else None


def voice_reason(claim: Claim, trace: Trace, dossier: Dossier) -> Localised:
    """The same with a rule that carries over; where the source is the voice, its."""
    if _speaker(claim, dossier) is None:
        return source_reason(claim, dossier)
    return joined(
        voice_shown(claim, trace, dossier), _voice_rule(claim, trace, dossier)
    )


def frame_reason(signs: Sequence[Span], claim: Claim, dossier: Dossier) -> Localised:
    """The words of a whole frame that has no verb, with the rule that carries over."""
    raw, at, text = dossier.raw, 0, ""
    for span in sorted(signs):
        if text and span.begin >= at:
            text += " " if raw[at : span.begin].isspace() else " … "
        text += Span(max(at, span.begin), max(at, span.end)).of(raw)
        at = max(at, span.end)
    rule = _at_the_cue(claim.cue, claim, dossier, lessons.SPEAKS, lessons.FROM_WHOM)
    return joined(_in_the_text(text), rule)


def source_reason(claim: Claim, dossier: Dossier) -> Localised:
    """By which words one sees who passed it on, and a rule that carries over.

    Empty where nobody did.
    """
    chain = dossier.chain(claim)
    if not chain:
        return Localised("", "")
    link = chain[-1]
    if link.inherited or link.span is None:
        return _carried_source(link, claim, dossier)
    meant = _meant(dossier.entities[link.entity], link.span.of(dossier.raw), dossier)
    link = _with_its_preposition(link, claim, dossier)
    text = joined(_in_the_text(report(link, claim, dossier.raw)), meant)
    if len(chain) > 1:
        last = Localised(
            "Direkt heißt: Von dort kam es zum Artikel.",
            "Directly means: from there it came to the article.",
        )
        return joined(text, last)
    return joined(text, _source_rule(link, claim, dossier))


def _with_its_preposition(
    link: SourceLink, claim: Claim, dossier: Dossier
) -> SourceLink:
    """The same with the preposition before it, where its verb stands behind.

    As in "der von der Nordpost zitierte Ott": without "von" the Nordpost would be the
    subject, and whoever goes with the verb is Ott.
    """
    span = link.span
    if span is None or not link.cue or link.cue[0].begin < span.end:
        return link
    before = words_of(Span(claim.sentence.begin, span.begin), dossier.raw)[-1:]
    if not before or before[0].text not in dossier.lexicon.words.prepositions:
        return link
    begin = before[0].span
    return replace(link, span=Span(begin.begin, span.end), cue=(begin, *link.cue))


def told_reason(claim: Claim, dossier: Dossier) -> Localised:
    """By which words one sees who was told."""
    link = dossier.chain(claim)[-1]
    surface = link.span.of(dossier.raw) if link.span else ""
    words = _in_the_text(report(link, claim, dossier.raw))
    meant = _meant(dossier.entities[link.entity], surface, dossier)
    return joined(words, meant, lessons.TOLD_WHOM)


def _source_rule(link: SourceLink, claim: Claim, dossier: Dossier) -> Localised | None:
    """What helps in the next article; None where no word shows that it passes on."""
    names = dossier.lexicon.questions.names
    words = " ".join(span.of(dossier.raw) for span in link.cue).casefold().split()
    if words and names.heard_in.issuperset(words):
        return lessons.HEARD
    if names.told_at.issuperset(words):
        return lessons.TOLD
    known = dossier.lexicon.words
    is_beside = known.sorting.attribution.union(known.prepositions)
    if is_beside.isdisjoint(words) and not shows_a_verb(link.cue, claim, dossier):
        return None
    is_voice = claim.speaker_entity in (None, link.entity)
    beside = lessons.FROM_WHOM if is_voice else lessons.WHO_PASSES_ON
    return _at_the_cue(link.cue, claim, dossier, lessons.PASSES_ON, beside)


def _speaker(claim: Claim, dossier: Dossier) -> Entity | None:
    """Who said it, unless nobody is named or an outlet speaks for itself."""
    if claim.speaker_entity is None:
        return None
    entity = dossier.entities[claim.speaker_entity]
    return None if entity.kind is EntityKind.OUTLET else entity


def _in_the_text(text: str) -> Localised:
    words = quoted(text)
    return Localised(f"Im Text: {words.de}.", f"In the text: {words.en}.")


def _still_speaking(claim: Claim, speaker: Entity, dossier: Dossier) -> Localised:
    """Why the voice is still the one before: the mood, or no new verb of saying."""
    still = sayings.STILL.of(speaker, dossier)
    if claim.mood:
        sign = sign_of_mood(claim.mood[0].of(dossier.raw), dossier)
    elif verb := _verb_in_the_mood(claim, dossier):
        sign = sign_of_mood(verb, dossier)
    elif claim.type is ClaimType.DIRECT:
        sign = Localised("Zitat ohne neues Redewort", "No new verb of saying")
    else:
        sign = Localised("Kein neuer Name", "No new name")
    return Localised(f"{sign.de}: {still.de}", f"{sign.en}: {still.en}")


def _verb_in_the_mood(claim: Claim, dossier: Dossier) -> str:
    """The first Konjunktiv in words that only their mood shows to be reported."""
    if claim.type is not ClaimType.INDIRECT_FREE_INDIRECT:
        return ""
    words = (word for part in claim.content for word in words_of(part, dossier.raw))
    return next((w.text for w in words if w.text in dossier.lexicon.strict_mood), "")


def _meant(entity: Entity, surface: str, dossier: Dossier) -> Localised | None:
    """Whom the article means by a pronoun or a role, where the name is elsewhere."""
    if not surface or _is_its_name(surface, entity, dossier.forms):
        return None
    return sayings.MEANT.of(entity, dossier)


def _is_its_name(surface: str, entity: Entity, forms: Forms) -> bool:
    """Whether they share a word, case endings aside: "Medienberichten"."""
    told, named = forms.content_words(surface), forms.content_words(entity.name)
    return any(
        (one.startswith(other) or other.startswith(one))
        and abs(len(one) - len(other)) <= _CASE_ENDING
        for one in told
        for other in named
    )


def _voice_rule(claim: Claim, trace: Trace, dossier: Dossier) -> Localised:
    """What helps in the next article, too."""
    claim = with_the_whole_verb(claim, dossier)
    speaker = dossier.entities[claim.speaker_entity or ""]
    if not claim.cue and claim.mood:
        return lessons.MOOD
    if trace.naming is Naming.PRONOUN:
        return lessons.PRONOUN
    is_named = _is_its_name(trace.surface, speaker, dossier.forms)
    if not is_named and _begins_with_a_possessive(trace, dossier):
        return lessons.POSSESSIVE
    if _meant(speaker, trace.surface, dossier) is not None:
        return lessons.ROLE
    if not claim.cue:
        return lessons.HERE if trace.naming is Naming.HERE else lessons.GOES_ON
    if is_the_reporters(claim):
        does, beside = lessons.PASSES_ON, lessons.WHO_PASSES_ON
    else:
        is_written = any(writes(s.of(dossier.raw), dossier) for s in claim.cue)
        does = lessons.WRITES if is_written else lessons.SPEAKS
        beside = lessons.FROM_WHOM
    return _at_the_cue(claim.cue, claim, dossier, does, beside)


def _begins_with_a_possessive(trace: Trace, dossier: Dossier) -> bool:
    """As in "seinen Angaben zufolge"."""
    first = trace.surface.casefold().split(" ")[0]
    pronouns = dossier.lexicon.questions.pronouns
    patterns = (*pronouns.masculine, *pronouns.feminine)
    return any(re.fullmatch(pattern, first) for pattern in patterns)


def _told(claim: Claim) -> SourceLink | None:
    """To whom it was said: a source in the sentence without words of its own."""
    found = (each for each in claim.sources if each.span and not each.cue)
    return next(found, None)


def _at_the_cue(
    cue: Sequence[Span],
    claim: Claim,
    dossier: Dossier,
    does: Localised,
    beside: Localised,
) -> Localised:
    """What whoever belongs to the verb does, or who stands beside the preposition."""
    begin = claim.sentence.begin
    word = quoted(" … ".join(folded_first(span, begin, dossier.raw) for span in cue))
    by_preposition = cue[0].of(dossier.raw) in dossier.lexicon.words.prepositions
    if shows_a_verb(cue, claim, dossier) and not by_preposition:
        return Localised(
            f"Wer zu {word.de} gehört, {does.de}.",
            f"Whoever goes with {word.en} {does.en}.",
        )
    return Localised(
        f"Bei {word.de} steht, {beside.de}.",
        f"{word.en} tells you {beside.en}.",
    )


def _carried_source(link: SourceLink, claim: Claim, dossier: Dossier) -> Localised:
    words = _stated_there(link, claim, dossier)
    entity = dossier.entities[link.entity]
    there = quoted(words) if words else called(entity, dossier)
    above = Localised(
        f"Die Quelle steht weiter oben: {there.de}.",
        f"The source stands further up: {there.en}.",
    )
    return joined(above, _meant(entity, words, dossier), lessons.HOLDS)


def _stated_there(link: SourceLink, claim: Claim, dossier: Dossier) -> str:
    """The words of the earlier claim from which the source is carried over, or ""."""
    for reason in claim.why(Aspect.SOURCE):
        earlier = dossier.claim(reason.claim) if reason.claim else None
        if earlier is None or reason.entity != link.entity:
            continue
        named = next((x for x in earlier.sources if x.entity == link.entity), None)
        if named and (words := report(named, earlier, dossier.raw)):
            return words
    return ""
