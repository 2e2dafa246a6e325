"""Questions tied to the words of their article instead of to a counting.

The ids of claims and entities count what the rules find in a text, so newer rules may
give them to others. A question that is kept names the places instead, and is looked up
by them when it meets the article again.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from quiz.engine.claims.claim import Claim, Entity, Extraction
from quiz.engine.claims.review.correction import Voice
from quiz.engine.claims.review.entities import entity_for
from quiz.engine.claims.review.matching import SAME_WORDS, most_alike
from quiz.engine.questions.distractors.from_outside import is_outside
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Option, is_fixed_voice
from quiz.engine.questions.question import MarkRole, Question
from quiz.engine.questions.wording.explain import shown
from quiz.engine.questions.words import jaccard, words
from quiz.engine.text.span import Span

_PLACE = re.compile(r"(\d+)-(\d+)")
_CLAIM = re.compile(r"@(\d+-\d+(?:\+\d+-\d+)*)")
_ENTITY = re.compile(r"@(\d+-\d+)? (.+)")
_QUOTED = re.compile(r"„[^“]*“")
_GONE = "!"  # before the id of what is not there any more


def anchored(question: Question, found: Extraction) -> Question:
    """The question with the places of its claims and entities for ids.

    Its own id follows them, so that newer rules give the same one to the same question
    about the same words, and no other question has it.

    Args:
        question: one with the ids of `found`.
        found: the article that it was made of.
    """
    claims = {each.id: _place_of_claim(each) for each in found.claims}
    entities = {each.id: _place_of_entity(each) for each in found.entities}
    return _with_ids(question, claims, entities)


def todays(question: Question, dossier: Dossier) -> Question:
    """The question with the ids that its claims and entities have by now.

    What is not there any more gets an id that nothing has.

    Args:
        question: an anchored one, or one kept when questions still had ids that count;
            then the words it shows tell what it is about.
        dossier: the article as the rules and the people have it now.
    """
    found = {each: _claim_of(each, question, dossier) for each in question.claims}
    claims = {
        each: claim.id if claim else f"{_GONE}{each}" for each, claim in found.items()
    }
    entities = {
        option.entity: _entity_id(option, option.entity, dossier)
        for option in question.options
        if option.entity is not None
    }
    return _with_ids(question, claims, entities)


def _with_ids(
    question: Question, claims: dict[str, str], entities: dict[str, str]
) -> Question:
    claim = claims.get(question.claim, question.claim)
    return replace(
        question,
        id=f"{question.kind.value}-{claim}" if claim else question.id,
        claim=claim,
        options=tuple(
            replace(
                option,
                entity=entities.get(option.entity or "", option.entity),
                claim=claims.get(option.claim or "", option.claim),
            )
            for option in question.options
        ),
    )


def _place_of_claim(claim: Claim) -> str:
    """As in "@120-148+160-190"."""
    return "@" + "+".join(f"{begin}-{end}" for begin, end in claim.content)


def _place_of_entity(entity: Entity) -> str:
    """As in "@80-90 Vera Lenk"; the name alone where it is mentioned nowhere."""
    place = "{}-{}".format(*entity.mentions[0]) if entity.mentions else ""
    return f"@{place} {entity.name}"


def _claim_of(claim_id: str, question: Question, dossier: Dossier) -> Claim | None:
    if kept := _CLAIM.fullmatch(claim_id):
        return most_alike(_spans(kept[1]), dossier.claims, SAME_WORDS)
    if len(question.claims) > 1:
        return _shown_claim(claim_id, question, dossier)
    marked = tuple(m.span for m in question.marks if m.role is MarkRole.CONTENT)
    if marked:
        return most_alike(marked, dossier.claims, SAME_WORDS)
    return _proved_claim(question, dossier)


def _shown_claim(claim_id: str, question: Question, dossier: Dossier) -> Claim | None:
    """That of several whose words an option shows, or stand in its row."""
    option = next((o for o in question.options if o.claim == claim_id), None)
    if option is None:
        return None
    sought = set(words(option.prompt.de if option.prompt else option.text))
    alike = (
        (jaccard(sought, set(words(text))), claim)
        for claim in dossier.claims
        for text in (dossier.content(claim), claim.sentence.of(dossier.raw))
    )
    share, claim = max(alike, key=lambda each: each[0], default=(0.0, None))
    return claim if share >= SAME_WORDS else None


def _proved_claim(question: Question, dossier: Dossier) -> Claim | None:
    """The first claim that the evidence proves, by or through the first option."""
    first = question.options[0]
    voice = _entity_id(first, first.entity, dossier) if first.entity else None
    for claim in dossier.claims:
        voices = {claim.speaker_entity, *(link.entity for link in claim.sources)}
        is_proved = any(each.covers(claim.content[0]) for each in question.evidence)
        if voice in voices and is_proved:
            return claim
    return None


def _entity_id(option: Option, kept: str, dossier: Dossier) -> str:
    """Whom an option names, as the article has them now."""
    if is_outside(kept) or is_fixed_voice(kept):
        return kept
    known = tuple(dossier.entities.values())
    if place := _ENTITY.fullmatch(kept):
        spans = _spans(place[1] or "")
        found = entity_for(Voice(place[2], spans[0] if spans else None), known)
    else:
        found = _named_in(option, known)
    return found.id if found else f"{_GONE}{kept}"


def _named_in(option: Option, entities: Iterable[Entity]) -> Entity | None:
    """Whose name the option is, else the first that it has outside of a quotation."""
    known = list(entities)
    for entity in known:
        if option.text in (shown(entity), entity.name, *entity.aliases):
            return entity
    told = _QUOTED.sub("", option.text)
    places = {}
    for entity in known:
        for name in (shown(entity), *entity.aliases):
            if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told):
                places[found.start(), -len(name)] = entity
    return places[min(places)] if places else None


def _spans(written: str) -> tuple[Span, ...]:
    return tuple(Span(int(a), int(b)) for a, b in _PLACE.findall(written))
