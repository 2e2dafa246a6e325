"""The outlet in which an article stands: what is said to it is said to the article."""

import re
from dataclasses import replace

from quiz.engine.claims.claim import Claim, Entity, EntityKind, Extraction
from quiz.engine.claims.reason import Aspect
from quiz.engine.lexicon.lexicon import lexicon

_OTHERS = frozenset({EntityKind.PERSON, EntityKind.COUNTRY})
_ADDRESS = re.compile(r"^(?:\w+:/+)?(?:\w{3}\.)?([^/\s]+)\.\w{2,6}\b.*$")
_NO_LETTER = re.compile(r"[\W_]+")


def as_printed_in(found: Extraction, outlet: str) -> Extraction:
    """What was found, where the outlet itself is no hand between voice and article.

    "Sagte Ott dem Talboten" in the Talbote is said to the article; what the Talbote
    says of itself is nobody else's, and not sure.
    """
    printed = _keys(outlet, found.language)
    own = {each.id for each in found.entities if _is_it(each, printed, found.language)}
    if not own:
        return found
    claims = tuple(_without(own, claim) for claim in found.claims)
    return replace(found, claims=claims, own=frozenset(own))


def _is_it(entity: Entity, printed: frozenset[str], language: str) -> bool:
    called = (entity.name, *entity.aliases)
    return entity.kind not in _OTHERS and any(
        printed & _keys(each, language) for each in called
    )


def _keys(name: str, language: str) -> frozenset[str]:
    """The letters of a name, with and without its article; of an address, its name."""
    words = _ADDRESS.sub(r"\1", name.strip().casefold()).split()
    articles = lexicon(language).words.articles
    bare = words[1:] if words[1:] and words[0] in articles else words
    front = [each for each in articles if words[:1] and words[0].startswith(each)]
    shut = [words[0].removeprefix(each) for each in front] if len(words) == 1 else []
    found = ("".join(words), "".join(bare), *shut)
    return frozenset(_NO_LETTER.sub("", each) for each in found) - {""}


def _without(own: set[str], claim: Claim) -> Claim:
    claim = replace(
        claim,
        sources=tuple(each for each in claim.sources if each.entity not in own),
        reasons=tuple(
            each
            for each in claim.reasons
            if each.aspect is not Aspect.SOURCE or each.entity not in own
        ),
    )
    if claim.speaker_entity not in own:
        return claim
    return replace(claim, sure_speaker=False, sure_chain=False)
