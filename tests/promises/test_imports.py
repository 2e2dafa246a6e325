"""The import contracts reach every module of every room: planted offences are named."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from quiz.config import ROOT

pytestmark = pytest.mark.slow

# Module, what is planted in it, what the report must name.
PLANTED = [
    ("bank.ordering", "from flask import request", "quiz.bank.ordering -> flask"),
    (
        "bank.drafts.service",
        "from quiz.web.session import db",
        "quiz.bank.drafts.service -> quiz.web.session",
    ),
    (
        "bank.drafts.new_draft",
        "from wtforms import Form",
        "quiz.bank.drafts.new_draft -> wtforms",
    ),
    (
        "articles.glossary.service",
        "from werkzeug.datastructures import MultiDict",
        "quiz.articles.glossary.service -> werkzeug",
    ),
    (
        "articles.highlighting",
        "from jinja2 import Environment",
        "quiz.articles.highlighting -> jinja2",
    ),
    (
        "accounts.passwords",
        "from flask_login import current_user",
        "quiz.accounts.passwords -> flask_login",
    ),
    (
        "classroom.seats.service",
        "from quiz.play.browser import remember",
        "quiz.classroom.seats.service -> quiz.play.browser",
    ),
    (
        "classroom.reports.insight",
        "from quiz.play.forms import CARD",
        "quiz.classroom.reports.insight -> quiz.play.forms",
    ),
    (
        "articles.claims.service",
        "from quiz.articles.claims import views",
        "quiz.articles.claims.service -> quiz.articles.claims.views",
    ),
    (
        "progress.practice",
        "from flask_babel import gettext",
        "quiz.progress.practice -> flask_babel",
    ),
    (
        "bank.library.copying",
        "from quiz.bank.drafts import proposals",
        "quiz.bank.library.copying -> quiz.bank.drafts.proposals",
    ),
    (
        "classroom.codes",
        "from quiz.classroom.seats import aliases",
        "quiz.classroom.codes -> quiz.classroom.seats.aliases",
    ),
    (
        "accounts.passwords",
        "from quiz.bank import models",
        "quiz.accounts.passwords -> quiz.bank.models",
    ),
    ("play.new_thing", "", "quiz.play.new_thing"),
    ("engine.claims.new_thing", "", "quiz.engine.claims.new_thing"),
    ("new_room.service", "", "quiz.new_room"),
    (
        "engine.claims.phrases.media",
        "from quiz.engine.claims.speakers import discourse",
        "quiz.engine.claims.phrases.media -> quiz.engine.claims.speakers.discourse",
    ),
    (
        "engine.claims.entities.office",
        "from quiz.engine.claims.speech import find",
        "quiz.engine.claims.entities.office -> quiz.engine.claims.speech.find",
    ),
    (
        "engine.questions.material.dossier",
        "from quiz.engine.questions import registry",
        "quiz.engine.questions.material.dossier -> quiz.engine.questions.registry",
    ),
    (
        "engine.claims.words.tokens",
        "from quiz.engine.claims.words import noun",
        "No cycles are allowed in quiz.engine.claims.words",
    ),
    (
        "engine.claims.review.entities",
        "import sqlalchemy",
        "quiz.engine.claims.review.entities -> sqlalchemy",
    ),
]
ROOMS = sorted(f.parent.name for f in (ROOT / "quiz").glob("*/views.py"))
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS = SETTINGS["tool"]["importlinter"]["contracts"]


def lint(root):
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(root), "COLUMNS": "400"},
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """What the contracts say of a copy of the code with all of it planted."""
    root = tmp_path_factory.mktemp("planted")
    ignored = shutil.ignore_patterns("__pycache__", "library", "translations")
    shutil.copytree(ROOT / "quiz", root / "quiz", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", root)
    for module, line, _told in PLANTED:
        file = root / "quiz" / (module.replace(".", "/") + ".py")
        file.parent.mkdir(exist_ok=True)
        if not (file.parent / "__init__.py").exists():
            (file.parent / "__init__.py").write_text('"""New."""\n', "utf-8")
        before = file.read_text("utf-8") if file.exists() else '"""New."""\n'
        file.write_text(f"{before}\n{line}\n", "utf-8")
    return lint(root)


def test_the_contracts_hold():
    assert "0 broken" in lint(ROOT)


@pytest.mark.parametrize(
    ("module", "line", "told"), PLANTED, ids=[told for *_planted, told in PLANTED]
)
def test_what_is_planted_is_named(report, module, line, told):
    found = re.search(rf"(?<![\w.]){re.escape(told)}(?![\w])", report)
    assert found, f"{line!r} in {module} went through"


def test_every_folder_with_folders_says_what_lies_on_what_in_it():
    inits = {f.parent for f in (ROOT / "quiz").rglob("__init__.py")}
    folders = {init.parent for init in inits} | {ROOT / "quiz" / room for room in ROOMS}
    parted = {
        folder.relative_to(ROOT).as_posix().replace("/", ".")
        for folder in folders
        if folder in inits
    }
    whole = {
        container
        for each in CONTRACTS
        if each["type"] == "layers" and each.get("exhaustive")
        for container in each["containers"]
    }
    missing = parted - whole
    assert not missing, f"give each an exhaustive contract in pyproject.toml: {missing}"


def test_every_contract_says_what_to_do():
    for each in CONTRACTS:
        assert ": " in each["name"], each["name"]
