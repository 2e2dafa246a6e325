"""Two who are one, hold or speak for each other are never options of one question."""

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.material.identity import Identity
from tests.engine.questions.stories import outlet, person, told


def excluded(raw, entities, one, other):
    extraction = told(raw, entities)
    ids = {entity.name: entity.id for entity in extraction.entities}
    identity = Identity(extraction)
    assert identity.exclude(ids[one], ids[other]) == identity.exclude(
        ids[other], ids[one]
    )
    return identity.exclude(ids[one], ids[other])


GROUP = {"name": "talische Agenturen", "kind": "group", "members": ["Nordwort"]}
LARGER = {"name": "Agenturen der Welt", "kind": "group", "members": [GROUP["name"]]}
LAND = {"name": "Talland", "kind": "country", "aliases": ["Talstadt"]}
CASTLE = {"name": "Burg", "kind": "organisation"}
LENK = person("Mara Lenk", "Lenk", "Bürgermeisterin")


@pytest.mark.parametrize(
    ("entities", "one", "other"),
    [
        ([LENK, person("Lenk")], "Mara Lenk", "Lenk"),
        ([outlet("Ria"), outlet("Ria Nowosti")], "Ria", "Ria Nowosti"),
        ([outlet("Nordwort"), GROUP], "Nordwort", GROUP["name"]),
        ([outlet("Nordwort"), GROUP, LARGER], "Nordwort", LARGER["name"]),
        ([person("Ole Tal", bodies=["Talland"]), LAND], "Ole Tal", "Talland"),
        (
            [person("Ole Tal", bodies=["Talland", "Burg"]), LAND, CASTLE],
            "Talland",
            "Burg",
        ),
        ([LAND, {**CASTLE, "aliases": ["Talstadt"]}], "Talland", "Burg"),
        (
            [{**LAND}, {"name": "Regierung von Talland", "kind": "organisation"}],
            "Talland",
            "Regierung von Talland",
        ),
    ],
)
def test_what_is_one_or_contains_or_speaks_for_the_other_never_meets(
    entities, one, other
):
    assert excluded("Nichts weiter.", entities, one, other)


@pytest.mark.parametrize(
    ("raw", "one", "other"),
    [
        (
            "Es regne, so das Ministerium. Es schneie, so das Innenministerium.",
            "Ministerium",
            "Innenministerium",
        ),
        (
            "Es regne, so die Staatsanwältin. Es hagle, so die Staatsanwaltschaft.",
            "Staatsanwältin",
            "Staatsanwaltschaft",
        ),
        (
            "Das OKLA teilte mit, es regne. Es schneie, sagte OKLA-Sprecherin Pia Au.",
            "OKLA",
            "Pia Au",
        ),
        (
            "Pia Au, die Sprecherin des Bauamts, ging. Es schneie, so das Bauamt.",
            "Bauamt",
            "Pia Au",
        ),
    ],
)
def test_a_body_never_meets_who_speaks_for_it_in_the_text(raw, one, other):
    found = extract(raw)
    ids = {entity.name: entity.id for entity in found.entities}
    assert Identity(found).exclude(ids[one], ids[other])


def test_whoever_holds_no_office_in_a_body_may_meet_it():
    raw = (
        "Es regne, sagte Pia Au, eine Nachbarin des Bauamts. Es schneie, so das Bauamt."
    )
    found = extract(raw)
    ids = {entity.name: entity.id for entity in found.entities}
    assert not Identity(found).exclude(ids["Pia Au"], ids["Bauamt"])


@pytest.mark.parametrize(
    ("entities", "one", "other"),
    [
        ([LENK, person("Jonas Ried", "Ried")], "Mara Lenk", "Jonas Ried"),
        (
            [person("Ole Tal", "Präsident"), person("Ida Berg", "Präsident Berg")],
            "Ole Tal",
            "Ida Berg",
        ),
        ([outlet("Nordwort"), outlet("Talpost"), GROUP], "Talpost", "Nordwort"),
        (
            [
                person("Ole Tal", bodies=["Talland"]),
                person("Ida Tann", bodies=["Talland"]),
                LAND,
            ],
            "Ole Tal",
            "Ida Tann",
        ),
    ],
)
def test_different_voices_may_meet(entities, one, other):
    raw = "Präsident Berg und Talpost kamen."
    assert not excluded(raw, entities, one, other)


def test_a_bare_role_may_be_the_named_person_unless_one_sentence_has_both():
    entities = [LENK, person("Hausmeister")]
    alone = "Mara Lenk kam. Der Hausmeister ging."
    assert excluded(alone, entities, "Mara Lenk", "Hausmeister")
    raw = "Der Hausmeister habe recht, sagte Lenk."
    extraction = told(
        raw,
        entities,
        {"content": ["Der Hausmeister habe recht"], "speaker": "Mara Lenk"},
    )
    one, other = extraction.entities
    assert not Identity(extraction).exclude(one.id, other.id)


def test_a_bare_role_right_beside_a_name_may_be_that_person():
    entities = [LENK, person("Hausmeister")]
    raw = "Der Hausmeister und Rat Lenk sagte, das Tor bleibe zu."
    extraction = told(
        raw, entities, {"content": ["das Tor bleibe zu"], "speaker": "Hausmeister"}
    )
    one, other = extraction.entities
    assert Identity(extraction).exclude(one.id, other.id)


@pytest.mark.parametrize(
    ("text", "is_new"),
    [
        ("Mara Lenk kam. Ein Hausmeister ging.", True),
        ("Ein Hausmeister ging. Mara Lenk kam.", False),
        ("Mara Lenk kam. Der Hausmeister ging. Ein Hausmeister blieb.", False),
    ],
)
def test_who_comes_in_with_an_indefinite_article_is_nobody_named_before(text, is_new):
    entities = [LENK, person("Hausmeister")]
    assert excluded(text, entities, "Mara Lenk", "Hausmeister") is not is_new
