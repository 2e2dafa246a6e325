"""The text of an article never changes, whoever tries."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from quiz.articles.models import Article
from quiz.articles.service import text_sha256
from tests.engine.make_questions import TEXT
from tests.make import make_article


@pytest.mark.parametrize(
    "change", [{"text": "Anders."}, {"text_sha256": "0" * 64}], ids=["text", "hash"]
)
def test_the_database_refuses_to_change_a_text(session, change):
    article = make_article(session)
    with pytest.raises(DBAPIError, match="never changes"), session.begin_nested():
        session.execute(
            update(Article).where(Article.id == article.id).values(**change)
        )


def test_a_row_that_was_changed_in_memory_is_refused_too(session):
    article = make_article(session)
    with pytest.raises(DBAPIError, match="never changes"), session.begin_nested():
        article.text = "Anders."


def test_everything_else_about_it_can_be_put_right(session):
    article = make_article(session)
    article.title = "Ein besserer Titel"
    article.text = "".join(TEXT)
    session.flush()
    session.expire_all()
    assert session.scalars(select(Article.title)).one() == "Ein besserer Titel"


def test_the_hash_is_the_one_of_the_text(session):
    article = make_article(session)
    assert article.text_sha256 == text_sha256(article.text)
    assert len(article.text_sha256) == 64


@pytest.mark.parametrize(
    "facts",
    [
        {"rights_basis": "found_it"},
        {"rights_basis": "open_licence", "licence_name": "CC BY 4.0"},
        {"rights_basis": "school_contract"},
        {"rights_basis": "s60a_extract"},
        {"rights_basis": "s60a_extract", "work_share": 1.5},
        {"rights_basis": "link_only", "url": "https://example.org/"},
        {"visibility": "public"},
        {"visibility": "private"},
    ],
    ids=lambda facts: "-".join(str(value) for value in facts.values()),
)
def test_the_database_refuses_an_article_without_its_rights(session, facts):
    with pytest.raises(DBAPIError), session.begin_nested():
        make_article(session, **facts)


def test_what_may_only_be_linked_to_keeps_no_text(session):
    link = {"rights_basis": "link_only", "url": "https://example.org/"}
    assert make_article(session, text="", **link).text == ""
