"""Questions of a round from the database, one or some, in one query."""

import uuid
from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import Session

from quiz.articles.article_text import COLUMNS, ArticleText
from quiz.articles.models import Article
from quiz.bank.kept_questions import BODY, MENDED, question_from
from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.questions.registry import kind_of
from quiz.play.models import Answer, Round, RoundItem, answers_item
from quiz.play.service import Place
from quiz.play.sheet import Sheet
from quiz.play.steps import Step

# Built once, and without objects of the bank: this is what is asked most.
_ASKED = (
    select(
        RoundItem.number,
        RoundItem.option_order,
        RoundItem.item_id,
        BankItem.other_article_id,
        BankItem.is_void,
        BODY,
        Answer.reply,
        Answer.share,
        QuestionSet.visibility,
        *COLUMNS,
    )
    .join(Round, Round.id == RoundItem.round_id)
    .join(BankItem, BankItem.id == RoundItem.item_id)
    .join(QuestionSet, QuestionSet.id == Round.set_id)
    .join(
        Article,
        Article.id == func.coalesce(BankItem.other_article_id, QuestionSet.article_id),
    )
    .outerjoin(MENDED, MENDED.id == BankItem.mended_id)
    .outerjoin(Answer, answers_item())
    .where(RoundItem.round_id == bindparam("round_id"))
)
_ONE = _ASKED.where(RoundItem.number == bindparam("number"))
_SOME = _ASKED.where(
    RoundItem.number.in_(bindparam("numbers", expanding=True))
).order_by(RoundItem.number)


def asked(session: Session, place: Place, steps: tuple[Step, ...]) -> Sheet | None:
    """That question with its answer, if there is one; None where there is none."""
    row = session.connection().execute(_ONE, place._asdict()).one_or_none()
    return None if row is None else _sheet(session, place, steps, row)


def is_theirs(session: Session, player_id: uuid.UUID, place: Place) -> bool:
    """Whether there is that question in a round of this player."""
    theirs = (
        select(RoundItem.number)
        .join(Round, Round.id == RoundItem.round_id)
        .where(
            RoundItem.round_id == place.round_id,
            RoundItem.number == place.number,
            Round.player_id == player_id,
        )
    )
    return session.scalar(theirs) is not None


def some_asked(
    session: Session,
    round_id: uuid.UUID,
    numbers: Collection[int],
    steps: tuple[Step, ...],
) -> list[Sheet]:
    """Those questions with their answers, in the order of the round."""
    wanted = {"round_id": round_id, "numbers": tuple(numbers)}
    rows = session.connection().execute(_SOME, wanted)
    return [
        _sheet(session, Place(round_id, row.number), steps, row) for row in rows.all()
    ]


def beside(item: BankItem) -> tuple[ArticleText, ...]:
    """The other articles of its set, where a teacher wrote the question."""
    if not kind_of(item.as_question()).is_own:
        return ()
    others = (each for each in item.question_set.articles if each != item.article)
    return tuple(ArticleText.of(each) for each in others)


def _sheet(
    session: Session,
    place: Place,
    steps: tuple[Step, ...],
    row: Row[*tuple[Any, ...]],
) -> Sheet:
    article = ArticleText.of_row(row)
    kept_back = row.visibility != "private" and article.is_protected
    question = question_from(row.body, row.other_article_id)
    options = {option.id: option for option in question.options}
    texts = tuple(row.reply or ()) if question.form.is_typed else ()
    reply = () if texts else row.reply
    is_own = kind_of(question).is_own and not kept_back
    return Sheet(
        place=place,
        steps=steps,
        question=question,
        shown=tuple(options[each] for each in row.option_order),
        reply=None if reply is None else tuple(options[each] for each in reply),
        share=row.share,
        article=article,
        beside=_beside(session, row.item_id) if is_own else (),
        keeps_text_back=kept_back,
        texts=texts,
        is_void=row.is_void,
    )


def _beside(session: Session, item_id: uuid.UUID) -> tuple[ArticleText, ...]:
    return beside(session.get_one(BankItem, item_id))
