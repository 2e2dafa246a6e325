"""Where an article names its entities."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import inf

from quiz.engine.claims.claim import Entity
from quiz.engine.text.span import Span

# Of a text that names more, those near by are enough to find wrong answers among.
MOST_NEAR = 100
_STEPS = 10 * MOST_NEAR  # namings that are looked at for that


class Places:
    """Every naming of every entity, quick to look up by place."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._begins = {e.id: [m.begin for m in e.mentions] for e in entities}
        self._named = sorted(
            (mention, number)
            for number, entity in enumerate(entities)
            for mention in entity.mentions
        )
        self._longest = max((m.end - m.begin for m, _ in self._named), default=0)

    def is_named_in(self, entity: Entity, spans: Iterable[Span]) -> bool:
        """Whether one of the stretches names the entity."""
        begins = self._begins[entity.id]
        for span in spans:
            at = bisect_left(begins, span.end) - 1
            near = entity.mentions[max(0, at - 2) : at + 1]
            if any(mention.overlaps(span) for mention in near):
                return True
        return False

    def gap(self, entity: Entity, span: Span) -> int | None:
        """Characters between a stretch and the nearest naming; None without any."""
        at = bisect_left(self._begins[entity.id], span.begin)
        near = entity.mentions[max(0, at - 1) : at + 1]
        gaps = (max(m.begin - span.end, span.begin - m.end, 0) for m in near)
        return min(gaps, default=None)

    def named_in(self, spans: Iterable[Span]) -> list[Entity]:
        """The entities named in one of the stretches, in order of their ids."""
        found: set[int] = set()
        for span in spans:
            at = bisect_left(self._named, ((span.end, 0), 0)) - 1
            while at >= 0 and self._named[at][0].begin >= span.begin - self._longest:
                mention, number = self._named[at]
                if mention.overlaps(span):
                    found.add(number)
                at -= 1
        return [self._entities[number] for number in sorted(found)]

    def near(self, span: Span) -> Sequence[Entity]:
        """All entities, or the hundred named nearest; in order of their ids."""
        if len(self._entities) <= MOST_NEAR:
            return self._entities
        right = bisect_left(self._named, (span, 0))
        left = right - 1
        found: set[int] = set()
        for _ in range(_STEPS):
            is_left = self._gap_at(left, span) < self._gap_at(right, span)
            at, left, right = (
                (left, left - 1, right) if is_left else (right, left, right + 1)
            )
            if not 0 <= at < len(self._named) or len(found) >= MOST_NEAR:
                break
            found.add(self._named[at][1])
        return [self._entities[number] for number in sorted(found)]

    def _gap_at(self, at: int, span: Span) -> float:
        """Characters between a stretch and that naming; endless where there is none."""
        if not 0 <= at < len(self._named):
            return inf
        mention = self._named[at][0]
        return max(mention.begin - span.end, span.begin - mention.end, 0)
