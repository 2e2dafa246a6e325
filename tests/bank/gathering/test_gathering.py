"""Sets about several articles, and questions drawn out of the library."""

import re
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from quiz.articles.models import Article
from quiz.bank.models import QuestionSet
from quiz.bank.service import add_set, questions_of
from quiz.engine.questions.rules.independence import are_related
from tests.browser import text_of
from tests.engine.make_questions import TEXT, make_questions
from tests.make import NOW, make_article, make_set

pytestmark = pytest.mark.slow

EN = {"Accept-Language": "en"}
OTHER = TEXT.replace("Apfelstedt", "Birnhausen").replace("Paula Sander", "Nora Quell")


@pytest.fixture
def other(session, teacher):
    """A second article of the same teacher."""
    made = make_article(session, teacher.user_id, OTHER, title="Ernte in Birnhausen")
    session.commit()
    return made


@pytest.fixture
def draft_row(session, draft):
    """The draft as it is stored now."""

    def read():
        session.expire_all()
        return session.get_one(QuestionSet, UUID(draft.split("/")[-1]))

    return read


def add(browser, draft, article, changes=0):
    fields = {"article": str(article.id), "changes": changes}
    return browser.post(f"{draft}/articles", data=fields, headers=EN)


def draw(browser, draft, changes=0, **wanted):
    fields = {"changes": changes, **wanted}
    return browser.post(f"{draft}/draw", data=fields, headers=EN)


def of(draft, article):
    return [item for item in draft.items if item.article.id == article.id]


def test_a_draft_asks_about_a_second_article(teacher, draft, draft_row, other):
    before = len(draft_row().items)
    assert str(other.id) in teacher.get(f"{draft}/more").text
    assert add(teacher, draft, other).status_code == 303
    row = draft_row()
    came = of(row, other)
    assert len(came) >= 5
    assert len(row.items) == before + len(came)
    assert not any(item.is_kept for item in came)
    ids = [item.body["id"] for item in row.items]
    assert len(set(ids)) == len(ids)
    page = text_of(teacher.get(f"{draft}?choice=left", headers=EN))
    assert "Ernte in Birnhausen" in page
    assert "Nora Quell" in page


def test_added_again_it_brings_nothing_twice(teacher, draft, draft_row, other):
    add(teacher, draft, other)
    before = len(draft_row().items)
    assert add(teacher, draft, other, changes=1).status_code == 422
    assert teacher.post(f"{draft.replace('drafts', 'sets')}/draft").status_code == 303
    assert len(draft_row().items) == before


def test_pupils_have_the_article_beside_them_that_a_question_is_about(
    teacher, client, draft, draft_row, other
):
    add(teacher, draft, other)
    kept = [item.position + 1 for item in of(draft_row(), other)][:6]
    fields = {"keep": kept, "changes": 1, "act": "publish"}
    made = teacher.post(draft, data=fields).location
    teacher.post(f"{made}/visibility", data={"visibility": "link"})
    started = client.post("/play/start", data={"set": made.split("/")[-1]})
    page = client.get(started.location).text
    assert "Birnhausen" in page
    assert "Apfelstedt " not in page


def test_statements_of_different_articles_have_nothing_to_do_with_each_other(
    teacher, draft, draft_row, other
):
    add(teacher, draft, other)
    row = draft_row()
    first, second = (of(row, each)[0].as_question() for each in row.articles)
    assert first.claims == second.claims
    alike = second.passage == first.passage
    assert alike or not are_related(first, second)


