"""A lobby that is open."""

import pytest

from tests.live.evening import Evening


@pytest.fixture
def evening(session, teacher):
    return Evening(session, teacher.actor)
