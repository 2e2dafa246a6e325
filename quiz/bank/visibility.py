"""Who may play a set."""

import uuid

from sqlalchemy.orm import Session

from quiz.access import Actor, Role
from quiz.accounts.schools.service import school_of
from quiz.bank.models import QuestionSet
from quiz.bank.offering import Offer, must_be_playable, offer_of
from quiz.bank.service import owned_set_of
from quiz.engine.questions.registry import kind_of
from quiz.engine.questions.rules.near_copy import copies
from quiz.errors import Invalid

VISIBILITIES = ("private", "school", "link", "public")
"""From few to many: colleagues are known, whoever has an address is anybody."""


def widest_of(question_set: QuestionSet) -> str:
    """The widest visibility that the rights of its articles allow (rule V23).

    Texts of one's own and openly licensed ones can be shown to everybody. Of protected
    ones only questions in a teacher's own words leave the class, the text stays
    behind, and they go no further than the school. A class plays at its seats what it
    is given, however private it is.
    """
    if not any(article.is_protected for article in question_set.articles):
        return "public"
    return "school" if stands_alone(question_set) else "private"


def stands_alone(question_set: QuestionSet) -> bool:
    """Whether its questions can do without their protected articles.

    A teacher wrote all of them, none is proved by the text, and none copies it.
    """
    return all(
        kind_of(question).is_own
        and not question.evidence
        and not any(
            copies(question, article.text)
            for article in question_set.articles
            if article.is_protected
        )
        for question in question_set.questions()
    )


def closed_to(question_set: QuestionSet, offer: Offer) -> tuple[str, ...]:
    """Which visibilities it cannot have: too wide for its rights, or not playable."""
    widest = widest_of(question_set)
    if not offer.is_playable:
        widest = min(widest, question_set.visibility, key=VISIBILITIES.index)
    return VISIBILITIES[VISIBILITIES.index(widest) + 1 :]


def narrow(question_set: QuestionSet) -> None:
    """Show it to no more people than the rights of its articles allow."""
    widest = widest_of(question_set)
    question_set.visibility = min(
        question_set.visibility, widest, key=VISIBILITIES.index
    )


def show_to(
    session: Session, actor: Actor, set_id: uuid.UUID, visibility: str
) -> QuestionSet:
    """Let only those who work on it, whoever has its address, or everybody play it.

    Raises:
        NotFound, NotAllowed: as `owned_set_of`.
        Invalid: "visibility": there is no such; "rights_too_narrow": the article's
            rights allow less; "no_school": its owner teaches at none; "not_playable":
            nobody could play it, so no more people may.
    """
    found = owned_set_of(session, actor, set_id)
    if visibility not in VISIBILITIES:
        raise Invalid("visibility")
    wanted = VISIBILITIES.index(visibility)
    if wanted > VISIBILITIES.index(widest_of(found)):
        raise Invalid("rights_too_narrow")
    if found.published_at and wanted > VISIBILITIES.index(found.visibility):
        must_be_playable(offer_of(session, found))
    owner = Actor(found.owner_id, Role.TEACHER)
    if visibility == "school" and school_of(session, owner) is None:
        raise Invalid("no_school")
    found.visibility = visibility
    session.flush()
    return found
