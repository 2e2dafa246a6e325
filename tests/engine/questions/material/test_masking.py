import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.questions.material.masking import found_in, giveaways, hide
from quiz.engine.questions.question import MASK
from quiz.engine.questions.words import forms_of
from quiz.engine.text.span import Span

GERMAN = forms_of("de")
LENK = Entity(
    "e1",
    "Mara Lenk",
    EntityKind.PERSON,
    aliases=("Bürgermeisterin", "Lenk", "die Bürgermeisterin von Oberbrunn"),
)
KREML = Entity("e2", "Kreml", EntityKind.ORGANISATION)
NORDLAND = Entity("e3", "Nordland", EntityKind.COUNTRY)
PUTIN = Entity("e4", "Wladimir Putin", EntityKind.PERSON, aliases=("Putin",))
WALD = Entity("e5", "Tim Wald", EntityKind.PERSON, aliases=("Wald",))
MUELLER = Entity("e6", "Ute Müller", EntityKind.PERSON, aliases=("Müller",))


@pytest.mark.parametrize(
    ("entity", "text", "hidden"),
    [
        (LENK, "Lenk habe gezögert", f"{MASK} habe gezögert"),
        (LENK, "Lenks Plan sei gut", f"{MASK} Plan sei gut"),
        (LENK, "Mara Lenk sei krank", f"{MASK} sei krank"),
        (LENK, "die Bürgermeisterin zahle", f"die {MASK} zahle"),
        (LENK, "LENK und BÜRGERMEISTERIN", f"{MASK} und {MASK}"),
        (LENK, "der Lenk-Plan sei gut", f"der {MASK}-Plan sei gut"),
        (LENK, "das Lenkrad sei kaputt", "das Lenkrad sei kaputt"),
        (PUTIN, "der Putin-Besuch koste Geld", f"der {MASK}-Besuch koste Geld"),
        (PUTIN, "Putins’ Zug", f"{MASK}’ Zug"),
        (KREML, "der Kremlchef komme", f"der {MASK} komme"),
        (NORDLAND, "nordländische Waffen", f"{MASK} Waffen"),
        (NORDLAND, "Nordlands Waffen", f"{MASK} Waffen"),
        (WALD, "der Waldweg sei gesperrt", "der Waldweg sei gesperrt"),
        (WALD, "im Wald sei es schön", f"im {MASK} sei es schön"),
        (MUELLER, "Mueller und MÜLLER", f"{MASK} und {MASK}"),
        (MUELLER, "Müllers Mühle", f"{MASK} Mühle"),
    ],
)
def test_every_form_of_a_name_is_hidden_and_nothing_else(entity, text, hidden):
    assert hide(text, giveaways(entity, GERMAN)) == hidden


def test_a_country_is_hidden_in_its_adjective():
    entity = Entity("e1", "Russland", EntityKind.COUNTRY)
    assert hide("russische Züge", giveaways(entity, GERMAN)) == f"{MASK} Züge"


def test_an_adjective_of_a_place_alone_gives_no_person_away():
    entity = Entity(
        "e1", "Kim Jong Un", EntityKind.PERSON, aliases=("nordkoreanischer Machthaber",)
    )
    assert (
        hide("nordkoreanische Waffen", giveaways(entity, GERMAN))
        == "nordkoreanische Waffen"
    )
    assert hide("der Machthaber", giveaways(entity, GERMAN)) == f"der {MASK}"


def test_what_the_article_calls_somebody_is_hidden_too():
    raw = "Die Rathauschefin kam. Die Rathauschefin habe recht."
    entity = Entity("e1", "Mara Lenk", EntityKind.PERSON, mentions=(Span(0, 17),))
    assert hide("die Rathauschefin habe recht", giveaways(entity, GERMAN, raw)) == (
        f"die {MASK} habe recht"
    )


LETTERS = st.text("abdefgiklmnoprstuvwäöü", min_size=3, max_size=9)
# "Die" and "Und" are nobody's names.
NAMES = LETTERS.filter(lambda n: n not in GERMAN.function_words).map(str.capitalize)


def test_a_name_that_folds_to_a_small_word_is_hidden_where_it_is_a_name():
    entity = Entity("e1", "Kim Dae", EntityKind.PERSON, aliases=("Dae",))
    hidden = hide("Heute war Dae da, aber da war niemand", giveaways(entity, GERMAN))
    assert hidden == f"Heute war {MASK} da, aber da war niemand"


@given(NAMES, NAMES, st.sampled_from(["", "s", "'s", "-Plan"]), st.data())
def test_no_alias_survives_whatever_its_form(first, last, ending, data):
    entity = Entity("e1", f"{first} {last}", EntityKind.PERSON, aliases=(last,))
    form = data.draw(st.sampled_from([last, last.upper(), f"{first} {last}"]))
    masked = hide(
        f"Heute will {form}{ending} wieder etwas sagen", giveaways(entity, GERMAN)
    )
    assert not found_in(masked, giveaways(entity, GERMAN))
    assert last.casefold() not in masked.casefold().split()
