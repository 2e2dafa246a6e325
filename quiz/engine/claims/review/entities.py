"""Decisions of people about who is who, laid over what was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Literal

from quiz.engine.claims.claim import Claim, Entity, EntityKind, Extraction, SourceLink
from quiz.engine.claims.entities.everybody import called, everybody, in_words
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.text.span import Span

_ADDED: Literal["n"] = "n"  # ids of entities that people add begin so

Cast = tuple[list[Claim], list[Entity]]
Given = tuple[Sequence[Claim], Sequence[Entity]]


def entity_for(voice: Voice, entities: Iterable[Entity]) -> Entity | None:
    """Who is meant, whatever newer rules call or group them; None where nobody is.

    Whoever has the name and is mentioned at the place; else whose name it is; else who
    is mentioned there; else who is also called so. Nobody with another full name, as
    where newer rules take two people for one.
    """
    known = [e for e in entities if not _are_two_people(voice.name, e.name)]
    there = [e for e in known if voice.place is not None and voice.place in e.mentions]
    called_so = [e for e in known if voice.name in (e.name, *e.aliases)]
    named_so = [e for e in known if e.name == voice.name]
    both = [entity for entity in there if entity in called_so]
    return next(iter((*both, *named_so, *there, *called_so)), None)


def _are_two_people(one: str, other: str) -> bool:
    """Whether both are full names, such as "Vera Lenk", with no word in common."""
    names = one.split(), other.split()
    are_full = all(len(n) > 1 and all(w[:1].isupper() for w in n) for n in names)
    return are_full and set(names[0]).isdisjoint(names[1])


def new_entity(voice: Voice, entities: Sequence[Entity], found: Extraction) -> Entity:
    """Somebody in none of the entities, with all that the text calls them.

    What they are is what was decided; else what the text tells; else a person.
    """
    known = everybody(found.raw, found.language)
    by_id = {each.id: each for each in known}
    same = entity_for(voice, known)
    same = same or next(iter(called(voice.name, known, found.language)), None)
    told = same or in_words(voice.name, found.raw, found.language)
    told = told or Entity("", voice.name, EntityKind.UNNAMED)
    kind = told.kind if told.kind is not EntityKind.UNNAMED else EntityKind.PERSON
    return replace(
        told,
        id=_new_id(entities),
        name=voice.name,
        kind=voice.kind or kind,
        aliases=_distinct(voice.name, *told.aliases),
        members=_ids_here(told.members, by_id, entities),
        bodies=_ids_here(told.bodies, by_id, entities),
    )


def recast(
    correction: Correction,
    claims: Sequence[Claim],
    entities: Sequence[Entity],
    raw: str,
) -> Cast | None:
    """Claims and entities after the decision; None where its people are not there."""
    voice = correction.speaker
    one = entity_for(voice, entities) if voice is not None else None
    if one is None:
        return None
    if correction.act is Act.RENAME:
        return _renamed(one, correction, claims, entities)
    if correction.act is Act.SPLIT:
        return _split(one, correction, (claims, entities), raw)
    others = [entity_for(each, entities) for each in correction.sources]
    other = next((each for each in others if each and each.id != one.id), None)
    if other is None and not any(others):
        return None
    whole, merged = one, (list(claims), list(entities))
    if other is not None:  # else they are one by the rules already
        whole, merged = _merged(one, other, claims, entities)
    is_renamed = correction.name or correction.kind
    return _renamed(whole, correction, *merged) if is_renamed else merged


def _renamed(
    one: Entity,
    correction: Correction,
    claims: Sequence[Claim],
    entities: Sequence[Entity],
) -> Cast:
    renamed = replace(
        one,
        name=correction.name or one.name,
        kind=correction.kind or one.kind,
        aliases=_distinct(*one.aliases, one.name, correction.name or one.name),
    )
    return list(claims), [renamed if e.id == one.id else e for e in entities]


def _merged(
    one: Entity, other: Entity, claims: Sequence[Claim], entities: Sequence[Entity]
) -> tuple[Entity, Cast]:
    """The one, to whom the other's mentions and claims now belong, and everything."""
    both = {one.id, other.id}
    whole = replace(
        one,
        mentions=tuple(sorted({*one.mentions, *other.mentions})),
        aliases=_distinct(*one.aliases, *other.aliases, other.name),
        members=tuple(each for each in one.members if each not in both),
        bodies=tuple(each for each in one.bodies if each not in both),
    )
    kept = [
        whole if entity.id == one.id else _referring(entity, other.id, one.id)
        for entity in entities
        if entity.id != other.id
    ]
    return whole, ([_said_by(claim, other.id, one.id) for claim in claims], kept)


def _split(one: Entity, correction: Correction, given: Given, raw: str) -> Cast | None:
    claims, entities = given
    places = [m for m in one.mentions if any(m.overlaps(s) for s in correction.content)]
    already = None if places else _named_at(correction.content, entities)
    if already is not None:
        return _renamed(already, correction, claims, entities)
    rest = tuple(mention for mention in one.mentions if mention not in places)
    if not places or not rest or not correction.name:
        return None
    surfaces = [place.of(raw) for place in places]
    left = {mention.of(raw) for mention in rest}
    new = Entity(
        id=_new_id(entities),
        name=correction.name,
        kind=one.kind,
        mentions=tuple(places),
        aliases=_distinct(correction.name, *surfaces),
    )
    own = [
        alias
        for alias in one.aliases
        if alias in left or alias == one.name or alias not in surfaces
    ]
    old = replace(one, mentions=rest, aliases=_distinct(*own))
    moved = [
        replace(claim, speaker_entity=new.id)
        if claim.speaker_entity == one.id and _is_named(claim.speaker, places)
        else claim
        for claim in claims
    ]
    return moved, [*(old if e.id == one.id else e for e in entities), new]


def _named_at(places: Sequence[Span], entities: Sequence[Entity]) -> Entity | None:
    """Who is mentioned at all of these places: whom the rules tell apart by now."""
    return next((e for e in entities if places and {*places} <= {*e.mentions}), None)


def _new_id(entities: Sequence[Entity]) -> str:
    """One that nobody has; merging may have left fewer entities than numbers."""
    taken = {each.id for each in entities}
    ids = (f"{_ADDED}{number}" for number in count(len(entities) + 1))
    return next(each for each in ids if each not in taken)


def _ids_here(
    ids: Iterable[str], theirs: Mapping[str, Entity], entities: Sequence[Entity]
) -> tuple[str, ...]:
    """What the same entities are called here."""
    here = (entity_for(Voice.of(theirs[each]), entities) for each in ids)
    return tuple(each.id for each in here if each)


def _said_by(claim: Claim, was: str, now: str) -> Claim:
    speaker = now if claim.speaker_entity == was else claim.speaker_entity
    links = [
        replace(link, entity=now) if link.entity == was else link
        for link in claim.sources
    ]
    kept: list[SourceLink] = []
    for link in links:
        if link.entity != speaker and all(link.entity != k.entity for k in kept):
            kept.append(link)
    return replace(claim, speaker_entity=speaker, sources=tuple(kept))


def _referring(entity: Entity, was: str, now: str) -> Entity:
    def put(ids: Sequence[str]) -> tuple[str, ...]:
        found = (now if each == was else each for each in ids)
        return tuple(dict.fromkeys(each for each in found if each != entity.id))

    return replace(entity, members=put(entity.members), bodies=put(entity.bodies))


def _is_named(spans: Sequence[Span], places: Sequence[Span]) -> bool:
    return any(span.overlaps(place) for span in spans for place in places)


def _distinct(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
