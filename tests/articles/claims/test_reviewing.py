"""A teacher decides about the claims that were found."""

import re

import pytest

from quiz.articles.claims import service as claims
from quiz.articles.models import Article, ClaimCorrection
from tests.articles.claims.ticks import ticked_in
from tests.make import make_article

TEXT = (
    "Bürgermeisterin Vera Lenk sagte, der Riss gehe tief. Förster Kai Moos erklärte, "
    "das Eis sei zu dünn. Kapitänin Ida Krull teilte mit, die Stege seien repariert. "
    "„Der Weg ist wieder offen für alle Kinder“, sagte Lenk. "
    "Am Abend regnete es in Talheim, und viele blieben daheim."
)


@pytest.fixture
def log(app, article):
    def entries():
        with app.extensions["quiz.sessions"].reading() as session:
            found = session.get(Article, article)
            return [entry.act for entry in found.log]

    return entries


def extraction(app, article):
    with app.extensions["quiz.sessions"].reading() as session:
        return claims.extraction_of(session.get(Article, article))


def send(browser, path, version, **fields):
    return browser.post(path, data={"version": version, **fields})


def judge(browser, article, act, version, number=1):
    path = f"/articles/{article}/claims/{number}/verdict"
    return send(browser, path, version, act=act)


def test_a_rejected_statement_is_gone_from_the_questions_and_kept_on_the_page(
    app, teacher, article
):
    before = len(extraction(app, article).claims)
    told = judge(teacher, article, "reject", 0)
    assert told.status_code == 303
    assert len(extraction(app, article).claims) == before - 1
    page = teacher.get(f"/articles/{article}?trust=rejected").text
    assert page.count('data-testid="claim"') == 1


def test_the_page_says_how_many_are_checked_and_what_changed(teacher, article):
    judge(teacher, article, "reject", 0)
    page = teacher.get(f"/articles/{article}").text
    assert re.search(r"1 (of|von) \d+", page)
    assert re.search(r"(less|weniger)", page)


@pytest.mark.parametrize(
    ("act", "words"), [("accept", "checked"), ("change", "corrected")]
)
def test_what_a_person_decided_says_so_instead_of_how_sure_the_rules_are(
    teacher, article, act, words
):
    page = f"/articles/{article}?claim=c1"
    assert "claim__trust" in card_of(teacher, page)
    if act == "accept":
        judge(teacher, article, "accept", 0)
    else:
        fields = {"speaker": "", "source": "", "before": "", "type": "Indirect"}
        fields["content"] = ticks(teacher, article)
        send(teacher, f"/articles/{article}/claims/1", 0, **fields)
    card = card_of(teacher, page)
    assert "claim__trust" not in card
    assert words in card


def ticks(browser, article):
    return ticked_in(browser.get(f"/articles/{article}/claims/1").text, "content")


def card_of(browser, path):
    page = browser.get(path, headers={"Accept-Language": "en"}).text
    return page.partition('data-testid="claim"')[2].partition(
        "Show statement 1 in the text"
    )[0]


def test_a_statement_gets_another_speaker(app, teacher, article):
    path = f"/articles/{article}/claims/1"
    form = teacher.get(path)
    assert form.status_code == 200
    krull = next(e for e in extraction(app, article).entities if e.name == "Ida Krull")
    fields = {"source": "", "before": "", "type": "Indirect"}
    fields["content"] = ticks(teacher, article)
    told = send(teacher, path, 0, speaker=krull.id, **fields)
    assert told.status_code == 303
    assert extraction(app, article).claims[0].speaker_entity == krull.id
    assert "Ida Krull" in teacher.get(f"/articles/{article}?claim=c1").text


def test_somebody_else_must_be_in_the_article(app, teacher, article, log):
    path = f"/articles/{article}/claims/1"
    fields = {"source": "", "before": "", "type": "Indirect", "speaker": "other"}
    fields["content"] = ticks(teacher, article)
    empty = send(teacher, path, 0, **fields)
    stranger = send(teacher, path, 0, other="Rosa Unbekannt", **fields)
    assert (empty.status_code, stranger.status_code) == (400, 400)
    assert "Rosa Unbekannt" in stranger.text
    assert log() == []
    town = {"other": "Talheim", "kind": "organisation"}
    assert send(teacher, path, 0, **town, **fields).status_code == 303
    found = extraction(app, article)
    assert found.entity(found.claims[0].speaker_entity).name == "Talheim"


def test_a_statement_is_added_by_its_words(app, teacher, article):
    page = teacher.get(f"/articles/{article}/new-claim").text
    place = re.search(r'new-claim\?sentence=(\d+)">Am Abend', page)[1]
    path = f"/articles/{article}/new-claim?sentence={place}"
    assert "daheim" in teacher.get(path).text
    moos = next(e for e in extraction(app, article).entities if e.name == "Kai Moos")
    fields = {"speaker": moos.id, "source": "", "before": "", "type": "Indirect"}
    told = send(teacher, path, 0, content=["7", "8", "9"], **fields)
    assert told.status_code == 303
    added = extraction(app, article).claims[-1]
    assert added.content[0].of(TEXT) == "viele blieben daheim"
    assert send(teacher, path, 1, **fields).status_code == 400


def test_undo_takes_back_and_redo_brings_again(app, teacher, article, log):
    plain = extraction(app, article)
    judge(teacher, article, "reject", 0)
    changed = extraction(app, article)
    undo, redo = (
        f"/articles/{article}/corrections/{each}" for each in ("undo", "redo")
    )
    send(teacher, undo, 1)
    assert extraction(app, article) == plain
    send(teacher, redo, 2)
    assert extraction(app, article) == changed
    assert log() == ["reject", "undo", "redo"]


def test_there_is_nothing_to_undo_before_a_decision(teacher, article, log):
    told = send(teacher, f"/articles/{article}/corrections/undo", 0)
    assert told.status_code == 303
    assert log() == []


def test_two_tabs_never_overwrite_each_other(teacher, article, log):
    judge(teacher, article, "accept", 0)
    late = judge(teacher, article, "reject", 0)
    assert late.status_code == 303
    assert log() == ["accept"]
    assert "notice--bad" in teacher.get(late.location).text
    path = f"/articles/{article}/claims/1"
    again = send(teacher, path, 0, speaker="", source="", before="", type="Direct")
    assert again.status_code == 400
    assert log() == ["accept"]


@pytest.mark.parametrize(
    "path", ["claims/1", "claims/1/verdict", "new-claim", "corrections/undo"]
)
def test_strangers_find_nothing_and_guests_must_sign_in(
    stranger, guest, article, log, path
):
    assert send(stranger, f"/articles/{article}/{path}", 0).status_code == 404
    assert send(guest, f"/articles/{article}/{path}", 0).status_code in (302, 303, 401)
    assert log() == []


def test_a_library_article_is_not_corrected(app, teacher):
    with app.extensions["quiz.sessions"].writing.begin() as session:
        library = make_article(session, None, TEXT).id
    assert judge(teacher, library, "accept", 0).status_code == 403
    assert teacher.get(f"/articles/{library}/claims/1").status_code == 403


def test_a_statement_that_is_not_there_is_not_found(teacher, article):
    assert teacher.get(f"/articles/{article}/claims/99").status_code == 404
    assert judge(teacher, article, "accept", 0, number=99).status_code == 404


def test_decisions_go_with_their_article(app, teacher, article):
    judge(teacher, article, "accept", 0)
    teacher.post(f"/articles/{article}/delete")
    with app.extensions["quiz.sessions"].reading() as session:
        assert session.query(ClaimCorrection).count() == 0
