"""Lines of a pasted text belong together where a sentence goes on."""

import textwrap

import pytest

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.text.lines import blocks
from quiz.engine.text.plain import plain

ARTICLE = (
    "Der Ausschuss hat den Antrag mit den Stimmen der Opposition abgelehnt. „Das ist "
    "ein schwarzer Tag für den Naturschutz“, sagte die Vorsitzende Walburga Eisele. "
    "Nach Angaben von Bernhard Zeller, dem Sprecher der Initiative, sammeln nun alle "
    "Vereine im Kreis Unterschriften. Der Landrat ließ eine Anfrage offen."
)

VERSES = (
    "Fest steht der Turm aus altem Stein\nHoch auf dem Berg im Sonnenschein\n"
    "Weit geht der Blick ins grüne Land\nBis an der Meere fernen Strand"
)


def joined(raw):
    """The paragraphs, each as one line."""
    text = plain(raw).text
    return [" ".join(span.of(text).split()) for span in blocks(text, lexicon("de"))]


@pytest.mark.parametrize(
    "raw",
    [
        "Die Brücke bleibt\ngesperrt. Niemand ging.",
        "„Das ist bitter“, sagte die Vorsitzende\nWalburga Eisele.",
        "„Kaffee schadet nicht“, sagt Dr.\nRuprecht Hain aus Gießen.",
        "„Das Bad öffnet“, sagte\nSonja Bachmann am Montag.",
        "„Die Mieten sind hoch“, erklärte Bernhard\nZeller, der Sprecher.",
        "„Wir hätten früher wechseln müssen“, so Trainer\nTomáš Dvořák.",
        "Karl-Theodor\nMeyer-Landrut sagte, es reiche.",
        "Laut Denis\nProkop ist der Schaden größer.",
        "„Wir warten seit Wochen auf Ersatzteile“,\nsagte\nGötz Amend.",
        "Die Feier beginnt am 3.\nMai um zehn Uhr.",
        "Die Feier leitet der 2.\nVorsitzende Amrhein.",
        "Es sprach Oberst a.\nD. Horst Kalinke.",
        "«Den Bach\nLassen wir nicht verkommen», sagt Egli.",
        "„Er nennt es „Kunst“\nund geht.",
        "Der Rat tagt im\nSaal.",
        "- Die Umleitung führt über die\n  Dorfstraße.",
        "Die Fußgänger-\nZone Mitte bleibt, der Fußgänger-\nverkehr ruht.",
    ],
)
def test_a_sentence_goes_on_in_the_next_line(raw):
    assert len(joined(raw)) == 1


@pytest.mark.parametrize(
    "raw",
    [
        "Brücke gesperrt\nEin neuer Absatz folgt hier.",
        "Streit um die Klinik\nBürgermeister Ohm sagte, es reiche.",
        "„Wir haben Angst“, sagt Eva Koch\nDie Stadt will helfen.",
        "„Das reicht“, sagte er\nDie Bahn schweigt.",
        "Von Ida Blum\nTannrode. Die Brücke bleibt zu.",
        "Die Polizei rückt an\nAnwohner sind müde.",
        "Das kostet 3 Mio.\nDie Stadt zahlt.",
        "- Das Bad bleibt zu\n- Die Halle öffnet",
        "Gäste: Lenk und\n• Ott",
        "Müller, Anna\nSchmidt, Bernd\nKlein, Clara",
        "Bayern München 34 20\nBorussia Dortmund 34 19\nVfL Wolfsburg 34 17",
        "Die Stadt baut. Ein Überblick\nWas jetzt alles anders wird und wer zahlt.",
        VERSES,
    ],
)
def test_headings_lists_and_verses_keep_their_lines(raw):
    assert joined(raw) == [" ".join(line.split()) for line in raw.split("\n")]


@pytest.mark.parametrize("width", [34, 40, 45, 60, 72, 90])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n> ", " \n  "])
def test_an_article_of_lines_of_any_usual_length_is_one_paragraph(width, line_end):
    heading = "Nein zum Teich"
    raw = line_end.join([heading, *textwrap.wrap(ARTICLE, width)])
    assert joined(raw) == [heading, ARTICLE]


def test_a_short_paragraph_is_joined_at_the_width_of_its_text():
    short = "Der Teich bleibt nun vorerst Grube Drei"
    raw = (
        "\n".join(textwrap.wrap(ARTICLE, 34))
        + "\n\n"
        + short.replace(" Grube", "\nGrube")
    )
    assert joined(raw) == [ARTICLE, short]
