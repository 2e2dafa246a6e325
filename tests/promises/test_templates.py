"""Every template is used, imports only what it uses, and writes no raw HTML."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from quiz.config import ROOT
from quiz.engine.questions.form import Form

TEMPLATES = ROOT / "templates"
PARSER = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)

# Where text is marked as HTML on purpose: file → why that is safe.
RAW_HTML: dict[str, str] = {
    "quiz/web/language.py": "our own phrases; what is put into them is escaped",
}


def templates() -> list[str]:
    return sorted(str(f.relative_to(TEMPLATES)) for f in TEMPLATES.rglob("*.html"))


def parsed(name: str) -> nodes.Template:
    return PARSER.parse((TEMPLATES / name).read_text(encoding="utf-8"))


def rendered_by_code() -> set[str]:
    found = {f"errors/{code}.html" for code in (400, 401, 403, 404, 405, 409)}
    found |= {f"errors/{code}.html" for code in (413, 429, 500, 503)}
    for file in (ROOT / "quiz").rglob("*.py"):
        code = file.read_text(encoding="utf-8")
        found |= set(re.findall(r'"((?:[a-z_]+/)+[a-z_0-9]+\.html)"', code))
    return found | {f"answer_forms/{form}.html" for form in Form}


def test_every_template_is_reachable_and_exists():
    wanted, seen = sorted(rendered_by_code()), set()
    while wanted:
        name = wanted.pop()
        assert (TEMPLATES / name).exists(), f"there is no template {name}"
        if name not in seen:
            seen.add(name)
            found = meta.find_referenced_templates(parsed(name))
            wanted += [each for each in found if each is not None]
    assert set(templates()) - seen == set()


@pytest.mark.parametrize("name", templates())
def test_no_template_imports_what_it_does_not_use(name):
    tree = parsed(name)
    imported = {
        alias if isinstance(alias, str) else alias[-1]
        for node in tree.find_all(nodes.FromImport)
        for alias in node.names
    } | {node.target for node in tree.find_all(nodes.Import)}
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    assert imported <= used


@pytest.mark.parametrize("name", templates())
def test_no_template_is_longer_than_120_lines(name):
    assert len((TEMPLATES / name).read_text(encoding="utf-8").splitlines()) <= 120


@pytest.mark.parametrize("name", templates())
def test_no_template_marks_text_as_safe_or_escapes_by_itself(name):
    tree = parsed(name)
    raw = {node.name for node in tree.find_all(nodes.Filter)} & {"safe", "tojson"}
    offs = list(tree.find_all(nodes.ScopedEvalContextModifier))
    assert name in RAW_HTML or not (raw or offs)


def test_no_code_marks_text_as_html():
    for file in sorted((ROOT / "quiz").rglob("*.py")):
        relative = str(file.relative_to(ROOT))
        marked = re.search(r"\bMarkup\b|\brender_template_string\b", file.read_text())
        assert relative in RAW_HTML or not marked, relative


def test_every_permission_to_write_html_is_still_needed():
    for name in RAW_HTML:
        assert (ROOT / name).exists() or (TEMPLATES / name).exists()


def test_pages_and_stylesheets_load_nothing_from_elsewhere():
    files = [*TEMPLATES.rglob("*.html"), *(ROOT / "static").rglob("*.css")]
    files += (ROOT / "static").rglob("*.mjs")
    assert files
    loads = re.compile(
        r"(?:src|srcset|@import|url\(|import .* from)[\s=(\"']*(?:https?:)?//"
    )
    for file in files:
        found = loads.search(file.read_text(encoding="utf-8"))
        assert not found, f"{file.relative_to(ROOT)}: {found}"


def test_no_script_is_longer_than_150_lines():
    for file in (ROOT / "static" / "js").rglob("*.mjs"):
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 150, file.name
        assert Path(file).suffix == ".mjs"
