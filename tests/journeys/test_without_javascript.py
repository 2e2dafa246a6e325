"""A whole round through forms only, and what a killed server remembers of it."""

import random
import sys
from contextlib import suppress
from http.client import HTTPException
from threading import Timer

import pytest

from tests.journeys.visitor import Visitor, answer_of, numbers_of, numbers_on, round_of
from tests.patience import joined

LOST = (OSError, HTTPException)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_whole_round_goes_through_forms_only(game, books, language):
    rng = random.Random(language)  # noqa: S311
    visitor = Visitor(game.address, language)
    home = visitor.open("/")
    assert home.language == language
    page = visitor.submit(*home.form("start-round"))
    verdicts = []
    while not page.has("round-result"):
        assert page.status == 200
        assert page.has("question")
        assert not page.has("evidence")
        form, button = page.form("submit-answer")
        feedback = visitor.submit(form, button | answer_of(form, rng))
        feedback = visitor.past_where(feedback)
        assert feedback.status == 200
        assert feedback.path == page.path
        assert feedback.text("explanation")
        assert feedback.text("evidence")
        verdicts.append("feedback--right" in feedback.classes("feedback"))
        page = visitor.open(feedback.link("next-question"))
    score = books.score(round_of(page.path))
    assert 5 <= len(verdicts) <= 10
    assert numbers_on(page) == numbers_of(score)
    assert score.right == sum(verdicts)
    assert score.answered == score.questions
    assert visitor.open("/progress").has("progress")


class Pupil:
    """Plays on and on, and writes down what was acknowledged.

    Attributes:
        kept: what was sent to each question, once the server had said yes to it.
        results: what the result pages said, by round.
    """

    def __init__(self, game, books, seed):
        self._visitor = Visitor(game.address)
        self._books = books
        self._rng = random.Random(seed)  # noqa: S311
        self._here = ""
        self._sent = {}
        self.kept = {}
        self.results = {}

    def play(self, answers=10_000):
        """Answer so many questions, over as many rounds as it takes."""
        while answers:
            page = self._open()
            if page.has("round-result"):
                self.results[round_of(page.path)] = numbers_on(page)
                self._here = ""
            elif page.has("where"):
                self._visitor.past_where(page)
            elif page.has("next-question"):
                self._here = page.link("next-question")
            else:
                self._answer(page)
                answers -= 1

    def _open(self):
        if self._here:
            return self._visitor.open(self._here)
        page = self._visitor.submit(*self._visitor.open("/").form("start-round"))
        self._here = page.path
        return page

    def _answer(self, page):
        form, _button = page.form("submit-answer")
        # After a reply that got lost, the same answer is sent once more.
        sent = self._sent.setdefault(page.path, answer_of(form, self._rng))
        status, there = self._visitor.send(form.action, form.fields | sent)
        assert status == 303
        assert there.endswith(page.path)
        self.kept[page.path] = form.fields | sent

    def finish(self):
        """Play the round that is open to its end."""
        played = len(self.results)
        while len(self.results) == played:
            self.play(answers=1)
            page = self._visitor.past_where(self._open())
            if page.has("next-question"):
                self._here = page.link("next-question")
            if self._here.endswith("/result"):
                page = self._visitor.open(self._here)
                self.results[round_of(page.path)] = numbers_on(page)
                self._here = ""

    def resend(self, path):
        """Send what was acknowledged once more; the reply must be the same."""
        status, there = self._visitor.send(path, self.kept[path])
        assert status == 303
        assert there.endswith(path)

    def assert_all_is_kept(self):
        rounds = {round_of(path) for path in self.kept}
        lines = {round_id: self._books.lines(round_id) for round_id in rounds}
        for path, fields in self.kept.items():
            line = lines[round_of(path)][int(path.split("/")[3])]
            assert line.answers == 1, path
            assert line.positions(line.reply) == positions(fields), path
        stored = sum(li.answers for each in lines.values() for li in each.values())
        assert len(self.kept) <= stored <= len(self._sent)


def positions(fields):
    """The options that were chosen, as positions in the order shown."""
    if "option" in fields:
        return [int(fields["option"])]
    rows = [int(place) for name, place in fields.items() if name.startswith("row-")]
    if rows:
        return rows
    places = {int(n[5:]): int(p) for n, p in fields.items() if n.startswith("card-")}
    return sorted(places, key=places.get)


def test_a_server_killed_after_an_acknowledged_answer_has_kept_it(game, books):
    pupil = Pupil(game, books, seed=1)
    for _ in range(3):
        pupil.play(answers=1)
        game.kill()
        game.start()
        pupil.assert_all_is_kept()
        pupil.resend(list(pupil.kept)[-1])
    pupil.finish()
    assert_scores_hold(pupil, books)


def test_a_server_killed_at_any_moment_loses_and_doubles_nothing(game, books):
    pupil = Pupil(game, books, seed=2)
    rng = random.Random(3)  # noqa: S311
    for kill in (game.kill, game.kill_the_master, game.kill, game.kill, game.kill):
        death = Timer(rng.uniform(0.05, 0.6), kill)
        death.start()
        with pytest.raises(LOST):
            pupil.play()
        joined([death])
        game.start()
        pupil.assert_all_is_kept()
        for path in rng.sample(list(pupil.kept), min(3, len(pupil.kept))):
            pupil.resend(path)
    pupil.finish()
    assert_scores_hold(pupil, books)


@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers in /proc")
def test_a_worker_killed_at_any_moment_takes_nothing_with_it(game, books):
    pupil = Pupil(game, books, seed=4)
    rng = random.Random(5)  # noqa: S311
    for _ in range(5):
        death = Timer(rng.uniform(0.02, 0.3), game.kill_a_worker)
        death.start()
        for _ in range(3):
            with suppress(*LOST):
                pupil.play(answers=4)
        joined([death])
        pupil.assert_all_is_kept()
    pupil.finish()
    assert_scores_hold(pupil, books)


def assert_scores_hold(pupil, books):
    pupil.assert_all_is_kept()
    assert pupil.results
    for round_id, shown in pupil.results.items():
        score = books.score(round_id)
        assert score.answered == score.questions
        assert shown == numbers_of(score)
