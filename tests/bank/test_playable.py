"""A set that nobody could play is never published; one that was published says so."""

import re
from uuid import UUID

import pytest
from sqlalchemy import func, select

from quiz.bank.corrections.service import Key, leave_out, mend
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.offering import offer_for, offer_of
from quiz.bank.service import add_set
from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.registry import MISSION
from quiz.errors import Invalid
from quiz.play.models import Player, Round
from tests.browser import text_of
from tests.classroom.people import Lesson, begin
from tests.engine.make_questions import make_questions
from tests.make import NOW, make_article, make_set, make_stuck_set
from tests.village import TEXT as VILLAGE

EN = {"Accept-Language": "en"}
TWO_VOICES = """Stille am Steg

Am Steg in Möwenau ist es heute sehr still gewesen.

„Es kommt kein Boot mehr“, sagte Mila Kern.

„Der Sturm hat die Bojen losgerissen“, sagte Jonas Reet.

Wie es weitergehe, sei offen, hieß es am Abend.
"""
"""Whatever can be asked about it, a round has no four: half of it asks who said what,
and that can be asked about two sure statements at most."""


@pytest.fixture
def thin(session, teacher):
    made = make_article(session, teacher.user_id, TWO_VOICES)
    session.commit()
    return made


@pytest.fixture
def stuck(session, teacher):
    """A set that was published though too few of its questions go together."""
    made = make_stuck_set(session, teacher.user_id)
    session.commit()
    return made


def published(session):
    session.expire_all()
    wanted = select(QuestionSet).where(QuestionSet.published_at.is_not(None))
    return session.scalars(wanted.order_by(QuestionSet.version)).all()


def draft_of(session, location):
    session.expire_all()
    return session.get_one(QuestionSet, UUID(location.split("/")[-1]))


def write(teacher, draft, changes, number):
    fields = {"form": "single", "stem_de": f"Frage {number}?", "lines": "* a\nb"}
    sent = fields | {"skill": "speaker", "changes": changes}
    assert teacher.post(f"{draft}/own", data=sent).status_code == 303


def test_the_button_publishes_nothing_and_says_what_is_missing_and_what_helps(
    teacher, session, thin
):
    answer = teacher.post(f"/articles/{thin.id}/questions", headers=EN)
    assert answer.status_code == 422
    assert published(session) == []
    shown = text_of(answer)
    assert "at least 4 questions that do not give each other's answer away" in shown
    few = offer_for(compose(extract(TWO_VOICES)), plays_all=None)
    assert not few.is_playable
    assert re.search(rf"here there (is|are) {few.together}\.", shown)
    assert re.search(r"\d+ statements? (is|are) still unsure", shown)
    assert f'href="/articles/{thin.id}/check"' in answer.text
    for wanted, there in (("more", "/more"), ("own", "/own"), ("", "")):
        begun = teacher.post(f"/articles/{thin.id}/draft", data={"to": wanted})
        assert re.fullmatch(rf"/drafts/[0-9a-f-]+{there}", begun.location)


def test_of_an_article_of_the_library_nobody_is_asked_to_check_statements(
    teacher, session
):
    made = make_article(session, None, TWO_VOICES)
    session.commit()
    answer = teacher.post(f"/articles/{made.id}/questions", headers=EN)
    assert answer.status_code == 422
    assert 'data-testid="check-statements"' not in answer.text


@pytest.mark.slow
def test_too_many_to_go_whole_that_cannot_be_drawn_are_not_published(
    teacher, session, thin
):
    draft = teacher.post(f"/articles/{thin.id}/draft").location
    for number in range(20):
        write(teacher, draft, number, number)
    row = draft_of(session, draft)
    own = [i.position + 1 for i in row.items if i.kind == QuestionKind.OWN.value]
    beside = [i.position + 1 for i in row.items if i.kind not in {"own", *MISSION}]
    kept = [*own, *beside[:1]]
    refused = teacher.post(
        draft, data={"keep": kept, "changes": 20, "act": "publish"}, headers=EN
    )
    assert refused.status_code == 422
    assert published(session) == []
    shown = text_of(refused)
    assert "A round needs at least 4 questions" in shown
    assert "up to 20 questions need not be drawn" in shown
    for there in ("/more", "/own"):
        assert f'href="{draft}{there}"' in refused.text
    ticked = re.findall(r'="(\d+)" checked|n" name="keep" value="(\d+)"', refused.text)
    assert sorted(int(here or aside) for here, aside in ticked) == sorted(kept)
    done = teacher.post(
        draft, data={"keep": kept[:20], "changes": 20, "act": "publish"}
    )
    assert done.status_code == 303


