"""`flask article …`: the engine on a text file, without any database."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup

from quiz.articles.as_json import extraction_as_json
from quiz.articles.listing import extraction_listing, questions_listing
from quiz.engine.claims.claim import Extraction
from quiz.engine.claims.extract import extract
from quiz.engine.lexicon.lexicon import languages
from quiz.engine.pool import Pool
from quiz.engine.questions.compose import compose
from quiz.engine.questions.form import Form
from quiz.engine.questions.question import Question
from quiz.engine.rounds import draw_round
from quiz.errors import Invalid

group = AppGroup("article", help="See what the engine finds in a text file.")

_REFUSALS = {
    "empty_text": "there is no text in it",
    "not_german": "this does not look like German, the only language so far",
    "binary_text": "this is not a plain text",
    "too_long_text": "longer than 200,000 characters",
}
# A character takes up to four bytes; what is cut off may end within one.
_ENOUGH = 4 * 200_000 + 4
_file = click.argument("file", type=click.Path(allow_dash=True))
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_lang = click.option(
    "--lang",
    type=click.Choice(languages()),
    default="de",
    show_default=True,
    help="Language of the text.",
)

_outlet = click.option(
    "--outlet",
    default="",
    help="Who printed it: what is said to them is said to the article.",
)


class Refused(click.ClickException):
    """The file cannot be used: one line on stderr, exit code 2."""

    exit_code = 2


@group.command("extract")
@_file
@_lang
@_outlet
@_json
def extract_command(file: str, lang: str, outlet: str, *, as_json: bool) -> None:
    """Print who says what in FILE, and through whom ("-" reads standard input)."""
    found = _extraction(file, lang, outlet)
    _print(_dumped(extraction_as_json(found)) if as_json else extraction_listing(found))


_seed = click.option(
    "--seed",
    type=int,
    default=0,
    show_default=True,
    help="Another number gives other questions.",
)


@group.command("questions")
@_file
@_lang
@_outlet
@_seed
@_json
def questions_command(
    file: str, lang: str, outlet: str, seed: int, *, as_json: bool
) -> None:
    """Print the questions that FILE gives ("-" reads standard input)."""
    questions = compose(_extraction(file, lang, outlet), seed=seed)
    if as_json:
        _print(_dumped([question.as_json() for question in questions]))
    else:
        _print(questions_listing(questions, lang))


@group.command("round")
@_file
@_lang
@_outlet
@_seed
@_json
def round_command(
    file: str, lang: str, outlet: str, seed: int, *, as_json: bool
) -> None:
    """Print a round as it would be drawn from FILE ("-" reads standard input)."""
    found = _extraction(file, lang, outlet)
    questions, missing = _round(compose(found, seed=seed), seed)
    if as_json:
        body: dict[str, Any] = {"size": len(questions)}
        if missing:
            body["missing"] = missing
        else:
            body["questions"] = [question.as_json() for question in questions]
        _print(_dumped(body))
    else:
        _print(missing or questions_listing(questions, lang))


def _round(pool: Sequence[Question], seed: int) -> tuple[tuple[Question, ...], str]:
    """The questions of a round with their options as shown, or what it lacks."""
    by_id = {question.id: question for question in pool}
    try:
        cards = draw_round(Pool(pool), seed).cards
    except Invalid as why:
        found, needed = why.details["found"], why.details["needed"]
        return (), f"{found} questions go together, a round needs {needed}"
    shown = (_shown(by_id[card.question_id], card.option_ids) for card in cards)
    return tuple(shown), ""


def _shown(question: Question, option_ids: Sequence[str]) -> Question:
    """With its options in the order shown; cards to be ordered stay as they are."""
    if question.form is Form.ORDERING:
        return question
    places = {each: place for place, each in enumerate(option_ids)}
    options = sorted(question.options, key=lambda option: places[option.id])
    return replace(question, options=tuple(options))


def _extraction(file: str, language: str, outlet: str) -> Extraction:
    """What is found in the file, with offsets into its decoded characters.

    A byte order mark counts as one character, as it does for everybody who
    decodes the file as UTF-8; the engine is shown a space in its place.
    """
    text = _decoded(file)
    if text.startswith("\ufeff"):
        text = " " + text[1:]
    try:
        return extract(text, language, outlet)
    except Invalid as refused:
        why = _REFUSALS.get(refused.reason, refused.reason)
        raise Refused(f"{file}: {why}") from refused


def _decoded(file: str) -> str:
    try:
        raw = _raw(file)
        return raw.decode("utf-8", "ignore" if len(raw) == _ENOUGH else "strict")
    except OSError as error:
        raise Refused(f"{file}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise Refused(f"{file}: not UTF-8 (byte {error.start})") from error


def _raw(file: str) -> bytes:
    """The bytes of the file, or so many that the text is too long anyway."""
    if file == "-":
        return sys.stdin.buffer.read(_ENOUGH)
    with Path(file).open("rb") as opened:
        return opened.read(_ENOUGH)


def _dumped(value: Any) -> str:  # noqa: ANN401
    return json.dumps(value, ensure_ascii=False, indent=2)


def _print(text: str) -> None:
    """UTF-8 on standard output, whatever the terminal's own encoding is."""
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
