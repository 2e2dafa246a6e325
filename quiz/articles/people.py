"""Who is who in an article, as its teacher sees and decides it."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from quiz.engine.claims.claim import Entity, EntityKind, Extraction
from quiz.engine.claims.correction import Act, Correction, Voice
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
            "name_too_long".
    """
    entities = {entity.id: entity for entity in found.entities}
    one = entities.get(sent.get("entity", ""))
    act, name = sent.get("act", ""), " ".join(sent.get("name", "").split())
    if one is None or act not in (Act.RENAME, Act.MERGE, Act.SPLIT):
        raise Invalid("nobody_changed")
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise Invalid("name_too_long", most=_LONGEST_NAME)
    if act == Act.MERGE:
        other = entities.get(sent.get("other", ""))
        sources = (_voice(other),) if other else ()
        return Correction(Act.MERGE, (), _voice(one), sources)
    if act == Act.SPLIT:
        numbers = {int(n) for n in sent.getlist("place") if n.isdecimal()}
        places = [m for n, m in enumerate(one.mentions) if n in numbers]
        other_name = " ".join(sent.get("other_name", "").split())
        if len(other_name) > _LONGEST_NAME or not other_name.isprintable():
            raise Invalid("name_too_long", most=_LONGEST_NAME)
        return Correction(Act.SPLIT, tuple(places), _voice(one), name=other_name)
    kind = sent.get("kind", "")
    return Correction(
        Act.RENAME,
        (),
        _voice(one),
        name=name,
        kind=EntityKind(kind) if kind in set(EntityKind) else None,
    )


def _voice(entity: Entity) -> Voice:
    return Voice(entity.name, entity.mentions[0] if entity.mentions else None)


def _place(mention: Span, raw: str) -> Place:
    begin, end = max(0, mention.begin - _AROUND), mention.end + _AROUND
    before = raw[begin : mention.begin].rsplit("\n", maxsplit=1)[-1]
    behind = raw[mention.end : end].split("\n", maxsplit=1)[0]
    return Place(before, mention.of(raw), behind)
