"""A teacher chooses among the questions of a set, changes some and publishes them."""

import re

import pytest
from sqlalchemy import select

from quiz.bank.models import QuestionSet
from quiz.engine.questions.question import QuestionKind
from tests.browser import text_of
from tests.make import make_set

EN = {"Accept-Language": "en"}


@pytest.fixture
def rows(session):
    """The sets as they are stored now, the oldest version first."""

    def read():
        session.expire_all()
        return session.scalars(select(QuestionSet).order_by(QuestionSet.version)).all()

    return read


def choose(browser, draft, numbers, changes=0, act="save"):
    fields = {"keep": [str(n) for n in numbers], "changes": changes, "act": act}
    return browser.post(draft, data=fields, headers=EN)


def wording(page):
    """The fields of the form on the page of one question."""
    areas = re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>\s*(.*?)</textarea>', page)
    plain = {"&#34;": '"', "&amp;": "&", "&#39;": "'"}
    return {
        name: re.sub("|".join(plain), lambda m: plain[m.group()], text).strip()
        for name, text in areas
    }


def reword(browser, draft, number, changes=0, **fields):
    sent = wording(browser.get(f"{draft}/{number}").text) | {"changes": changes}
    return browser.post(f"{draft}/{number}", data=sent | fields, headers=EN)


def first_of(one, kind):
    return next(item for item in one.items if item.kind == kind)


def test_a_draft_begins_with_all_questions_and_cannot_be_played(teacher, rows, draft):
    old, new = rows()
    assert new.questions() == old.questions()
    assert (new.published_at, new.version, new.previous_id) == (None, 2, old.id)
    assert teacher.post("/play/start", data={"set": str(new.id)}).status_code == 404
    assert teacher.get(f"/sets/{new.id}").status_code == 404
    assert old.retired_at is None


def test_asked_for_twice_it_is_the_same_draft(teacher, rows, published, draft):
    assert teacher.post(f"{published}/draft").location == draft
    assert len(rows()) == 2


def test_only_the_ticked_questions_are_published_and_the_old_version_stays(
    teacher, rows, published, draft
):
    before = rows()[0].questions()
    kept = [2, 3, 4, 5, 6, 7]
    assert choose(teacher, draft, kept).status_code == 303
    assert choose(teacher, draft, kept, 1, "publish").location.startswith("/sets/")
    old, new = rows()
    assert new.questions() == tuple(before[n - 1] for n in kept)
    assert [item.position for item in new.items] == list(range(6))
    assert old.questions() == before
    assert old.retired_at == new.published_at is not None
    page = text_of(teacher.get(published, headers=EN))
    assert "There is a newer version of this set." in page
    listed = teacher.get("/sets").text
    assert published not in listed
    assert f"/sets/{new.id}" in listed


def test_a_published_version_never_changes_again(teacher, rows, draft):
    choose(teacher, draft, range(1, 7), 0, "publish")
    before = rows()[1].questions()
    assert choose(teacher, draft, [1], 1).status_code == 404
    assert reword_status(teacher, draft) == 404
    assert rows()[1].questions() == before


def reword_status(browser, draft):
    return browser.post(f"{draft}/1", data={"stem_de": "Anders?"}).status_code


def test_a_round_goes_on_with_the_version_it_began_with(
    teacher, rows, published, draft
):
    begun = teacher.post("/play/start", data={"set": published.split("/")[-1]})
    choose(teacher, draft, range(1, 7), 0, "publish")
    assert teacher.post(begun.location, data={"option": "1"}).status_code == 303
    assert teacher.get(begun.location).status_code == 200


def test_too_few_questions_are_not_published_and_the_ticks_stay(teacher, rows, draft):
    answer = choose(teacher, draft, [1, 3], 0, "publish")
    assert answer.status_code == 422
    assert "A set needs at least 4 questions." in text_of(answer)
    ticked = re.findall(r'name="keep" value="(\d+)" checked', answer.text)
    assert sorted(ticked) == ["1", "3"]
    assert rows()[1].published_at is None


