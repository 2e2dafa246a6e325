import pytest

from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import MASK
from quiz.engine.questions.wording.passage import means_a_woman
from quiz.engine.questions.words import words
from tests.engine.questions.stories import person, told
from tests.engine.questions.wording.spoken import passage


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


HALL = (
    "In der alten Halle habe am Abend eine große Versammlung mit vielen Gästen "
    "stattgefunden"
)


OFFER = "Der Stadtrat habe den Bau der neuen Brücke am Bahnhof lange geprüft"


LAWYER = (
    "Der Anwalt der Familie, die am alten Bahnhof in Oberbrunn ein großes Haus "
    "besitzt, habe am Montag vor dem Gericht lange gesprochen"
)


SAFETY = (
    "Die Stadt werde an der Brücke über den Fluss Tag und Nacht und an allen "
    "Tagen der Woche auf die Sicherheit der Gäste achten"
)


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (f"{HALL}, bei der die Brücke als Vorbild gelobt worden sei", f"{HALL} …"),
        (
            f"{OFFER} und im Mai ein Angebot der neuen Firma aus Ried angenommen",
            f"{OFFER} …",
        ),
        (LAWYER, None),
        (SAFETY, None),
    ],
)
def test_long_words_are_cut_before_what_says_more_about_them(content, shown):
    assert passage(content) == shown


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


def test_a_passage_has_at_most_twenty_words():
    sentences = "Wir haben sehr lange auf diesen einen Tag gewartet. " * 6
    text = passage(sentences.strip(), type="Direct")
    assert text is not None
    assert text.endswith(" …")
    assert len(words(text)) <= 20


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


def test_words_that_begin_by_pointing_back_cannot_be_understood_alone():
    assert passage("Das bringt die alte Frage wieder weit nach vorne") is None
    text = "Das bunte Rathaus steht seit gestern wieder allen offen"
    assert passage(text) == text


@pytest.mark.parametrize(
    "content",
    [
        (
            "Der Rat wisse nicht, wie viel Geld er in jedem Winter für die alte Brücke "
            "am Fluss ausgegeben, und wie viel er gespart habe"
        ),
        (
            "Der Rat verkaufe die alte Brücke, um im nächsten Winter endlich zu "
            "bekommen, was er seit vielen langen Jahren am Fluss haben wolle"
        ),
    ],
)
def test_no_clause_breaks_off_before_what_it_needs(content):
    assert passage(content) is None


@pytest.mark.parametrize(
    ("name", "is_another"), [("Kai Moos", True), ("Lea Moos", False)]
)
def test_she_who_is_necessary_is_not_the_man_who_speaks(name, is_another):
    content = "Doch notwendig sei sie im Sommer am Fluss nicht"
    raw = f"{name} lobte die Mühle. {content}."
    note = {"content": [content], "speaker": name, "sentence": content[:8]}
    found = told(raw, [person(name)], {**note, "type": "IndirectFreeIndirect"})
    assert means_a_woman(content, found.claims[0], Dossier(found)) is is_another
