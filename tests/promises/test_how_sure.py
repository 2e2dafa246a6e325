"""How sure a pupil said to be: what is promised about it, and who is shown what.

Nothing that a teacher is shown depends on what one pupil said; the class's own figures
begin at five seats. The pupil reads that before answering.
"""

import io
import json
import re
import zipfile

import pytest
from sqlalchemy import select, update

from quiz.classroom.models import Seat
from quiz.play.models import Answer, Round
from tests.browser import text_of
from tests.classroom.people import EN, Lesson, all_play, begin, plays
from tests.make import make_set
from tests.promises.routes import rules

SEATS, ASKED = 6, 8
PLANTED = 3  # "very"
TABLES = ("skills", "mistakes", "questions", "seats")
PROMISE = {
    "de": "Lehrkraft sieht das nur für die ganze Klasse zusammen, ab fünf Plätzen",
    "en": "teacher sees this only for the whole class together, from five seats up",
}
PRIVACY = {
    "de": "nur für die ganze Klasse zusammen, ab fünf Plätzen, und nie von dir allein",
    "en": "for the whole class together, from five seats up, and never of you alone",
}
ALONE = {"de": "Das siehst nur du.", "en": "Only you see this."}


@pytest.fixture
def lesson(app, session, teacher):
    """Six seats have played a round; nobody said how sure they were."""
    lesson = Lesson(app, session, teacher, seats=SEATS)
    lesson.give()
    all_play(lesson)
    return lesson


def says(session, number, step):
    """The pupil of that seat was so sure of every answer."""
    session.expire_all()
    seat = session.scalars(select(Seat).where(Seat.number == number)).one()
    rounds = select(Round.id).where(Round.player_id == seat.player_id)
    session.execute(
        update(Answer).where(Answer.round_id.in_(rounds)).values(confidence=step)
    )
    session.commit()


#: What a form is filled with anew each time: its token, and the minute it is.
NEW_EACH_TIME = r'name="csrf_token" value="[^"]*"|value="\d{4}-\d\d-\d\dT\d\d:\d\d"'


def shown_to_teachers(app, lesson):
    """Every page and file about a class, an assignment or a seat: address → words."""
    [task] = lesson.tasks
    ids = {"class_id": lesson.seats[0].class_id, "assignment_id": task.id, "number": 1}
    addresses = []
    for rule in rules(app):
        if "GET" in rule.methods and rule.arguments and rule.arguments <= ids.keys():
            values = {name: ids[name] for name in rule.arguments}
            addresses.append(app.url_map.bind("localhost").build(rule.endpoint, values))
    addresses += [f"{lesson.made}/report?projector=yes"]
    addresses += [f"{lesson.made}/report.csv?table={name}" for name in TABLES]
    return {each: words_of(lesson.teacher.get(each, headers=EN)) for each in addresses}


def words_of(response):
    if response.data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(response.data)) as book:
            return [book.read(name) for name in book.namelist() if "xl/" in name]
    if response.mimetype == "application/pdf":
        return "the cards, as they were printed before anybody played"
    return re.sub(NEW_EACH_TIME, "", response.text)


def steps_told(lesson):
    """The steps of which the report on the class says something."""
    page = lesson.teacher.get(f"{lesson.made}/report", headers=EN).text
    table = page.partition('data-testid="class-calibration"')[2].partition("</table>")
    return re.findall(r'<th scope="row">([^<]+)</th>', table[0])


@pytest.mark.slow
def test_what_one_pupil_said_changes_nothing_that_teachers_are_shown(
    app, session, lesson
):
    shown_to_teachers(app, lesson)  # what is told once only is told now
    before = shown_to_teachers(app, lesson)
    assert {"report", "progress", "export"} <= {
        each.rsplit("/", 1)[-1] for each in before
    }
    says(session, 1, PLANTED)
    after = shown_to_teachers(app, lesson)
    assert [each for each in before if before[each] != after[each]] == []


def test_one_pupil_among_five_who_were_as_sure_as_each_other_stays_unseen(
    session, lesson
):
    for number in range(2, SEATS + 1):
        says(session, number, 2)
    says(session, 1, PLANTED)
    assert steps_told(lesson) == ["fairly"]
    says(session, 2, PLANTED)
    assert steps_told(lesson) == []


def test_the_class_is_shown_in_steps_of_ten_percent_without_counts(session, lesson):
    for number in range(1, SEATS + 1):
        says(session, number, 2)
    page = lesson.teacher.get(f"{lesson.made}/report", headers=EN).text
    table = page.partition('data-testid="class-calibration"')[2].partition("</table>")[
        0
    ]
    cells = re.findall(r"(\d+)(\u202f%|</td>)", table)
    assert [unit for _figure, unit in cells] == ["\u202f%"]
    assert int(cells[0][0]) % 10 == 0


def test_no_file_for_teachers_says_how_sure_a_seat_was(session, lesson):
    says(session, 1, PLANTED)
    got = lesson.teacher.get(f"{lesson.made}/seats/1/export", headers=EN)
    answers = [a for each in json.loads(got.text)["rounds"] for a in each["answers"]]
    assert len(answers) == ASKED
    assert all("reply" in each and "confidence" not in each for each in answers)


def test_the_pupil_has_it_in_a_table_and_a_file_of_their_own(session, lesson):
    says(session, 1, PLANTED)
    pupil = lesson.pupil(1)
    page = pupil.get("/progress", headers=EN)
    assert 'data-testid="calibration"' in page.text
    assert PROMISE["en"] in text_of(page)
    link = re.search(r'href="([^"]+)" data-testid="export"', page.text)[1]
    rounds = json.loads(pupil.get(link).text)["rounds"]
    said = [answer["confidence"] for each in rounds for answer in each["answers"]]
    assert said == [PLANTED] * ASKED


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_promise_is_read_before_answering(app, session, teacher, language):
    lesson = Lesson(app, session, teacher, seats=1)
    lesson.give()
    pupil = lesson.pupil(1)
    asked = begin(pupil, lesson.tasks[0])
    page = pupil.get(asked, headers={"Accept-Language": language})
    assert PROMISE[language] in text_of(page)
    assert ALONE[language] not in text_of(page)
    assert 'aria-describedby="sure-hint"' in page.text
    notice = pupil.get("/privacy", headers={"Accept-Language": language})
    assert PRIVACY[language] in text_of(notice)


@pytest.mark.parametrize("language", ["de", "en"])
def test_whoever_plays_without_a_card_reads_that_nobody_else_sees_it(
    app, session, guest, language
):
    made = make_set(session)
    session.commit()
    begun = guest.post("/play/start", data={"set": str(made.id)}).location
    page = text_of(guest.get(begun, headers={"Accept-Language": language}))
    assert ALONE[language] in page
    assert PROMISE[language] not in page


def test_whoever_takes_rounds_along_is_told_who_sees_them(session, guest):
    plays(session, guest)
    page = text_of(guest.get("/join", headers=EN))
    assert "as if you had played it in the class, and your teacher sees it" in page
