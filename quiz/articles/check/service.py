"""What the quick check knows of an article, worked out once and then remembered."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from quiz.articles.check.order import Words, nearly_usable, yields_of
from quiz.articles.claims.service import questions_in, review_of
from quiz.articles.extraction import Printed, extracted, printed
from quiz.articles.models import Article
from quiz.engine.claims.claim import Claim
from quiz.engine.pool import SMALLEST_ROUND, Pool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions an article gives as it stands.

    Attributes:
        questions: all of them.
        together: how many go together in a round, counted up to `needed`.
        needed: how many a round has at least.
    """

    questions: int
    together: int
    needed: int = SMALLEST_ROUND

    @property
    def is_enough(self) -> bool:
        """Whether a round can be drawn of them."""
        return self.together >= self.needed


def tally_of(article: Article) -> Tally:
    """How many questions it gives now; composes them, which takes its time."""
    questions = questions_in(article)
    together = min(Pool(questions).most_together, SMALLEST_ROUND)
    return Tally(len(questions), together)


def waiting_in(article: Article) -> tuple[Claim, ...]:
    """The claims that are still to be checked, the most helpful first."""
    yields = _yields_of(printed(article))
    return nearly_usable(review_of(article), yields)


@lru_cache(maxsize=64)
def _yields_of(text: Printed) -> Mapping[Words, int]:
    """As the rules read the text; it takes long, and decisions hardly change it."""
    return yields_of(extracted(*text))
