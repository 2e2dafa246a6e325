"""An article with something uncertain of each kind, and its teacher's hands."""

import pytest

from quiz.articles.check.service import waiting_in
from quiz.articles.claims import service as claims
from quiz.articles.models import Article
from tests.articles.check.words import EN, TEXT, hidden_in
from tests.make import make_article


@pytest.fixture
def article(session, teacher):
    made = make_article(session, teacher.user_id, TEXT)
    session.commit()
    return made.id


@pytest.fixture
def review(session, article):
    def read():
        session.expire_all()
        return claims.review_of(session.get_one(Article, article))

    return read


@pytest.fixture
def waiting(session, article):
    def read():
        session.expire_all()
        return waiting_in(session.get_one(Article, article))

    return read


@pytest.fixture
def see(teacher, article):
    def page(query="", language="en"):
        return teacher.get(
            f"/articles/{article}/check{query}", headers={"Accept-Language": language}
        )

    return page


@pytest.fixture
def say(teacher, article, see):
    """Press one of the buttons of the page that is shown."""

    def press(act, query="", to="", **fields):
        sent = hidden_in(see(query).text) | {"act": act} | fields
        return teacher.post(f"/articles/{article}/check{to}", data=sent, headers=EN)

    return press
