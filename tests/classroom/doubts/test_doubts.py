""" "The text does not say this": from one tap to results that are marked anew."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from quiz.bank.corrections.service import Key, both, mend
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.service import add_set
from quiz.classroom.models import Doubt
from quiz.engine.questions.form import Form
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.errors import Invalid, NotAllowed
from quiz.leaderboards.models import SeatWeek
from quiz.leaderboards.rebuilding import rebuild
from quiz.play.models import Answer, RoundItem
from tests.browser import text_of
from tests.classroom.people import EN, Lesson, answer, begin, plays_for
from tests.engine.make_questions import make_questions
from tests.make import NOW, make_set

pytestmark = pytest.mark.slow

WHY = {"why_de": "Der zweite Satz sagt es.", "why_en": "The second sentence says so."}


@pytest.fixture
def lesson(app, session, teacher):
    """With questions that the teacher wrote, so that the article has no say in them."""
    lesson = Lesson(app, session, teacher)
    article = lesson.played.article
    questions = [as_own(question) for question in make_questions()]
    lesson.played = add_set(session, article, questions, teacher.user_id, NOW)
    lesson.played.plays_all = True
    session.commit()
    lesson.give()
    return lesson


def as_own(question):
    own = {"kind": QuestionKind.OWN, "answered_by": Form.SINGLE_CHOICE}
    own["options"] = tuple(replace(each, entity=None) for each in question.options)
    return replace(question, claim="", passage="", evidence=(), marks=(), **own)


@pytest.fixture
def pupil(lesson):
    return lesson.pupil()


@pytest.fixture
def place(session, lesson, pupil):
    """Where a pupil has answered rightly and doubts it."""
    address = begin(pupil, lesson.tasks[0])
    answer(session, pupil, address)
    doubt(pupil, address)
    return address


def doubt(pupil, address):
    round_id, number = address.split("/")[-2:]
    sent = {"round": round_id, "number": number}
    return pupil.post("/my-class/doubts", data=sent, headers=EN)


def item_at(session, address):
    round_id, number = address.split("/")[-2:]
    session.expire_all()
    asked = session.get_one(RoundItem, (UUID(round_id), int(number)))
    return session.get_one(BankItem, asked.item_id)


def settle(lesson, item, **fields):
    sent = {"item": str(item.id)} | fields
    return lesson.teacher.post(f"{lesson.made}/doubts", data=sent, headers=EN)


def test_a_pupil_doubts_with_one_tap_and_only_once(session, pupil, place):
    assert "Your teacher will look at it" in pupil.get(place, headers=EN).text
    assert doubt(pupil, place).status_code == 303
    assert len(session.scalars(select(Doubt)).all()) == 1


def test_a_question_not_answered_yet_cannot_be_doubted(lesson, pupil):
    address = begin(pupil, lesson.tasks[0])
    assert doubt(pupil, address).status_code == 404


def test_nobody_doubts_in_somebody_elses_round(lesson, place, client):
    assert doubt(lesson.pupil(2), place).status_code == 404
    assert doubt(client, place).status_code == 404


def test_a_guest_has_no_button_because_no_teacher_would_see_it(client, session, lesson):
    made = make_set(session)
    session.commit()
    started = client.post("/play/start", data={"set": str(made.id)}).location
    answer(session, client, started)
    assert 'data-testid="doubt"' not in client.get(started).text


def test_a_teacher_sees_doubts_beside_the_text(lesson, place):
    assert "1 doubt" in text_of(lesson.teacher.get(lesson.made, headers=EN))
    page = lesson.teacher.get(f"{lesson.made}/doubts", headers=EN).text
    assert page.count('data-testid="doubted-item"') == 1
    assert "Die neue Presse" in page
    assert "1 of 1 doubts it" in page


def test_others_see_no_doubts_of_a_class(lesson, place, stranger):
    assert stranger.get(f"{lesson.made}/doubts").status_code == 404
    assert stranger.post(f"{lesson.made}/doubts").status_code == 404


def test_an_answer_is_read_by_those_who_doubted(session, lesson, pupil, place):
    item = item_at(session, place)
    refused = settle(lesson, item, do="answer", reply="  ")
    assert refused.status_code == 422
    settle(lesson, item, do="answer", reply="Lies den dritten Satz.")
    assert "Lies den dritten Satz." in pupil.get(place, headers=EN).text
    assert (
        "Nobody doubts anything"
        in lesson.teacher.get(f"{lesson.made}/doubts", headers=EN).text
    )


def mended(session, lesson, item, right="b"):
    done = settle(lesson, item, do="mend", right=right, **WHY)
    assert done.status_code == 303, done.text
    session.expire_all()
    return lesson.teacher.get(done.location, headers=EN).text


def test_another_key_makes_a_new_version_and_all_that_was_counted_follows(
    session, lesson
):
    right, wrong = lesson.pupil(1), lesson.pupil(2)
    plays_for(session, right, lesson.tasks[0], right=8)
    plays_for(session, wrong, lesson.tasks[0], right=0)
    place = first_answered(session)
    item = item_at(session, place)
    doubt(right, place)
    assert {10_000, 0} == bests(session)
    better = int(any(each.reply == ["b"] for each in answers_to(session, item)))
    page = mended(session, lesson, item)
    assert "2 answers of 2 players were marked anew" in page
    assert f"{better} are worth more, 1 less" in page
    assert item_at(session, place).as_question().key[0].id == "b"
    assert item_at(session, place).body["options"][0]["correct"] is True
    versions = session.scalars(
        select(QuestionSet.version).where(QuestionSet.title == lesson.played.title)
    )
    assert 2 in versions
    assert {8_750, 1_250 * better} == bests(session)
    assert rebuild(session) == ()
    assert "the right answer was exchanged" in right.get(place, headers=EN).text


def test_a_question_is_put_right_twice_and_the_first_answers_follow_again(
    session, lesson, pupil, place
):
    first = item_at(session, place)
    mended(session, lesson, first, right="b")
    [given] = answers_to(session, first)
    assert given.share == 0.0
    raise_again(session, place)
    mended(session, lesson, item_at(session, place), right="a")
    [given] = answers_to(session, first)
    assert given.share == 1.0
    assert item_at(session, place).as_question().key[0].id == "a"
    raise_again(session, place)
    settle(lesson, first, do="leave_out")
    assert item_at(session, place).is_void
    assert rebuild(session) == ()


def test_a_question_that_is_asked_no_more_can_only_be_left_out(session, lesson, place):
    first = item_at(session, place)
    mended(session, lesson, first)
    newer = session.scalars(select(QuestionSet).where(QuestionSet.version == 2)).one()
    newer.items = [i for i in newer.items if i.id != first.mended_id]
    session.commit()
    raise_again(session, place)
    first = item_at(session, place)
    refused = settle(lesson, first, do="mend", right="b", **WHY)
    assert refused.status_code == 422
    assert "does not ask this any more" in refused.text
    assert settle(lesson, first, do="leave_out").status_code == 303
    assert item_at(session, place).is_void


def raise_again(session, place):
    """Somebody else's doubt at the same place, as if nobody had looked at it."""
    session.expire_all()
    doubt = session.scalars(select(Doubt)).one()
    doubt.outcome = doubt.reply = doubt.settled_at = None
    session.commit()


