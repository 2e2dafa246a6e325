"""A draft keeps its choices, whatever the rules come to find in its article."""

import pytest
from sqlalchemy import select

from quiz.articles.models import ClaimCorrection
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.service import add_set
from quiz.engine.claims.review.correction import Correction
from quiz.engine.claims.review.decisions import reviewed
from quiz.engine.questions.compose import compose
from quiz.engine.questions.editing.anchoring import anchored
from quiz.engine.questions.question import QuestionKind
from tests.bank.drafts.test_drafts import choose, reword
from tests.browser import text_of
from tests.engine import library
from tests.engine.library import SLUGS, extracted
from tests.engine.other_rules import first_missing, order_differs, words_cut
from tests.make import NOW, make_article

pytestmark = pytest.mark.slow

SLUG = SLUGS[0]
SAYS_WHY = "The article does not prove this, or you said that the statement is none."
COUNTED = pytest.mark.parametrize("ids", ["counted", "anchored"])
"""Sets as they were kept while ids counted, and as they are kept now."""


@pytest.fixture
def article(session, teacher):
    made = make_article(session, teacher.user_id, library.text_of(SLUG))
    session.commit()
    return made


@pytest.fixture
def draft_of(session, teacher, article):
    """Opens the draft of a set that other rules made: its address."""

    def opened(found, ids="anchored"):
        questions = compose(found)
        if ids == "anchored":
            questions = tuple(anchored(each, found) for each in questions)
        else:  # a "no" that names nobody is younger than ids that count
            questions = [q for q in questions if q.kind is not QuestionKind.SAID_IT]
        made = add_set(session, article, questions, teacher.user_id, NOW)
        session.commit()
        return teacher.post(f"/sets/{made.id}/draft").location

    return opened


def rows(session, version=2):
    session.expire_all()
    wanted = select(QuestionSet).where(QuestionSet.version == version)
    return session.scalars(wanted).one()


def numbers(one, *, kept=True):
    return [item.position + 1 for item in one.items if item.is_kept is kept]


@COUNTED
@pytest.mark.parametrize("change", [first_missing, order_differs])
def test_a_set_by_other_rules_can_be_published_again_as_it_was(
    teacher, session, draft_of, change, ids
):
    draft = draft_of(change(extracted(SLUG)), ids)
    before = rows(session, version=1).questions()
    kept = numbers(rows(session))
    published = choose(teacher, draft, kept, act="publish")
    assert published.status_code == 303, published.text
    assert sorted(rows(session).questions(), key=str) == sorted(before, key=str)


@COUNTED
def test_only_questions_that_are_new_are_proposed(session, draft_of, ids):
    draft_of(first_missing(extracted(SLUG)), ids)
    made = rows(session)
    proposed = [item.as_question() for item in made.items if not item.is_kept]
    assert proposed
    kept = {(item.kind, str(item.body["marks"])) for item in made.items if item.is_kept}
    again = [q for q in proposed if (q.kind.value, str(q.as_json()["marks"])) in kept]
    assert again == []
    first = extracted(SLUG).claims[0].content[0]
    assert any(mark.span == first for question in proposed for mark in question.marks)
    ids_there = [item.body["id"] for item in made.items]
    assert len(set(ids_there)) == len(ids_there)


def test_opened_again_by_the_same_rules_it_gets_nothing_twice(
    teacher, session, draft_of
):
    draft = draft_of(extracted(SLUG), "counted")
    count = len(rows(session).items)
    base = rows(session, version=1).id
    assert teacher.post(f"/sets/{base}/draft").location == draft
    assert len(rows(session).items) == count


def test_a_question_about_a_claim_that_is_gone_stays_chosen_and_says_why(
    teacher, session, draft_of
):
    draft = draft_of(words_cut(extracted(SLUG)))
    before = numbers(rows(session))
    refused = choose(teacher, draft, before, act="publish")
    assert refused.status_code == 422
    assert SAYS_WHY in text_of(refused)
    assert numbers(rows(session)) == before


def test_once_confirmed_it_is_published_whatever_the_rules_find(
    teacher, session, draft_of, article
):
    was = words_cut(extracted(SLUG))
    made = [Correction.accepting(c, was) for c in was.claims if c.sure_words]
    for number, each in enumerate(made, 1):
        entry = {"act": each.act.value, "body": each.as_json(), "created_at": NOW}
        article.log.append(ClaimCorrection(number=number, **entry))
    draft = draft_of(reviewed(was, made).extraction)
    kept = numbers(rows(session))
    published = choose(teacher, draft, kept, act="publish")
    assert published.status_code == 303, text_of(published)


@COUNTED
def test_a_question_is_worded_anew_and_keeps_its_id(teacher, session, draft_of, ids):
    draft = draft_of(first_missing(extracted(SLUG)), ids)
    item = next(
        item for item in rows(session).items if item.kind == QuestionKind.WHO_SAID
    )
    was, number = item.body["id"], item.position + 1
    stem = item.body["stem"]["de"].replace("Von wem stammt", "Von wem kommt")
    sent = reword(teacher, draft, number, stem_de=stem)
    assert sent.status_code == 303, sent.text
    session.expire_all()
    again = session.get_one(BankItem, item.id)
    assert (again.body["id"], again.body["stem"]["de"]) == (was, stem)
    assert again.body["claim"].startswith("@")
    kept = numbers(rows(session))
    published = choose(teacher, draft, kept, changes=1, act="publish")
    assert published.status_code == 303
