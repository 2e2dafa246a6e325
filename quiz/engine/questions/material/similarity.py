"""Which claims say nearly the same (rule V05)."""

from collections import Counter
from collections.abc import Iterable, Sequence

from quiz.engine.claims.claim import Claim
from quiz.engine.questions.words import Forms, jaccard, words
from quiz.engine.text.span import Span

# Two claims as alike as this say the same …
ALIKE = 0.5
# … and so do they if one says nearly all that the other says.
_CONTAINED = 0.8


class Likeness:
    """Knows the claims of one text that are alike.

    Each claim is compared only with those that share a word of content with it or
    lie in the same place, so that long texts stay quick.
    """

    def __init__(self, claims: Sequence[Claim], raw: str, forms: Forms) -> None:
        self._claims = claims
        contents = [" ".join(span.of(raw) for span in c.content) for c in claims]
        self._words = [frozenset(words(content)) for content in contents]
        self._telling = [
            frozenset(forms.content_words(content)) for content in contents
        ]
        self._holders: dict[str, list[int]] = {}
        for number, telling in enumerate(self._telling):
            for word in telling:
                self._holders.setdefault(word, []).append(number)
        self._place = {claim.id: number for number, claim in enumerate(claims)}
        self._nested = _overlapping(claims)
        self._found: dict[str, tuple[Claim, ...]] = {}

    def alike(self, claim: Claim) -> tuple[Claim, ...]:
        """The other claims that overlap with it or say nearly the same."""
        if claim.id not in self._found:
            number = self._place[claim.id]
            near = sorted(self._nested[number] | set(self._sayings(number)))
            self._found[claim.id] = tuple(self._claims[each] for each in near)
        return self._found[claim.id]

    def _sayings(self, number: int) -> Iterable[int]:
        own = self._telling[number]
        shared = Counter(
            other for word in own for other in self._holders[word] if other != number
        )
        for other, count in shared.items():
            smaller = min(len(own), len(self._telling[other]))
            if (smaller > 1 and count >= _CONTAINED * smaller) or (
                jaccard(self._words[number], self._words[other]) >= ALIKE
            ):
                yield other


def _overlapping(claims: Sequence[Claim]) -> list[set[int]]:
    """For each claim the others whose content shares a place with its own."""
    found: list[set[int]] = [set() for _ in claims]
    spans = sorted(
        (span, n) for n, claim in enumerate(claims) for span in claim.content
    )
    open_spans: list[tuple[Span, int]] = []
    for span, number in spans:
        open_spans = [each for each in open_spans if each[0].end > span.begin]
        for _, other in open_spans:
            if other != number:
                found[number].add(other)
                found[other].add(number)
        open_spans.append((span, number))
    return found
