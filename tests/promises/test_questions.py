"""Every question of the library, checked again by a program that shares nothing.

It reads the questions as the command prints them beside the article's text; no rule and
no helper of the engine is used, so that a mistake there is not repeated here. With a
folder of texts in the environment variable QUIZ_TEXTS these are checked, too:

    QUIZ_TEXTS=folder pytest tests/promises/test_questions.py
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from quiz.articles.bundled import bundled_articles
from quiz.config import ROOT

pytestmark = pytest.mark.slow

MASK = "▒▒▒"
LIBRARY = {article.slug: article.text for article in bundled_articles()}
OWN_TEXTS = {
    file.stem: file.read_text(encoding="utf-8")
    for file in sorted(Path(os.environ.get("QUIZ_TEXTS", "no folder")).glob("*.txt"))
}
ARTICLES = LIBRARY | OWN_TEXTS
ONE_OF_SEVERAL = {
    *("who_said", "which_source", "carry_over", "who_is_meant"),
    *("direct_or_indirect", "mood_meaning", "keep_the_attribution"),
    *("source_stated", "whom_to_ask", "certainty_rank", "which_soll", "whose_word"),
    *("headline_check", "interest", "statement_type", "whose_voice"),
    "right_or_wrong_attribution",
}
ASK_FOR_A_NAME = {"who_said", "which_source", "carry_over", "who_is_meant"}
STANDING = {
    "de": "Ob die Aussage stimmt, ist damit noch nicht geklärt.",
    "en": "This says nothing yet about whether it is true.",
}


def questions_of(text):
    """What the command prints for an article's text."""
    command = [sys.executable, "-m", "flask", "--app", "app", "article", "questions"]
    done = subprocess.run(
        [*command, "-", "--json"],
        cwd=ROOT,
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module", params=sorted(ARTICLES))
def printed(request):
    """An article's text and its questions."""
    text = ARTICLES[request.param]
    return text, questions_of(text)


def level(text):
    """Words only: quotation marks, blanks and capitals tell nothing here."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def rows(question):
    """The options that stand beside each other."""
    found = {}
    for option in question["options"]:
        prompt = option["prompt"]
        found.setdefault(prompt and prompt["de"], []).append(option)
    return found


def keys(question):
    return [option for option in question["options"] if option["correct"]]


def quoted(question):
    shown = [
        option["prompt"]["de"] if option["prompt"] else option["text"]
        for option in question["options"]
        if option["claim"]
    ]
    return [text for text in (question["passage"], *shown) if text]


def test_where_one_is_to_be_chosen_there_is_one_key_among_three_or_four(printed):
    for question in printed[1]:
        if question["kind"] in ONE_OF_SEVERAL:
            assert len(keys(question)) == 1, question["id"]
            assert len(question["options"]) in (3, 4), question["id"]


def test_no_option_is_there_twice_or_holds_the_name_of_another(printed):
    for question in printed[1]:
        for row in rows(question).values():
            named = [level(o["text"]) for o in row if o["entity"] and not o["claim"]]
            if question["kind"] == "keep_the_attribution":
                continue
            for number, one in enumerate(named):
                for other in named[number + 1 :]:
                    assert f" {one} " not in f" {other} ", question["id"]
                    assert f" {other} " not in f" {one} ", question["id"]


def test_no_stem_has_a_word_of_the_name_that_is_the_answer(printed):
    for question in printed[1]:
        if question["kind"] not in ASK_FOR_A_NAME:
            continue
        [key] = keys(question)
        told = [word for word in level(key["text"]).split() if len(word) > 3]
        for language in ("de", "en"):
            stem = level(question["stem"][language]).split()
            assert not set(told) & set(stem), question["id"]


def test_what_is_quoted_stands_in_the_article_and_is_short(printed):
    text, questions = printed
    article = level(text)
    for question in questions:
        for quotation in quoted(question):
            assert len(level(quotation).split()) <= 25, question["id"]
            for piece in re.split(rf"…|{MASK}\S*", quotation):
                assert level(piece) in article, (question["id"], piece)


def test_the_evidence_is_in_the_article_and_holds_the_marks_and_the_name(printed):
    text, questions = printed
    for question in questions:
        spans = question["evidence"]
        assert spans, question["id"]
        assert all(0 <= begin < end <= len(text) for begin, end in spans)
        for mark in question["marks"]:
            begin, end = mark["span"]
            assert any(b <= begin and end <= e for b, e in spans), question["id"]
        shown = level(" ".join(text[begin:end] for begin, end in spans))
        for key in keys(question):
            if key["entity"] and question["kind"] in ASK_FOR_A_NAME:
                names = [word[:5] for word in level(key["text"]).split()]
                assert any(name in shown for name in names), question["id"]


def test_everything_is_explained_in_both_languages_and_never_called_true(printed):
    for question in printed[1]:
        for language in ("de", "en"):
            why = question["explanation"][language]
            assert len(why.split()) >= 4, question["id"]
            assert STANDING[language] not in why, "it is said once a round, not here"
            for option in question["options"]:
                assert option["rationale"][language].strip(), question["id"]
                assert option["label"][language].strip(), question["id"]


def test_every_wrong_answer_names_the_mistake_and_no_right_one_does(printed):
    for question in printed[1]:
        for option in question["options"]:
            if question["kind"] in ONE_OF_SEVERAL:
                assert bool(option["misconception"]) != option["correct"]


def test_a_named_claim_gives_one_speaker_in_all_its_questions(printed):
    said = {}
    for question in printed[1]:
        for option in keys(question):
            claim = option["claim"] or question["claim"]
            asks = question["kind"] in ("who_said", "carry_over", "match_speakers")
            if asks or question["kind"] == "who_is_meant":
                assert said.setdefault(claim, option["text"]) == option["text"]


def test_no_place_and_no_verdict_is_the_better_guess(printed):
    _, questions = printed
    choices = [q for q in questions if q["kind"] in ASK_FOR_A_NAME]
    places = Counter(q["options"].index(keys(q)[0]) for q in choices)
    if len(choices) >= 20:
        assert max(places.values()) <= 0.5 * len(choices)
    trials = [q for q in questions if q["kind"] == "right_or_wrong_attribution"]
    right = sum(keys(q)[0]["entity"] is None for q in trials)
    assert abs(2 * right - len(trials)) <= 1


def test_a_fixed_answer_is_what_a_plain_look_at_the_words_says(printed):
    text, questions = printed
    for question in questions:
        kind, words = question["kind"], question["passage"]
        key = keys(question)[0]["text"]
        if kind == "which_soll":
            first = words.split()[0]
            assert ("falls" in key) == first.startswith("Sollte"), question["id"]
        elif kind == "source_stated" and key == "nein":
            told = re.search(r"\b(laut|zufolge|sagte|so|Angaben)\b|[„“\"]", words)
            assert not told, question["id"]
        elif kind == "whose_word":
            word = re.search("„(.+?)“", question["stem"]["de"]).group(1)
            assert text.count(word) == 1, question["id"]
        elif kind == "question_or_claim":
            is_open = re.search(r"\b(unklar|offen|ungewiss)\b", words, re.IGNORECASE)
            assert bool(is_open) == ("offen" in key), question["id"]


def test_a_name_from_outside_is_not_in_the_article(printed):
    text, questions = printed
    for question in questions:
        outside = [o for o in question["options"] if o["misconception"] == "M19"]
        assert len(outside) <= 1, question["id"]
        there = f" {level(text)} "
        assert not any(f" {level(o['text'])} " in there for o in outside)
