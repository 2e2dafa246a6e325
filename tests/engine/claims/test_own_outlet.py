"""What is said to the paper that printed the article is said to the article."""

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose

TEXT = """Neue Brücke in Talheim

In Talheim wird seit Jahren über eine neue Brücke gestritten.

„Die alte Brücke hält noch zehn Jahre“, sagte Stadträtin Mara Lenk dem Talboten.

„Wir haben das Geld für eine neue“, sagte Bürgermeister Jonas Reet.

„Im Sommer kommen die Bagger“, sagte Bauleiter Emil Brandt der Nordpost.
"""


def hands(outlet):
    found = extract(TEXT, outlet=outlet)
    names = {each.id: each.name for each in found.entities}
    return [[names[link.entity] for link in claim.sources] for claim in found.claims]


def test_a_paper_is_a_hand_between_where_nobody_says_who_printed_the_article():
    assert hands("") == [["Talbote"], [], ["Nordpost"]]


@pytest.mark.parametrize(
    "outlet",
    ["Talbote", "Der Talbote", "DER TALBOTE", "dertalbote.at", "www.talbote.de"],
)
def test_the_paper_that_printed_it_is_no_hand_between(outlet):
    assert hands(outlet) == [[], [], ["Nordpost"]]


def test_another_paper_changes_nothing():
    assert extract(TEXT, outlet="Morgenblatt") == extract(TEXT)


def test_who_printed_it_is_no_option_of_any_question():
    questions = compose(extract(TEXT, outlet="Nordpost"))
    labels = {option.label.de for each in questions for option in each.options}
    assert questions
    assert not any("Nordpost" in label for label in labels)
    before = {option.label.de for q in compose(extract(TEXT)) for option in q.options}
    assert any("Nordpost" in label for label in before)


def test_a_person_of_that_name_stays():
    text = TEXT.replace("Emil Brandt", "Emil Kurier").replace(
        "Mara Lenk", "Mara Kurier"
    )
    assert extract(text, outlet="Kurier") == extract(text)


def test_what_it_says_of_itself_is_nobodys_for_certain():
    text = f"{TEXT}\nDie Nordpost berichtete, dass die Bagger im Mai kommen.\n"
    last = extract(text, outlet="Nordpost").claims[-1]
    assert not last.sure_speaker
    assert last.sources == ()
