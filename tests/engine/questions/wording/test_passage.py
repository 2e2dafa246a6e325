import pytest

from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import MASK
from quiz.engine.questions.wording.passage import MOST_WORDS, passage_of
from quiz.engine.questions.words import words
from tests.engine.questions.stories import person, told

LENK = person("Mara Lenk", "Lenk")


def passage(content, raw=None, hide=False, **note):
    raw = raw or f"Mara Lenk sagte: {content}."
    pieces = [content] if isinstance(content, str) else content
    extraction = told(raw, [LENK], {"content": pieces, "speaker": "Mara Lenk", **note})
    dossier = Dossier(extraction)
    hidden = [dossier.giveaways(extraction.entities[0])] if hide else []
    return passage_of(extraction.claims[0], dossier, hidden)


def test_short_words_are_quoted_as_they_stand():
    text = "Der Fluss steigt seit gestern nicht mehr"
    assert passage(text, type="Direct") == text


def test_quotation_marks_inside_become_single_ones():
    raw = 'Der Plan sei ein "großes Wagnis" für alle Familien, sagte Lenk.'
    content = 'Der Plan sei ein "großes Wagnis" für alle Familien'
    assert passage(content, raw) == (
        "Der Plan sei ein ‚großes Wagnis‘ für alle Familien"
    )


def test_a_quotation_mark_without_its_partner_spoils_the_passage():
    raw = "Der Plan sei ein „großes Wagnis für alle Familien, sagte Lenk."
    assert passage("Der Plan sei ein „großes Wagnis für alle Familien", raw) is None


def test_interrupted_words_are_joined_visibly():
    raw = "„Der ganze Boden“, sagte Lenk, „muss neu gebaut werden.“"
    pieces = ["Der ganze Boden", "muss neu gebaut werden"]
    assert passage(pieces, raw, type="Direct") == (
        "Der ganze Boden … muss neu gebaut werden"
    )


def test_words_from_the_middle_of_a_sentence_begin_with_an_ellipsis():
    raw = "Lenk kündigte an, Brücke und Straße noch im Mai zu öffnen."
    content = "Brücke und Straße noch im Mai zu öffnen"
    assert passage(content, raw, sentence="Lenk") == f"… {content}"


LONG = (
    "Die Brücke werde nach dem langen Winter gründlich geprüft und gereinigt, "
    "{and_then} die Straße zum Bahnhof werde im Sommer über mehrere Wochen "
    "vollständig gesperrt bleiben müssen"
)


def test_long_words_are_cut_visibly_where_a_clause_ends():
    text = passage(LONG.format(and_then="und"))
    assert text == (
        "Die Brücke werde nach dem langen Winter gründlich geprüft und gereinigt …"
    )


@pytest.mark.parametrize("limit", ["falls", "sofern", "aber", "wenn"])
def test_a_condition_is_never_cut_away(limit):
    assert passage(LONG.format(and_then=limit)) is None


def test_a_clause_that_waits_for_its_verb_is_not_cut_before_it():
    assert (
        passage(
            "dass die neue Brücke über den breiten Fluss bei Oberbrunn, weil es nach "
            "Meinung der Fachleute an Geld und an Material für sie fehlt, gesperrt wird"
        )
        is None
    )


def test_a_passage_has_at_most_twenty_five_words():
    sentences = "Wir haben sehr lange auf diesen einen Tag gewartet. " * 6
    text = passage(sentences.strip(), type="Direct")
    assert text is not None
    assert text.endswith(" …")
    assert len(words(text)) <= MOST_WORDS


@pytest.mark.parametrize(
    "content",
    ["Wer soll das alles bezahlen?", "ob die Brücke morgen wieder öffnet"],
)
def test_a_question_is_no_statement(content):
    assert passage(content, f"Lenk: {content} Ende.", type="Direct") is None


def test_the_name_of_the_key_is_hidden_visibly():
    text = passage("Lenk werde die alte Brücke wieder öffnen lassen", hide=True)
    assert text == f"{MASK} werde die alte Brücke wieder öffnen lassen"


@pytest.mark.parametrize(
    "content", ["Lenk und Lenk und Lenk", "Mara Lenk schläft", "Ja, gern"]
)
def test_nothing_is_asked_where_too_little_is_left(content):
    assert passage(content, hide=True) is None


def test_words_with_two_pronouns_cannot_be_understood_alone():
    assert passage("dass er ihn gestern freundlich eingeladen habe") is None
