"""A teacher writes questions of their own and puts the set in order."""

import re

import pytest
from sqlalchemy import select

from quiz.bank.models import QuestionSet
from quiz.engine.questions.editing.line_format import OwnForm
from tests.browser import text_of
from tests.engine.questions.editing.test_line_format import GOOD

pytestmark = pytest.mark.slow

EN = {"Accept-Language": "en"}


@pytest.fixture
def stored(session, draft):
    def read():
        session.expire_all()
        newest = select(QuestionSet).order_by(QuestionSet.version.desc())
        return session.scalars(newest).first()

    return read


def write(browser, draft, form=OwnForm.SINGLE, changes=0, path="own", **fields):
    sent = {
        "form": form.value,
        "changes": changes,
        "stem_de": "Was fehlt dem Bad?",
        "lines": GOOD[form],
        "skill": "speaker",
    }
    return browser.post(f"{draft}/{path}", data=sent | fields, headers=EN)


def number_of(response):
    return int(re.search(r"question-(\d+)", response.location).group(1))


@pytest.mark.slow
@pytest.mark.parametrize("form", OwnForm)
def test_every_form_is_written_and_seen_as_pupils_will(teacher, draft, stored, form):
    page = teacher.get(f"{draft}/own?form={form.value}", headers=EN)
    assert page.status_code == 200
    response = write(teacher, draft, form)
    assert response.status_code == 303
    number = number_of(response)
    item = stored().items[number - 1]
    assert item.is_kept
    assert item.as_question().form is form.form
    shown = teacher.get(f"{draft}/{number}/preview", headers=EN)
    assert "Was fehlt dem Bad?" in text_of(shown)
    assert teacher.get(f"{draft}/own/{number}").status_code == 200
    assert "Was fehlt dem Bad?" in text_of(teacher.get(draft))


def test_what_was_typed_stays_where_it_cannot_be_taken(teacher, draft, stored):
    before = len(stored().items)
    response = write(teacher, draft, lines="Rom\nParis")
    assert response.status_code == 422
    assert "Put * before the right answer." in text_of(response)
    assert "Rom\nParis" in response.text
    assert len(stored().items) == before


@pytest.mark.parametrize("field", ["stem_de", "lines"])
def test_question_and_answers_are_needed(teacher, draft, field):
    assert write(teacher, draft, **{field: " "}).status_code == 400


def test_the_proof_is_words_of_the_article_and_its_sentence_is_shown(
    teacher, draft, stored
):
    refused = write(teacher, draft, proof="kein Wort davon")
    assert refused.status_code == 422
    text = stored().article.text
    words = " ".join(text.split()[30:36])
    number = number_of(write(teacher, draft, proof=words))
    question = stored().items[number - 1].as_question()
    assert " ".join(question.marks[0].span.of(text).split()) == words
    assert question.evidence[0].covers(question.marks[0].span)


def test_a_question_of_ones_own_is_changed(teacher, draft, stored):
    number = number_of(write(teacher, draft))
    moved = teacher.get(f"{draft}/{number}")
    assert moved.location.endswith(f"/own/{number}")
    changed = write(
        teacher, draft, changes=1, path=f"own/{number}", stem_de="Und was noch?"
    )
    assert changed.status_code == 303
    assert stored().items[number - 1].as_question().stem.de == "Und was noch?"


def test_what_the_rules_made_is_not_changed_on_this_page(teacher, draft):
    assert teacher.get(f"{draft}/own/1").status_code == 404
    assert write(teacher, draft, path="own/1").status_code == 404


def test_another_tab_never_overwrites(teacher, draft, stored):
    assert write(teacher, draft).status_code == 303
    late = write(teacher, draft, stem_de="Zu spät?")
    assert late.status_code == 422
    assert "Zu spät?" in late.text


def test_a_stranger_finds_nothing(draft, stranger):
    assert write(stranger, draft).status_code == 404
    assert stranger.get(f"{draft}/order").status_code == 404
    assert stranger.get(f"{draft}/1/preview").status_code == 404
    paper = draft.replace("drafts", "sets") + "/paper"
    assert stranger.get(paper).status_code == 404


def chosen(teacher, draft, numbers, changes=0, act="save"):
    fields = {"keep": [str(n) for n in numbers], "changes": changes, "act": act}
    return teacher.post(draft, data=fields, headers=EN)


