"""The wall of a live game and the phones before it, as browsers."""

import re
from datetime import timedelta
from uuid import UUID

from quiz.engine.live.state import Phase, State
from quiz.live.models import LiveGame, LiveItem
from tests.make import make_article, make_set

EN = {"Accept-Language": "en"}


class Wall:
    """A game of Frau Ahorn's, on a set whose option "a" is always right."""

    def __init__(self, app, session, teacher, **wish):
        self.app, self.session, self.teacher = app, session, teacher
        article = make_article(session, teacher.user_id)
        self.played = make_set(session, teacher.user_id, article)
        session.commit()
        opened = teacher.post(f"/sets/{self.played.id}/live", data=wish)
        self.address = opened.location
        self.id = UUID(self.address.split("/")[2])
        self.code, self.questions = self.game.code, self.game.played_by.questions

    @property
    def game(self):
        self.session.expire_all()
        return self.session.get_one(LiveGame, self.id)

    @property
    def phase(self):
        return self.game.kept_state.phase.value

    def page(self):
        found = self.teacher.get(self.address, headers=EN)
        assert found.status_code == 200, found.text
        return found.text

    def seen(self):
        return re.search(r'name="seen" value="(\d+)"', self.page()).group(1)

    def does(self, do, seen="0"):
        return self.teacher.post(
            self.address, data={"do": do, "seen": seen}, headers=EN
        )

    def goes_on(self):
        """One step by the host; a stem makes way for its options."""
        before = self.game.kept_state
        assert self.does("next", self.seen()).status_code == 303
        if before.phase is Phase.QUESTION:
            assert self.phase == "answering"

    def until(self, phase):
        for _ in range(60):
            if self.phase == phase:
                return
            self.goes_on()
        raise AssertionError(f"{phase} never came")

    def time_passes(self, seconds):
        """As if the game had come to where it is that much earlier."""
        game = self.game
        state = game.kept_state.as_json()
        for name in ("since", "until"):
            moment = getattr(game.kept_state, name)
            if moment is not None:
                state[name] = (moment - timedelta(seconds=seconds)).isoformat()
        game.state = State.from_json(state).as_json()
        self.session.commit()

    def join_from(self, browser, code=None):
        code = self.code if code is None else code
        return browser.post("/live", data={"code": code}, headers=EN)

    def joins(self):
        """The phone of somebody new."""
        browser = self.app.test_client()
        joined = self.join_from(browser)
        assert joined.status_code == 303, joined.text
        return Phone(self, browser)


class Phone:
    """One player's browser."""

    def __init__(self, wall, browser):
        self.wall, self.browser = wall, browser
        self.address = f"/live/{wall.id}"

    def page(self):
        return self.browser.get(self.address, headers=EN).text

    def news(self, seen="", **headers):
        where = f"{self.address}/news?seen={seen}"
        return self.browser.get(where, headers=EN | headers)

    def position(self, is_right=True):
        number = self.wall.game.kept_state.number
        item = self.wall.session.get_one(LiveItem, (self.wall.id, number))
        right = item.option_order.index("a") + 1
        return right if is_right else right % len(item.option_order) + 1

    def answers(self, is_right=True, number=None, **headers):
        number = self.wall.game.kept_state.number if number is None else number
        sent = {"number": number, "option": self.position(is_right)}
        return self.browser.post(
            f"{self.address}/answer", data=sent, headers=EN | headers
        )
