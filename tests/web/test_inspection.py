"""The inspection of pages that every test relies on finds what is wrong."""

import pytest

from tests.page import problems

GOOD = """<!doctype html>
<html lang="de"><head><title>Start · Wer sagt was?</title></head><body>
<main id="main"><h1>Start</h1>
<a href="#main">Top</a>
<form method="post"><input type="hidden" name="csrf_token" value="x">
<label for="a">Name</label><input id="a" name="a" aria-describedby="hint">
<p id="hint">Any</p><label><input type="radio" name="b"> B</label>
<button>Send</button></form>
<img src="/static/a.svg" alt=""><svg aria-hidden="true"></svg>
</main></body></html>"""

MISTAKES = {
    "doctype": ("<!doctype html>", ""),
    "lang": (' lang="de"', ""),
    "other_lang": (' lang="de"', ' lang="deutsch"'),
    "no_h1": ("<h1>Start</h1>", ""),
    "two_h1": ("<h1>Start</h1>", "<h1>Start</h1><h1>Start</h1>"),
    "title": ("<h1>Start</h1>", "<h1>Something else</h1>"),
    "empty_title": ("Start · Wer sagt was?", ""),
    "unclosed": ("</form>", ""),
    "crossed": ("Any</p>", "<b>Any</p></b>"),
    "no_label": ('<label for="a">Name</label>', ""),
    "empty_label": ('<label for="a">Name</label>', '<label for="a"></label>'),
    "same_id": ('<p id="hint">', '<p id="hint"></p><p id="hint">'),
    "hint": ('<p id="hint">', "<p>"),
    "anchor": ('href="#main"', 'href="#nowhere"'),
    "alt": (' alt=""', ""),
    "svg": (' aria-hidden="true"', ""),
    "script": ("<h1>", "<script>alert(1)</script><h1>"),
    "style": ("<h1>", '<h1 style="color:red">'),
    "style_element": ("<h1>", "<style>b{}</style><h1>"),
    "handler": ("<button>", '<button onclick="x()">'),
    "javascript": ('href="#main"', 'href="javascript:x()"'),
    "foreign": ('src="/static/a.svg"', 'src="https://elsewhere.example/a.svg"'),
    "foreign_action": (
        '<form method="post"',
        '<form method="post" action="//e.example"',
    ),
    "button": ("Send", ""),
    "token": ('<input type="hidden" name="csrf_token" value="x">', ""),
    "main": ('<main id="main">', '<main id="main"></main><main>'),
}


def test_a_good_page_has_no_problems():
    assert problems(GOOD) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_found(name):
    right, wrong = MISTAKES[name]
    assert right in GOOD
    assert problems(GOOD.replace(right, wrong, 1)) != []
