"""What players may rely on, whatever kind of question or set it is."""

import random
import re

import pytest

from quiz.articles.bundled import bundled_articles
from quiz.bank.sentences import KINDS as NAMES
from quiz.config import ROOT
from quiz.engine.claims.extract import extract
from quiz.engine.pool import Pool
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.registry import KINDS
from quiz.engine.rounds import draw_round
from tests.engine.library import SLUGS, pool_of, text_of

# A heading that repeats three words of one statement and of no other.
NEEDS_ITS_ARTICLE = {QuestionKind.HEADLINE_CHECK}
KINDS_PAGE = ROOT / "docs" / "question-kinds.md"


@pytest.fixture(scope="module")
def questions():
    """Every question of the bundled library, article by article."""
    return [compose(extract(article.text)) for article in bundled_articles()]


@pytest.fixture(scope="module")
def pools():
    return [pool_of(slug) for slug in SLUGS]


@pytest.mark.parametrize("kind", QuestionKind)
def test_every_kind_of_question_is_explained_in_the_documentation(kind):
    headings = re.findall(r"^## .*`(\w+)`", KINDS_PAGE.read_text(), re.MULTILINE)
    assert kind.value in headings


@pytest.mark.parametrize("kind", QuestionKind)
def test_every_kind_of_question_has_its_module_its_page_and_a_name(kind):
    assert KINDS[kind].id is kind
    assert (ROOT / "templates" / "answer_forms" / f"{kind.form}.html").is_file()
    assert str(NAMES[kind])


def test_every_kind_of_question_has_tests():
    told = [each.read_text() for each in (ROOT / "tests" / "engine").rglob("*.py")]
    for kind in QuestionKind:
        assert any(f"QuestionKind.{kind.name}" in text for text in told), kind


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind in QuestionKind
        if kind not in NEEDS_ITS_ARTICLE
        and not (KINDS[kind].is_own or KINDS[kind].is_retired)
    ],
)
def test_every_kind_of_question_is_played_in_the_library(kind, questions):
    assert any(question.kind is kind for some in questions for question in some)


def test_every_question_and_answer_is_explained_in_both_languages(questions):
    for question in (question for some in questions for question in some):
        for said in (question.stem, question.explanation):
            assert said.de.strip(), question.id
            assert said.en.strip(), question.id
        for option in question.options:
            assert option.rationale.de.strip(), f"{question.id} {option.id}"
            assert option.rationale.en.strip(), f"{question.id} {option.id}"
        assert question.evidence, question.id


@pytest.mark.slow
def test_the_same_seed_gives_the_same_round(pools):
    for pool in pools:
        for seed in range(20):
            first = draw_round(pool, seed)
            random.seed(seed + 1)
            assert draw_round(Pool(pool.questions), seed) == first


def test_other_seeds_give_other_rounds(pools):
    for pool in pools:
        assert len({draw_round(pool, seed) for seed in range(20)}) > 1


@pytest.mark.slow
def test_the_same_article_gives_the_same_questions():
    again = compose(extract(text_of(SLUGS[0])))
    assert again == compose(extract(text_of(SLUGS[0])))
