"""Looking for an article to play among those that come with the game."""

import functools
import operator
from dataclasses import replace

import pytest

from quiz.articles.bundled import bundled_articles, bundled_series
from quiz.bank.library.bundled import load_library
from quiz.bank.library.catalogue import CARDS_ON_A_PAGE, Sought, catalogue
from tests.bank.library.test_library import ERNTE
from tests.browser import text_of
from tests.make import NOW

OTHER = replace(
    ERNTE,
    slug="aepfel",
    title="Ein zweites Jahr",
    subtitle="Viel Regen, viel Übermut",
    age=14,
    topic="sport",
    form="interview",
)


@pytest.fixture
def both(session):
    plain = replace(ERNTE, topic="environment", form="news")
    load_library(session, [plain, OTHER], NOW)
    return session


def found(session, **sought):
    return [card.slug for card in catalogue(session, Sought(**sought)).cards]


@pytest.mark.parametrize(
    ("sought", "slugs"),
    [
        ({}, ["ernte", "aepfel"]),
        ({"age": 12}, ["ernte"]),
        ({"topic": "sport"}, ["aepfel"]),
        ({"form": "news"}, ["ernte"]),
        ({"words": "zweites Regen"}, ["aepfel"]),
        ({"words": "übermut"}, ["aepfel"]),
        ({"words": "ÜBERMUT"}, ["aepfel"]),
        ({"words": "xyzzy"}, []),
        ({"words": "%"}, []),
        ({"minutes": 99}, ["ernte", "aepfel"]),
        ({"page": 2}, []),
        ({"series": "five-hands"}, []),
    ],
)
def test_only_what_is_sought_is_found(both, sought, slugs):
    assert found(both, **sought) == slugs


def test_every_article_has_one_reading_level(both):
    by_level = [found(both, level=level) for level in ("easy", "medium", "demanding")]
    assert sorted(functools.reduce(operator.iadd, by_level, [])) == ["aepfel", "ernte"]
    [card, _] = catalogue(both, Sought()).cards
    assert card.slug in found(both, level=card.level)


@pytest.mark.slow
def test_many_articles_come_page_by_page(session):
    many = [replace(ERNTE, slug=f"e-{n:03}") for n in range(CARDS_ON_A_PAGE + 1)]
    load_library(session, many, NOW)
    first = catalogue(session, Sought())
    second = catalogue(session, Sought(page=2))
    assert (len(first.cards), first.has_more) == (CARDS_ON_A_PAGE, True)
    assert ([card.slug for card in second.cards], second.has_more) == (["e-024"], False)


@pytest.mark.slow
def test_a_series_names_articles_of_the_library_in_an_order_of_its_own(session):
    slugs = {article.slug for article in bundled_articles()}
    for series in bundled_series():
        assert len(series.slugs) == len(set(series.slugs)) >= 5
        assert slugs.issuperset(series.slugs)
        assert set(series.title) == set(series.about) == {"de", "en"}
    one = next(each for each in bundled_series() if each.key == "five-hands")
    load_library(session, [replace(ERNTE, slug=s) for s in sorted(one.slugs)], NOW)
    assert found(session, series="five-hands") == list(one.slugs)


def test_the_home_page_searches_and_keeps_what_was_sought(both, client):
    page = client.get("/?topic=sport&q=Regen", headers={"Accept-Language": "en"}).text
    assert "Ein zweites Jahr" in page
    assert page.count('data-testid="start-round"') == 1
    assert 'value="Regen"' in page
    for nonsense in ("/?page=x", "/?topic=x&age=0&minutes=-1", "/?series=%00"):
        assert client.get(nonsense).status_code == 200
    assert (
        "Nothing found"
        in client.get("/?q=xyzzy", headers={"Accept-Language": "en"}).text
    )


def test_a_page_behind_the_last_one_leads_back_and_asks_nobody_to_load(both, client):
    page = client.get("/?page=5", headers={"Accept-Language": "en"})
    assert "Nothing found" in text_of(page)
    assert "can load the library" not in text_of(page)
    assert 'rel="prev"' in page.text


def test_teachers_see_what_has_no_round_and_pupils_do_not(session, teacher, client):
    silent = replace(ERNTE, title="Ohne Runde", text="Der Winter war mild. Basta.\n")
    load_library(session, [silent], NOW)
    session.commit()
    assert 'data-testid="roundless"' in teacher.get("/library").text
    assert "Ohne Runde" not in client.get("/").text