def test_a_draft_with_too_little_says_what_helps_before_anybody_publishes(
    teacher, thin
):
    draft = teacher.post(f"/articles/{thin.id}/draft").location
    teacher.post(draft, data={"keep": [1, 2], "changes": 0, "act": "save"})
    shown = text_of(teacher.get(draft, headers=EN))
    assert "Not enough for a round." in shown
    assert "A set needs at least 4 questions." in shown
    assert "Check the statements" in shown


def test_its_page_tells_its_teacher_what_is_missing(teacher, stuck):
    page = teacher.get(f"/sets/{stuck.id}", headers=EN)
    shown = text_of(page)
    assert "This set cannot be played." in shown
    assert "here there are 3." in shown
    assert 'data-testid="start-round"' not in page.text
    assert 'data-testid="change-set"' in page.text


def test_pupils_read_a_clear_sentence_and_nothing_begins(guest, session, stuck):
    answer = guest.post("/play/start", data={"set": str(stuck.id)}, headers=EN)
    assert (answer.status_code, answer.location) == (303, f"/sets/{stuck.id}")
    page = guest.get(answer.location, headers=EN)
    assert page.status_code == 200
    assert "cannot be played at the moment: it has too few questions" in text_of(page)
    assert 'data-testid="start-round"' not in page.text
    for row in (Round, Player):
        assert session.scalar(select(func.count()).select_from(row)) == 0


def test_lists_say_so_and_have_no_button_for_it(teacher, stuck):
    for path in ("/sets", "/library"):
        page = teacher.get(path, headers=EN)
        assert "cannot be played" in text_of(page)
        assert 'data-testid="start-round"' not in page.text


def test_the_library_offers_nothing_that_cannot_be_played(client, session):
    make_stuck_set(session, None, "public")
    fine = make_set(session)
    session.commit()
    page = client.get("/", headers=EN).text
    offered = re.findall(r'name="set" value="([^"]+)"', page)
    assert set(offered) == {str(fine.id)}
    begun = client.post("/progress/practise").location
    round_id = UUID(begun.split("/")[2])
    assert session.get_one(Round, round_id).set_id == fine.id


def test_it_is_shown_to_no_more_people_only_to_fewer(teacher, session, stuck):
    wider = {"visibility": "public"}
    refused = teacher.post(f"/sets/{stuck.id}/visibility", data=wider, headers=EN)
    assert refused.status_code == 400
    assert "A round needs at least 4 questions" in text_of(refused)
    narrower = {"visibility": "private"}
    teacher.post(f"/sets/{stuck.id}/visibility", data=narrower)
    assert [one.visibility for one in published(session)] == ["private"]


def test_a_copy_is_a_draft_that_is_published_once_it_can_be_played(
    teacher, stranger, session
):
    base = make_stuck_set(session, stranger.user_id, "public")
    session.commit()
    draft = teacher.post(f"/sets/{base.id}/copy").location
    sent = {"keep": [1, 2, 3], "changes": 0, "act": "publish"}
    assert teacher.post(draft, data=sent).status_code == 422
    for number in range(5):
        write(teacher, draft, number, number)
    sent = {"keep": [4, 5, 6, 7, 8], "changes": 5, "act": "publish"}
    assert teacher.post(draft, data=sent).status_code == 303