def arrange(teacher, draft, places, changes, **fields):
    sent = {f"card-{number}": place for number, place in places.items()}
    return teacher.post(
        f"{draft}/order", data=sent | {"changes": changes} | fields, headers=EN
    )


def played(browser, location):
    """The stems of a round in their order, each answered with its first option."""
    address = browser.post(
        "/play/start", data={"set": location.split("/")[-1]}
    ).location
    stems = []
    while "result" not in address:
        page = browser.get(address, headers=EN).text
        stems.append(text_of(browser.get(address, headers=EN)))
        fields = dict.fromkeys(re.findall(r'name="(text-\d+)"', page), "x")
        rows = dict.fromkeys(re.findall(r'name="(row-\d+)"', page))
        fields |= {
            name: re.search(rf'name="{name}" value="(\d+)"', page).group(1)
            for name in rows
        }
        fields |= dict.fromkeys(re.findall(r'name="(card-\d+)"', page)[:1], "1")
        if not fields:
            fields = {"option": "1"}
        browser.post(address, data=fields)
        page = browser.get(address, headers=EN).text
        if 'data-testid="where"' in page:  # which sentence shows it
            browser.post(f"{address}/where", data={"skip": "yes"})
            page = browser.get(address, headers=EN).text
        address = re.search(r'href="([^"]+)" data-testid="next-question"', page).group(
            1
        )
    return stems, text_of(browser.get(address, headers=EN))


def test_a_round_has_all_questions_in_the_order_that_was_given(teacher, draft, stored):
    numbers = [1, 2, 3]
    for form in (OwnForm.CLOZE, OwnForm.POLL, OwnForm.TYPED):
        fields = {"stem_de": f"Frage {form.value}?"}
        numbers.append(
            number_of(write(teacher, draft, form, changes=len(numbers) - 3, **fields))
        )
    chosen(teacher, draft, numbers, changes=3)
    places = {number: 7 - at for at, number in enumerate(numbers, 1)}
    assert arrange(teacher, draft, places, 4, plays_all="yes").status_code == 303
    assert chosen(teacher, draft, numbers, 5, act="publish").status_code == 303
    stems, result = played(teacher, f"/sets/{stored().id}")
    assert len(stems) == 6
    assert [("typed?" in stems[0]), ("poll?" in stems[1]), ("cloze?" in stems[2])] == [
        True
    ] * 3
    assert " of 5" in result  # a poll is neither right nor wrong


def test_a_round_of_all_questions_has_a_largest_size(teacher, draft, stored):
    everything = range(1, len(stored().items) + 1)
    assert len(everything) > 20
    chosen(teacher, draft, everything)
    saved = arrange(teacher, draft, {}, 1, plays_all="yes")
    shown = text_of(teacher.get(saved.location, headers=EN))
    assert f"Everybody gets up to 8 of {len(everything)} questions" in shown
    assert "Up to 20 would go whole to everybody." in shown


@pytest.mark.slow
@pytest.mark.parametrize("place", ["9" * 5000, str(2**63), "vorn", ""])
def test_a_place_that_is_none_is_told_and_nothing_is_arranged(
    teacher, draft, stored, place
):
    refused = arrange(teacher, draft, {1: place}, 0)
    assert refused.status_code == 400
    assert "Give each question one of the places in the list." in text_of(refused)
    assert stored().changes == 0


def test_a_preview_marks_an_answer_and_keeps_nothing(teacher, draft, stored):
    number = number_of(write(teacher, draft))
    address = f"{draft}/{number}/preview"
    empty = teacher.get(f"{address}?send=yes", headers=EN)
    assert "Choose an answer first." in text_of(empty)
    seen = {
        word
        for position in (1, 2, 3)
        for word in ("Right!", "Not quite")
        if word
        in text_of(teacher.get(f"{address}?send=yes&option={position}", headers=EN))
    }
    assert seen == {"Right!", "Not quite"}
    assert teacher.get(f"{address}?send=yes&option=9", headers=EN).status_code == 200
    assert teacher.get(f"{address}?size=phone").status_code == 200


@pytest.mark.slow
@pytest.mark.parametrize("form", OwnForm)
def test_a_set_is_printed_with_its_solutions(teacher, draft, form):
    write(teacher, draft, form)
    page = teacher.get(draft.replace("drafts", "sets") + "/paper", headers=EN)
    assert page.status_code == 200
    assert "Solutions" in text_of(page)
    assert "Was fehlt dem Bad?" in text_of(page)
