"""The small app behind the gateway, as it is served and with less patience."""

import pytest

from quiz.server.protocol import Connection
from tests.server.small import Impatient, served_by


@pytest.fixture
def served():
    with served_by(Connection) as found:
        yield found


@pytest.fixture
def hurried():
    with served_by(Impatient) as found:
        yield found
