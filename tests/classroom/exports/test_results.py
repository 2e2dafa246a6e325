"""Results of a class and of an assignment as files, opened by those who read them."""

import csv
import io
from collections import Counter
from io import BytesIO
from urllib.parse import unquote

import openpyxl
import pytest
from pypdf import PdfReader
from sqlalchemy import select

from quiz.bank.models import BankItem
from quiz.classroom.exports.tables import Share, Table, as_csv, as_xlsx
from quiz.classroom.models import AssignmentRound, Seat
from quiz.play.models import Answer, Round, RoundItem
from tests.classroom.people import EN, Lesson, all_play, join, played_by_six

DE = {"Accept-Language": "de"}


@pytest.fixture
def lesson(app, session, teacher):
    return played_by_six(app, session, teacher)


def get(lesson, path, language=DE, **asked):
    asked = {"query_string": asked, "headers": language}
    return lesson.teacher.get(f"{lesson.made}/{path}", **asked)


def book(lesson, language=DE, **asked):
    content = get(lesson, "report.xlsx", language, **asked).data
    return openpyxl.load_workbook(BytesIO(content))


def named(response):
    return unquote(response.headers["Content-Disposition"])


def answered(session):
    """Seat → item, what was chosen and share of its answers, from the tables."""
    session.expire_all()
    rows = session.execute(
        select(Seat.number, BankItem, Answer.reply, Answer.share)
        .select_from(Answer)
        .join(Round, Round.id == Answer.round_id)
        .join(Seat, Seat.player_id == Round.player_id)
        .join(AssignmentRound, AssignmentRound.round_id == Round.id)
        .join(
            RoundItem,
            (RoundItem.round_id == Answer.round_id)
            & (RoundItem.number == Answer.number),
        )
        .join(BankItem, BankItem.id == RoundItem.item_id)
    )
    found = {}
    for number, item, reply, share in rows:
        found.setdefault(number, []).append((item, reply, share))
    return found


def test_an_assignment_is_a_workbook_with_german_sheets_and_a_name_that_tells(lesson):
    [task] = lesson.tasks
    got = get(lesson, "report.xlsx", assignment=str(task.id))
    assert "Klasse 7b Große Ernte in Apfelstedt 20" in named(got)
    sheets = book(lesson, assignment=str(task.id)).sheetnames
    german = ["Plätze", "Falsche Antworten", "Fähigkeiten", "Fehler", "Fragen"]
    assert sheets == german


def test_each_seat_has_its_best_result_and_points_as_its_answers_say(session, lesson):
    rows = list(book(lesson)["Plätze"].values)
    head = rows[0]
    given = answered(session)
    assert len(rows) == 7
    for row in rows[1:]:
        cells = dict(zip(head, row, strict=True))
        shares = [share for _item, _reply, share in given[cells["Platz"]]]
        assert cells["Bestes Ergebnis"] == pytest.approx(sum(shares) / len(shares))
        assert cells["Punkte dabei"] == sum(round(100 * share) for share in shares)
        assert cells["Mögliche Punkte"] == 100 * len(shares)
        assert cells["Runden"] == 1


def test_percentages_are_percentages(lesson):
    sheet = book(lesson)["Plätze"]
    column = [cell.value for cell in sheet[1]].index("Bestes Ergebnis")
    cells = [row[column] for row in sheet.iter_rows(min_row=2)]
    assert {cell.number_format for cell in cells} == {"0.0%"}
    assert all(0 <= cell.value <= 1 for cell in cells)


def test_wrong_answers_are_counted_as_they_were_chosen(session, lesson):
    expected = Counter()
    for own in answered(session).values():
        for item, reply, _share in own:
            options = {o["id"]: o for o in item.body["options"]}
            wrong = [options[each] for each in reply if not options[each]["correct"]]
            for option in wrong:
                expected[item.body["stem"]["de"], option["label"]["de"]] += 1
    head, *rows = book(lesson)["Falsche Antworten"].values
    found = {}
    for row in rows:
        cells = dict(zip(head, row, strict=True))
        times = cells["Gewählt von (Plätzen)"]
        found[cells["Frage"], cells["Falsche Antwort"]] = times
        assert cells["Anteil"] == pytest.approx(times / cells["von (Plätzen)"])
    assert found == expected
    assert sum(expected.values()) > 5
    counts = [row[3] for row in rows]
    assert counts == sorted(counts, reverse=True)


def test_a_german_spreadsheet_opens_the_csv_rightly(session, lesson):
    got = get(lesson, "report.csv", table="seats")
    assert got.data.startswith(b"\xef\xbb\xbf")
    assert "Klasse 7b Bericht 20" in named(got)
    assert named(got).endswith("Plätze.csv")
    rows = list(csv.reader(io.StringIO(got.text.removeprefix("\ufeff")), delimiter=";"))
    given = answered(session)
    for row in rows[1:]:
        shares = [share for *_, share in given[int(row[0])]]
        read = float(row[2].removesuffix("%").replace(",", "."))
        assert row[2].endswith("%")
        assert "." not in row[2]
        assert read == pytest.approx(100 * sum(shares) / len(shares), abs=0.006)


def test_german_numbers_have_a_comma_english_ones_a_point():
    table = Table("t", ("a",), ((0.5,), (Share(0.125),), (3,)))
    assert as_csv(table, "de").splitlines()[1:] == ["0,5", "12,50%", "3"]
    assert as_csv(table, "en").splitlines()[1:] == ["0.5", "0.125", "3"]


@pytest.mark.parametrize("begin", ["＝1+1", "＋1", "－1", "＠A"])
def test_signs_of_other_scripts_begin_no_formula(begin):
    assert as_csv(Table("t", ("h",), ((begin,),))).splitlines()[1].startswith("'")


def test_a_name_that_no_sheet_may_have_is_mended():
    content = as_xlsx([Table("t", ("h",), (("x",),), "a/b:c*[d]?" + "e" * 40)])
    [name] = openpyxl.load_workbook(BytesIO(content)).sheetnames
    assert len(name) <= 31
    assert not set("/:*[]?") & set(name)


def test_with_four_seats_there_are_results_but_no_figures_about_the_class(
    app, session, teacher
):
    lesson = Lesson(app, session, teacher, seats=4)
    lesson.give()
    all_play(lesson)
    made = book(lesson, EN)
    assert len(list(made["seats"].values)) == 5
    for name in ("wrong answers", "skills", "mistakes", "questions"):
        assert len(list(made[name].values)) == 1, name


def test_a_class_name_cannot_break_the_name_of_a_file(teacher, session):
    sent = {"name": 'a/b"c', "seats": 1}
    made = teacher.post("/classes", data=sent).location
    got = teacher.get(f"{made}/report.xlsx", headers=DE)
    assert "Klasse a-b-c Bericht" in named(got)


def test_the_list_of_seats_has_a_number_and_room_for_a_name(app, session, lesson):
    join(app, lesson.made, lesson.seats[0])
    page = get(lesson, "list").text
    assert page.count('<th scope="row">') == 6
    assert ">Nr.<" in page
    assert ">Name<" in page


@pytest.mark.slow
def test_the_list_of_seats_is_a_tagged_pdf(lesson):
    got = get(lesson, "list.pdf")
    assert "Klasse 7b Platzliste.pdf" in named(got)
    read = PdfReader(BytesIO(got.data))
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = read.pages[0].extract_text()
    assert all(f"{number}" in text for number in range(1, 7))


def test_strangers_get_no_list(lesson, stranger):
    for path in ("list", "list.pdf", "report.xlsx"):
        assert stranger.get(f"{lesson.made}/{path}").status_code == 404
