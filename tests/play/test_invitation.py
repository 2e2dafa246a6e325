"""The home page invites: a drawing for each article, one's own best, what is due."""

import re

import pytest

from quiz.articles.sentences import FORMS, TOPICS
from quiz.config import ROOT
from tests.browser import text_of
from tests.classroom.people import EN, Lesson
from tests.play.player import begin, play_on
from tests.village import make_played_set

SCENE = (ROOT / "templates/_shared/scene.html").read_text(encoding="utf-8")
SPRITE = (ROOT / "static/img/scenes.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", [*TOPICS, *FORMS])
def test_every_topic_and_form_has_a_drawing(key):
    assert f'"{key}": ' in SCENE
    drawn = re.search(rf'"{key}": "(\w+)"', SCENE)
    assert f'<symbol id="{drawn[1] if drawn else key}"' in SPRITE


def test_who_comes_first_sees_where_to_enter_a_code_and_no_register(client, session):
    make_played_set(session)
    session.commit()
    page = client.get("/", headers=EN).text
    assert 'href="/join"' in page.split("<main")[0]
    assert 'href="/account/register"' not in page
    assert 'class="scene"' in page
    assert "your best" not in page


def test_the_english_page_says_that_the_articles_are_german(client):
    assert "The articles are in German" in client.get("/", headers=EN).text
    assert "Artikel sind auf Deutsch" not in client.get("/").text


def test_the_own_best_stands_on_the_card_of_who_has_played(app, client, session):
    made = make_played_set(session)
    session.commit()
    play_on(client, begin(client, made.id))
    page = text_of(client.get("/", headers=EN))
    assert "your best: " in page
    assert "Today’s round" in page
    assert "your best: " not in text_of(app.test_client().get("/", headers=EN))


def test_what_is_due_stands_on_top_for_a_pupil(app, session, teacher):
    lesson = Lesson(app, session, teacher)
    lesson.give()
    pupil = lesson.pupil()
    page = pupil.get("/", headers=EN).text
    assert page.index('data-testid="due-on-top"') < page.index('id="library"')
    assert "due-on-top" not in teacher.get("/", headers=EN).text
    assert "due-on-top" not in app.test_client().get("/", headers=EN).text
