"""What a teacher sees of her decisions once the rules find something else."""

import re

import pytest

from quiz.articles.claims import service as claims
from quiz.articles.models import Article, ClaimCorrection
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.text.span import Span
from tests.browser import text_of
from tests.make import NOW, make_article

EN = {"Accept-Language": "en"}
TEXT = (
    "Bürgermeisterin Vera Lenk sagte, der Riss gehe tief. Förster Kai Moos erklärte, "
    "das Eis sei zu dünn. Kapitänin Ida Krull teilte mit, die Stege seien repariert. "
    "Am Abend regnete es in Talheim, und viele blieben daheim."
)
ONCE = "viele blieben daheim"
"""What older rules took for words of somebody; those of today do not."""


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def confirmed(act=Act.ACCEPT):
    lenk = Voice("Vera Lenk", span("Vera Lenk"))
    return Correction(act, (span(ONCE),), lenk, (), ClaimType.INDIRECT)


@pytest.fixture
def article(session, teacher):
    """An article whose teacher confirmed what is no longer found."""
    made = make_article(session, teacher.user_id, TEXT)
    decide(session, made, confirmed())
    return made.id


def decide(session, article, correction):
    """Keep a decision as it was made when the rules were older."""
    entry = ClaimCorrection(
        number=len(article.log) + 1,
        act=correction.act.value,
        body=correction.as_json(),
        created_at=NOW,
    )
    article.log.append(entry)
    session.commit()


def card_of_alone(page):
    [card] = [
        each
        for each in page.split('data-testid="claim"')
        if 'data-testid="alone"' in each
    ]
    return card


def test_the_confirmed_statement_stays_and_says_that_rules_no_longer_find_it(
    teacher, article
):
    listed = teacher.get(f"/articles/{article}").text
    here = re.findall(r'href="([^"]+)#proof" data-go', listed)[-1]
    page = teacher.get(here, headers=EN)
    card = card_of_alone(page.text)
    assert ONCE in card
    assert "Vera Lenk" in card
    assert "checked" in card
    assert "Newer rules no longer find this statement." in text_of(page)
    assert "1 of 4 statements checked." in text_of(page)
    german = teacher.get(here, headers={"Accept-Language": "de"})
    assert "Neuere Regeln finden diese Aussage nicht mehr." in text_of(german)


def test_what_the_rules_do_find_says_nothing_of_it(session, teacher):
    made = make_article(session, teacher.user_id, TEXT)
    decide(session, made, confirmed(Act.ADD))
    page = teacher.get(f"/articles/{made.id}?claim=c4", headers=EN).text
    assert 'data-testid="alone"' not in page


def test_it_is_corrected_and_rejected_like_any_other(teacher, session, article):
    path = f"/articles/{article}/claims/4"
    assert "Vera Lenk" in teacher.get(path, headers=EN).text
    sent = {"version": 1, "act": "reject"}
    assert teacher.post(f"{path}/verdict", data=sent).status_code == 303
    session.expire_all()
    review = claims.review_of(session.get_one(Article, article))
    assert len(review.extraction.claims) == 3
    page = teacher.get(f"/articles/{article}?trust=rejected").text
    assert page.count('data-testid="claim"') == 1


def test_a_decision_of_which_nothing_can_be_made_is_told_of(teacher, session):
    made = make_article(session, teacher.user_id, TEXT)
    decide(session, made, Correction(Act.ACCEPT, (span(ONCE),)))
    page = text_of(teacher.get(f"/articles/{made.id}", headers=EN))
    assert "One decision is about somebody, or about a statement, that newer" in page


def reading_on(page):
    """What the page's forms say of how the article was read."""
    [reading] = set(re.findall(r'name="reading" value="([^"]+)"', page))
    return reading


def test_a_page_opened_before_decides_about_no_other_statement(
    teacher, session, article
):
    sent = {"version": 1, "reading": "as older rules read it", "act": "accept"}
    verdict = f"/articles/{article}/claims/1/verdict"
    before = teacher.post(verdict, data=sent, headers=EN)
    told = text_of(teacher.get(before.location, headers=EN))
    assert "Newer rules have read this article since the page was opened" in told
    fields = {"speaker": "", "source": "", "before": "", "type": "Indirect"}
    changed = teacher.post(f"/articles/{article}/claims/1", data=sent | fields)
    assert changed.status_code == 303
    person = sent | {"entity": "e1", "act": "rename", "name": "Wer anders"}
    assert teacher.post(f"/articles/{article}/people", data=person).status_code == 303
    session.expire_all()
    assert len(session.get_one(Article, article).log) == 1


@pytest.mark.parametrize("page", ["", "/claims/1", "/people"])
def test_a_page_that_is_open_decides_about_what_it_shows(
    teacher, session, article, page
):
    reading = reading_on(teacher.get(f"/articles/{article}{page}").text)
    sent = {"version": 1, "reading": reading, "act": "accept"}
    assert teacher.post(f"/articles/{article}/claims/1/verdict", data=sent).location
    session.expire_all()
    assert len(session.get_one(Article, article).log) == 2


def test_the_reading_stays_where_a_decision_numbers_nothing_anew(
    teacher, session, article
):
    was = claims.reading_of(session.get_one(Article, article))
    sent = {"version": 1, "act": "reject"}
    teacher.post(f"/articles/{article}/claims/1/verdict", data=sent)
    session.expire_all()
    assert claims.reading_of(session.get_one(Article, article)) == was
