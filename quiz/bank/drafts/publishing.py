"""Making a draft the version that is played."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from quiz.bank.drafts.objections import objections_of
from quiz.bank.drafts.service import Seen, count_change, offer_for_draft
from quiz.bank.fingerprint import rules_fingerprint
from quiz.bank.models import QuestionSet
from quiz.bank.offering import must_be_playable
from quiz.bank.ordering import in_order
from quiz.bank.visibility import narrow
from quiz.engine.pool import SMALLEST_ROUND
from quiz.errors import Invalid


def publish(
    session: Session, draft: QuestionSet, kept: Collection[int], seen: Seen
) -> None:
    """Make these questions the set that is played; from now on it never changes.

    Raises:
        Invalid: "too_few_kept" with `needed`; "blocked_kept" with `numbers` of the
            questions that break a rule, so that nobody may publish them;
            "not_playable" as `must_be_playable`.
        Conflict: "edited_meanwhile".
    """
    found = objections_of(draft)
    blocked = [n for n in sorted(kept) if any(e.level == "block" for e in found[n])]
    if blocked:
        raise Invalid("blocked_kept", numbers=", ".join(map(str, blocked)))
    if len(kept) < SMALLEST_ROUND:
        raise Invalid("too_few_kept", needed=SMALLEST_ROUND)
    must_be_playable(offer_for_draft(draft, kept))
    count_change(session, draft, seen)
    draft.items = [item for item in draft.items if item.position + 1 in kept]
    for item in draft.items:
        item.is_kept = True
    draft.published_at, draft.rules = seen.now, rules_fingerprint()
    narrow(draft)
    if draft.previous_id is not None:
        session.get_one(QuestionSet, draft.previous_id).retired_at = seen.now
    session.flush()
    _renumber(session, draft)


def _renumber(session: Session, published: QuestionSet) -> None:
    """Number the questions as they were arranged, else in order of the article."""
    ordered = in_order(published)
    beyond = max(item.position for item in ordered) + 1
    for start in (beyond, 0):  # first out of the way: no place is taken twice
        for place, item in enumerate(ordered):
            item.position = start + place
        session.flush()
    session.refresh(published, ["items"])
