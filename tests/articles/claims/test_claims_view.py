"""The text of an article beside the claims found in it."""

import re
from uuid import uuid4

import pytest

from tests.browser import text_of
from tests.engine.make_questions import SAID
from tests.make import make_article

EN = {"Accept-Language": "en"}
VOICE = (
    "Neues vom Steg\n\nLaut der Nachrichtenagentur Nordlicht wird der Steg in "
    "Möwenau repariert. Möglicherweise dauere das bis Mai, sagte der Bürgermeister "
    "Theo Falk.\n\nIn der Kasse ist noch Geld. „Wir warten gern“, sagte Mila Kern.\n"
)


@pytest.fixture
def article(session, teacher):
    made = make_article(session, teacher.user_id)
    session.commit()
    return made


def marked(page, role):
    """The words marked as that, without their labels."""
    found = re.findall(
        rf'<mark class="mark mark--{role}">(?:<span[^>]*>[^<]*</span>)?([^<]*)', page
    )
    return [words for words in found if words]


def test_one_claim_at_a_time_stands_there_with_speaker_and_word(teacher, article):
    for number, (name, content) in enumerate(SAID, start=1):
        page = teacher.get(f"/articles/{article.id}?claim=c{number}", headers=EN)
        shown = text_of(page)
        assert page.text.count('data-testid="claim"') == 1
        assert f"Statement {number} of {len(SAID)}" in shown
        assert f"Statement: {content} “, Word that shows it: sagte" in shown
        assert f"Speaker: {name} this article" in shown
        assert "Suggested by rules, not yet checked by a person." in shown
        assert "quoted word for word" in shown


def test_every_claim_is_in_the_list_and_its_words_lead_to_it(teacher, article):
    page = teacher.get(f"/articles/{article.id}", headers=EN).text
    listed = page.partition('<ol class="claims__list"')[2].partition("</ol>")[0]
    for number, (name, content) in enumerate(SAID, start=1):
        assert f"?claim=c{number}#proof" in listed
        assert name in listed
        there = rf'<a class="to-claim"[^>]*claim=c{number}#proof">(.*?)</a>'
        [words] = re.findall(there, page, re.DOTALL)
        assert content in words


def test_words_inside_a_statement_lead_to_the_innermost(teacher, session):
    text = "Mila Kern sagte, dass das Boot „für immer am Ufer“ bleibe. Es ist alt."
    made = make_article(session, teacher.user_id, text=text)
    session.commit()
    page = teacher.get(f"/articles/{made.id}", headers=EN).text
    links = re.findall(r'<a class="to-claim"[^>]*claim=(c\d)#', page)
    assert links == ["c1", "c2", "c1"]


def test_from_one_to_the_next_among_those_that_are_wanted(teacher, mixed):
    first = teacher.get(mixed, headers=EN).text
    assert 'data-testid="before"' not in first
    after = re.search(r'href="([^"]+)"[^>]*data-testid="after"', first)[1]
    assert "claim=c2" in after
    only = teacher.get(f"{mixed}?trust=check", headers=EN)
    assert 'data-testid="after"' not in only.text
    assert 'data-testid="before"' not in only.text


def test_a_verdict_leads_to_the_next_and_undo_back_to_the_one(teacher, mixed):
    sent = {"version": 0, "act": "accept", "next": "c2", "trust": "sure"}
    on = teacher.post(f"{mixed}/claims/1/verdict", data=sent)
    assert on.location == f"{mixed}?claim=c2&trust=sure#proof"
    back = teacher.post(f"{mixed}/corrections/undo", data={"version": 1})
    assert back.location == f"{mixed}?claim=c1#proof"
    again = teacher.post(f"{mixed}/corrections/redo", data={"version": 2})
    assert again.location == f"{mixed}#the-claims"


def test_a_verdict_that_came_too_late_stays_at_its_claim(teacher, mixed):
    sent = {"version": 7, "act": "accept", "next": "c2", "claim": "c1"}
    late = teacher.post(f"{mixed}/claims/1/verdict", data=sent)
    assert late.location == f"{mixed}?claim=c1#proof"


def test_speakers_words_and_statements_are_marked_in_the_text(teacher, article):
    page = teacher.get(f"/articles/{article.id}").get_data(as_text=True)
    text = page.partition('<div class="article__text"')[2].partition("</div>")[0]
    assert marked(text, "speaker") == [name for name, _ in SAID]
    assert marked(text, "content") == [content for _, content in SAID]
    assert marked(text, "cue") == ["sagte"] * len(SAID)


def test_a_chosen_claim_is_the_only_one_marked_and_the_place_to_jump_to(
    teacher, article
):
    plain = teacher.get(f"/articles/{article.id}").get_data(as_text=True)
    assert 'id="proof"' not in plain
    page = teacher.get(f"/articles/{article.id}?claim=c3", headers=EN)
    html = page.get_data(as_text=True)
    text = html.partition('<div class="article__text"')[2].partition("</div>")[0]
    assert marked(text, "speaker") == [SAID[2][0]]
    assert text.count('id="proof"') == 1
    assert f"Statement: {SAID[2][1]}" in text_of(page)
    listed = html.partition('<ol class="claims__list"')[2].partition("</ol>")[0]
    assert listed.count('aria-current="true"') == 1
    assert "Previous" in text_of(page)
    assert "Next" in text_of(page)


def test_a_claim_that_is_not_there_is_as_if_none_were_chosen(teacher, article):
    page = teacher.get(f"/articles/{article.id}?claim=c99").get_data(as_text=True)
    assert 'id="proof"' not in page


