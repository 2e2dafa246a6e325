"""Fixed answers about a claim or a sentence, given where one of them is certain."""

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.rules.validity import violations
from tests.engine import library

# Voices enough for any question, in paragraphs of their own.
TOWN = """Der Steg am Weiher

Am Weiher von Lindach steht ein neuer Steg. Er ist aus Eichenholz.

„Der Steg hält fünfzig Jahre“, sagte Bürgermeisterin Carla Neumark. „Das Holz kommt aus
der Nähe“, erklärte der Förster Tomasz Wilke.

„Die Kosten sind viel zu hoch“, sagte der Kaufmann Emre Sander dem Talboten."""


def asked(text, kind):
    found = [each for each in compose(extract(text)) if each.kind is kind]
    for question in found:
        blocked = [
            each
            for each in violations(question, extract(text))
            if each.level == "block"
        ]
        assert not blocked
    return found


def key_in(text, words, kind):
    """The right answer to the question whose words these are; None without one."""
    found = [each for each in asked(text, kind) if words in each.passage]
    assert len(found) <= 1
    return found[0].key[0].text if found else None


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Sollte es regnen, bleibt der Steg gesperrt.", "Es steht für „falls“."),
        ("Der Steg soll nächste Woche öffnen.", "Jemand hat es so vor."),
        (
            "Ein Hund soll das Geländer zerbissen haben.",
            "Man sagt es; sicher ist es nicht.",
        ),
        ("Der Steg soll öffnen.", None),
        ("Bis zum Mai soll der Steg gestrichen sein.", None),
        ("Das Fest am Steg soll am fünften Mai sein.", None),
        ("Sein Prüfungsstück soll eine Bank sein.", None),
        ("Sollte man das glauben?", None),
        ("Man soll nicht springen, und man soll nicht rennen.", None),
    ],
)
def test_soll_is_asked_about_where_one_reading_is_possible(sentence, key):
    text = f"{TOWN}\n\nAm Ufer wurde gebaggert. {sentence}"
    begin = sentence.rstrip(".?")
    assert key_in(text, begin, QuestionKind.WHICH_SOLL) == key


@pytest.mark.parametrize(
    ("sentence", "is_open"),
    [
        ("Unklar ist, wer den Steg streicht.", True),
        ("Offen blieb auch, ob der Steg ein Dach bekommt.", True),
        ("Der Weg ist offen, sobald das Eis schmilzt.", False),
        ("Es ist nicht klar, ob das stimmt.", False),
    ],
)
def test_what_is_called_open_is_no_claim(sentence, is_open):
    text = f"{TOWN}\n\nAm Ufer wurde gebaggert. {sentence}"
    key = key_in(text, sentence[:-1], QuestionKind.QUESTION_OR_CLAIM)
    assert key == ("Es bleibt eine Frage offen." if is_open else None)


def test_who_takes_a_source_for_more_or_less_exact_is_told_so():
    text = f"{TOWN}\n\nDas Ufer ist flach.\n\nAm Weiher wachsen alte Linden."
    options = [o for q in asked(text, QuestionKind.SOURCE_STATED) for o in q.options]
    assert {o.text: o.misconception for o in options if not o.correct} == {
        "ja, mit Namen": Mistake.HOW_EXACTLY,
        "ja, aber nur ungenau": Mistake.HOW_EXACTLY,
        "nein": Mistake.SEEN_BY_PAPER,
    }


def test_a_sentence_without_any_source_near_it_has_none():
    text = f"{TOWN}\n\nDas Ufer ist flach.\n\nAm Weiher wachsen alte Linden."
    kind = QuestionKind.SOURCE_STATED
    assert key_in(text, "Am Weiher wachsen alte Linden", kind) == "nein"
    keys = [question.key[0].text for question in asked(text, kind)]
    assert sorted(keys) == ["ja, mit Namen", "nein"]
    assert key_in(text, "Das Ufer ist flach", kind) is None  # the paragraph before


@pytest.mark.parametrize(
    "sentence",
    [
        "Laut Karte wachsen am Weiher alte Linden.",
        "Am Weiher sollen alte Linden wachsen.",
        "Am Weiher wachsen „alte Linden“.",
        "Dort wachsen alte Linden.",
        "Am Weiher wachsen umstrittene Linden.",
        "Der neue Steg aus Holz hält viele Jahre.",
    ],
)
def test_a_sentence_that_may_have_a_source_is_not_called_without_one(sentence):
    text = f"{TOWN}\n\nDas Ufer ist flach.\n\n{sentence}"
    questions = asked(text, QuestionKind.SOURCE_STATED)
    assert all(sentence[:-1] != question.passage for question in questions)


def test_under_a_credit_line_nothing_is_without_a_source():
    text = f"{TOWN}\n\nDas Ufer ist flach.\n\nAm Weiher wachsen alte Linden."
    assert asked(text, QuestionKind.SOURCE_STATED)
    assert not asked(f"{text}\n\n(dpa)", QuestionKind.SOURCE_STATED)


def test_a_press_release_names_its_sender_under_the_title():
    text = f"{TOWN}\n\nDas Ufer ist flach.\n\nAm Weiher wachsen alte Linden."
    title, body = text.split("\n\n", 1)
    sent = f"{title}\n\nPressemitteilung der Wasserwerke Lindach, 3. Mai\n\n{body}"
    assert asked(text, QuestionKind.SOURCE_STATED)
    assert not asked(sent, QuestionKind.SOURCE_STATED)


