"""Who is one and the same, who is part of whom, and what gives somebody away."""

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.extract import extract

VISIT = (
    "Vendias Präsident Igor Malk traf den Staatschef Ulf Orm.\n"
    "„Wir reden über Fische“, sagte Malk laut russischen Nachrichtenagenturen. "
    "Der Zug kam am Abend an, wie die staatliche Agentur Tass berichtete. "
    "Kremlchef Iwan Petrow schwieg. Der russische Präsident sagte laut der "
    "Nachrichtenagentur AFP, Russland bleibe Partner."
)


def named(found, name):
    return next(e for e in found.entities if e.name == name)


def test_a_group_of_agencies_contains_those_of_its_country_only():
    found = extract(VISIT)
    group = named(found, "russische Nachrichtenagenturen")
    assert group.kind is EntityKind.GROUP
    assert group.members == (named(found, "Tass").id,)


def test_an_office_and_its_metonym_name_the_same_person():
    found = extract(VISIT)
    petrow = named(found, "Iwan Petrow")
    spoken = [c for c in found.claims if c.speaker_entity == petrow.id]
    assert [s.of(VISIT) for s in spoken[0].speaker] == ["Der russische Präsident"]


def test_a_person_speaks_for_the_country_of_the_office():
    found = extract(VISIT)
    assert named(found, "Iwan Petrow").bodies == (named(found, "Russland").id,)


def test_aliases_hold_every_form_that_gives_a_person_away():
    found = extract(VISIT)
    aliases = named(found, "Iwan Petrow").aliases
    assert {"Petrow", "Iwan", "Kremlchef Iwan Petrow"} <= set(aliases)


def test_known_agencies_bring_their_spellings():
    found = extract(VISIT)
    assert "Agence France-Presse" in named(found, "AFP").aliases


def test_an_agency_of_the_credit_line_is_nobody_in_the_text():
    raw = VISIT + "\n- Nachrichtenagenturen dpa und Nordlicht"
    assert {e.name for e in extract(raw).entities}.isdisjoint({"dpa", "Nordlicht"})


def test_the_end_of_a_quotation_is_no_name():
    raw = "Jonas Reet sagte: „Am Abend tanzen wir alle am Ufer.“ Mila Kern ging heim."
    assert {e.name for e in extract(raw).entities} == {"Jonas Reet", "Mila Kern"}


def test_mentions_are_in_order_and_inside_the_text():
    found = extract(VISIT)
    for entity in found.entities:
        assert list(entity.mentions) == sorted(entity.mentions)
        assert all(m.of(VISIT).strip() for m in entity.mentions)


def test_the_same_text_gives_the_same_extraction():
    assert extract(VISIT) == extract(VISIT)


def test_a_word_without_its_end_makes_nobody_a_person():
    text = "Die Firma baut Satelliten- und Funktechnik. Lea Arndt sagte, sie sei neu."
    assert [e.name for e in extract(text).entities if e.kind == "person"] == [
        "Lea Arndt"
    ]
