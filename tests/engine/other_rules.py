"""What other rules would find in a text, made of what the rules of today find.

Every one of `CHANGES` is something that rules for finding claims can come to do
differently. Claims and entities are counted anew behind each, as the rules do it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from quiz.engine.claims.claim import Claim, Entity, Extraction, SourceLink
from quiz.engine.text.span import Span


def counted(
    found: Extraction, claims: Iterable[Claim], entities: Iterable[Entity]
) -> Extraction:
    """These claims and entities with the ids that they get by their order."""
    claims, entities = list(claims), list(entities)
    ids = {each.id: f"c{n}" for n, each in enumerate(claims, 1)}
    ids |= {each.id: f"e{n}" for n, each in enumerate(entities, 1)}

    def put(several):
        return tuple(ids[each] for each in several if each in ids)

    def reasons_of(claim):
        return tuple(
            replace(r, claim=ids.get(r.claim), entity=ids.get(r.entity))
            for r in claim.reasons
        )

    return replace(
        found,
        claims=tuple(
            replace(
                each,
                id=ids[each.id],
                speaker_entity=ids.get(each.speaker_entity),
                sources=tuple(replace(x, entity=ids[x.entity]) for x in each.sources),
                reasons=reasons_of(each),
            )
            for each in claims
        ),
        entities=tuple(
            replace(e, id=ids[e.id], members=put(e.members), bodies=put(e.bodies))
            for e in entities
        ),
    )


def claims_missing(found: Extraction) -> Extraction:
    """Two claims of three are found, not the first one."""
    kept = [each for n, each in enumerate(found.claims) if n % 3]
    return counted(found, kept, found.entities)


def first_missing(found: Extraction) -> Extraction:
    """The first claim is not found, so all others have another number."""
    return counted(found, found.claims[1:], found.entities)


def _resized(found: Extraction, content: Callable[[Claim], tuple[Span, ...]]):
    claims = [replace(each, content=content(each)) for each in found.claims]
    return counted(found, claims, found.entities)


def _without_end(claim: Claim, share: float) -> tuple[Span, ...]:
    *before, (begin, end) = claim.content
    return (*before, Span(begin, end - int((end - begin) * share)))


def words_shorter(found: Extraction) -> Extraction:
    """A tenth of the words is missing at the end."""
    return _resized(found, lambda claim: _without_end(claim, 0.1))


def words_cut(found: Extraction) -> Extraction:
    """Nearly half of the words is missing."""
    return _resized(found, lambda claim: _without_end(claim, 0.45))


def words_longer(found: Extraction) -> Extraction:
    """Some words before belong to it, too, as far as its sentence goes."""

    def longer(claim):
        (begin, end), *behind = claim.content
        more = int((end - begin) * 0.4)
        return (Span(max(claim.sentence.begin, begin - more), end), *behind)

    return _resized(found, longer)


def in_two(found: Extraction) -> Extraction:
    """Every claim is two."""
    claims = []
    for each in found.claims:
        begin, end = each.content[0]
        middle = (begin + end) // 2
        second = (Span(middle, end), *each.content[1:])
        claims.append(replace(each, content=(Span(begin, middle),)))
        claims.append(replace(each, id=f"{each.id}b", content=second))
    return counted(found, claims, found.entities)


def speakers_differ(found: Extraction) -> Extraction:
    """Every claim is somebody else's."""
    ids = [each.id for each in found.entities]
    after = dict(zip(ids, [*ids[1:], ids[0]], strict=True))
    claims = [
        replace(each, speaker_entity=after.get(each.speaker_entity, ids[0]))
        for each in found.claims
    ]
    return counted(found, claims, found.entities)


def chains_differ(found: Extraction) -> Extraction:
    """What had a source has none, all else has one."""
    source = SourceLink(found.entities[-1].id, None, inherited=True)
    claims = [
        replace(each, sources=() if each.sources else (source,))
        for each in found.claims
    ]
    return counted(found, claims, found.entities)


def order_differs(found: Extraction) -> Extraction:
    """The people are counted the other way round."""
    return counted(found, found.claims, found.entities[::-1])


def names_shorter(found: Extraction) -> Extraction:
    """Everybody is called by the last word of the name."""
    people = [
        replace(e, name=e.name.split()[-1], aliases=(*e.aliases, e.name.split()[-1]))
        for e in found.entities
    ]
    return counted(found, found.claims, people)


def two_are_one(found: Extraction) -> Extraction:
    """The first two speakers are taken for one."""
    one, other = _speakers(found)[:2]
    whole = replace(
        one,
        mentions=tuple(sorted({*one.mentions, *other.mentions})),
        aliases=(*one.aliases, other.name, *other.aliases),
    )
    claims = [_by(each, other.id, one.id) for each in found.claims]
    people = [whole if e.id == one.id else e for e in found.entities if e != other]
    return counted(found, claims, people)


def one_is_two(found: Extraction) -> Extraction:
    """Whoever is mentioned more than once is two, the second by another name."""
    people: list[Entity] = []
    for each in found.entities:
        people.append(replace(each, mentions=each.mentions[:1]))
        if each.mentions[1:]:
            people.append(
                Entity(
                    f"{each.id}b",
                    each.mentions[1].of(found.raw),
                    each.kind,
                    mentions=each.mentions[1:],
                )
            )
    return counted(found, found.claims, people)


def people_missing(found: Extraction) -> Extraction:
    """Of the people every other one is not seen; what they said has no speaker."""
    people = found.entities[::2]
    there = {each.id for each in people}
    claims = [
        replace(each, sources=tuple(x for x in each.sources if x.entity in there))
        for each in found.claims
    ]
    return counted(found, claims, people)


def _speakers(found: Extraction) -> Sequence[Entity]:
    spoke = dict.fromkeys(each.speaker_entity for each in found.claims)
    return [found.entity(each) for each in spoke if each]


def _by(claim: Claim, was: str, now: str) -> Claim:
    speaker = now if claim.speaker_entity == was else claim.speaker_entity
    sources = (
        replace(x, entity=now if x.entity == was else x.entity) for x in claim.sources
    )
    return replace(claim, speaker_entity=speaker, sources=tuple(sources))


CHANGES: tuple[Callable[[Extraction], Extraction], ...] = (
    claims_missing,
    first_missing,
    words_shorter,
    words_cut,
    words_longer,
    in_two,
    speakers_differ,
    chains_differ,
    order_differs,
    names_shorter,
    two_are_one,
    one_is_two,
    people_missing,
)
