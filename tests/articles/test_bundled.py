import pytest

from quiz.articles.bundled import bundled_articles, parse
from quiz.engine.text.readability import readability
from quiz.errors import Invalid

FILE = """+++
slug = "ein-fall"
title = "Ein Fall"
outlet = "Lesestücke"
published_on = 2026-03-24
author = "Wir"
rights_basis = "open_licence"
licence_name = "CC BY 4.0"
licence_url = "https://example.org/by"
age = 12

[label]
de = "Geschrieben"
en = "Written"
+++

Ein Fall

Erster Absatz.
"""


def test_a_file_gives_an_article_with_its_rights():
    article = parse(FILE)
    assert (article.slug, article.age, article.language) == ("ein-fall", 12, "de")
    assert article.rights.values() == {
        "rights_basis": "open_licence",
        "licence_name": "CC BY 4.0",
        "licence_url": "https://example.org/by",
    }
    assert article.label == {"de": "Geschrieben", "en": "Written"}
    assert article.text == "Ein Fall\n\nErster Absatz.\n"


@pytest.mark.parametrize(
    "broken",
    [
        "Ein Fall",
        FILE.replace("+++\n\nEin", "Ein"),
        FILE.replace("slug =", "snail ="),
        FILE.replace("slug =", "slug = = "),
        FILE.replace('rights_basis = "open_licence"', ""),
        "davor\n" + FILE,
    ],
    ids=["no fence", "one fence", "unknown key", "no toml", "no rights", "text before"],
)
def test_a_broken_file_is_named(tmp_path, broken):
    (tmp_path / "kaputt.md").write_text(broken, encoding="utf-8")
    with pytest.raises(Invalid, match="library_file") as refused:
        bundled_articles(tmp_path)
    assert refused.value.details["file"] == "kaputt.md"


def test_an_article_of_the_library_says_what_it_is_and_may_be_passed_on():
    for article in bundled_articles():
        assert article.text.splitlines()[0] == article.title
        assert article.rights.basis == "open_licence"
        assert article.rights.licence_name == "CC BY 4.0"
        assert article.label
        assert article.age


def test_the_library_is_for_the_age_that_it_names():
    for article in bundled_articles():
        found = readability(article.text)
        assert found.school_year <= article.age - 3, article.slug


def test_every_article_of_the_game_can_be_read():
    articles = bundled_articles()
    assert len(articles) >= 3
    for article in articles:
        assert article.text.startswith(article.title + "\n")
        assert article.rights.missing() == ()
        assert article.rights.basis in ("open_licence", "own_text")
        assert article.label is not None
