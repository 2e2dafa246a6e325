"""Which questions of several versions of a set are one question."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.bank.models import BankItem, QuestionSet


def first_versions(session: Session, set_ids: Iterable[UUID]) -> Mapping[UUID, UUID]:
    """Each set → the earliest version of it that is still there."""
    before: dict[UUID, UUID | None] = {}
    unknown = set(set_ids)
    while unknown:
        wanted = select(QuestionSet.id, QuestionSet.previous_id)
        rows = session.execute(wanted.where(QuestionSet.id.in_(unknown)))
        before.update((set_id, previous) for set_id, previous in rows)
        unknown = {each for each in before.values() if each} - before.keys()
    return {set_id: _root(set_id, before) for set_id in before}


def line_of(item: BankItem, roots: Mapping[UUID, UUID]) -> str:
    """The same text for the same question in all versions of its set."""
    root = roots[item.set_id]
    question = item.as_question()
    return f"{root} {item.other_article_id or ''} {question.id}"


def _root(set_id: UUID, before: Mapping[UUID, UUID | None]) -> UUID:
    while (previous := before[set_id]) is not None:
        set_id = previous
    return set_id
