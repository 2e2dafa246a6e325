"""Whatever kind of question is asked, it can be answered and its key told to all."""

import pytest
from flask import render_template

from quiz.articles.article_text import ArticleText
from quiz.engine.live.state import Phase, State
from quiz.engine.questions.form import Form
from quiz.live.stage import Stage
from quiz.live.views import NAMES
from quiz.play.service import Place
from quiz.play.sheet import Sheet
from quiz.play.steps import Step
from tests.engine.library import SLUGS, pool_of
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


@pytest.mark.parametrize("form", sorted(IN_THE_LIBRARY))
def test_it_is_asked_without_its_key_and_told_with_it(app, session, one_of_each, form):
    question = one_of_each[form]
    article = ArticleText.of(make_article(session))
    said = question.why.en

    def stage(phase, reply, share):
        steps = (Step(1, None, counts=True),)
        place = Place(article.id, 1)
        shown = question.options
        sheet = Sheet(place, steps, question, shown, reply, share, article)
        return Stage(
            game_id=article.id,
            code=None,
            title="",
            state=State(phase, since=NOW, number=1),
            questions=1,
            left_s=None,
            is_ranked=False,
            sheet=sheet,
        )

    asked = drawn(app, stage(Phase.ANSWERING, None, None))
    told = drawn(app, stage(Phase.REVEAL, (), 1.0))
    assert 'data-testid="submit-answer"' in asked
    assert 'data-testid="explanation"' not in asked
    assert ('data-testid="explanation"' in told) is bool(said)
    assert "your answer" not in told
