"""Who is who in an article, as its teacher sees it."""

from dataclasses import dataclass

from quiz.engine.claims.claim import Entity, Extraction
from quiz.engine.text.span import Span

_AROUND = 40  # characters beside a mention


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


def _place(mention: Span, raw: str) -> Place:
    begin, end = max(0, mention.begin - _AROUND), mention.end + _AROUND
    before = raw[begin : mention.begin].rsplit("\n", maxsplit=1)[-1]
    behind = raw[mention.end : end].split("\n", maxsplit=1)[0]
    return Place(before, mention.of(raw), behind)