def test_a_mix_of_ten_goes_together_and_the_next_one_is_another(teacher, rows, draft):
    def mixed(changes):
        assert choose(teacher, draft, [], changes, "mix").status_code == 303
        return [item.body["id"] for item in rows()[1].items if item.is_kept]

    one, other = mixed(0), mixed(1)
    assert 5 <= len(one) <= 10
    assert one != other
    claims = [name.rsplit("-", 1)[-1] for name in one]
    assert all(claims.count(claim) <= 2 for claim in claims)


def test_two_tabs_never_overwrite_each_other_silently(teacher, rows, draft):
    assert choose(teacher, draft, [1, 2, 3]).status_code == 303
    clash = choose(teacher, draft, [4, 5, 6])
    assert clash.status_code == 409
    assert "The draft was changed somewhere else" in text_of(clash)
    kept = [item.position for item in rows()[1].items if item.is_kept]
    assert kept == [0, 1, 2]
    assert re.findall(r'name="keep" value="(\d+)" checked', clash.text)


def test_a_question_is_worded_anew_in_both_languages(teacher, rows, draft):
    item = first_of(rows()[1], QuestionKind.WHO_SAID)
    asked = item.as_question()
    answer = reword(
        teacher,
        draft,
        item.position + 1,
        stem_de=f"Wer meint „{asked.passage}“?",
        why_en="See the verb.",
    )
    assert answer.status_code == 303
    now = first_of(rows()[1], QuestionKind.WHO_SAID).as_question()
    assert now.stem.de == f"Wer meint „{asked.passage}“?"
    assert now.stem.en == asked.stem.en
    assert now.explanation.en == "See the verb."
    assert now.explanation.de == asked.explanation.de
    assert first_of(rows()[0], QuestionKind.WHO_SAID).as_question() == asked


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("Wer sagt das mit eigenen Worten?", "The words quoted must stay"),
        ("War es KEY, wer sagte: „PASSAGE“?", "gives the answer away"),
        ("Welcher Lügner sagt: „PASSAGE“?", "Outside the quotation nothing may judge"),
        ("", "Enter the question."),
        ("x" * 601, "A question has at most 600 characters."),
    ],
)
def test_an_unfair_wording_is_refused_and_what_was_typed_stays(
    teacher, rows, draft, stem, told
):
    item = first_of(rows()[1], QuestionKind.WHO_SAID)
    asked = item.as_question()
    stem = stem.replace("KEY", asked.key[0].text).replace("PASSAGE", asked.passage)
    answer = reword(teacher, draft, item.position + 1, stem_de=stem)
    assert answer.status_code in (400, 422)
    assert told in text_of(answer)
    assert wording(answer.text)["stem_de"] == stem
    assert first_of(rows()[1], QuestionKind.WHO_SAID).as_question() == asked


def test_a_wrong_answer_can_be_exchanged_for_a_sound_one(teacher, rows, draft):
    for item in rows()[1].items:
        page = teacher.get(f"{draft}/{item.position + 1}", headers=EN)
        offered = re.findall(r'<option value="(\w:[^"]+)">([^<]+)', page.text)
        if offered:
            break
    else:
        pytest.fail("nothing can be exchanged in the whole set")
    swap, name = offered[0]
    number = item.position + 1
    before = item.as_question()
    assert reword(teacher, draft, number, **{"wrong-0": swap}).status_code == 303
    after = rows()[1].items[number - 1].as_question()
    assert after.option(swap[0]).text == name
    assert after.key == before.key
    forged = reword(teacher, draft, number, 1, **{"wrong-0": "a:nobody"})
    assert forged.status_code == 422