def test_a_question_of_ones_own_is_proved_by_whichever_article_has_the_words(
    teacher, draft, draft_row, other
):
    add(teacher, draft, other)
    fields = {
        "form": "single",
        "stem_de": "Wer spricht nur im zweiten Text?",
        "lines": "* Nora Quell\nGreta Moor",
        "proof": "sagte Nora Quell",
        "skill": "speaker",
        "changes": 1,
    }
    assert teacher.post(f"{draft}/own", data=fields).status_code == 303
    item = draft_row().items[-1]
    assert item.article.id == other.id
    assert "sagte Nora Quell" in teacher.get(f"{draft}/own/{item.position + 1}").text
    page = teacher.get(f"{draft}/{item.position + 1}/preview", headers=EN).text
    assert "The other article:" in page
    assert "Große Ernte in Apfelstedt" in page


def test_a_set_is_shown_no_further_than_the_narrowest_rights_allow(
    session, teacher, draft, draft_row
):
    narrow = make_article(
        session,
        teacher.user_id,
        OTHER,
        rights_basis="school_contract",
        school="Am Markt",
    )
    draft_row().visibility = "public"
    session.commit()
    add(teacher, draft, narrow)
    assert draft_row().visibility == "private"


def test_an_article_of_somebody_else_is_none_to_add(session, stranger, teacher, draft):
    foreign = make_article(session, stranger.user_id, OTHER)
    session.commit()
    assert str(foreign.id) not in teacher.get(f"{draft}/more").text
    assert add(teacher, draft, foreign).status_code == 404
    assert stranger.get(f"{draft}/more").status_code == 404
    assert draw(stranger, draft).status_code == 404


def test_a_draft_that_was_changed_meanwhile_takes_nothing(
    teacher, draft, draft_row, other
):
    before = len(draft_row().items)
    assert add(teacher, draft, other, changes=7).status_code == 422
    assert draw(teacher, draft, changes=7).status_code == 422
    assert len(draft_row().items) == before


def test_with_an_article_its_questions_leave_every_set(
    session, teacher, draft, draft_row, other
):
    add(teacher, draft, other)
    teacher.post(f"/articles/{other.id}/delete")
    assert len(draft_row().articles) == 1


def test_a_draft_whose_article_went_can_be_worked_on(teacher, draft, draft_row, other):
    before = len(draft_row().items)
    add(teacher, draft, other)
    own = {"form": "single", "stem_de": "Und dann?", "lines": "* a\nb"}
    own |= {"skill": "speaker", "changes": 1}
    assert teacher.post(f"{draft}/own", data=own).status_code == 303
    last = draft_row().items[-1]
    teacher.post(f"/articles/{other.id}/delete")
    assert len(draft_row().items) == before + 1
    page = teacher.get(f"{draft}/own/{last.position + 1}")
    assert "Und dann?" in page.text
    assert teacher.get(f"{draft}/{before + 1}").status_code == 404
    assert teacher.post(f"{draft}/own", data=own | {"changes": 2}).status_code == 303
    fields = {"keep": [1, 2, 3, 4, 5, before + 1], "changes": 3, "act": "publish"}
    published = teacher.post(draft, data=fields)
    assert published.status_code == 303
    assert len(draft_row().items) == 5


def test_rounds_go_on_and_begin_without_the_questions_of_an_article_that_went(
    teacher, client, draft, draft_row, other
):
    add(teacher, draft, other)
    row = draft_row()
    mine = [i.position + 1 for i in of(row, row.article) if i.kind == "who_said"]
    theirs = [i.position + 1 for i in of(row, other) if i.kind == "who_said"]
    order = {"plays_all": "yes", "changes": 2}
    kept = [*mine[:3], *theirs[:2], *mine[3:6]]
    teacher.post(draft, data={"keep": kept, "changes": 1, "act": "save"})
    places = {f"card-{number}": place for place, number in enumerate(kept, 1)}
    assert teacher.post(f"{draft}/order", data=order | places).status_code == 303
    sent = {"keep": kept, "changes": 3, "act": "publish"}
    made = teacher.post(draft, data=sent).location
    teacher.post(f"{made}/visibility", data={"visibility": "link"})
    played = {"set": made.split("/")[-1]}
    first = client.post("/play/start", data=played).location
    assert client.post(first, data={"option": "1"}).status_code == 303
    teacher.post(f"/articles/{other.id}/delete")
    address = client.get(first.rsplit("/", 1)[0]).location
    answered = 1
    while not address.endswith("/result"):
        assert client.post(address, data={"option": "1"}).status_code == 303
        answered += 1
        address = client.get(first.rsplit("/", 1)[0]).location
    assert answered == 6
    assert client.get(address).status_code == 200
    assert client.post("/play/start", data=played).status_code == 303