def answers_to(session, item):
    wanted = select(Answer).join(
        RoundItem,
        (RoundItem.round_id == Answer.round_id) & (RoundItem.number == Answer.number),
    )
    return session.scalars(wanted.where(RoundItem.item_id == item.id)).all()


def bests(session):
    session.expire_all()
    return set(session.scalars(select(SeatWeek.best)))


def first_answered(session):
    found = session.scalars(select(Answer).order_by(Answer.answered_at)).first()
    return f"/play/{found.round_id}/{found.number}"


def test_a_draft_that_waits_follows_the_new_version(session, lesson, place):
    lesson.teacher.post(f"/sets/{lesson.played.id}/draft")
    session.expire_all()
    draft = session.scalars(
        select(QuestionSet).where(QuestionSet.published_at.is_(None))
    ).one()
    mended(session, lesson, item_at(session, place))
    newest = session.get_one(QuestionSet, draft.previous_id)
    assert (newest.version, draft.version) == (2, 3)
    assert newest.previous_id == lesson.played.id


def test_a_question_left_out_counts_for_nobody(session, lesson, pupil, place):
    plays_for(session, lesson.pupil(2), lesson.tasks[0], right=0)
    item = item_at(session, place)
    done = settle(lesson, item, do="leave_out")
    page = lesson.teacher.get(done.location, headers=EN).text
    assert "2 answers of 2 players count no longer" in page
    session.expire_all()
    assert item_at(session, place).is_void
    page = pupil.get(place, headers=EN).text
    assert "This question was left out" in page
    assert "You were right to doubt" in page
    newest = session.scalars(select(QuestionSet).where(QuestionSet.version == 2)).one()
    assert len(newest.items) == 7
    assert rebuild(session) == ()
    report = lesson.line(lesson.tasks[0], 2)
    assert "0" in report


def test_no_round_asks_a_question_that_was_left_out(session, lesson, place):
    item = item_at(session, place)
    settle(lesson, item, do="leave_out")
    pupil = lesson.pupil(3)
    plays_for(session, pupil, lesson.tasks[0], right=8)
    session.expire_all()
    asked = session.scalars(select(RoundItem).where(RoundItem.item_id == item.id)).all()
    assert {str(each.round_id) for each in asked} == {place.split("/")[-2]}


def test_a_key_that_the_article_does_not_bear_is_refused(session, lesson):
    item = make_set(session, lesson.teacher.user_id, lesson.played.article).items[0]
    key = Key(frozenset("b"), Localised("So.", "So."))
    with pytest.raises(Invalid) as refused:
        mend(session, lesson.teacher.actor, item, key, NOW)
    assert refused.value.reason == "mended_is_blocked"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("right", "why"),
    [("", WHY), ("z", WHY), ("ab", WHY), ("a", WHY), ("b", {"why_de": " "})],
)
def test_a_key_needs_another_answer_and_a_reason(session, lesson, place, right, why):
    item = item_at(session, place)
    fields = {"why_de": "", "why_en": ""} | why
    key = Key(frozenset(right), both(fields["why_de"], fields["why_en"]))
    with pytest.raises(Invalid):
        mend(session, lesson.teacher.actor, item, key, NOW)
    refused = settle(lesson, item, do="mend", right=list(right), **fields)
    assert refused.status_code == 422
    assert "reply" in refused.text


def test_a_set_of_the_library_is_put_right_by_no_teacher(session, lesson):
    item = make_set(session).items[0]
    key = Key(frozenset("b"), Localised("So.", "So."))
    with pytest.raises(NotAllowed):
        mend(session, lesson.teacher.actor, item, key, NOW)
