"""A report as tables for a spreadsheet, without names and without formulas."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import xlsxwriter

from quiz.classroom.exports.results import Result
from quiz.classroom.reports.service import Report
from quiz.engine.choices import WrongChoice
from quiz.engine.mastery.levels import SkillLevel
from quiz.engine.questions.question import QuestionKind, Skill


@dataclass(frozen=True, slots=True)
class Share:
    """A part of something, 0–1; a spreadsheet shows it as a percentage."""

    value: float


Cell = str | float | int | Share | None
# The last four are what keyboards of other scripts have for the first ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_SHEET_NAME = 31


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, what stands above the columns, the rows.

    Attributes:
        title: what readers call it; empty where it is called by its name.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """How things are called in the reader's language."""

    skill: Callable[[Skill], str]
    kind: Callable[[QuestionKind], str]
    mistake: Callable[[str], str]
    level: Callable[[SkillLevel], str]
    language: str
    head: Callable[[str], str]
    sheet: Callable[[str], str]
    yes_no: Callable[[bool], str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What is written: the report, and what each seat has reached and can do."""

    report: Report
    results: tuple[Result, ...]
    levels: dict[int, dict[Skill, SkillLevel]]


def tables_of(taken: Taken, words: Words) -> tuple[Table, ...]:
    """Seats by number, wrong answers, questions, skills and mistakes."""
    made = (_seats(taken, words), *_of_class(taken.report, words))
    return tuple(replace(table, title=words.sheet(table.name)) for table in made)


def _seats(taken: Taken, words: Words) -> Table:
    skills = [line.skill for line in taken.report.skills]
    has_goal = any(each.is_reached is not None for each in taken.results)
    goal = ("reached",) if has_goal else ()
    head = ("seat", "rounds", "best", "points", "possible", *goal, "late")
    rows = []
    for each in taken.results:
        own = taken.levels.get(each.number, {})
        rows.append(
            (
                each.number,
                each.rounds,
                None if each.share is None else Share(each.share),
                each.best and each.best.points,
                each.best and each.best.possible,
                *((words.yes_no(bool(each.is_reached)),) if has_goal else ()),
                words.yes_no(each.is_late),
                *(words.level(own[s]) if s in own else None for s in skills),
            )
        )
    names = (*map(words.head, head), *map(words.skill, skills))
    return Table("seats", names, tuple(rows))


def _of_class(report: Report, words: Words) -> tuple[Table, ...]:
    head = words.head
    return (
        Table(
            "wrong",
            tuple(map(head, _WRONG_HEAD)),
            tuple(_choice(each, words) for each in report.choices),
        ),
        Table(
            "skills",
            (head("skill"), head("right"), head("answers"), head("seats")),
            tuple(
                (words.skill(x.skill), Share(x.share), x.answers, len(x.by_seat))
                for x in report.skills
                if x.has_enough
            ),
        ),
        Table(
            "mistakes",
            (head("mistake"), head("seats"), head("met")),
            tuple(
                (words.mistake(x.line.misconception), x.line.seats, x.line.met)
                for x in report.mistakes
            ),
        ),
        Table(
            "questions",
            tuple(map(head, _ITEM_HEAD)),
            tuple(_item(report, at, words) for at in range(len(report.items))),
        ),
    )


_WRONG_HEAD = ("question", "key", "chosen", "times", "of", "part", "mistake")
_ITEM_HEAD = (
    "kind", "question", "answers", "right", "discrimination", "working",
    "distractors", "seconds", "provisional", "rekeyed",
)  # fmt: skip


def _choice(choice: WrongChoice, words: Words) -> tuple[Cell, ...]:
    language, why = words.language, choice.option.misconception
    return (
        choice.question.stem.get(language),
        " · ".join(each.label.get(language) for each in choice.question.key),
        choice.option.label.get(language),
        choice.seats,
        choice.answers,
        Share(choice.share),
        words.mistake(why) if why else None,
    )


def _item(report: Report, at: int, words: Words) -> tuple[Cell, ...]:
    line = report.items[at]
    found = line.discrimination
    return (
        words.kind(line.question.kind),
        line.question.stem.get(words.language),
        line.answers,
        Share(line.difficulty),
        None if found is None else round(found, 4),
        line.working,
        line.distractors,
        line.seconds,
        int(line.is_provisional),
        int(line.item in report.rekeyed),
    )


def as_csv(table: Table, language: str = "en") -> str:
    """The table with semicolons, as spreadsheets of this country read it.

    In German with decimal commas and percentages, else with points and parts of 1. A
    cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in (table.head, *table.rows):
        writer.writerow([_told(cell, language) for cell in row])
    return "\ufeff" + out.getvalue()


def as_xlsx(tables: Iterable[Table]) -> bytes:
    """A workbook with a sheet for each table; texts are texts, never formulas."""
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True})
        percent = book.add_format({"num_format": "0.0%"})
        for table in tables:
            sheet = book.add_worksheet(_sheet_name(table.title or table.name))
            sheet.freeze_panes(1, 0)
            for column, name in enumerate(table.head):
                sheet.write_string(0, column, name, bold)
            for at, row in enumerate(table.rows, start=1):
                _write(sheet, at, row, percent)
            sheet.autofit()
    return out.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    at: int,
    row: Sequence[Cell],
    percent: xlsxwriter.format.Format,
) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            sheet.write_string(at, column, cell)
        elif isinstance(cell, Share):
            sheet.write_number(at, column, cell.value, percent)
        elif cell is not None:
            sheet.write_number(at, column, cell)


def _sheet_name(title: str) -> str:
    return _SHEET_NAME.sub(" ", title)[:_LONGEST_SHEET_NAME]


def _told(cell: Cell, language: str) -> str | float | None:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    is_german = language == "de"
    if isinstance(cell, Share):
        percent = f"{cell.value * 100:.2f}%".replace(".", ",")
        return percent if is_german else round(cell.value, 4)
    if isinstance(cell, float) and is_german:
        return str(cell).replace(".", ",")
    return cell
