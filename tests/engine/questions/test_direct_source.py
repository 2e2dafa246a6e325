"""On whom the article relies directly, where its source leans on another."""

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind

ARTICLE = """Streit um die Brücke

Die Brücke über die Tann ist seit Dienstag gesperrt. {leaning} Der Talbote meldete, \
die Stadt habe schon im März davon gewusst. „Wir bauen im Mai eine neue Brücke“, sagte \
Bürgermeisterin Vera Lenk dem Sender Radio Delta. Landrat Max Huber sagte, die Händler \
hätten alle keine Kunden mehr."""


def questions(leaning):
    return compose(extract(ARTICLE.format(leaning=leaning)))


def keys(asked, kind):
    return [
        [option.text for option in question.key]
        for question in asked
        if question.kind is kind and "seit zehn Jahren" in question.stem.de
    ]


@pytest.mark.parametrize(
    "leaning",
    [
        "Wie die Nordpost unter Berufung auf die dpa berichtete, {risse}.",
        "Laut Nordpost unter Berufung auf die dpa {risse}.",
        "{risse}, wie die Nordpost mit Verweis auf die dpa meldete.",
    ],
)
def test_the_right_answer_is_who_leans_not_who_is_leaned_on(leaning):
    asked = questions(leaning.format(risse="sind die Risse seit zehn Jahren bekannt"))
    assert keys(asked, QuestionKind.WHICH_SOURCE) == [["Nordpost"]]
    [question] = [
        each
        for each in asked
        if each.kind is QuestionKind.WHICH_SOURCE and "seit zehn" in each.stem.de
    ]
    assert "dpa" not in {option.text for option in question.options}
    assert "Nordpost" in question.explanation.de
    assert "Direkt heißt" in question.explanation.de


def test_the_route_begins_with_who_is_leaned_on():
    asked = questions(
        "Wie die Nordpost unter Berufung auf Kämmerin Ute Brand berichtete, sind die "
        "Risse seit zehn Jahren bekannt."
    )
    route = [["Ute Brand", "Nordpost", "dieser Artikel"]]
    assert keys(asked, QuestionKind.CHAIN_ORDER) == route
    assert keys(asked, QuestionKind.WHO_SAID) == [["Ute Brand"]]
    assert keys(asked, QuestionKind.WHICH_SOURCE) == [["Nordpost"]]


def test_nothing_is_asked_where_the_next_sentence_names_whom_it_leans_on():
    asked = questions(
        "Die Risse seien seit zehn Jahren bekannt, schreibt die Nordpost. Sie beruft "
        "sich dabei auf einen Brief des Landratsamts."
    )
    assert keys(asked, QuestionKind.WHICH_SOURCE) == []
