"""What was answered holds, can be taken back, and grows into a round."""

import re

import pytest

from quiz.articles.claims import service as claims
from quiz.articles.claims.log import decided
from quiz.articles.models import Article
from quiz.bank.models import QuestionSet
from quiz.engine.claims.extract import extract
from quiz.engine.claims.review.decisions import reviewed
from quiz.engine.pool import SMALLEST_ROUND
from tests.articles.check.words import (
    EN,
    TEXT,
    hidden_in,
)
from tests.browser import text_of
from tests.engine.other_rules import (
    chains_differ,
    claims_missing,
    in_two,
    speakers_differ,
    words_cut,
)
from tests.make import make_article, make_set


def test_undo_takes_the_last_verdicts_back_one_by_one(teacher, article, say, review):
    before = review().found
    say("accept")
    say("reject")
    for version in (2, 3):
        back = teacher.post(
            f"/articles/{article}/check/undo", data={"version": version}, headers=EN
        )
        assert back.status_code == 303
        assert "at=" in back.location
    assert review().found == before
    empty = teacher.post(
        f"/articles/{article}/check/undo", data={"version": 4}, headers=EN
    )
    assert empty.status_code == 303
    page = teacher.get(empty.location, headers=EN)
    assert "There is nothing to take back" in text_of(page)


def test_two_tabs_never_overwrite_each_other(teacher, article, see, say, review):
    old = hidden_in(see().text) | {"act": "reject"}
    say("accept")
    late = teacher.post(f"/articles/{article}/check", data=old, headers=EN)
    assert late.status_code == 303
    assert "in between" in text_of(teacher.get(late.location, headers=EN))
    assert review().checked == 1


def test_a_page_numbered_by_older_rules_decides_nothing(say, review):
    assert say("accept", reading="as older rules read it").status_code == 303
    assert review().checked == 0


def test_the_count_grows_and_says_when_it_is_enough(teacher, article, say, waiting):
    def told():
        return teacher.get(f"/articles/{article}/check/count", headers=EN).json

    before = told()
    assert set(before) == {"told", "together", "is_enough"}
    assert not before["is_enough"]
    assert "of 4 for a round" in before["told"]
    while waiting():
        say("accept")
    assert told()["is_enough"]
    assert told()["told"].endswith("enough for a round")


def test_without_a_script_the_page_has_the_count_and_with_one_it_is_quick(see):
    assert re.search(r'data-testid="tally">\d+ question', see().text)
    assert f'<meter class="meter" min="0" max="{SMALLEST_ROUND}"' in see().text
    assert 'data-testid="tally"></p>' in see("?count=later").text


def test_at_the_end_it_says_so_and_one_click_makes_the_set(say, see, waiting):
    while waiting():
        say("accept")
    end = see()
    assert "Everything is checked." in text_of(end)
    assert 'data-testid="make-set"' in end.text


def test_a_published_set_stays_as_it_is(session, teacher, article, say, waiting):
    made = make_set(session, teacher.user_id, session.get_one(Article, article))
    session.commit()
    before = [(item.id, item.body) for item in made.items]
    while waiting():
        say("accept")
        say("reject")
    session.expire_all()
    after = session.get_one(QuestionSet, made.id)
    assert [(item.id, item.body) for item in after.items] == before


@pytest.mark.parametrize(
    "change", [claims_missing, words_cut, in_two, speakers_differ, chains_differ]
)
def test_what_was_confirmed_stays_whatever_the_rules_find_later(
    session, article, say, waiting, change
):
    said = {}
    while waiting():
        claim = waiting()[0]
        said[claim.content] = claim.speaker_entity is not None
        say("accept")
    session.expire_all()
    row = session.get_one(Article, article)
    before = {c.content: c for c in claims.review_of(row).found.claims}
    later = reviewed(change(extract(TEXT)), decided(row.log).done)
    after = {c.content: c for c in later.found.claims}
    assert said.keys() <= after.keys()
    assert all(after[words].sure for words in said)
    assert [after[words].type for words in said] == [before[w].type for w in said]
    assert [after[w].speaker_entity is not None for w in said] == list(said.values())


def test_strangers_find_nothing(stranger, client, article):
    for path in ("", "/count"):
        where = f"/articles/{article}/check{path}"
        assert stranger.get(where).status_code == 404
        assert client.get(where).location.startswith("/account/sign-in")
    for path in ("", "/undo"):
        where = f"/articles/{article}/check{path}"
        assert stranger.post(where, data={"version": 0}).status_code == 404


def test_the_library_is_not_checked_by_teachers(session, teacher):
    library = make_article(session, None, TEXT)
    session.commit()
    assert teacher.get(f"/articles/{library.id}/check").status_code == 403


@pytest.mark.parametrize("query", ["?at=x", "?later=1-x--99999999999", "?at=-1&later="])
def test_nonsense_in_the_address_is_passed_over(see, query):
    assert see(query).status_code == 200


def test_it_is_reached_from_the_article_and_asked_in_german(teacher, article, see):
    page = teacher.get(f"/articles/{article}", headers=EN)
    assert f'href="/articles/{article}/check"' in page.text
    german = text_of(see(language="de"))
    assert "Kurz prüfen" in german
    assert "Keine Aussage" in german


def test_a_verdict_holds_without_the_count_being_asked_for(
    teacher, article, see, waiting
):
    before = len(waiting())
    sent = hidden_in(see("?count=later").text) | {"act": "accept", "count": "later"}
    said = teacher.post(f"/articles/{article}/check", data=sent)
    assert said.status_code == 303
    assert "count=later" in said.location
    assert len(waiting()) == before - 1
