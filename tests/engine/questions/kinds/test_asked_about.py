"""Who may be asked about, and how, where it is yes or no or one of two."""

from dataclasses import replace

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Localised
from quiz.engine.questions.question import MASK, QuestionKind
from quiz.engine.questions.rules.validity import violations
from quiz.engine.questions.wording.reasons import who_said_it
from tests.engine.questions.kinds.mill import SAID
from tests.engine.questions.kinds.test_whose_voice import TEXT, asked

GUARDED = (
    "„Das Rad ist im Winter stehen geblieben“, sagte Ines Rothe. Die Feuerwehr "
    "teilte mit, der Damm am Bach halte noch lange. Der Tüftler sagte, die Achse müsse "
    "bald geölt werden. Die Brücke werde im Mai gebaut, erklärte eine "
    "Heeressprecherin. „Der Weg zur Mühle ist jetzt bezahlt“, sagte Emil Vogt."
)


def test_a_body_is_asked_about_as_the_article_has_it_as_a_subject():
    stems = {
        q.stem.de.partition(" „")[0]
        for seed in range(12)
        for q in asked(GUARDED, QuestionKind.SAID_IT, seed)
    }
    assert "Steckt die Feuerwehr hinter der Lücke?" in stems
    assert "Hat eine Heeressprecherin das gesagt?" in stems
    assert not any("Tüftler" in stem or "Stimme:" in stem for stem in stems)


def test_a_body_whose_word_tells_its_gender_is_asked_about_with_its_article():
    text = f"{GUARDED} Laut Umweltministerium bleibt der Steg am Bach bis Mai gesperrt."
    stems = {
        q.stem.de.partition(" „")[0]
        for seed in range(8)
        for q in asked(text, QuestionKind.SAID_IT, seed)
    }
    assert "Steckt das Umweltministerium hinter der Lücke?" in stems


def test_a_no_answers_what_was_asked_in_words_that_fit_who_it_was():
    kind = QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION
    found = [q for seed in range(12) for q in asked(f"{TEXT}\n\n{GUARDED}", kind, seed)]
    heard = set()
    for question in found:
        nos = [o.label for o in question.options if o.label.de.startswith("Nein")]
        heard |= {each.de for each in nos}
        in_gap = "Lücke" in question.stem.de
        assert all(("dahinter steckt" in each.de) is in_gap for each in nos)
        assert all(("behind it" in each.en) is in_gap for each in nos)
    assert "Nein, dahinter steckt Ines Rothe" in heard
    assert "Nein, es war Ines Rothe" in heard


def test_somebody_new_to_the_article_has_an_article_in_both_languages():
    found = extract(f"{GUARDED} Das Dach sei dicht, sagte eine Bäckerin.")
    dossier = Dossier(found)
    said = {
        who_said_it(each, dossier)
        for each in found.entities
        if each.name in ("Bäckerin", "Ines Rothe", "Feuerwehr")
    }
    assert said == {
        Localised("Gesagt hat es eine Bäckerin.", "“eine Bäckerin” said it."),
        Localised("Gesagt hat es Ines Rothe.", "Ines Rothe said it."),
        Localised("Gesagt hat es die Feuerwehr.", "The fire service said it."),
    }


def test_of_an_odd_number_of_statements_chance_settles_whether_more_are_true():
    more = "„Die Fische brauchen den kalten Bach“, sagte Rothe."
    text = f"Die Mühle am Wehr\n\nDie Mühle steht offen.{SAID}\n\n{more}"
    found = [
        [q.is_true_trial for q in asked(text, QuestionKind.SAID_IT, seed)]
        for seed in range(12)
    ]
    ahead = {trials.count(True) - trials.count(False) for trials in found}
    assert ahead == {-1, 1}


def test_a_question_in_the_older_words_is_still_understood():
    found = extract(GUARDED)
    older = {
        "Steckt die Feuerwehr hinter der Lücke?": "Gehört die Feuerwehr in die Lücke?",
        "Hat eine Heeressprecherin": "Hat Heeressprecherin",
        "Hat Ines Rothe das gesagt?": "Gesagt hat das: Ines Rothe. Stimmt das?",
    }
    for kind in (QuestionKind.SAID_IT, QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION):
        for question in asked(GUARDED, kind):
            told = question.stem.de
            for now, before in older.items():
                told = told.replace(now, before)
            again = replace(question, stem=Localised(told, question.stem.en))
            assert not [v for v in violations(again, found) if v.level == "block"]


@pytest.mark.parametrize(
    "kind",
    [
        QuestionKind.WHO_SAID,
        QuestionKind.SAID_IT,
        QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION,
        QuestionKind.ONE_OF_TWO,
    ],
)
def test_a_gap_is_asked_about_where_the_words_stand_in_their_frame(kind):
    text = (
        f"{TEXT}\n\nVogt kündigte an, dass die Mühle am Bach im Herbst wieder mahlt. "
        "„Das Wasser im Bach reicht für zwei Räder“, sagte Ida Sell."
    )
    stems = [q.stem for seed in range(8) for q in asked(text, kind, seed)]
    assert any(MASK in stem.de for stem in stems)
    for stem in stems:
        assert (MASK in stem.de) is ("Lücke" in stem.de) is ("gap" in stem.en)


