"""Whom an option can name, and what the article says they are."""

import pytest

from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.showable import is_showable, role_of
from tests.engine.questions.stories import outlet, person, told


def of(raw, note):
    story = told(raw, [note])
    return story.entities[0], Dossier(story)


@pytest.mark.parametrize(
    "note",
    [
        person("Sprecherin"),
        person("Jonas E."),
        person("Wobei"),
        outlet("TV-Sender"),
        {"name": "Justiz seines Landes", "kind": "organisation"},
    ],
)
def test_nobody_can_tell_who_is_meant(note):
    entity, dossier = of("Nichts weiter.", note)
    assert not is_showable(entity, dossier)


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        ("Maria Auental/Fulm – Der Wechsel ist fix.", person("Maria Auental")),
        ("Das Fest in Maria Auental fällt aus.", person("Maria Auental")),
        ("Das zeigt Sturm bilder.example.org.", outlet("Sturm bilder.example.org")),
        (
            "Das Hilfswerk Save the Rivers kam.",
            {"name": "Hilfswerk Save", "kind": "organisation"},
        ),
        (
            "Es kam die in Fulm ansässige Warte.",
            {"name": "ansässige Warte", "aliases": ["Warte"], "kind": "organisation"},
        ),
    ],
)
def test_a_place_or_a_piece_of_a_name_tells_nobody(raw, note):
    entity, dossier = of(raw, note)
    assert not is_showable(entity, dossier)


@pytest.mark.parametrize(
    "note",
    [
        person("Sprecher des Krisenstabes"),
        person("Jana Moor"),
        outlet("Talpost"),
        {"name": "Polizei", "kind": "organisation"},
    ],
)
def test_a_name_or_an_office_tells_it(note):
    entity, dossier = of("Nichts weiter.", note)
    assert is_showable(entity, dossier)


def test_a_role_beside_the_name_is_told():
    note = person("Jana Moor", "Innenministerin Jana Moor", "Moor")
    assert role_of(*of("Innenministerin Jana Moor kam.", note)) == "Innenministerin"
    note = outlet("Talpost", "Tageszeitung Talpost")
    assert role_of(*of("Die Tageszeitung Talpost kam.", note)) == "Tageszeitung"


@pytest.mark.parametrize(
    ("raw", "alias"),
    [
        ("Die frühere Innenministerin Jana Moor kam.", "Innenministerin Jana Moor"),
        ("Der Vorsitzende Jo Moor kam.", "Vorsitzende Jo Moor"),
        ("Kollegin Jana Moor kam.", "Kollegin Jana Moor"),
        ("Sein Stellvertreter Jo Moor kam.", "Stellvertreter Jo Moor"),
    ],
)
def test_what_somebody_is_no_more_or_bends_or_tells_nothing_is_no_role(raw, alias):
    name = " ".join(alias.split()[1:])
    assert role_of(*of(raw, person(name, alias))) is None
