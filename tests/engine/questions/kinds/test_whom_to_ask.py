"""Whether a person, a body or nobody can be asked, as the article itself tells."""

from dataclasses import replace

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.distractors.mistakes import Mistake
from quiz.engine.questions.question import Question, QuestionKind
from quiz.engine.questions.rules.independence import Independence
from quiz.engine.questions.rules.validity import violations

TOWN = """Die Werft am Hafen

Die Werft am Hafen von Möwenau steht seit Wochen leer.

„Wir hoffen auf neue Aufträge“, sagte Betriebsrätin Mila Kern am Montag.

Die Polizei teilte mit, dass der Zaun am Kai gesichert sei."""

CIRCLES = "Aus Regierungskreisen hieß es, das Land gebe kein Geld mehr."
PERSON = "einen Menschen mit Namen"
BODY = "eine Behörde, Firma oder andere Stelle"
NOBODY = "niemanden, den man fragen könnte"


def asked(text, kind=QuestionKind.WHOM_TO_ASK):
    found = extract(text)
    questions = [each for each in compose(found) if each.kind is kind]
    for question in questions:
        blocked = [v for v in violations(question, found) if v.level == "block"]
        assert not blocked
    return questions


def keys(text):
    return {each.passage: each.key[0].text for each in asked(text)}


def test_one_of_each_is_asked_where_somebody_cannot_be_asked():
    assert keys(f"{TOWN}\n\n{CIRCLES}") == {
        "Wir hoffen auf neue Aufträge": PERSON,
        "▒▒▒ teilte mit, dass der Zaun am Kai gesichert sei": BODY,
        "Aus ▒▒▒ hieß es, das Land gebe kein Geld mehr": NOBODY,
    }


def test_a_wrong_answer_is_told_to_teachers_as_what_it_is():
    options = [o for each in asked(f"{TOWN}\n\n{CIRCLES}") for o in each.options]
    wrong = {o.misconception for o in options if o.misconception is not None}
    assert wrong == {Mistake.WHOM_TO_ASK}


def test_an_article_in_which_everybody_can_be_asked_gives_none():
    assert keys(TOWN) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Medienberichten zufolge wechselt der Leiter bald nach Rostock.",
        "Ein Insider sagte, das Dock werde bald verkauft.",
        "Beobachter sagten, die Besitzer müssten das Dock abreißen.",
    ],
)
def test_whoever_has_no_name_and_no_office_is_nobody_to_ask(sentence):
    assert NOBODY in keys(f"{TOWN}\n\n{sentence}").values()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein Sprecher der Werft sagte, das Dock sei längst verkauft.",
        "Eine Anwohnerin sagte, am Dock habe es laut geknallt.",
        "Medienberichten zufolge sagte Leiter Ole Brahms, dass er bald gehe.",
        "Russland teilte mit, dass das Schiff im Hafen bleibe.",
        "Ein Insider sagte der Nordpost, das Dock werde bald verkauft.",
        "Die Nordpost berichtet unter Berufung auf Insider, dass das Dock weg sei.",
        "Ein Mitarbeiter der Versicherung sagte, das Dock werde bald verkauft.",
    ],
)
def test_where_two_answers_could_be_argued_for_there_is_no_question(sentence):
    there = keys(f"{TOWN}\n\n{CIRCLES}\n\n{sentence}")
    assert NOBODY in there.values()
    assert not any(words and words in sentence for words in there)


def test_another_key_than_the_articles_is_blocked():
    text = f"{TOWN}\n\n{CIRCLES}"
    found = extract(text)
    for question in asked(text):
        key, other = question.key[0], question.distractors[0]
        turned = {key.id: False, other.id: True}
        options = tuple(
            replace(o, correct=turned.get(o.id, o.correct)) for o in question.options
        )
        wrong = replace(question, options=options)
        assert any(each.level == "block" for each in violations(wrong, found))


def test_it_is_read_back_from_json_as_it_was():
    for question in asked(f"{TOWN}\n\n{CIRCLES}"):
        assert Question.from_json(question.as_json()) == question


def test_the_passage_that_shows_it_stands_in_the_explanation_of_both_languages():
    [question] = [q for q in asked(f"{TOWN}\n\n{CIRCLES}") if q.key[0].text == NOBODY]
    assert "„Regierungskreisen hieß es“" in question.explanation.de
    assert "“Regierungskreisen hieß es”" in question.explanation.en
    assert "Gemeint ist" not in question.explanation.de


def test_it_stands_in_no_round_with_the_same_question_in_other_words():
    pool = compose(extract(f"{TOWN}\n\n{CIRCLES}"))
    independence = Independence(pool)
    by_claim = {q.claim: q for q in pool if q.kind is QuestionKind.WHOM_TO_ASK}
    stated = [q for q in pool if q.kind is QuestionKind.SOURCE_STATED]
    for question in stated:
        other = by_claim.get(question.claim)
        assert other is None or not independence.allows(question, [other])


def test_a_vague_source_is_no_word_that_weakens():
    text = (
        f"{TOWN}\n\nMedienberichten zufolge könnte der Leiter bald nach Rostock gehen."
        f"\n\nDem Vernehmen nach ist das Dock verkauft. {CIRCLES}"
    )
    for question in asked(text, QuestionKind.HEDGE_SPOT):
        assert [option.text for option in question.key] == ["könnte"]
