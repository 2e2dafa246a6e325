"""Whatever is sent in whatever order: the first answer to each question stays."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from quiz.errors import Conflict, Invalid
from quiz.play import pages, service
from quiz.play.models import Answer
from quiz.play.service import Place
from tests.village import NOON, make_player, make_round


class Answering(RuleBasedStateMachine):
    """One round in the database against a dict of first answers."""

    sessions = None

    @initialize()
    def begin(self):
        self.first: dict[int, list[int]] = {}
        with self.sessions.writing.begin() as session:
            player = make_player(session)
            self.player_id = player.id
            self.round_id = make_round(session, player).id
            steps = pages.steps_of(session, self.player_id, self.round_id)
            self.questions = len(steps)

    @rule(
        number=st.integers(1, 4),
        chosen=st.lists(st.integers(1, 4), min_size=1, max_size=3, unique=True),
    )
    def send(self, number, chosen):
        with self.sessions.writing() as session:
            try:
                share = service.answer(
                    session,
                    self.player_id,
                    Place(self.round_id, number),
                    chosen,
                    NOON,
                )
                session.commit()
            except Invalid:
                return
            except Conflict as refused:
                if refused.reason == "already_answered":
                    assert self.first[number] != chosen
                else:
                    assert number > len(self.first) + 1
                return
        assert 0 <= share <= 1
        assert number <= len(self.first) + 1
        assert self.first.setdefault(number, chosen) == chosen

    @invariant()
    def the_database_holds_exactly_the_first_answers(self):
        if not hasattr(self, "round_id"):
            return
        with self.sessions.reading() as session:
            found = session.scalars(
                select(Answer.number).where(Answer.round_id == self.round_id)
            )
            assert sorted(found) == sorted(self.first)


@pytest.mark.slow
def test_the_first_answer_to_each_question_stays(app):
    Answering.sessions = app.extensions["quiz.sessions"]
    run_state_machine_as_test(
        Answering,
        settings=settings(max_examples=60, stateful_step_count=25, deadline=None),
    )
