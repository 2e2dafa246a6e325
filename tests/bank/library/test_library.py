"""The question sets that come with the game."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event, func, select

from quiz.access import GUEST
from quiz.articles.bundled import BundledArticle
from quiz.articles.models import Article
from quiz.articles.service import Rights
from quiz.bank.fingerprint import rules_fingerprint
from quiz.bank.library.bundled import load_library, waiting_articles
from quiz.bank.library.catalogue import Sought, articles_without_round, catalogue
from quiz.bank.library.loading import FIRST, begin, go_on
from quiz.bank.models import BankItem, QuestionSet
from quiz.bank.service import set_of
from tests.engine.library import FLOORS
from tests.engine.make_questions import TEXT, TITLE
from tests.make import NOW, make_article, make_set

ERNTE = BundledArticle(
    slug="ernte",
    title=TITLE,
    subtitle="Ein gutes Jahr",
    outlet="Lesestücke",
    published_on=date(2026, 3, 23),
    rights=Rights("open_licence", "CC BY 4.0", "https://example.org/by"),
    text=TEXT,
    author="Wir",
    label={"de": "Geschrieben", "en": "Written"},
    content_note={"de": "Es geht um Äpfel.", "en": "It is about apples."},
    age=12,
)
LATER = NOW + timedelta(days=1)


def count(session, row):
    return session.scalar(select(func.count()).select_from(row))


def test_loading_puts_a_playable_set_on_the_home_page(session):
    loaded = load_library(session, [ERNTE], NOW)
    assert (len(loaded.made), loaded.refused) == (1, ())
    (card,) = catalogue(session, Sought()).cards
    assert (card.title, card.subtitle, card.outlet) == (
        TITLE,
        "Ein gutes Jahr",
        "Lesestücke",
    )
    assert (card.age, card.published_on) == (12, date(2026, 3, 23))
    assert card.content_note == {"de": "Es geht um Äpfel.", "en": "It is about apples."}
    assert card.label == {"de": "Geschrieben", "en": "Written"}
    assert card.question_count == len(set_of(session, GUEST, card.set_id).items) >= 5


def test_loading_again_changes_nothing(session):
    load_library(session, [ERNTE], NOW)
    before = catalogue(session, Sought()).cards
    loaded = load_library(session, [ERNTE], LATER)
    assert loaded.made == ()
    assert catalogue(session, Sought()).cards == before
    assert (count(session, Article), count(session, QuestionSet)) == (1, 1)


def test_a_changed_text_comes_as_a_new_edition_beside_the_old_one(session):
    load_library(session, [ERNTE], NOW)
    (old,) = catalogue(session, Sought()).cards
    text = TEXT.replace("In Apfelstedt gibt es", "In Apfelstedt hängen")
    load_library(session, [replace(ERNTE, text=text)], LATER)
    (new,) = catalogue(session, Sought()).cards
    assert new.set_id != old.set_id
    assert session.get(QuestionSet, new.set_id).article.text == text
    kept = set_of(session, GUEST, old.set_id)
    assert kept.article.text == TEXT
    assert (kept.retired_at, kept.article.slug) == (LATER, None)
    assert len(kept.items) == old.question_count


def test_a_changed_note_is_put_right_in_place(session):
    load_library(session, [ERNTE], NOW)
    load_library(session, [replace(ERNTE, title="Ernte!", age=10)], LATER)
    (card,) = catalogue(session, Sought()).cards
    assert (card.title, card.age) == ("Ernte!", 10)
    assert count(session, Article) == 1


def test_other_rules_make_a_new_set_of_the_same_article(session):
    load_library(session, [ERNTE], NOW)
    (old,) = catalogue(session, Sought()).cards
    made = session.get(QuestionSet, old.set_id)
    made.rules = "older"
    shown = {"passage": "wie ältere Regeln es zeigten"}
    made.items[0].body = made.items[0].body | shown
    session.flush()
    load_library(session, [ERNTE], LATER)
    (new,) = catalogue(session, Sought()).cards
    assert new.set_id != old.set_id
    assert made.retired_at == LATER
    assert count(session, Article) == 1


def test_other_rules_that_make_the_same_change_nothing(session):
    load_library(session, [ERNTE], NOW)
    (made,) = session.scalars(select(QuestionSet))
    made.rules = "older"
    session.flush()
    assert load_library(session, [ERNTE], LATER).made == ()
    assert made.rules == rules_fingerprint()


def test_an_article_that_is_no_longer_given_leaves_the_library(session):
    load_library(session, [ERNTE], NOW)
    (card,) = catalogue(session, Sought()).cards
    load_library(session, [], LATER)
    assert catalogue(session, Sought()).cards == ()
    assert len(set_of(session, GUEST, card.set_id).items) == card.question_count


def test_an_article_that_gives_no_questions_is_told_of_and_changes_nothing(session):
    load_library(session, [ERNTE], NOW)
    before = catalogue(session, Sought()).cards
    silent = replace(
        ERNTE, text="Der Winter war mild. Im Garten blühen die Krokusse.\n"
    )
    english = "The mayor said on Monday that the bridge was closed. " * 5
    other = replace(ERNTE, slug="englisch", text=english)
    loaded = load_library(session, [silent, other], LATER)
    assert dict(loaded.refused) == {
        "ernte": "too_few_in_article",
        "englisch": "not_german",
    }
    assert catalogue(session, Sought()).cards == before


def test_a_new_article_without_a_round_is_there_for_teachers_only(session):
    silent = replace(
        ERNTE, text="Der Winter war mild. Im Garten blühen die Krokusse.\n"
    )
    load_library(session, [silent], NOW)
    assert catalogue(session, Sought()).cards == ()
    assert [each.slug for each in articles_without_round(session)] == ["ernte"]
    load_library(session, [replace(ERNTE, slug="apfel")], LATER)
    assert articles_without_round(session) == ()


def test_what_these_rules_have_read_does_not_wait(session):
    silent = replace(
        ERNTE, slug="still", text="Der Winter war mild. Die Krokusse blühen.\n"
    )
    assert waiting_articles(session, [ERNTE, silent]) == (ERNTE, silent)
    load_library(session, [ERNTE, silent], NOW)
    assert waiting_articles(session, [ERNTE, silent]) == ()
    newer = replace(ERNTE, text=TEXT.replace("Apfelstedt", "Birnstedt"))
    assert waiting_articles(session, [newer, silent]) == (newer,)


@pytest.mark.slow
def test_the_first_few_come_at_once_and_the_rest_after_them(session, app):
    articles = [replace(ERNTE, slug=f"ernte-{n}") for n in range(FIRST + 2)]
    sessions = app.extensions["quiz.sessions"]
    rest = begin(sessions, articles, NOW)
    assert (len(catalogue(session, Sought()).cards), len(rest)) == (FIRST, 2)
    session.rollback()
    go_on(sessions, rest, NOW)
    assert len(catalogue(session, Sought()).cards) == FIRST + 2
    session.rollback()
    assert begin(sessions, articles, LATER) == ()


def test_sets_of_teachers_are_not_in_the_library(session, teacher):
    make_set(session, teacher.user_id)
    of_library_article = make_article(session, slug="eins")
    make_set(session, teacher.user_id, of_library_article)
    assert catalogue(session, Sought()).cards == ()


def test_the_home_page_asks_for_the_library_and_its_state_only(session):
    load_library(session, [ERNTE, replace(ERNTE, slug="zwei")], NOW)
    catalogue(session, Sought())  # what each set offers is worked out once
    asked = []
    connection = session.connection()

    def listen(*event_arguments):
        asked.append(event_arguments[2])

    event.listen(connection, "before_cursor_execute", listen)
    assert len(catalogue(session, Sought()).cards) == 2
    event.remove(connection, "before_cursor_execute", listen)
    assert len(asked) == 2
    assert not any("articles.text" in each for each in asked)
    assert not any("body" in each for each in asked)


@pytest.mark.slow
def test_the_command_loads_the_articles_of_the_game(runner, session):
    first = runner.invoke(args=["library", "load"])
    assert first.exit_code == 0, first.output
    pages = (catalogue(session, Sought(page=page)) for page in (1, 2))
    cards = [card for page in pages for card in page.cards]
    refused = {line.partition(":")[0] for line in first.stderr.splitlines()}
    assert refused == {each.slug for each in articles_without_round(session)}
    assert refused == {slug for slug in FLOORS if not FLOORS[slug].get("round", True)}
    assert {card.slug for card in cards} == FLOORS.keys() - refused
    for card in cards:
        assert card.question_count >= FLOORS[card.slug]["questions"], card.slug
    again = runner.invoke(args=["library", "load"])
    assert "(0 new)" in again.stdout
    assert count(session, BankItem) == sum(card.question_count for card in cards)


@pytest.mark.parametrize("changed", ["code.py", "de/words.toml"])
def test_the_fingerprint_of_the_rules_changes_with_any_file(tmp_path, changed):
    (tmp_path / "de").mkdir()
    (tmp_path / "code.py").write_text("x = 1")
    (tmp_path / "de" / "words.toml").write_text("a = 1")
    before = rules_fingerprint.__wrapped__(tmp_path)
    assert rules_fingerprint.__wrapped__(tmp_path) == before
    (tmp_path / changed).write_text("y = 2")
    assert rules_fingerprint.__wrapped__(tmp_path) != before
