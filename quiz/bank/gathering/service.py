"""Questions for a draft from elsewhere: of another article, or out of the library."""

import uuid
from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from quiz.access import Action, Actor
from quiz.articles.models import Article
from quiz.articles.service import article_of
from quiz.bank.drafts.proposals import add_item, body_in, proposals_for, take_up
from quiz.bank.drafts.service import Seen, count_change
from quiz.bank.library.copying import article_for
from quiz.bank.library.service import Wanted, is_found
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.visibility import narrow
from quiz.engine.questions.question import MarkRole, QuestionKind
from quiz.engine.rounds import MOST_IN_A_ROUND
from quiz.errors import Invalid

MOST_ARTICLES = 10
_LOOKED_THROUGH = 400  # among so many, 20 are about different statements
_OF_THEIR_TEACHER = {QuestionKind.OWN.value, QuestionKind.POLL.value}


def add_article(
    session: Session,
    actor: Actor,
    draft: QuestionSet,
    article_id: uuid.UUID,
    seen: Seen,
) -> int:
    """Let a draft ask about one more article; its questions wait to be ticked.

    Gives how many came in.

    Where the rights of that article let fewer people see it, the set is shown to no
    more than those.

    Raises:
        NotFound: no such article, or it is somebody else's.
        Invalid: "too_many_articles" with `most`; "no_questions_in_article".
        Conflict: "edited_meanwhile".
    """
    article = article_of(session, actor, article_id)
    _check_room(draft, {article})
    proposed = proposals_for(draft, article)
    count_change(session, draft, seen)
    taken = take_up(draft, article, proposed)
    if not taken:
        raise Invalid("no_questions_in_article")
    session.flush()
    narrow(draft)
    return taken


def draw(
    session: Session, actor: Actor, draft: QuestionSet, wanted: Wanted, seen: Seen
) -> int:
    """Take up to `wanted.count` questions by chance out of the library; gives how many.

    Only what everybody may copy, or one works on; one question about a statement.
    Questions that other teachers wrote stay theirs.

    Raises:
        NotAllowed: a newcomer tried.
        Invalid: "nothing_to_draw"; "too_many_articles" with `most`.
        Conflict: "edited_meanwhile".
    """
    actor.must(Action.READ_KEYS)
    drawn: list[tuple[Article, BankItem]] = []
    topics = {_topic(item) for item in draft.items if item.is_kept}
    for item in _shuffled(session, actor, draft, wanted):
        if len(drawn) == min(wanted.count, MOST_IN_A_ROUND):
            break
        if _topic(item) not in topics:
            topics.add(_topic(item))
            drawn.append((item.article, item))
    if not drawn:
        raise Invalid("nothing_to_draw")
    count_change(session, draft, seen)
    owned = {a: article_for(session, actor, a, seen.now) for a, _item in drawn}
    _check_room(draft, set(owned.values()))
    for article, item in drawn:
        _take(draft, owned[article], item)
    session.flush()
    narrow(draft)
    return len(drawn)


def _shuffled(
    session: Session, actor: Actor, draft: QuestionSet, wanted: Wanted
) -> Sequence[BankItem]:
    """Some of the questions that fit, in an order made by chance."""
    asked = (
        select(BankItem)
        .join(QuestionSet, QuestionSet.id == BankItem.set_id)
        .join(Article, Article.id == QuestionSet.article_id)
        .where(
            *is_found(actor, wanted),
            BankItem.is_kept,
            BankItem.kind.in_(wanted.kinds - _OF_THEIR_TEACHER),
            QuestionSet.article_id != draft.article_id,
            or_(
                QuestionSet.visibility == "public",
                QuestionSet.owner_id == actor.user_id,
            ),
        )
        .order_by(func.random())
        .limit(_LOOKED_THROUGH)
    )
    return session.scalars(asked).all()


def _topic(item: BankItem) -> tuple[str, str]:
    """What a set need not be asked about twice: a text and where it says something."""
    marks = item.as_question().marks
    said = [str(m.span.begin) for m in marks if m.role is MarkRole.CONTENT]
    return item.article.text_sha256, next(iter(said), item.body["id"])


def _take(draft: QuestionSet, article: Article, item: BankItem) -> None:
    """Have the question in the draft: a proposal is ticked, another one added.

    Ids that count may be another question's, where other rules had counted.
    """
    body = body_in(draft, article, item.body)
    for there in draft.items:
        if there.body["id"] == body["id"] and there.body["marks"] == body["marks"]:
            there.is_kept = True
            return
    if any(there.body["id"] == body["id"] for there in draft.items):
        body["id"] = f"{body['id']}-{item.id.hex[:8]}"
    add_item(draft, article, body, kept=True)


def _check_room(draft: QuestionSet, more: set[Article]) -> None:
    if len({*draft.articles, *more}) > MOST_ARTICLES:
        raise Invalid("too_many_articles", most=MOST_ARTICLES)