def test_the_words_of_the_article_are_marked_as_german_on_an_english_page(
    teacher, article
):
    page = teacher.get(f"/articles/{article.id}", headers=EN).get_data(as_text=True)
    assert '<html lang="en">' in page
    assert '<div class="article__text" lang="de">' in page
    assert f'<span lang="de">{SAID[0][0]}</span>' in page
    assert 'lang="en">Speaker: </span>' in page


def test_source_and_doubt_are_told(teacher, session):
    made = make_article(session, teacher.user_id, text=VOICE)
    session.commit()
    shown = text_of(teacher.get(f"/articles/{made.id}", headers=EN))
    assert "Speaker: Nordlicht this article" in shown
    assert "Theo Falk" in shown


def test_what_is_carried_over_is_marked_and_says_from_where(teacher, session):
    text = (
        "Der Steg sei morsch, sagte Theo Falk der Zeitung „Seebote“.\n\n"
        "Er müsse weg, sagte Mila Kern dem Radio Nordlicht. Der Umbau koste viel."
    )
    made = make_article(session, teacher.user_id, text=text)
    session.commit()
    page = teacher.get(f"/articles/{made.id}?claim=c3", headers=EN)
    shown = text_of(page)
    assert "Speaker: Mila Kern (carried over from Statement 2)" in shown
    assert "the Konjunktiv koste : the words of Statement 2 go on." in shown
    assert "station--inferred" in page.get_data(as_text=True)
    chosen = teacher.get(f"/articles/{made.id}?claim=c3").get_data(as_text=True)
    text = chosen.partition('<div class="article__text"')[2].partition("</div>")[0]
    assert marked(text, "source") == ["dem Radio Nordlicht"]
    assert marked(text, "mood") == ["koste"]


def test_quoted_words_lie_inside_their_statement(teacher, session):
    text = (
        "Mila Kern sagte, dass das Boot jetzt „für immer am Ufer“ bleibe. Es ist alt."
    )
    made = make_article(session, teacher.user_id, text=text)
    session.commit()
    page = teacher.get(f"/articles/{made.id}?claim=c2", headers=EN)
    card = page.text.partition('id="claim-c2"')[2]
    assert f'href="/articles/{made.id}?claim=c1#proof"' in card
    assert "part of another statement: show it whole" in text_of(page)
    assert "These words stand in quotation marks inside Statement 1" in text_of(page)


@pytest.fixture
def mixed(session, teacher):
    """An article with one statement that is sure and one that is not."""
    text = "„Der Steg ist neu“, sagte Mila Kern. Das Holz sei morsch, hieß es am Abend."
    made = make_article(session, teacher.user_id, text=text)
    session.commit()
    return f"/articles/{made.id}"


def test_what_is_not_sure_says_why_it_needs_a_look(teacher, mixed):
    shown = text_of(teacher.get(f"{mixed}?claim=c2", headers=EN))
    assert "All (2) To check (1) Sure (1)" in shown
    assert "Please check, because: Nobody is named who says it." in shown
    assert "sure · 95" in text_of(teacher.get(mixed, headers=EN))


@pytest.mark.parametrize(
    ("trust", "there", "away"),
    [("check", "claim-c2", "claim-c1"), ("sure", "claim-c1", "claim-c2")],
)
def test_only_those_to_check_or_only_the_sure_ones_are_shown(
    teacher, mixed, trust, there, away
):
    page = teacher.get(f"{mixed}?trust={trust}").get_data(as_text=True)
    assert f'id="{there}"' in page
    assert f'id="{away}"' not in page


def test_an_unknown_choice_shows_all(teacher, mixed):
    page = teacher.get(f"{mixed}?trust=%00maybe").get_data(as_text=True)
    assert "?claim=c2#proof" in page.partition('data-testid="after"')[0]


def test_a_choice_that_nothing_fits_says_so(teacher, article):
    page = teacher.get(f"/articles/{article.id}?trust=check", headers=EN)
    assert "There is none." in text_of(page)


def test_what_looks_like_a_tag_in_an_article_is_shown_as_text(teacher, session):
    text = VOICE.replace("Wir warten gern", "Wir <b>warten</b> & <script>gern")
    made = make_article(session, teacher.user_id, text=text)
    session.commit()
    page = teacher.get(f"/articles/{made.id}").get_data(as_text=True)
    assert "<script>gern" not in page
    assert "&lt;script&gt;gern" in page


def test_an_article_without_statements_says_so_and_offers_no_questions(
    teacher, session
):
    text = "Der Winter war mild. Im Garten blühen die Krokusse, und es ist warm."
    made = make_article(session, teacher.user_id, text=text)
    session.commit()
    page = teacher.get(f"/articles/{made.id}", headers=EN)
    assert "No statement was found" in text_of(page)
    assert "make-set" not in page.get_data(as_text=True)


def test_the_source_line_stands_at_the_article(teacher, article):
    shown = text_of(teacher.get(f"/articles/{article.id}", headers=EN))
    assert "Apfelstedter Bote" in shown
    assert "23 March 2026" in shown
    assert "own text" in shown


def test_a_stranger_does_not_learn_that_there_is_one(stranger, admin, article):
    for other in (stranger, admin):
        assert other.get(f"/articles/{article.id}").status_code == 404
        assert other.get(f"/articles/{uuid4()}").status_code == 404


def test_a_guest_is_asked_to_sign_in(guest, article):
    answer = guest.get(f"/articles/{article.id}")
    assert answer.status_code == 303
    assert "/account/sign-in" in answer.location


def test_teachers_see_articles_of_the_library_but_do_not_own_them(teacher, session):
    made = make_article(session)
    session.commit()
    page = teacher.get(f"/articles/{made.id}", headers=EN)
    assert page.status_code == 200
    assert f"/articles/{made.id}/delete" not in page.get_data(as_text=True)
