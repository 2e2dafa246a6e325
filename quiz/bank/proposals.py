"""Questions that come into a draft: those the rules make, and others."""

from collections.abc import Mapping
from typing import Any

from quiz.articles.models import Article
from quiz.articles.reviewing import extraction_of
from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.questions.compose import compose


def take_up_proposals(draft: QuestionSet, article: Article) -> int:
    """Add what the rules make of the article by now and the draft does not have.

    Gives how many those are.
    """
    known = {item.body["id"] for item in draft.items}
    made = (
        body_in(draft, article, q.as_json()) for q in compose(extraction_of(article))
    )
    new = [body for body in made if body["id"] not in known]
    for body in new:
        add_item(draft, article, body)
    return len(new)


def body_in(
    draft: QuestionSet, article: Article, body: Mapping[str, Any]
) -> dict[str, Any]:
    """A question about the article with an id that no other one of the draft has.

    Ids count the statements of one article, so another article's name it, too.
    """
    if article.id == draft.article.id:
        return dict(body)
    mark = f"-{article.id.hex[:8]}"
    return {**body, "id": f"{str(body['id']).removesuffix(mark)}{mark}"}


def add_item(
    draft: QuestionSet, article: Article, body: Mapping[str, Any], *, kept: bool = False
) -> BankItem:
    """One more question about the article, behind all others."""
    item = BankItem(
        position=max((each.position for each in draft.items), default=-1) + 1,
        kind=body["kind"],
        body=dict(body),
        is_kept=kept,
        other_article=None if article.id == draft.article.id else article,
    )
    draft.items.append(item)
    return item
