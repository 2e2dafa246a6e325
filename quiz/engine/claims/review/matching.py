"""Which of the found claims a decision is about: told by their words."""

from collections.abc import Iterable, Iterator, Sequence

from quiz.engine.claims.claim import Claim
from quiz.engine.claims.review.correction import Act, Correction
from quiz.engine.text.span import Span

SAME_WORDS = 0.8  # likeness of the words from which a claim is taken for the same
MOSTLY_SAME = 0.5  # from which on it is, where nobody decided about it otherwise

Words = tuple[Span, ...]


def likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Twice the shared characters, by all characters of both: 0–1."""
    if not any(a.overlaps(b) for a in one for b in other):
        return 0.0
    mine, yours = _characters(one), _characters(other)
    return 2 * len(mine & yours) / (len(mine) + len(yours))


def most_alike(
    words: Sequence[Span], claims: Iterable[Claim], least: float
) -> Claim | None:
    """The claim whose words are most like these, the first of equals.

    None where the likeness of none is at least `least`.
    """
    best, share = None, least
    for claim in claims:
        alike = likeness(claim.content, words)
        if alike >= share and not (best is not None and alike == share):
            best, share = claim, alike
    return best


class Matching:
    """Finds for each decision the claim that it was made about.

    A decision was made about words that the rules had found then. Where the rules of
    today find somewhat other words there, it holds for the claim with most of them;
    but never for one that another decision is about by its very words.
    """

    def __init__(self, found: Sequence[Claim], decisions: Sequence[Correction]) -> None:
        self._known: dict[Words, str] = {}
        about = {each.content for each in decisions if not each.act.is_about_somebody}
        exact = (most_alike(words, found, SAME_WORDS) for words in about)
        self._taken = {claim.id for claim in exact if claim is not None}

    def claim_for(self, correction: Correction, claims: list[Claim]) -> Claim | None:
        """The claim of that decision among those that are there now; None without."""
        words = correction.content
        found = self._again(words, claims) or most_alike(words, claims, SAME_WORDS)
        if found is None and correction.act is not Act.ADD:
            free = (claim for claim in claims if claim.id not in self._taken)
            found = most_alike(words, free, MOSTLY_SAME)
        if found is not None:
            self.bind(words, found)
        return found

    def bind(self, words: Words, claim: Claim) -> None:
        """Whatever else is decided about these words is about that claim."""
        self._known[words] = claim.id
        self._taken.add(claim.id)

    def pieces_of(self, words: Words, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims, decided by nobody, of which most lies in these words."""
        whole = _characters(words)
        for claim in claims:
            if self._is_free(claim) and _is_piece(claim, whole):
                yield claim

    def _is_free(self, claim: Claim) -> bool:
        return claim.id not in self._taken and not claim.nested

    def _again(self, words: Words, claims: Iterable[Claim]) -> Claim | None:
        known = self._known.get(words)
        return next((claim for claim in claims if claim.id == known), None)


def _is_piece(claim: Claim, whole: set[int]) -> bool:
    own = _characters(claim.content)
    return 2 * len(own & whole) > len(own)


def _characters(spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at in range(span.begin, span.end)}
