"""Reports to take along, levels of seats, the page of one seat, curricula."""

import csv
import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from sqlalchemy import select

from quiz.classroom.exports.tables import Table, as_csv, as_xlsx
from quiz.classroom.models import Classroom
from quiz.classroom.reports.curriculum import TAGS
from quiz.classroom.reports.insight import insight_of
from quiz.engine.mastery.levels import Level
from quiz.engine.questions.question import Skill
from quiz.engine.reporting import FirstAnswer, coarse, item_lines
from quiz.play.models import Answer
from quiz.web.clock import now
from tests.browser import text_of
from tests.classroom.people import EN, played_by_six
from tests.engine.make_questions import make_questions
from tests.leaderboards.contest import play_round
from tests.make import make_set

pytestmark = pytest.mark.slow

NASTY = ("=1+1", "+A1", "-2", "@SUM(A1)", "\tx", "plain", 'quo"te;')


@pytest.fixture
def lesson(app, session, teacher):
    return played_by_six(app, session, teacher)


def get(lesson, path, **asked):
    return lesson.teacher.get(f"{lesson.made}/{path}", query_string=asked, headers=EN)


def rows(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_a_table_that_a_spreadsheet_opens_has_no_formula():
    found = rows(as_csv(Table("t", ("=head",), tuple((cell,) for cell in NASTY))))
    assert all(not cell[0].startswith(("=", "+", "-", "@", "\t")) for cell in found)
    assert [cell[0] for cell in found[-2:]] == ["plain", 'quo"te;']


def test_a_workbook_has_texts_and_numbers_and_no_formula():
    content = as_xlsx([Table("t", ("h",), (*((cell,) for cell in NASTY), (1.5,)))])
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
        texts = book.read("xl/sharedStrings.xml").decode()
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert sheet.findall(f".//{space}f") == []
    assert "=1+1" in texts
    assert [v.text for v in sheet.findall(f".//{space}c/{space}v")][-1] == "1.5"


@pytest.mark.parametrize("name", ["skills", "mistakes", "questions", "seats"])
def test_each_table_is_a_file_without_names(lesson, name):
    got = get(lesson, "report.csv", table=name)
    assert got.status_code == 200
    assert "attachment" in got.headers["Content-Disposition"]
    found = rows(got.text)
    assert len(found) >= 2 or name == "mistakes"
    aliases = [seat.alias for seat in lesson.seats if seat.alias]
    assert not any(alias in got.text for alias in aliases)


def test_the_table_of_questions_says_what_the_page_says(lesson):
    found = rows(get(lesson, "report.csv", table="questions").text)
    page = text_of(get(lesson, "report"))
    assert len(found) == 9
    for row in found[1:]:
        assert f"{round(float(row[3]) * 100)}" in page


def test_the_workbook_has_all_tables(lesson):
    got = get(lesson, "report.xlsx")
    with zipfile.ZipFile(io.BytesIO(got.data)) as book:
        names = book.read("xl/workbook.xml").decode()
    for name in ("skills", "mistakes", "questions", "seats"):
        assert f'name="{name}"' in names


def test_who_needs_help_is_named_after_two_rounds_without_any_success(session, lesson):
    classroom = session.scalars(select(Classroom)).one()
    for number in (3, 1):
        for played in (lesson.played, make_set(session), make_set(session)):
            play_round(session, classroom.seats[number - 1], 0, now(), played)
    session.commit()
    found = insight_of(session, classroom, now())
    helped = [seat.number for seat in found.helped]
    assert 1 in helped
    assert helped == sorted(helped)
    assert "Who needs help" in text_of(get(lesson, "report"))


def test_strangers_get_no_files_and_no_table_that_there_is_not(lesson, stranger):
    for path in ("report.csv", "report.xlsx", "seats/1/progress"):
        assert stranger.get(f"{lesson.made}/{path}").status_code == 404
    assert get(lesson, "report.csv", table="x").status_code == 404


def test_levels_and_who_needs_help_are_what_the_answers_say(session, lesson):
    classroom = session.scalars(select(Classroom)).one()
    found = insight_of(session, classroom, now())
    by_number = {seat.number: seat for seat in classroom.seats}
    shares = [Level.PRACTISING, Level.PRACTISING]
    assert [
        found.levels[by_number[n].id][Skill.SPEAKER].level for n in (1, 2)
    ] == shares
    page = text_of(get(lesson, "report"))
    assert found.helped == {}  # one round is no proof
    assert "Who needs help" not in page
    assert "Medienkompetenzrahmen NRW 2.3" in page


def test_the_page_of_a_seat_keeps_confidence_to_the_pupil(session, lesson):
    for answer in session.scalars(select(Answer)):
        answer.confidence = 3
    session.commit()
    page = get(lesson, "seats/3/progress")
    assert page.text.count('data-testid="seat-skill"') == 1
    assert "How sure you said" not in page.text
    assert get(lesson, "seats/99/progress").status_code == 404


def test_the_class_is_told_how_sure_it_was_from_five_seats_up(session, lesson):
    assert "class-calibration" not in get(lesson, "report").text
    for answer in session.scalars(select(Answer)):
        answer.confidence = 3
    session.commit()
    assert "class-calibration" in get(lesson, "report").text


def test_times_are_coarse_and_say_nothing_of_who_left():
    assert [coarse(s) for s in (0, 3, 7.6, 61, 601, -1)] == [5, 5, 10, 60, None, None]


def test_a_median_time_needs_five_seats():
    asked = make_questions()[0]
    one = FirstAnswer("s", "i", asked, ("a",), 1.0, 10)
    found = [replace(one, seat=str(n), seconds=10 * n) for n in range(1, 6)]
    assert item_lines(found)[0].seconds == 30
    assert item_lines(found[:4])[0].seconds is None


def test_every_skill_stands_in_a_curriculum():
    assert set(TAGS) == set(Skill)
