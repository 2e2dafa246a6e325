"""Which statements are nearly usable, in the order in which they help a round most."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from quiz.articles.check.uncertain import all_uncertain
from quiz.engine.claims.claim import Claim, EntityKind, Extraction
from quiz.engine.claims.review.decisions import Review, Verdict
from quiz.engine.questions.compose import compose
from quiz.engine.text.span import Span

# How much a confirmed claim helps, beside how likely it is right: by the questions that
# come of it, counted once for an article; the other figures are set by hand. Of 140
# Austrian news articles 19 give a round only once claims are confirmed. These need 1.5
# verdicts on the average in this order, and 12 of them one; with figures by hand alone
# they needed 2.5, and 4 of them one.
NEW_VOICE = 2.0  # wrong answers are other voices, and each gives questions of its own
ASKED_ALREADY = 0.6  # words and speaker are sure: only its source is still missing
INSIDE = 0.5  # the statement around it is asked about, too
NOTHING_TO_ASK = 0.1  # however right, no question comes of it
A_QUESTION = 0.5  # each question that comes of it, but for …
_MOST = 4  # … more of them, of which a round has two at most
HELPS = {
    EntityKind.PERSON: 1.0,
    EntityKind.ORGANISATION: 1.0,
    EntityKind.OUTLET: 1.0,
    EntityKind.COUNTRY: 1.0,
    EntityKind.GROUP: 0.7,
    EntityKind.UNNAMED: 0.4,
}
NOBODY = 0.6

Words = tuple[Span, ...]


def nearly_usable(review: Review, yields: Mapping[Words, int]) -> tuple[Claim, ...]:
    """The claims that are not sure and that nobody decided about, best ones first.

    Args:
        review: the claims with what was decided.
        yields: how many questions come of the words of a claim, as `yields_of` says.
    """
    decided = {
        claim.content
        for claim in review.found.claims
        if review.verdicts[claim.id] is not Verdict.OPEN
    }
    waiting = [
        claim
        for claim in review.found.claims
        if claim.content not in decided and all_uncertain(claim)
    ]
    gains = _Gains(review, yields)
    return tuple(sorted(waiting, key=gains.of, reverse=True))


def yields_of(found: Extraction) -> Mapping[Words, int]:
    """For the words of each claim how many questions show it, were all claims sure."""
    claims = tuple(claim.reviewed() for claim in found.claims)
    questions = compose(replace(found, claims=claims))
    shown = Counter(claim for question in questions for claim in set(question.claims))
    return {claim.content: shown[claim.id] for claim in claims}


class _Gains:
    """What the claims of one article would bring if they were confirmed."""

    def __init__(self, review: Review, yields: Mapping[Words, int]) -> None:
        """Look up what is asked about already."""
        found = review.extraction
        self._kinds = {each.id: each.kind for each in found.entities}
        sure = (claim for claim in found.claims if claim.is_sure_of_voice)
        self._voices = {claim.speaker_entity for claim in sure}
        self._yields = yields

    def of(self, claim: Claim) -> float:
        """How much is to be expected; later ones of a voice count no less."""
        gain = claim.confidence * self._speaker(claim)
        gain *= INSIDE if claim.nested else 1
        gain *= ASKED_ALREADY if claim.is_sure_of_voice else 1
        questions = min(self._yields.get(claim.content, 0), _MOST)
        return gain * (NOTHING_TO_ASK + A_QUESTION * questions)

    def _speaker(self, claim: Claim) -> float:
        voice = claim.speaker_entity
        if voice is None:
            return NOBODY
        return HELPS[self._kinds[voice]] * (1 if voice in self._voices else NEW_VOICE)
