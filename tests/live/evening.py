"""A live game of Frau Ahorn's on a set whose option "a" is always right."""

from datetime import timedelta
from random import Random

from sqlalchemy import select

from quiz.access import GUEST
from quiz.engine.live import course
from quiz.live import answering, joining, service
from quiz.live.answering import Ballot
from quiz.live.models import LiveGame, LiveItem, LivePlayer
from quiz.live.service import Wish
from quiz.play.models import Answer, Round, RoundItem
from quiz.play.starting import Asking, Beginning
from tests.make import NOW, make_article, make_set


class Evening:
    """The game, and a clock that goes on by a second with everything that is done."""

    def __init__(self, session, host, wish=None):
        self.session, self.host, self.now = session, host, NOW
        article = make_article(session, host.user_id)
        self.played = make_set(session, host.user_id, article)
        beginning = Beginning(7, self.now)
        opened = service.open_game(
            session, host, self.played.id, wish or Wish(), beginning
        )
        self.id, self.code = opened.id, opened.code

    def tick(self, seconds=1):
        self.now += timedelta(seconds=seconds)
        return self.now

    @property
    def game(self):
        self.session.expire_all()
        return self.session.get_one(LiveGame, self.id)

    @property
    def state(self):
        game = self.game
        return course.at(game.kept_state, game.played_by, self.now)

    def join(self, known_id=None, code=None):
        who, chance = Asking(GUEST, known_id), Random(1)  # noqa: S311 (names)
        code = self.code if code is None else code
        entry = joining.join(self.session, who, code, chance, self.tick())
        return entry.player_id

    def lead(self, step):
        return service.lead(self.session, self.host, self.id, step, self.tick())

    def ask(self, number=1):
        """Lead the game to where that question can be answered."""
        for _ in range(60):
            here = self.state
            if (here.phase.value, here.number) == ("answering", number):
                return
            if here.phase.value == "question":
                self.tick(12)
            else:
                self.lead(course.advance)
        raise AssertionError("this question never came")

    def position(self, number, is_right=True):
        item = self.session.get_one(LiveItem, (self.id, number))
        right = item.option_order.index("a") + 1
        return right if is_right else right % len(item.option_order) + 1

    def answer(self, player_id, number, is_right=True):
        ballot = Ballot(number, [self.position(number, is_right)])
        who = Asking(GUEST, player_id)
        return answering.answer(self.session, who, self.id, ballot, self.tick())

    def rows(self, kind, player_id):
        wanted = select(kind).join(Round, Round.id == kind.round_id)
        wanted = wanted.where(Round.player_id == player_id).order_by(kind.number)
        return self.session.scalars(wanted).all()

    def answers(self, player_id):
        return self.rows(Answer, player_id)

    def items(self, player_id):
        return self.rows(RoundItem, player_id)

    def seat(self, player_id):
        return self.session.get_one(LivePlayer, (self.id, player_id))

    def round(self, player_id):
        self.session.expire_all()
        return self.session.get_one(Round, self.seat(player_id).round_id)