def test_questions_are_drawn_out_of_the_library(
    session, teacher, stranger, draft, draft_row
):
    foreign = make_article(session, stranger.user_id, OTHER)
    shown = add_set(session, foreign, questions_of(foreign), stranger.user_id, NOW)
    shown.visibility = "public"
    session.commit()
    kept = sum(item.is_kept for item in draft_row().items)
    assert draw(teacher, draft, count=5).status_code == 303
    row = draft_row()
    assert sum(item.is_kept for item in row.items) == kept + 5
    [copied] = [each for each in row.articles if each != row.article]
    assert copied.owner_id == teacher.user_id
    assert copied.text == foreign.text
    drawn = [i.body["claim"] for i in row.items if i.article == copied and i.is_kept]
    assert len(set(drawn)) == 5


def test_what_other_rules_had_numbered_alike_is_drawn_as_what_it_is(
    session, teacher, draft, draft_row, other
):
    """Two sets about the same article, of which one counted one claim less."""
    for first, number in ((0, 0), (1, 0)):
        made = []
        for at, question in enumerate(make_questions()[first : first + 3], number):
            counted = replace(question, id=f"who_said-c{at + 1}", claim=f"c{at + 1}")
            made.append(counted)
        add_set(session, other, made, teacher.user_id, NOW)
    session.commit()
    assert draw(teacher, draft, count=20, kind="who_said").status_code == 303
    drawn = [item for item in of(draft_row(), other) if item.is_kept]
    stems = {item.as_question().stem.de for item in drawn}
    assert stems == {question.stem.de for question in make_questions()[:4]}
    assert len({item.body["id"] for item in drawn}) == len(drawn) == len(stems)


def test_only_what_is_looked_for_is_drawn(session, teacher, draft, draft_row):
    library = make_article(session, None, OTHER, slug="birnen", topic="economy")
    make_set(session, None, library)
    session.commit()
    assert draw(teacher, draft, topic="sport").status_code == 422
    assert draw(teacher, draft, kind="chain_order").status_code == 422
    assert draw(teacher, draft, q="Birnhausen", kind="who_said").status_code == 303
    came = of(draft_row(), library)
    assert {item.kind for item in came} == {"who_said"}


def test_what_others_keep_to_themselves_is_never_drawn(
    session, teacher, stranger, draft, draft_row
):
    foreign = make_article(session, stranger.user_id, OTHER)
    add_set(session, foreign, questions_of(foreign), stranger.user_id, NOW)
    session.commit()
    assert draw(teacher, draft).status_code == 422
    assert session.scalars(select(Article.owner_id)).all().count(teacher.user_id) == 1


def test_a_copy_takes_all_its_articles_along(session, teacher, stranger, draft, other):
    add(teacher, draft, other)
    shown = re.compile(r'id="question-(\d+)"')
    first = shown.findall(teacher.get(draft).text)
    added = shown.findall(teacher.get(f"{draft}?choice=left").text)
    chosen = [first[0], *added[:5]]
    fields = {"keep": chosen, "changes": 1, "act": "publish"}
    made = teacher.post(draft, data=fields).location
    teacher.post(f"{made}/visibility", data={"visibility": "public"})
    copy = stranger.post(f"{made.replace('/sets', '/sets')}/copy").location
    row = session.get_one(QuestionSet, UUID(copy.split("/")[-1]))
    assert {each.owner_id for each in row.articles} == {stranger.user_id}
    assert len(row.articles) == 2
