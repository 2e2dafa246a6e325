"""Every reason that the engine can give is said in German and in English."""

import pytest
from babel.messages.pofile import read_po

from quiz.articles.claims.sentences.explaining import Explaining
from quiz.articles.claims.sentences.reasons import SENTENCES, UNEXPLAINED
from quiz.config import ROOT
from quiz.engine.claims.extract import extract
from quiz.engine.claims.reason import Aspect, Reason, SignRole
from quiz.engine.claims.registry import reason_names
from tests.engine.library import SLUGS, extracted

NAMED = sorted((aspect, name) for aspect, of in reason_names().items() for name in of)
PLACES = {role.value for role in SignRole} - {"quotation"} | {"name", "claim", "rule"}


@pytest.fixture(scope="module")
def german():
    with (ROOT / "quiz/translations/de/LC_MESSAGES/messages.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file)}


@pytest.fixture
def said(app):
    """What a sentence says in a language, from a reason and an extraction."""

    def said(reason, found, language="en"):
        with app.test_request_context(headers={"Accept-Language": language}):
            return "".join(part.text for part in Explaining(found).sentence(reason))

    return said


@pytest.mark.parametrize(("aspect", "name"), NAMED)
def test_every_reason_is_explained_in_both_languages(aspect, name, german):
    known = SENTENCES[aspect].get(name)
    assert known, f"write a sentence for {name!r} ({aspect}) in quiz/articles"
    for sentence in known:
        english = str(sentence)
        assert german.get(english), f"{name}: no German for {english!r}"


def test_no_sentence_is_left_over():
    there = reason_names()
    left = [n for aspect, of in SENTENCES.items() for n in of if n not in there[aspect]]
    assert not left


def test_the_plainest_sentence_needs_no_words_and_no_place_is_unknown():
    for of in SENTENCES.values():
        for name, known in of.items():
            assert "%(" not in str(known[-1]), name
            for sentence in known:
                assert str(sentence) % dict.fromkeys(PLACES, "x"), name


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_rule_without_an_explanation_is_called_by_its_name(said, language):
    found = extract("„Der Steg ist neu“, sagte Mila Kern. Es war ein Fest für alle.")
    text = said(Reason(Aspect.WORDS, "brand_new_rule"), found, language)
    assert text.endswith(": brand_new_rule.")
    assert str(UNEXPLAINED[0]).partition("%")[0].startswith("A rule")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("slug", SLUGS)
def test_every_explanation_of_the_library_reads_as_a_sentence(said, slug, language):
    found = extracted(slug)
    for claim in found.claims:
        for reason in claim.reasons:
            text = said(reason, found, language)
            assert text.endswith(".")
            assert "%(" not in text
            assert "  " not in text


def test_words_of_two_roles_are_not_said_twice(said):
    found = extract(
        "Nach Angaben der Polizei ist der Steg gesperrt. Es ist ruhig dort."
    )
    [reason] = found.claims[0].why(Aspect.SPEAKER)
    assert said(reason, found, "de") == ("Dabei steht, wer es sagt: der Polizei.")


def test_the_mood_that_lets_speech_go_on_is_named(said):
    text = "Das Holz sei morsch, sagte Mila Kern. Der Umbau koste viel und dauere lang."
    found = extract(text)
    first, speaker, *_ = found.claims[1].reasons
    assert said(first, found, "de") == (
        "Kein Redewort, aber der Konjunktiv koste, dauere: Die Rede aus Aussage 1 geht "
        "weiter."
    )
    assert (
        said(speaker, found, "de")
        == "Wer in Aussage 1 spricht, spricht weiter: Mila Kern."
    )
