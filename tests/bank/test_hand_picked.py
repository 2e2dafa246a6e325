"""What a teacher chose goes whole to everybody; what the rules made is drawn."""

from uuid import UUID

import pytest
from sqlalchemy import select

from quiz.bank.corrections.service import leave_out
from quiz.bank.models import QuestionSet
from quiz.engine.questions.question import QuestionKind
from quiz.play import starting
from quiz.play.models import Player, RoundItem
from tests.browser import text_of
from tests.classroom.people import Lesson, begin
from tests.make import NOW, make_set

pytestmark = pytest.mark.slow

EN = {"Accept-Language": "en"}


def row(session, location):
    session.expire_all()
    return session.get_one(QuestionSet, UUID(location.split("/")[-1]))


def publish(teacher, draft, kept, changes=0):
    sent = {"keep": list(kept), "changes": changes, "act": "publish"}
    done = teacher.post(draft, data=sent, headers=EN)
    assert done.status_code == 303, text_of(done)
    return done.location


@pytest.fixture
def eleven(teacher, draft):
    """The address of a set of eleven questions that a teacher ticked."""
    return publish(teacher, draft, range(1, 12))


def rounds_of(session, played, count=6):
    """The questions of that many rounds, each somebody else's."""
    found = []
    for seed in range(count):
        player = Player(created_at=NOW)
        session.add(player)
        session.flush()
        begun = starting.start(session, player, played, seed, NOW)
        wanted = select(RoundItem).where(RoundItem.round_id == begun.id)
        items = session.scalars(wanted.order_by(RoundItem.number))
        found.append([item.item_id for item in items])
    return found


def test_everybody_gets_all_that_was_chosen_in_one_order(session, eleven):
    made = row(session, eleven)
    chosen = [item.id for item in made.items]
    assert len(chosen) == 11
    assert rounds_of(session, made) == [chosen] * 6


def test_so_does_whoever_plays_again(session, guest, teacher, eleven):
    teacher.post(f"{eleven}/visibility", data={"visibility": "link"})
    played = {"set": eleven.split("/")[-1]}
    for _time in range(2):
        address = guest.post("/play/start", data=played).location
        page = guest.get(address, headers=EN)
        assert "Question 1 of 11" in text_of(page)
        guest.post(address, data={"option": "1"})


def test_what_the_rules_made_is_drawn(session, teacher, published):
    made = row(session, published)
    assert made.plays_all is None
    drawn = rounds_of(session, made)
    assert {len(each) for each in drawn} == {8}
    assert len({frozenset(each) for each in drawn}) > 1
    total = len(made.items)
    shown = text_of(teacher.get(published, headers=EN))
    assert f"Everybody gets up to 8 of {total} questions, drawn by lot." in shown


def test_more_than_twenty_are_drawn(session, teacher, draft):
    made = row(session, publish(teacher, draft, range(1, 22)))
    assert all(len(each) <= 8 for each in rounds_of(session, made))


def test_twenty_are_not(session, teacher, draft):
    made = row(session, publish(teacher, draft, range(1, 21)))
    assert {len(each) for each in rounds_of(session, made)} == {20}


@pytest.mark.slow
def test_every_page_says_what_everybody_gets(session, teacher, guest, draft):
    teacher.post(draft, data={"keep": list(range(1, 12)), "changes": 0, "act": "save"})
    told = "Everybody gets all 11 questions."
    assert told in text_of(teacher.get(draft, headers=EN))
    assert told in text_of(teacher.get(f"{draft}/1/preview", headers=EN))
    made = publish(teacher, draft, range(1, 12), 1)
    assert told in text_of(teacher.get(made, headers=EN))
    lesson = Lesson(guest.application, session, teacher)
    page = teacher.get(f"{lesson.made}/assign", headers=EN)
    assert told in text_of(page)
    lesson.played = row(session, made)
    lesson.give()
    [task] = lesson.tasks
    assert told in text_of(teacher.get(f"/assignments/{task.id}", headers=EN))
    pupil = lesson.pupil()
    assert "Question 1 of 11" in text_of(pupil.get(begin(pupil, task), headers=EN))


