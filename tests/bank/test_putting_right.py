"""A question that older rules made is put right by what the article says today."""

import pytest

from quiz.articles.models import ClaimCorrection
from quiz.bank.corrections.service import Key, both, mend
from quiz.bank.service import add_set
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.review.correction import Act, Correction, Voice
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from quiz.errors import Invalid
from tests.engine.library import SLUGS, extracted, text_of
from tests.engine.other_rules import first_missing
from tests.make import NOW, make_article

FOUND = SLUGS[0]
SUMMARY = "only in a summary"


@pytest.fixture
def article(session, teacher):
    return make_article(session, teacher.user_id, text_of(FOUND))


@pytest.fixture
def claim(item):
    """What it asks about, as the rules of today number it."""
    marked = {mark.span for mark in item.as_question().marks}
    return next(c for c in extracted(FOUND).claims if c.content[0] in marked)


@pytest.fixture
def item(session, teacher, article):
    """A question of a set by rules that counted one claim less."""
    made = compose(first_missing(extracted(FOUND)))
    played = add_set(session, article, made, teacher.user_id, NOW)
    return next(
        each
        for each in played.items
        if each.kind == QuestionKind.DIRECT_OR_INDIRECT
        and each.as_question().key[0].label.en == "as indirect speech"
    )


def put_right(session, teacher, item):
    options = item.as_question().options
    right = frozenset(each.id for each in options if each.label.en == SUMMARY)
    return mend(session, teacher.actor, item, Key(right, both("So ist es.", "")), NOW)


def test_what_the_article_does_not_say_is_no_key(session, teacher, item):
    with pytest.raises(Invalid, match="mended_is_blocked"):
        put_right(session, teacher, item)


def test_the_key_is_what_the_teacher_says_of_the_statement(
    session, teacher, article, claim, item
):
    found = extracted(FOUND)
    speaker = Voice.of(found.entity(claim.speaker_entity))
    told = Correction(Act.CHANGE, claim.content, speaker, (), ClaimType.REPORTED)
    entry = {"act": told.act.value, "body": told.as_json(), "created_at": NOW}
    article.log.append(ClaimCorrection(number=1, **entry))
    session.flush()
    assert put_right(session, teacher, item).asked == (item,)
    [key] = item.as_question().key
    assert key.label.en == SUMMARY
