"""Questions that come into a draft: those the rules make, and others."""

from collections.abc import Mapping
from typing import Any

from quiz.articles.claims.service import dossier_of
from quiz.articles.models import Article
from quiz.bank.anchoring import id_by_now, made_of
from quiz.bank.models import BankItem, QuestionSet

Bodies = list[dict[str, Any]]


def proposals_for(question_set: QuestionSet, article: Article) -> Bodies:
    """What the rules ask about the article by now and the set does not.

    Working it out takes a while: do it before anything is written.
    """
    dossier = dossier_of(article)
    known = {
        _without_mark(id_by_now(item.as_question(), dossier), article)
        for item in question_set.items
        if item.article.id == article.id and not item.is_void
    }
    new = (question for question in made_of(article) if question.id not in known)
    return [body_in(question_set, article, each.as_json()) for each in new]


def take_up(draft: QuestionSet, article: Article, proposed: Bodies) -> int:
    """Add the proposals that the draft does not have; gives how many those are."""
    known = {item.body["id"] for item in draft.items}
    new = [body for body in proposed if body["id"] not in known]
    position = _behind_all(draft)
    for number, body in enumerate(new):
        add_item(draft, article, body, position=position + number)
    return len(new)


def body_in(
    draft: QuestionSet, article: Article, body: Mapping[str, Any]
) -> dict[str, Any]:
    """A question about the article with an id that no other one of the draft has.

    Ids name places of one article, so another article's name it, too.
    """
    if article.id == draft.article.id:
        return dict(body)
    return {**body, "id": f"{_without_mark(body['id'], article)}{_mark(article)}"}


def _mark(article: Article) -> str:
    return f"-{article.id.hex[:8]}"


def _without_mark(question_id: str, article: Article) -> str:
    return question_id.removesuffix(_mark(article))


def _behind_all(draft: QuestionSet) -> int:
    return max((each.position for each in draft.items), default=-1) + 1


def add_item(
    draft: QuestionSet,
    article: Article,
    body: Mapping[str, Any],
    *,
    kept: bool = False,
    position: int | None = None,
) -> BankItem:
    """One more question about the article, at a free position or behind all others."""
    item = BankItem(
        position=_behind_all(draft) if position is None else position,
        kind=body["kind"],
        body=dict(body),
        is_kept=kept,
        other_article=None if article.id == draft.article.id else article,
    )
    draft.items.append(item)
    return item
