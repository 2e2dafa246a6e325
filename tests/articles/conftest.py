"""What several use cases of this room begin with."""

import pytest

from quiz.articles.claims import service as claims
from quiz.articles.models import Article
from tests.make import make_article


@pytest.fixture
def article(app, teacher, request):
    """The id of an article of this teacher with the TEXT of the file."""
    with app.extensions["quiz.sessions"].writing.begin() as session:
        return make_article(session, teacher.actor.user_id, request.module.TEXT).id


@pytest.fixture
def found(app, article):
    """Reads what is found in it, with what was decided."""

    def read():
        with app.extensions["quiz.sessions"].reading() as session:
            return claims.extraction_of(session.get(Article, article))

    return read
