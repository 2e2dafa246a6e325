"""Whatever kind of question is asked, it can be answered and its key told to all."""

import re

import pytest
from flask import render_template

from quiz.articles.article_text import ArticleText
from quiz.engine.live.state import Phase, State
from quiz.engine.questions.editing.line_format import OwnForm
from quiz.engine.questions.form import Form
from quiz.live.forms import NAMES
from quiz.live.stage import Stage
from quiz.play.service import Place
from quiz.play.sheet import Sheet
from quiz.play.steps import Step
from tests.engine.library import SLUGS, pool_of
from tests.engine.questions.editing.test_line_format import GOOD
from tests.engine.questions.editing.test_line_format import question as own
from tests.make import NOW, make_article

pytestmark = pytest.mark.slow

IN_THE_LIBRARY = {
    Form.SINGLE_CHOICE,
    Form.TRUE_FALSE,
    Form.MULTIPLE_CHOICE,
    Form.ORDERING,
    Form.MATCHING,
}


@pytest.fixture(scope="module")
def one_of_each():
    found = {}
    for slug in SLUGS:
        for question in pool_of(slug).questions:
            found.setdefault(question.form, question)
        if found.keys() >= IN_THE_LIBRARY:
            break
    return found


def drawn(app, stage):
    with app.test_request_context("/", headers={"Accept-Language": "en"}):
        return render_template("live/_stage.html", stage=stage, names=NAMES, token=None)


def staged(article, question, phase):
    is_told = phase is Phase.REVEAL
    sheet = Sheet(
        place=Place(article.id, 1),
        steps=(Step(1, None, counts=True),),
        question=question,
        shown=question.options,
        reply=() if is_told else None,
        share=1.0 if is_told else None,
        article=article,
    )
    return Stage(
        game_id=article.id,
        code="",
        title="",
        state=State(phase, since=NOW, number=1),
        questions=1,
        left_s=None,
        is_ranked=False,
        sheet=sheet,
    )


def on_the_wall(app, stage):
    known = {"answered": 0, "players": [], "address": "", "picture": None}
    with app.test_request_context("/", headers={"Accept-Language": "en"}):
        return render_template(
            "live/hosting/_stage.html", stage=stage, token=None, **known
        )


@pytest.fixture
def article(session):
    return ArticleText.of(make_article(session))


@pytest.mark.parametrize("form", sorted(IN_THE_LIBRARY))
def test_it_is_asked_without_its_key_and_told_with_it(app, article, one_of_each, form):
    question = one_of_each[form]
    asked = drawn(app, staged(article, question, Phase.ANSWERING))
    told = drawn(app, staged(article, question, Phase.REVEAL))
    assert 'data-testid="submit-answer"' in asked
    assert 'data-testid="explanation"' not in asked
    assert ('data-testid="explanation"' in told) is bool(question.why.en)
    assert "your answer" not in told


@pytest.mark.parametrize("form", OwnForm)
def test_what_teachers_write_is_asked_and_told_as_well(app, article, form):
    question = own(form, GOOD[form])
    asked = drawn(app, staged(article, question, Phase.ANSWERING))
    assert 'data-testid="submit-answer"' in asked
    assert drawn(app, staged(article, question, Phase.REVEAL))
    wall = on_the_wall(app, staged(article, question, Phase.ANSWERING))
    if question.form.is_typed:
        for option in question.options:
            for page in (wall, asked):
                assert option.label.en not in re.sub(r"<[^>]+>", " ", page)
