"""How often a request goes to PostgreSQL and back, counted on the way."""

import contextlib
import socket
import threading
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.databases import fresh_database
from tests.make import make_set
from tests.play.player import begin, reply_to

pytestmark = pytest.mark.slow
PATIENCE_S = 20


class Relay:
    """Passes on what comes to a server; each turn of the conversation counts once."""

    def __init__(self, path, folder):
        self.turns = 0
        self._server_path = path
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / ".s.PGSQL.5432"))
        self._listener.listen()
        self._open = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                here, _ = self._listener.accept()
                there = socket.socket(socket.AF_UNIX)
                there.connect(self._server_path)
                self._open += [here, there]
                turn = {"of": "server"}
                for ends in ((here, there, "browser"), (there, here, "server")):
                    passing = threading.Thread(
                        target=self._pass, args=(*ends, turn), daemon=True
                    )
                    passing.start()

    def _pass(self, source, target, speaker, turn):
        with contextlib.suppress(OSError):
            while said := source.recv(65_536):
                if speaker == "browser" and turn["of"] == "server":
                    self.turns += 1
                turn["of"] = speaker
                target.sendall(said)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)

    def close(self):
        self._listener.close()
        for each in self._open:
            each.close()


@pytest.fixture
def relay(request, tmp_path_factory, tmp_path):
    url = urlsplit(fresh_database(request, "postgresql", tmp_path))
    home = parse_qs(url.query)["host"][0]
    folder = tmp_path_factory.mktemp("r")
    made = Relay(f"{home}/.s.PGSQL.5432", folder)
    made.url = f"postgresql://{url.username}@{url.path}?host={folder}"
    yield made
    made.close()


@pytest.fixture
def app(relay, new_app):
    return new_app(relay.url)


@pytest.fixture
def question(app):
    """A browser at the first question of a round, all connections open."""
    with app.extensions["quiz.sessions"].writing.begin() as session:
        set_id = make_set(session).id
    browser = app.test_client()
    address = begin(browser, set_id)
    browser.get(address)
    return browser, address


def turns_of(relay, ask):
    """How often it went there and back meanwhile, and what came of it."""
    before = relay.turns
    response = ask()
    assert response.status_code < 400
    return relay.turns - before, response


def test_a_page_of_a_round_goes_there_and_back_three_times(relay, question):
    browser, address = question
    turns, _page = turns_of(relay, lambda: browser.get(address))
    assert 0 < turns <= 3


def test_an_answer_does_so_five_times_with_its_commit(relay, question):
    browser, address = question
    reply = reply_to(browser.get(address).text)
    turns, _told = turns_of(relay, lambda: browser.post(address, data=reply))
    assert 0 < turns <= 5


def test_the_feedback_does_so_three_times(relay, question):
    browser, address = question
    browser.post(address, data=reply_to(browser.get(address).text))
    turns, _page = turns_of(relay, lambda: browser.get(address))
    assert 0 < turns <= 3
