"""Whoever a reporter leans on is further from the article: right, or not sure."""

from itertools import product

import pytest

from quiz.engine.claims.extract import extract

# How each is written as a subject and in the dative, and how it is shown.
REPORTERS = [
    ("die Nordpost", "der Nordpost", "Nordpost"),
    ("der Talbote", "dem Talboten", "Talbote"),
    ("das Magazin „Lagune“", "dem Magazin „Lagune“", "Lagune"),
    ("AFP", "AFP", "AFP"),
]
# How each is written in the accusative and in the dative, and how it is shown; "" for
# two at once, of whom no chain has room for.
SOURCES = [
    ("die dpa", "der dpa", "dpa"),
    ("den Sender TV Drava", "dem Sender TV Drava", "TV Drava"),
    ("die Polizei", "der Polizei", "Polizei"),
    ("Kämmerin Ute Brand", "Kämmerin Ute Brand", "Ute Brand"),
    ("Insider", "Insidern", "Insider"),
    (
        "mit der Sache vertraute Personen",
        "mit der Sache vertrauten Personen",
        "Personen",
    ),
    ("die Polizei und das Landratsamt", "der Polizei und dem Landratsamt", ""),
]
ORDERS = [
    "Wie {a} {u} {b} berichtete, ist die Brücke gesperrt.",
    "Die Brücke ist gesperrt, wie {a} {u} {b} berichtete.",
    "Die Brücke sei gesperrt, berichtet {a} {u} {b}.",
    "Die Brücke sei gesperrt, hat {a} {u} {b} berichtet.",
    "Zuvor meldete {a} {u} {b}, die Brücke sei gesperrt.",
    "Die Brücke sei gesperrt, so {a} {u} {b}.",
    "Die Brücke ist, wie {a} {u} {b} meldet, gesperrt.",
    "Die Brücke sei gesperrt, berichtet {a}, {u} {b}.",
    "„Die Brücke bleibt gesperrt“, meldet {a} {u} {b}.",
    "Die Brücke ist gesperrt. Das berichtet {a} {u} {b}.",
    "Laut {ad} {u} {b} ist die Brücke gesperrt.",
    "Die Brücke sei gesperrt, schreibt {a} und beruft sich dabei auf {b}.",
    "Die Brücke sei gesperrt, schreibt {a}, sich auf {b} berufend.",
    "Die Brücke sei gesperrt, schreibt {a}, {b} zitierend.",
    "Die Brücke sei gesperrt, meldet {a}, worin man sich auf {b} beruft.",
    "Die Brücke sei gesperrt, schreibt {a}. Dabei beruft sich {a} auf {b}.",
    "Von {bd} erfuhr {a}, dass die Brücke gesperrt ist.",
    "Wie {a} von {bd} erfuhr, ist die Brücke gesperrt.",
    "Die Brücke ist gesperrt, wie {a} von {bd} erfahren hat.",
]
WORDS = ("unter Berufung auf", "mit Verweis auf", "gestützt auf")


@pytest.mark.slow
@pytest.mark.parametrize("order", ORDERS)
def test_every_word_order_is_right_or_not_sure(order):
    words = WORDS if "{u}" in order else ("",)
    for reporter, source, word in product(REPORTERS, SOURCES, words):
        a, a_dative, reported = reporter
        b, b_dative, leaned = source
        text = order.format(a=a, ad=a_dative, u=word, b=b, bd=b_dative)
        found = extract(text)
        name = {entity.id: entity.name for entity in found.entities}
        for claim in found.claims:
            if claim.sure:
                chain = [name[link.entity] for link in claim.sources]
                hands = [each for each in chain if each != leaned]
                speaker = name[claim.speaker_entity]
                assert leaned, text
                assert leaned in speaker or speaker in b_dative, text
                assert hands == chain[-1:] == [reported], text


@pytest.mark.parametrize(
    "text",
    [
        "Wie {a} unter Berufung auf {b} berichtete, ist die Brücke gesperrt.",
        "Zuvor meldete {a} unter Hinweis auf {b}, die Brücke sei gesperrt.",
        "Die Brücke sei gesperrt, schreibt {a} und beruft sich dabei auf {b}.",
    ],
)
@pytest.mark.parametrize("reporter", [each[0] for each in REPORTERS])
def test_the_usual_orders_are_sure(text, reporter):
    [claim] = extract(text.format(a=reporter, b="Kämmerin Ute Brand")).claims
    assert claim.sure


def test_who_was_leaned_on_is_not_whom_the_article_relies_on():
    raw = "Ministerin Lea Falk sagte unter Berufung auf die Polizei, es fehle Geld."
    [claim] = extract(raw).claims
    assert claim.sources == ()
