"""Who may play a set."""

import uuid

from sqlalchemy.orm import Session

from quiz.access import Actor
from quiz.articles.models import Article
from quiz.bank.models import QuestionSet
from quiz.bank.service import owned_set_of
from quiz.errors import Invalid

# How far the rights of an article let its sets go (rule V23): beyond the class only
# what is one's own or openly licensed.
_WIDEST = {"own_text": "public", "open_licence": "public"}
VISIBILITIES = ("private", "link", "public")


def widest_of(article: Article) -> str:
    """The widest visibility that the article's rights allow."""
    return _WIDEST.get(article.rights_basis, "link")


def show_to(
    session: Session, actor: Actor, set_id: uuid.UUID, visibility: str
) -> QuestionSet:
    """Let only those who work on it, whoever has its address, or everybody play it.

    Raises:
        NotFound, NotAllowed: as `owned_set_of`.
        Invalid: "visibility": there is no such; "rights_too_narrow": the article's
            rights allow less.
    """
    found = owned_set_of(session, actor, set_id)
    if visibility not in VISIBILITIES:
        raise Invalid("visibility")
    widest = VISIBILITIES.index(widest_of(found.article))
    if VISIBILITIES.index(visibility) > widest:
        raise Invalid("rights_too_narrow")
    found.visibility = visibility
    session.flush()
    return found
