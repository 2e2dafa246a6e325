"""What several promises about the whole app begin with."""

from contextlib import contextmanager

import pytest

from tests.promises.cast_of_access import make_world


@pytest.fixture
def world(app, session):
    return make_world(app, session)


@pytest.fixture
def undone(app):
    """A context in which nothing that a request does stays."""
    connection = app.extensions["quiz.sessions"].writing.kw["bind"]

    @contextmanager
    def undo():
        point = connection.begin_nested()
        try:
            yield
        finally:
            point.rollback()

    return undo