def test_with_its_last_article_a_set_can_be_played_no_more(
    teacher, guest, session, draft
):
    other = make_article(session, teacher.user_id, VILLAGE, title="Am Steg")
    session.commit()
    teacher.post(f"{draft}/articles", data={"article": str(other.id), "changes": 0})
    row = draft_of(session, draft)
    kept = [item.position + 1 for item in row.items if item.other_article][:6]
    made = teacher.post(
        draft, data={"keep": kept, "changes": 1, "act": "publish"}
    ).location
    teacher.post(f"{made}/visibility", data={"visibility": "link"})
    played = {"set": made.split("/")[-1]}
    assert guest.post("/play/start", data=played).location.startswith("/play/")
    teacher.post(f"/articles/{other.id}/delete")
    assert guest.post("/play/start", data=played).location == made
    assert "This set cannot be played." in text_of(teacher.get(made, headers=EN))


def test_a_class_is_not_given_what_it_cannot_play(app, session, teacher):
    lesson = Lesson(app, session, teacher)
    fine, lesson.played = lesson.played, make_stuck_set(session, teacher.user_id)
    session.commit()
    refused = lesson.give()
    assert refused.status_code == 422
    assert "A round needs at least 4 questions" in text_of(refused)
    assert re.search(rf'value="{lesson.played.id}"[^>]* disabled', refused.text)
    lesson.played = fine
    assert lesson.give().status_code == 303
    [task] = lesson.tasks
    lesson.session.add(newer_version(session, fine, 3))
    session.commit()
    moved = teacher.post(f"/assignments/{task.id}/move", headers=EN)
    assert moved.status_code == 422
    assert lesson.tasks[0].set_id == fine.id


def newer_version(session, base, size):
    base.retired_at = NOW
    newer = add_set(session, base.article, make_questions()[:size], base.owner_id, NOW)
    newer.previous_id, newer.version = base.id, 2
    return newer


def test_pupils_of_a_class_read_why_they_cannot_begin(app, session, teacher):
    lesson = Lesson(app, session, teacher)
    lesson.give()
    [task] = lesson.tasks
    for item in session.scalars(
        select(BankItem).where(BankItem.set_id == task.set_id, BankItem.position > 2)
    ):
        item.is_void = True
    session.commit()
    pupil = lesson.pupil()
    page = pupil.get("/my-class", headers=EN)
    assert "This cannot be played at the moment" in text_of(page)
    assert 'data-testid="begin"' not in page.text
    assert begin(pupil, task) is None
    told = text_of(pupil.get("/my-class", headers=EN))
    assert told.count("This cannot be played at the moment") == 2
    page = text_of(teacher.get(f"/assignments/{task.id}", headers=EN))
    assert "Nobody can begin this any more" in page
    assert "cannot be played" in text_of(teacher.get(lesson.made, headers=EN))


def test_leaving_a_question_out_never_publishes_what_cannot_be_played(teacher, session):
    made = add_set(
        session,
        make_article(session, teacher.user_id),
        make_questions()[:4],
        teacher.user_id,
        NOW,
    )
    session.commit()
    draft = teacher.post(f"/sets/{made.id}/draft").location
    session.expire_all()
    leave_out(session, teacher.actor, made.items[0], NOW)
    session.commit()
    assert [one.id for one in published(session)] == [made.id]
    assert offer_of(session, made).together == 3
    assert not offer_of(session, made).is_playable
    kept = [item.body["id"] for item in draft_of(session, draft).items]
    assert made.items[0].body["id"] not in kept


def test_another_key_never_publishes_what_cannot_be_played(teacher, session, stuck):
    for item in stuck.items:
        own = {"kind": "own", "claim": "", "passage": "", "evidence": [], "marks": []}
        options = [option | {"entity": None} for option in item.body["options"]]
        own |= {"options": options, "form": "single_choice"}
        item.kind, item.body = "own", item.body | own
    session.commit()
    key = Key(frozenset("b"), Localised("So.", "So."))
    with pytest.raises(Invalid) as refused:
        mend(session, teacher.actor, stuck.items[0], key, NOW)
    assert refused.value.reason == "mended_not_playable"
    assert [one.id for one in published(session)] == [stuck.id]
