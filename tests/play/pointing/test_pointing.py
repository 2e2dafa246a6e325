"""Which sentence shows it? Asked after an answer and before the key, never required."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from quiz.bank.models import BankItem
from quiz.engine.pointing import asked_at
from quiz.leaderboards.models import SeatWeek
from quiz.play import pages
from quiz.play.models import Answer, Pointing, Round, RoundItem
from quiz.play.own_best import best_before
from quiz.web.clock import now
from tests.browser import text_of
from tests.classroom.people import EN, Lesson
from tests.classroom.people import answer as answer_at
from tests.classroom.people import begin as begin_task
from tests.engine.make_questions import SAID
from tests.make import make_set
from tests.play.player import begin, place_of, player_id

ASKS, TELLS = 'data-testid="where"', 'data-testid="feedback"'


class Played:
    """A round of eight, "a" always right, answered up to a question that asks where."""

    def __init__(self, session, browser, address, *, rightly=False):
        self.session, self.browser = session, browser
        self.start = address.rpartition("/")[0]
        self.id = place_of(f"{self.start}/1").round_id
        self.asking = sorted(asked_at(session.get_one(Round, self.id).seed, 8))
        self.address = f"{self.start}/{self.asking[0]}"
        self.answer(range(1, self.asking[0] + 1), rightly=rightly)

    def answer(self, numbers, *, rightly=False):
        for number in numbers:
            at = f"{self.start}/{number}"
            sent = answer_at(self.session, self.browser, at, rightly=rightly)
            assert sent.status_code == 303

    def point(self, address=None, **sent):
        where = f"{address or self.address}/where"
        return self.browser.post(where, data=sent, headers=EN)

    def page(self, address=None):
        return self.browser.get(address or self.address, headers=EN)

    def sentence(self):
        """Which sentence shows the answer to the question that asks where."""
        asked = self.session.get_one(RoundItem, (self.id, self.asking[0])).item_id
        key = self.session.get_one(BankItem, asked).as_question().key[0].text
        return 3 + [name for name, _said in SAID].index(key)  # behind what comes first

    @property
    def rows(self):
        self.session.expire_all()
        return self.session.scalars(select(Pointing)).all()


@pytest.fixture
def made(session):
    made = make_set(session)
    session.commit()
    return made


@pytest.fixture
def played(client, session, made):
    return Played(session, client, begin(client, made.id))


def test_the_sentence_is_asked_for_after_the_answer_and_before_the_key(played):
    page = played.page()
    assert ASKS in page.text
    assert "Your answer is kept." in text_of(page)
    assert page.text.count('data-testid="sentence"') == 2 + len(SAID)
    for told in (TELLS, "option--key", "<mark", 'class="evidence"', "explanation"):
        assert told not in page.text
    here = page.text.split("step--here")[0].rpartition("<li")[2]
    assert "step--given" in here
    kept = select(Answer).where(Answer.number == played.asking[0])
    assert played.session.scalars(kept).one().share == 0.0


def test_a_found_sentence_is_told_beside_the_feedback(played):
    sent = played.point(sentence=str(played.sentence()))
    assert (sent.status_code, sent.location) == (303, played.address)
    page = played.page()
    assert TELLS in page.text
    assert "Found: exactly this sentence shows it." in text_of(page)
    [row] = played.rows
    assert row.found
    assert (row.round_id, row.number) == (played.id, played.asking[0])


def test_a_sentence_beside_it_is_close_and_one_elsewhere_is_no_reproach(played):
    number = played.sentence()
    played.point(sentence=str(number - 1))
    assert "Close: the sentence beside it shows it." in text_of(played.page())
    [row] = played.rows
    assert not row.found
    row.begin, row.end = 0, 5
    played.session.commit()
    assert "The sentence that shows it is marked." in text_of(played.page())


def test_the_first_sentence_counts_and_sent_again_gives_the_same_page(played):
    right = str(played.sentence())
    played.point(sentence=right)
    page = text_of(played.page())
    for again in ({"sentence": right}, {"sentence": "1"}, {"skip": "yes"}, {}):
        sent = played.point(**again)
        assert (sent.status_code, sent.location) == (303, played.address)
        assert text_of(played.page()) == page
    assert [row.found for row in played.rows] == [True]


def test_it_can_be_skipped_and_is_not_asked_again(played):
    assert played.point(skip="yes").status_code == 303
    page = played.page()
    assert TELLS in page.text
    assert 'data-testid="pointed"' not in page.text
    [row] = played.rows
    assert (row.begin, row.end, row.found) == (None, None, False)


@pytest.mark.parametrize(
    "sent", [{}, *({"sentence": number} for number in ("0", "99", "-1", "x", "9" * 99))]
)
def test_what_is_no_sentence_is_asked_again(played, sent):
    refused = played.point(**sent)
    assert refused.status_code == 400
    assert ASKS in refused.text
    assert 'role="alert"' in refused.text
    assert played.rows == []


def test_a_form_without_its_token_is_refused(played):
    played.browser.sends_csrf = False
    assert played.point(sentence="1").status_code == 400
    assert played.rows == []


def test_it_is_asked_twice_a_round_at_most(client, session, played):
    asked = []
    for number in range(1, 9):
        if number > played.asking[0]:
            played.answer([number])
        here = f"{played.start}/{number}"
        if ASKS in played.page(here).text:
            asked.append(number)
            played.point(here, skip="yes")
    assert asked == played.asking
    assert TELLS in played.page().text


def test_who_goes_on_without_it_is_told_later_and_can_earn_nothing_then(played):
    onward = played.browser.get(played.start).location
    assert onward == f"{played.start}/{played.asking[0] + 1}"
    assert 'data-testid="question"' in played.page(onward).text
    played.answer([played.asking[0] + 1])
    assert TELLS in played.page().text
    sent = played.point(sentence=str(played.sentence()))
    assert (sent.status_code, sent.location) == (303, played.address)
    assert played.rows == []


def test_an_open_question_takes_no_sentence(played):
    here = f"{played.start}/{played.asking[1]}"
    assert played.point(here, sentence="1").status_code == 303
    assert played.rows == []


def test_a_stranger_finds_no_such_place(app, made, played):
    player = app.test_client()
    begin(player, made.id)
    for stranger in (app.test_client(), player):
        for form in ("where", "hint"):
            sent = stranger.post(f"{played.address}/{form}", data={"sentence": "1"})
            assert sent.status_code == 404
    for number in ("0", "11", "99999999999"):
        assert played.point(f"{played.start}/{number}").status_code == 404
    assert played.rows == []


@pytest.mark.parametrize("feedback", ["end", "held"])
def test_it_is_not_asked_where_feedback_waits(session, played, feedback):
    session.get_one(Round, played.id).feedback = feedback
    session.commit()
    assert ASKS not in played.browser.get(played.address, follow_redirects=True).text
    played.point(sentence="1")
    assert played.rows == []


def test_a_round_that_is_over_takes_no_sentence(session, played):
    session.get_one(Round, played.id).closes_at = now() - timedelta(hours=1)
    session.commit()
    assert TELLS in played.page().text
    played.point(sentence="1")
    assert played.rows == []


def test_it_is_not_asked_where_the_text_is_kept_back(session, made, played):
    made.visibility = "school"
    made.article.rights_basis = "school_contract"
    made.article.school = "Am Markt"
    session.commit()
    assert TELLS in played.page().text


@pytest.mark.parametrize("change", [{"evidence": []}, {"evidence": [[30, 36]]}])
def test_it_is_not_asked_without_a_whole_sentence_that_shows_it(
    session, made, played, change
):
    for item in made.items:
        item.body = item.body | change | {"marks": []}
    session.commit()
    assert TELLS in played.page().text


def test_it_is_not_asked_of_a_question_that_counts_no_more(session, made, played):
    for item in made.items:
        item.is_void = True
    session.commit()
    assert TELLS in played.page().text


def result(played, place):
    played.point(sentence=str(place))
    played.answer(range(played.asking[0] + 1, 9))
    page = played.page(f"{played.start}/result")
    found = pages.result_of(played.session, player_id(played.browser), played.id, now())
    return page, found


def test_a_found_place_is_a_quarter_point_for_the_player_alone(
    client, session, made, played
):
    page, found = result(played, played.sentence())
    assert "1 of 1 place found. That gave 25 points more." in text_of(page)
    assert "25 of 800 points" in text_of(page)
    assert (found.bonus, found.score.points, found.share) == (25, 0, 0.0)
    later = begin(client, made.id)
    here = place_of(later).round_id
    assert best_before(session, player_id(client), here, now()) == 0.0


def test_beside_a_right_answer_a_found_place_is_told_and_adds_nothing(
    client, session, made, played
):
    again = Played(session, client, begin(client, made.id), rightly=True)
    page, found = result(again, again.sentence())
    assert "1 of 1 place found." in text_of(page)
    assert "more." not in page.text.split('data-testid="places"')[1].split("</li>")[0]
    assert (found.bonus, found.score.points) == (0, 100 * again.asking[0])


def test_what_a_class_competes_by_knows_nothing_of_it(app, session, teacher):
    lesson = Lesson(app, session, teacher, seats=1)
    lesson.give()
    pupil = lesson.pupil()
    played = Played(session, pupil, begin_task(pupil, lesson.tasks[0]))
    _page, found = result(played, played.sentence())
    assert found.bonus == 25
    assert session.scalars(select(SeatWeek.best)).one() == 0


def test_a_place_that_was_not_found_is_not_spoken_of(played):
    page, found = result(played, 1)
    assert 'data-testid="places"' not in page.text
    assert found.bonus == 0


def test_it_is_taken_along_and_forgotten_with_the_rounds(played, client):
    played.point(sentence=str(played.sentence()))
    file = json.loads(client.get("/progress/export").text)
    line = file["rounds"][0]["answers"][played.asking[0] - 1]
    assert line["pointing"]["found"] is True
    [row] = played.rows
    assert [line["pointing"][key] for key in ("begin", "end")] == [row.begin, row.end]
    client.post("/privacy/forget")
    assert played.rows == []
