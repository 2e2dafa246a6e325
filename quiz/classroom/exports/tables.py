"""A report as tables for a spreadsheet, without names and without formulas."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import xlsxwriter

from quiz.classroom.reports.service import Report
from quiz.engine.mastery.levels import SkillLevel
from quiz.engine.questions.question import QuestionKind, Skill

Cell = str | float | int | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, what stands above the columns, the rows."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """How things are called in the reader's language."""

    skill: Callable[[Skill], str]
    kind: Callable[[QuestionKind], str]
    mistake: Callable[[str], str]
    level: Callable[[SkillLevel], str]
    language: str
    head: Callable[[str], str]


def tables_of(
    report: Report, levels: dict[UUID, dict[Skill, SkillLevel]], words: Words
) -> tuple[Table, ...]:
    """What the page shows: skills, mistakes, questions, and the seats by number."""
    head = words.head
    skills = [line.skill for line in report.skills]
    return (
        Table(
            "skills",
            (head("skill"), head("right"), head("answers"), head("seats")),
            tuple(
                (words.skill(x.skill), round(x.share, 4), x.answers, len(x.by_seat))
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
        Table(
            "seats",
            (head("seat"), *(words.skill(skill) for skill in skills)),
            tuple(
                (
                    seat.number,
                    *(
                        words.level(own[skill]) if skill in own else None
                        for own in [levels.get(seat.id, {})]
                        for skill in skills
                    ),
                )
                for seat in report.by_seat
            ),
        ),
    )


_ITEM_HEAD = (
    "kind", "question", "answers", "right", "discrimination", "working",
    "distractors", "seconds", "provisional",
)  # fmt: skip


def _item(report: Report, at: int, words: Words) -> tuple[Cell, ...]:
    line = report.items[at]
    found = line.discrimination
    return (
        words.kind(line.question.kind),
        line.question.stem.get(words.language),
        line.answers,
        round(line.difficulty, 4),
        None if found is None else round(found, 4),
        line.working,
        line.distractors,
        line.seconds,
        int(line.is_provisional),
    )


def as_csv(table: Table) -> str:
    """The table with semicolons, as spreadsheets of this country read it.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_safe(cell) for cell in table.head])
    for row in table.rows:
        writer.writerow([_safe(cell) for cell in row])
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
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            for column, name in enumerate(table.head):
                sheet.write_string(0, column, name, bold)
            for at, row in enumerate(table.rows, start=1):
                _write(sheet, at, row)
            sheet.autofit()
    return out.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, at: int, row: Sequence[Cell]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            sheet.write_string(at, column, cell)
        elif cell is not None:
            sheet.write_number(at, column, cell)


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell
