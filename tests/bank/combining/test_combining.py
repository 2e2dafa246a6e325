"""One set of several articles, made at once."""

from datetime import date
from uuid import UUID

import pytest

from quiz.bank.models import BankItem, QuestionSet
from quiz.engine.pool import SMALLEST_ROUND
from quiz.engine.rounds import draw_round
from quiz.play.models import Round, RoundItem
from tests.browser import text_of
from tests.engine.make_questions import TEXT
from tests.make import make_article

EN = {"Accept-Language": "en"}
TITLES = ("Große Ernte in Apfelstedt", "Ernte in Birnhausen", "Ernte in Nussdorf")
BIRNHAUSEN = (
    ("Nora Quell", "Die Brücke am Markt bekommt ein neues Geländer"),
    ("Lukas Birk", "Unser Chor singt im Herbst zum ersten Mal auf dem Schiff"),
    ("Hanna Stern", "Der Bus hält ab Montag auch vor der Schule"),
    ("Jonas Reet", "Im Freibad ist das Wasser noch viel zu kalt"),
    ("Rosa Lindholm", "Zwei Störche haben den Turm der Kirche bezogen"),
)
NUSSDORF = (
    ("Ida Sell", "Der Rat baut hinter dem Bahnhof einen Spielplatz"),
    ("Emil Vogt", "Die alte Mühle mahlt im nächsten Jahr wieder Mehl"),
    ("Jana Rothe", "Vierzig Räder stehen jeden Morgen vor dem Rathaus"),
    ("Anton Weber", "Das Fest auf der Wiese dauert diesmal drei Tage"),
    ("Greta Moor", "Ein Sturm hat das Dach der Turnhalle beschädigt"),
)
DULL = "Der Bach ist zwei Meter breit. Am Ufer stehen Weiden."


def text_of_all(title, said):
    lines = [f"„{content}“, sagte {name}." for name, content in said]
    return "\n\n".join([title, *lines])


TEXTS = (
    TEXT,
    text_of_all(TITLES[1], BIRNHAUSEN),
    text_of_all(TITLES[2], NUSSDORF),
)


@pytest.fixture
def articles(session, teacher):
    """Three articles of one teacher; two of them are from one day."""
    made = [
        make_article(
            session,
            teacher.user_id,
            text,
            title=title,
            published_on=date(2026, 3, 20 if title == TITLES[0] else 21),
        )
        for title, text in zip(TITLES, TEXTS, strict=True)
    ]
    session.commit()
    return made


def combine(browser, *articles):
    fields = {"article": [str(each.id) for each in articles]}
    return browser.post("/sets/mixed", data=fields, headers=EN)


def made_by(session, answer):
    session.expire_all()
    return session.get_one(QuestionSet, UUID(answer.location.split("/")[-1]))


def test_three_articles_are_one_set_that_names_them_all(session, teacher, articles):
    answer = combine(teacher, *articles)
    assert answer.status_code == 303
    made = made_by(session, answer)
    assert set(made.articles) == set(articles)
    assert made.published_at is not None
    assert made.visibility == "private"
    ids = [item.body["id"] for item in made.items]
    assert len(set(ids)) == len(ids)
    page = text_of(teacher.get(answer.location, headers=EN))
    for title in TITLES:
        assert title in page


def test_a_round_asks_about_every_one_of_them(session, teacher, articles):
    asked = made_by(session, combine(teacher, *articles)).questions()
    by_id = {question.id: question for question in asked}
    for seed in range(10):
        cards = draw_round(asked, seed).cards
        assert len({by_id[card.question_id].text for card in cards}) == len(articles)


def test_beside_each_question_stands_the_article_it_is_about(
    session, teacher, client, articles
):
    made = combine(teacher, *articles).location
    teacher.post(f"{made}/visibility", data={"visibility": "link"})
    page = client.post("/play/start", data={"set": made.split("/")[-1]}).location
    [one] = session.query(Round).all()
    items = session.query(RoundItem).filter_by(round_id=one.id).all()
    titles = [session.get(BankItem, each.item_id).article.title for each in items]
    assert set(titles) == set(TITLES)
    shown = text_of(client.get(page))
    first = next(
        title for title, each in zip(titles, items, strict=True) if each.number == 1
    )
    assert first in shown
    assert not any(title in shown for title in TITLES if title != first)


