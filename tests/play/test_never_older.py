"""What is kept between pages is never older than what the database says."""

import pytest
from sqlalchemy import select

from quiz.bank.models import BankItem
from quiz.engine.questions.option import Localised
from quiz.play.models import RoundItem
from tests.play.player import answer, begin, place_of
from tests.village import make_played_set


@pytest.fixture
def played(session):
    made = make_played_set(session)
    session.commit()
    return made


def page_of(browser, address):
    return browser.get(address).get_data(as_text=True)


def test_an_article_that_is_called_otherwise_now(client, session, played):
    address = begin(client, played.id)
    before = page_of(client, address)
    played.article.title, played.article.outlet = "Ganz anders", "Neue Talpost"
    played.article.glossary = [["Kran", "hebt Lasten"]]
    session.commit()
    after = page_of(client, address)
    for words in ("Ganz anders", "Neue Talpost", "hebt Lasten"):
        assert words not in before
        assert words in after


def test_an_article_that_may_no_longer_leave_the_class(client, session, played):
    address = begin(client, played.id)
    words = played.article.text.split("\n\n")[-1][:30]
    assert words in page_of(client, address)
    played.visibility = "school"
    played.article.rights_basis, played.article.work_share = "s60a_extract", 0.1
    session.commit()
    assert words not in page_of(client, address)


@pytest.mark.parametrize("is_answered", [False, True])
def test_a_question_that_was_put_right(client, session, played, is_answered):
    address = begin(client, played.id)
    if is_answered:
        answer(client, address)
    page_of(client, address)
    item = item_at(session, address)
    changed = item.as_question().as_json() | {
        "stem": Localised.alike("Und wer war es wirklich?").as_json(),
        "passage": "",
    }
    mended = BankItem(
        set_id=item.set_id, position=200, kind=item.kind, body=changed, is_kept=False
    )
    item.mended = mended
    session.commit()
    assert "Und wer war es wirklich?" in page_of(client, address)


def test_a_question_that_was_found_to_be_unfair(client, session, played):
    address = begin(client, played.id)
    answer(client, address)
    assert 'data-state="given"' not in page_of(client, address)
    item_at(session, address).is_void = True
    session.commit()
    assert 'data-state="given"' in page_of(client, address)


def test_each_reader_has_their_own_language(app, played):
    german, english = app.test_client(), app.test_client()
    english.post("/language", data={"language": "en"})
    pages = [page_of(each, begin(each, played.id)) for each in (german, english)] * 2
    for page, words in zip(
        pages, ["Mehr vom Text", "More of the text"] * 2, strict=True
    ):
        assert words in page


def test_no_page_has_anything_of_somebody_else(app, played):
    first, second = app.test_client(), app.test_client()
    theirs, own = begin(first, played.id), begin(second, played.id)
    page_of(first, theirs)
    assert str(place_of(theirs).round_id) not in page_of(second, own)
    answer(first, theirs)
    answer(second, own)
    page_of(first, theirs)
    assert str(place_of(theirs).round_id) not in page_of(second, own)


def item_at(session, address):
    place = place_of(address)
    wanted = (
        select(BankItem)
        .join(RoundItem, RoundItem.item_id == BankItem.id)
        .where(RoundItem.round_id == place.round_id, RoundItem.number == place.number)
    )
    return session.scalars(wanted).one()