def test_on_paper_stand_all_and_it_says_what_is_drawn_on_the_screen(
    teacher, published, eleven
):
    drawn = text_of(teacher.get(f"{published}/paper", headers=EN))
    assert "On paper stand all questions; on the screen: Everybody gets up to 8" in (
        drawn
    )
    whole = text_of(teacher.get(f"{eleven}/paper", headers=EN))
    assert "On paper stand all" not in whole


def test_a_teacher_may_have_them_drawn_and_it_stays_so(session, teacher, draft):
    kinds = {QuestionKind.WHO_SAID.value, QuestionKind.KEEP_THE_ATTRIBUTION.value}
    items = row(session, draft).items
    kept = [item.position + 1 for item in items if item.kind in kinds]
    assert 8 < len(kept) <= 20
    teacher.post(draft, data={"keep": kept, "changes": 0, "act": "save"})
    teacher.post(f"{draft}/order", data={"changes": 1})
    made = publish(teacher, draft, kept, 2)
    assert row(session, made).plays_all is False
    assert {len(each) for each in rounds_of(session, row(session, made))} == {8}
    again = teacher.post(f"{made}/draft").location
    assert row(session, again).plays_all is False
    copied = teacher.post(f"{made}/copy").location
    assert row(session, copied).plays_all is False


def test_what_cannot_be_drawn_goes_whole_even_so(session, teacher, draft):
    for number in range(5):
        fields = {"form": "single", "stem_de": f"Frage {number}?", "lines": "* a\nb"}
        sent = fields | {"skill": "speaker", "changes": number}
        teacher.post(f"{draft}/own", data=sent)
    own = QuestionKind.OWN.value
    kept = [i.position + 1 for i in row(session, draft).items if i.kind == own]
    teacher.post(draft, data={"keep": kept, "changes": 5, "act": "save"})
    teacher.post(f"{draft}/order", data={"changes": 6})
    shown = text_of(teacher.get(draft, headers=EN))
    assert "They cannot be drawn: too few of them go together." in shown
    made = row(session, publish(teacher, draft, kept, 7))
    assert {len(each) for each in rounds_of(session, made)} == {5}


def test_the_teacher_is_told_which_of_them_give_each_other_away(
    session, teacher, draft
):
    items = row(session, draft).items
    claim = items[0].body["claim"]
    alike = [item.position + 1 for item in items if item.body["claim"] == claim][:2]
    others = {item.body["claim"]: item.position + 1 for item in items}
    alone = [number for name, number in others.items() if name != claim][:4]
    sent = {"keep": [*alike, *alone], "changes": 0, "act": "save"}
    teacher.post(draft, data=sent)
    page = teacher.get(draft, headers=EN)
    beside = [f"This one and question {number} may give away" for number in alike]
    assert all(each in text_of(page) for each in beside)
    assert "2 of them may give away another one's answer" in text_of(page)
    made = row(session, publish(teacher, draft, [*alike, *alone], 1))
    assert len(made.items) == 6
    assert {len(each) for each in rounds_of(session, made)} == {6}


def test_a_draft_of_what_the_rules_made_is_a_choice(session, teacher, draft, published):
    assert row(session, published).plays_all is None
    assert row(session, draft).plays_all is True
    article = row(session, published).article_id
    begun = teacher.post(f"/articles/{article}/draft").location
    assert row(session, begun).plays_all is True


def test_a_version_that_puts_one_right_is_played_as_the_one_before(session, teacher):
    made = make_set(session, teacher.user_id)
    made.plays_all = True
    session.commit()
    mended = leave_out(session, teacher.actor, made.items[0], NOW).question_set
    assert mended.id != made.id
    assert {len(each) for each in rounds_of(session, mended)} == {7}
    assert {len(each) for each in rounds_of(session, made)} == {7}