def test_short_articles_that_are_too_few_alone_make_a_round_together(session, teacher):
    short = [
        make_article(session, teacher.user_id, text_of_all("Kurz gesagt", said[:3]))
        for said in (BIRNHAUSEN, NUSSDORF)
    ]
    session.commit()
    for article in short:
        refused = teacher.post(f"/articles/{article.id}/questions")
        assert refused.status_code == 422
        assert f"/sets/mixed?article={article.id}" in refused.text
    ticked = teacher.get(f"/sets/mixed?article={short[0].id}").text
    assert f'value="{short[0].id}" checked' in ticked
    assert f'value="{short[1].id}" checked' not in ticked
    answer = combine(teacher, *short)
    assert answer.status_code == 303
    assert len(made_by(session, answer).items) >= SMALLEST_ROUND


def test_made_twice_it_is_one_set(session, teacher, articles):
    first, second = combine(teacher, *articles), combine(teacher, *articles)
    assert first.location == second.location
    assert combine(teacher, *articles[:2]).location != first.location


def test_somebody_elses_article_makes_no_set(session, teacher, stranger, articles):
    foreign = make_article(session, stranger.user_id, TEXTS[2], title="Fremd")
    session.commit()
    assert "Fremd" not in teacher.get("/sets/mixed").text
    assert combine(teacher, articles[0], foreign).status_code == 404
    assert session.query(QuestionSet).count() == 0
    made = combine(teacher, *articles)
    assert stranger.get(made.location).status_code == 404


def test_guests_make_none(guest, articles):
    assert guest.get("/sets/mixed").status_code in (302, 303, 401, 403)
    assert combine(guest, *articles).status_code in (302, 303, 401, 403)


def test_one_article_is_too_few_and_six_are_too_many(session, teacher, articles):
    few = combine(teacher, articles[0], articles[0])
    assert few.status_code == 422
    assert "at least 2 articles" in text_of(few)
    more = [
        make_article(session, teacher.user_id, f"{DULL} {number}.")
        for number in range(3)
    ]
    session.commit()
    many = combine(teacher, *articles, *more)
    assert many.status_code == 422
    assert "at most 5" in text_of(many)
    ticked = [each for each in many.text.split("<input") if " checked" in each]
    assert len(ticked) == 6
    assert teacher.post("/sets/mixed", data={"article": "x"}).status_code == 422


def test_an_article_without_questions_is_named(session, teacher, articles):
    dull = make_article(session, teacher.user_id, DULL, title="Am Bach")
    session.commit()
    answer = combine(teacher, articles[0], dull)
    assert answer.status_code == 422
    assert "“Am Bach”" in text_of(answer)


def test_it_goes_no_further_than_the_narrowest_rights(session, teacher, articles):
    narrow = make_article(
        session,
        teacher.user_id,
        TEXTS[2].replace("Wiese", "Weide"),
        rights_basis="school_contract",
        school="Am Markt",
    )
    session.commit()
    made = combine(teacher, articles[0], narrow).location
    wide = {"visibility": "public"}
    assert teacher.post(f"{made}/visibility", data=wide).status_code == 400
    session.expire_all()
    [row] = session.query(QuestionSet).all()
    assert row.visibility == "private"


def test_articles_of_one_day_and_of_one_topic_are_one_click(session, teacher, articles):
    for article in articles[:2]:
        article.topic = "everyday"
    session.commit()
    page = teacher.get("/sets/mixed", headers=EN)
    assert page.text.count('data-testid="combine"') == 2
    assert "2 articles, one round" in text_of(page)
    assert "school and everyday life" in text_of(page)


def test_a_draft_of_it_and_a_worksheet_have_all_articles(session, teacher, articles):
    made = combine(teacher, *articles).location
    paper = text_of(teacher.get(f"{made}/paper", headers=EN))
    draft = teacher.post(f"{made}/draft").location
    there = text_of(teacher.get(draft, headers=EN))
    for title in TITLES:
        assert title in paper
        assert title in there
