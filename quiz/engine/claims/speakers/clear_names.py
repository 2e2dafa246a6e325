"""Who is not asked about because the name that would be shown may be read wrongly."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.engine.claims.doubt import NAME_UNCLEAR, ROLE_MAY_BE_NAMED, weight_of
from quiz.engine.claims.entities.display import has_clear_name
from quiz.engine.claims.entities.figure import Figure
from quiz.engine.claims.speakers.identified import Identified
from quiz.engine.claims.speakers.known_roles import KnownRoles
from quiz.engine.claims.words.reading import Reading


def with_clear_names(
    reading: Reading, figures: list[Figure], found: Sequence[Identified]
) -> Iterator[Identified]:
    """Each of the claims, doubted where a name of its speaker or sources is unclear.

    So is one known by a role who may be somebody with a name.

    Args:
        reading: the text.
        figures: everybody in it, once all their names are known.
        found: the claims in the making, each behind the one it is carried on from.
    """
    roles = KnownRoles(reading, figures)
    clear: dict[int, bool] = {}
    renewed: dict[int, Identified] = {}
    for claim in found:
        people = (claim.speaker, *(link.figure for link in claim.links))
        for figure in people:
            if figure is not None and id(figure) not in clear:
                clear[id(figure)] = has_clear_name(reading, figure, figures)
        doubts = claim.doubts
        if not all(figure is None or clear[id(figure)] for figure in people):
            doubts += (NAME_UNCLEAR,)
        if roles.may_have_name(claim):
            doubts += (ROLE_MAY_BE_NAMED,)
        earlier = renewed.get(id(claim.earlier), claim.earlier)
        if doubts != claim.doubts or earlier is not claim.earlier:
            doubt = weight_of(doubts)
            renewed[id(claim)] = replace(
                claim, doubts=doubts, doubt=doubt, earlier=earlier
            )
        yield renewed.get(id(claim), claim)