@pytest.mark.parametrize(
    "sentence",
    [
        "Am Weiher standen nach unserer Zählung neun Bänke.",
        "In einem Prüfbericht heißt es, der Weiher sei tief.",
    ],
)
def test_a_count_and_a_document_are_something_definite(sentence):
    text = f"{TOWN}\n\nDer Biber ist zurück, berichtete Reuters.\n\n{sentence}"
    assert not asked(text, QuestionKind.PRECISION_ORDER)
    keys = [q.key[0].text for q in asked(text, QuestionKind.SOURCE_STATED)]
    assert "ja, aber nur ungenau" not in keys


def test_the_newsroom_itself_is_no_hand_before_the_article():
    def ways(source):
        text = f"{TOWN}\n\nNeumark bestätigte auf Anfrage {source}, dass der Bau ruht."
        return asked(text, QuestionKind.CHAIN_ORDER)

    assert ways("der Nordpost")
    others = {o.text for q in ways("unserer Zeitung") for o in q.options}
    assert not any("Zeitung" in text for text in others)


def test_a_word_in_marks_is_the_speakers_and_not_the_desks():
    text = (
        f"{TOWN}\n\nNeumark sagte, der Bau sei ein „kühnes Wagnis“ gewesen.\n\n"
        "Wilke sagte, der Weiher sei tief."
    )
    [question] = asked(text, QuestionKind.WHOSE_WORD)
    assert "„kühnes Wagnis“" in question.stem.de
    assert question.key[0].text == "Carla Neumark"
    assert "die Redaktion" in [o.text for o in question.distractors]


def test_a_word_that_comes_twice_may_be_anybodys():
    text = (
        f"{TOWN}\n\nNeumark sagte, der Bau sei ein „kühnes Wagnis“ gewesen.\n\n"
        "Ein Wagnis ist auch der Weg."
    )
    assert not asked(text, QuestionKind.WHOSE_WORD)


def test_a_headline_without_the_voice_sounds_like_a_fact():
    text = TOWN.replace("Der Steg am Weiher", "Steg hält fünfzig Jahre")
    [question] = asked(text, QuestionKind.HEADLINE_CHECK)
    assert question.key[0].text == "wer es gesagt hat"
    named = TOWN.replace("Der Steg am Weiher", "Neumark: Steg hält fünfzig Jahre")
    [question] = asked(named, QuestionKind.HEADLINE_CHECK)
    assert question.key[0].text == "nichts davon"


def test_a_headline_with_two_words_of_a_statement_is_about_something_else():
    text = TOWN.replace("Der Steg am Weiher", "Fünfzig Jahre Weiher")
    assert not asked(text, QuestionKind.HEADLINE_CHECK)


def test_a_scientist_is_an_expert_and_a_partys_expert_is_not():
    def keys(title):
        text = f"{TOWN}\n\n„Biber meiden Lärm“, sagte {title} Ravi Lindner."
        return [q.key[0].text for q in asked(text, QuestionKind.INTEREST)]

    assert keys("der Biologe") == ["Fachperson für das Thema"]
    assert keys("der FDP-Finanzexperte") == []


def test_an_expert_of_a_house_that_the_article_is_about_may_speak_about_it():
    said = (
        "„Das ist falsch gerechnet“, sagte Vera Lind, die Chefökonomin der Werksbank."
    )
    again = "Der Biber ist teuer. Die Ökonomin ging."
    for more, keys in (
        (again, ["Fachperson für das Thema"]),
        ("Die Werksbank baut.", []),
    ):
        text = f"{TOWN}\n\n{said}\n\n{more}"
        assert [q.key[0].text for q in asked(text, QuestionKind.INTEREST)] == keys


def test_a_person_is_offered_only_what_a_person_can_be():
    text = f"{TOWN}\n\n„Biber meiden Lärm“, sagte der Biologe Ravi Lindner."
    [question] = asked(text, QuestionKind.INTEREST)
    assert {option.text for option in question.options} == {
        "Fachperson für das Thema",
        "spricht über das eigene Haus",
        "gibt weiter, was andere sagen",
    }


def test_where_somebody_passes_it_on_two_voices_are_in_the_sentence():
    text = (
        f"{TOWN}\n\n„Biber meiden Lärm“, sagte der Biologe Ravi Lindner dem Talboten."
    )
    assert not asked(text, QuestionKind.INTEREST)


def test_voices_stand_from_a_person_by_name_to_nobody_in_particular():
    text = (
        f"{TOWN}\n\nDer Biber ist zurück, berichtete Reuters.\n\n"
        "Beobachter sagten, der Weiher sei voll."
    )
    [question] = asked(text, QuestionKind.PRECISION_ORDER)
    first, second, third = (option.text for option in question.key)
    assert first in ("Carla Neumark", "Tomasz Wilke", "Emre Sander")
    assert second in ("Reuters", "Talbote")
    assert third == "Beobachter"


def test_every_sorting_question_of_the_library_shows_the_articles_own_words():
    for slug in library.SLUGS:
        flat = " ".join(library.text_of(slug).split())
        for question in library.asked(slug):
            if question.claim == "":
                assert question.passage.replace("‚", "„").replace("‘", "“") in flat
