"""What several use cases of this room begin with."""

import pytest

from tests.make import make_article


@pytest.fixture
def published(session, teacher):
    """The address of a set made by the rules, ready to be played."""
    article = make_article(session, teacher.user_id)
    session.commit()
    return teacher.post(f"/articles/{article.id}/questions").location


@pytest.fixture
def draft(teacher, published):
    """The address of its draft."""
    return teacher.post(f"{published}/draft").location