def test_each_voice_is_held_against_another_one_and_no_name_is_the_better_guess():
    text = (
        f"{TEXT}\n\n„Das Wasser im Bach reicht für zwei Räder“, sagte Ida Sell.\n\n"
        "„Der alte Stein im Keller wiegt vier Tonnen“, sagte Ida Sell."
    )
    pairs = {}
    questions = asked(text, QuestionKind.ONE_OF_TWO)
    for question in questions:
        pair = frozenset(option.text for option in question.options)
        pairs.setdefault(pair, []).append(question.key[0].text)
    assert len({question.claim for question in questions}) == len(questions)
    assert {"Ida Sell", "Jana Rothe", "Emil Vogt"} == set().union(*pairs)
    for pair, keys in pairs.items():
        assert {keys.count(each) for each in pair} == {len(keys) // 2}


def test_somebody_without_a_name_is_not_held_against_a_body():
    text = (
        f"{TEXT}\n\n„Das Wasser im Bach reicht für zwei Räder“, sagte ein "
        "Polizeisprecher.\n\nDer Weg zur Mühle sei seit Sonntag gesperrt, teilte das "
        "Umweltministerium mit."
    )
    pairs = [
        {option.text for option in question.options}
        for seed in range(4)
        for question in asked(text, QuestionKind.ONE_OF_TWO, seed)
    ]
    assert any("Umweltministerium" in pair for pair in pairs)
    assert not any({"Umweltministerium", "Polizeisprecher"} <= pair for pair in pairs)


@pytest.mark.parametrize(
    "words",
    ["Der Rot kann hart arbeiten und gut feiern", "Die Rothe will bald wieder mahlen"],
)
def test_words_about_one_of_the_two_are_not_asked_about(words):
    text = f"{TEXT}\n\n„{words}“, sagte Emil Vogt."
    short = text.replace("Der Rot ", "Der Roth ")
    stems = [q.stem.de for q in asked(short, QuestionKind.ONE_OF_TWO)]
    assert stems
    assert not any("arbeiten" in stem or "mahlen" in stem for stem in stems)


def test_what_somebody_fears_is_not_said():
    text = f"{TEXT}\n\nVogt fürchtet, dass der alte Damm im Herbst brechen wird."
    for kind in (QuestionKind.SAID_IT, QuestionKind.WHO_SAID):
        assert not any("brechen" in q.passage for q in asked(text, kind))


def test_of_two_gaps_it_is_told_which_is_asked_about():
    text = f"{TEXT}\n\nEmil Vogt sagte der Agentur Nordwort, der Damm sei gesperrt."
    text = text.replace("der Damm sei gesperrt", "dass der Damm am Bach gesperrt ist")
    stems = {
        q.stem
        for seed in range(4)
        for q in asked(text, QuestionKind.WHO_SAID, seed)
        if q.passage.count(MASK) > 1
    }
    assert stems
    assert all(each.de.startswith("Wer steckt hinter der ersten") for each in stems)
    assert all(each.en.startswith("Who is behind the first gap?") for each in stems)


def test_a_gap_that_is_not_asked_about_is_explained():
    note = f"{MASK} verdeckt einen Namen oder was ihn verrät."
    told = "Wie die Talpost berichtet, ist die Brücke am Bach seit Mai gesperrt."
    said = "„Der Bach ist zu tief“, sagte Landrat Udo Moor."
    found = asked(f"{TEXT}\n\n{told} {said}", QuestionKind.WHICH_SOURCE)
    assert any(MASK in q.passage for q in found)
    assert all((note in q.stem.de) is (MASK in q.passage) for q in found)


def test_words_with_two_masks_are_not_asked_about():
    text = f"{TEXT}\n\nEmil Vogt sagte der Agentur Nordwort, der Damm sei gesperrt."
    for kind in (QuestionKind.SAID_IT, QuestionKind.ONE_OF_TWO):
        assert not any(q.passage.count(MASK) > 1 for q in asked(text, kind))


def test_an_option_without_a_name_has_its_article_in_german():
    text = f"{TEXT}\n\n„Der Weg ist lang“, sagte eine Bäckerin. {GUARDED}"
    labels = {
        option.label
        for seed in range(6)
        for question in asked(text, QuestionKind.WHO_SAID, seed)
        for option in question.options
        if option.text in ("Heeressprecherin", "Ines Rothe")
    }
    assert labels == {
        Localised("eine Heeressprecherin", "“eine Heeressprecherin”"),
        Localised.alike("Ines Rothe"),
    }