def test_a_question_of_a_statement_that_is_none_cannot_be_published(
    teacher, rows, draft
):
    article = rows()[1].article_id
    teacher.post(
        f"/articles/{article}/claims/1/verdict", data={"act": "reject", "version": 0}
    )
    page = text_of(teacher.get(draft, headers=EN))
    assert "Cannot be published: The article does not prove this" in page
    everything = range(1, len(rows()[1].items) + 1)
    refused = choose(teacher, draft, everything, 0, "publish")
    assert refused.status_code == 422
    assert "these questions would be unfair" in text_of(refused)


def test_what_the_rules_find_later_waits_to_be_taken_in(teacher, session, rows, draft):
    lost = rows()[1].items[-1]
    session.delete(lost)
    session.commit()
    published = f"/sets/{rows()[0].id}"
    assert teacher.post(f"{published}/draft").location == draft
    new = rows()[1]
    assert [item.is_kept for item in new.items][-2:] == [True, False]


def test_throwing_a_draft_away_leaves_the_published_set(teacher, rows, draft):
    one = rows()[1].id
    assert teacher.post(f"/sets/{one}/delete").status_code == 303
    assert [one.published_at is not None for one in rows()] == [True]


def test_without_the_newest_version_the_one_before_is_played_again(
    teacher, rows, draft
):
    choose(teacher, draft, range(1, 7), 0, "publish")
    teacher.post(f"/sets/{rows()[1].id}/delete")
    assert [one.retired_at for one in rows()] == [None]


def test_a_draft_is_its_owners_alone(stranger, client, rows, draft, published):
    for path in (draft, f"{draft}/1"):
        assert stranger.get(path).status_code == 404
        assert client.get(path).status_code == 303
    assert choose(stranger, draft, [1]).status_code == 404
    assert stranger.post(f"{published}/draft").status_code == 404
    assert stranger.post(f"{draft}/1", data={"stem_de": "x"}).status_code == 404


@pytest.mark.parametrize("number", [0, 999])
def test_there_is_no_such_question(teacher, draft, number):
    assert teacher.get(f"{draft}/{number}").status_code == 404


def test_the_library_is_nobodys_to_change(teacher, session):
    made = make_set(session)
    session.commit()
    assert teacher.post(f"/sets/{made.id}/draft").status_code == 403


def test_only_some_are_shown_and_the_others_stay_in_the_set(teacher, rows, draft):
    everything = len(rows()[1].items)
    narrowed = f"{draft}?kind=who_said"
    page = teacher.get(narrowed, headers=EN).text
    shown = page.count('data-testid="draft-question"')
    assert 0 < shown < everything
    aside = re.findall(r'<input type="hidden" name="keep" value="(\d+)">', page)
    assert len(aside) == everything - shown
    saved = choose(teacher, narrowed, aside)
    assert saved.location.endswith("?kind=who_said")
    assert sum(item.is_kept for item in rows()[1].items) == len(aside)


def test_nonsense_shows_nothing_and_keeps_all(teacher, rows, draft):
    page = teacher.get(f"{draft}?kind=nonsense&level=x", headers=EN)
    assert "Nothing found." in text_of(page)
    assert page.text.count('type="hidden" name="keep"') == len(rows()[1].items)


@pytest.mark.slow
@pytest.mark.parametrize("wrong", ["5", "601", "bald", "1.5"])
def test_a_question_takes_ten_seconds_to_ten_minutes(teacher, draft, rows, wrong):
    refused = reword(teacher, draft, 1, seconds=wrong)
    assert refused.status_code == 400
    assert "Enter 10 to 600 seconds." in text_of(refused)
    assert f'value="{wrong}"' in refused.text
    assert rows()[1].items[0].as_question().seconds is None


def test_a_teacher_sets_how_long_a_question_may_take(teacher, draft, rows):
    assert reword(teacher, draft, 1, seconds="90").status_code == 303
    assert rows()[1].items[0].as_question().seconds == 90
    assert "about 90 s" in text_of(teacher.get(draft, headers=EN))
    assert reword(teacher, draft, 1, changes=1, seconds="").status_code == 303
    assert rows()[1].items[0].as_question().seconds is None
