"""The paragraph that shows the answer, for whoever wants to see it."""

import pytest
from sqlalchemy import select

from quiz.engine.pointing import asked_at
from quiz.play.models import Answer, Pointing, Round
from tests.make import make_set
from tests.play.player import answer, begin, place_of

OFFERED = 'data-testid="hint"'


@pytest.fixture
def made(session):
    """Questions that quote nothing, so that no paragraph is open by itself."""
    made = make_set(session)
    for item in made.items:
        item.body = item.body | {"passage": ""}
    session.commit()
    return made


@pytest.fixture
def hints(session):
    def found():
        session.expire_all()
        wanted = select(Pointing).where(Pointing.hinted)
        return [each.number for each in session.scalars(wanted)]

    return found


def paragraph_lit(page):
    _before, lit, after = page.partition(' class="here" id="here">')
    return after.partition("</p>")[0] if lit else None


def test_the_paragraph_of_the_proof_is_opened_for_whoever_asks(client, made, hints):
    address = begin(client, made.id)
    page = client.get(address).text
    assert OFFERED in page
    assert paragraph_lit(page) is None
    sent = client.post(f"{address}/hint")
    assert (sent.status_code, sent.location) == (303, address)
    page = client.get(address).text
    assert "sagte" in paragraph_lit(page)
    assert OFFERED not in page
    assert "<mark" not in page
    assert client.post(f"{address}/hint").location == address
    assert hints() == [1]


def test_it_is_not_offered_where_the_page_opens_that_paragraph_itself(
    client, session, hints
):
    made = make_set(session)
    session.commit()
    address = begin(client, made.id)
    page = client.get(address).text
    assert OFFERED not in page
    assert paragraph_lit(page)
    client.post(f"{address}/hint")
    assert hints() == []


def test_after_it_there_is_nothing_to_point_at(client, session, made, hints):
    address = begin(client, made.id)
    start, place = address.rpartition("/")[0], place_of(address)
    asking = min(asked_at(session.get_one(Round, place.round_id).seed, 8))
    for number in range(1, asking):
        answer(client, f"{start}/{number}")
    here = f"{start}/{asking}"
    client.post(f"{here}/hint")
    answer(client, here)
    page = client.get(here).text
    assert 'data-testid="where"' not in page
    assert 'data-testid="feedback"' in page
    assert 'data-testid="pointed"' not in page
    assert hints() == [asking]
    kept = session.scalars(select(Answer).where(Answer.number == asking)).one()
    assert kept.confidence is None


@pytest.mark.parametrize("feedback", ["end", "held"])
def test_it_is_not_given_where_feedback_waits(client, session, made, hints, feedback):
    address = begin(client, made.id)
    session.get_one(Round, place_of(address).round_id).feedback = feedback
    session.commit()
    assert OFFERED not in client.get(address).text
    client.post(f"{address}/hint")
    assert hints() == []


def test_it_is_not_given_after_the_answer(client, made, hints):
    address = begin(client, made.id)
    answer(client, address)
    client.post(f"{address}/hint")
    assert hints() == []


def test_where_several_things_are_chosen_no_hint_takes_them_away(client, made, session):
    for item in made.items:
        item.body = item.body | {"kind": "all_by"}
    session.commit()
    address = begin(client, made.id)
    assert OFFERED not in client.get(address).text
