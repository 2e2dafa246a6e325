"""What others keep when an account goes: classes, articles and sets they share."""

from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quiz.articles.models import Article, ArticleTeacher
from quiz.bank.models import QuestionSet
from quiz.classroom.models import Assignment, Classroom, ClassTeacher
from quiz.classroom.service import delete_class
from quiz.events import account_leaves


def listen() -> None:
    """Hear from now on that an account goes."""
    account_leaves.connect(_hand_on)


def _hand_on(session: Session, *, user_id: UUID) -> None:
    """Give to colleagues what is theirs, too; classes of nobody else go."""
    wanted = select(Article).where(Article.owner_id == user_id)
    for article in session.scalars(wanted).all():
        _hand_article_on(session, article)
    taught = select(Classroom).join(ClassTeacher).where(ClassTeacher.user_id == user_id)
    for classroom in session.scalars(taught).all():
        _hand_class_on(session, classroom, user_id)
    session.flush()
    session.expire_all()


def _hand_article_on(session: Session, article: Article) -> None:
    wanted = (
        select(ArticleTeacher)
        .where(ArticleTeacher.article_id == article.id)
        .order_by(ArticleTeacher.added_at)
    )
    heir = session.scalars(wanted).first()
    if heir is not None:
        _give(session, article, heir.user_id)
        session.delete(heir)
        session.flush()


def _hand_class_on(session: Session, classroom: Classroom, user_id: UUID) -> None:
    wanted = (
        select(ClassTeacher)
        .where(ClassTeacher.class_id == classroom.id, ClassTeacher.user_id != user_id)
        .order_by(ClassTeacher.is_owner.desc(), ClassTeacher.added_at)
    )
    heir = session.scalars(wanted).first()
    if heir is None:
        delete_class(session, classroom)
        return
    leaving = session.get_one(ClassTeacher, (classroom.id, user_id))
    heir.is_owner = heir.is_owner or leaving.is_owner
    given = select(Assignment.set_id).where(Assignment.class_id == classroom.id)
    played = select(QuestionSet).where(QuestionSet.id.in_(given))
    for question_set in session.scalars(played).all():
        for article in question_set.articles:
            if article.owner_id == user_id:
                _give(session, article, heir.user_id)
        if question_set.owner_id == user_id:
            question_set.owner_id = heir.user_id
    session.flush()


def _give(session: Session, article: Article, heir_id: UUID) -> None:
    """The article and the sets about it that were its owner's."""
    session.execute(
        update(QuestionSet)
        .where(
            QuestionSet.article_id == article.id,
            QuestionSet.owner_id == article.owner_id,
        )
        .values(owner_id=heir_id),
        execution_options={"synchronize_session": "fetch"},
    )
    article.owner_id = heir_id
    session.flush()
