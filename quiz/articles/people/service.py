"""Who is who in an article, as its teacher sees and decides it."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from quiz.engine.claims.claim import Entity, EntityKind, Extraction
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.text.span import Span
from quiz.errors import Invalid

_AROUND = 40  # characters beside a mention
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Place:
    """A place that names somebody, with the words around it."""

    before: str
    words: str
    behind: str


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody in the article.

    Attributes:
        entity: who.
        says: how many claims are theirs.
        passes_on: how many reached the article through them.
        places: where they are named.
    """

    entity: Entity
    says: int
    passes_on: int
    places: tuple[Place, ...]


def people_in(found: Extraction) -> list[Somebody]:
    """Everybody in the article, in order of their names."""
    people = [
        Somebody(
            entity=entity,
            says=sum(c.speaker_entity == entity.id for c in found.claims),
            passes_on=sum(
                any(link.entity == entity.id for link in c.sources)
                for c in found.claims
            ),
            places=tuple(_place(mention, found.raw) for mention in entity.mentions),
        )
        for entity in found.entities
    ]
    return sorted(people, key=lambda each: each.entity.name.casefold())


def decision(sent: MultiDict[str, str], found: Extraction) -> Correction:
    """What was decided, of the entity and the button that were sent.

    Raises:
        Invalid: "nobody_changed" an entity that is not there, or nothing chosen;
            "name_too_long"; "two_decisions" something is filled in that the button
            does not keep.
    """
    entities = {entity.id: entity for entity in found.entities}
    one, act = entities.get(sent.get("entity", "")), sent.get("act", "")
    if one is None or act not in (Act.RENAME, Act.MERGE, Act.SPLIT):
        raise Invalid("nobody_changed")
    name, other_name = _name(sent, "name"), _name(sent, "other_name")
    kind = EntityKind(sent["kind"]) if sent.get("kind") in set(EntityKind) else None
    other = entities.get(sent.get("other", ""))
    chosen = set(sent.getlist("place"))
    places = tuple(m for n, m in enumerate(one.mentions) if str(n) in chosen)
    renames = name not in ("", one.name) or kind not in (None, one.kind)
    splits = bool(places or other_name)
    besides = {Act.RENAME: other or splits, Act.MERGE: splits}
    if besides.get(Act(act), other or renames):
        raise Invalid("two_decisions")
    if act == Act.SPLIT:
        return Correction(Act.SPLIT, places, Voice.of(one), name=other_name)
    sources = (Voice.of(other),) if other else ()
    if not renames:
        name, kind = "", None
    return Correction(Act(act), (), Voice.of(one), sources, name=name, kind=kind)


def _name(sent: MultiDict[str, str], field: str) -> str:
    name = " ".join(sent.get(field, "").split())
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise Invalid("name_too_long", most=_LONGEST_NAME)
    return name


def _place(mention: Span, raw: str) -> Place:
    begin, end = max(0, mention.begin - _AROUND), mention.end + _AROUND
    before = raw[begin : mention.begin].rsplit("\n", maxsplit=1)[-1]
    behind = raw[mention.end : end].split("\n", maxsplit=1)[0]
    return Place(before, mention.of(raw), behind)
