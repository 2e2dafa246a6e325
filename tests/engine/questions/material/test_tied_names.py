"""Names of one body, or of a body and whoever speaks for it."""

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.material.dossier import Dossier

TEXT = """Der Zoll am Fluss

Am Fluss von Talheim wird seit Mai ein Zoll bezahlt.

„Die Schiffer zahlen gern“, sagte der {one}. „Der Zoll bleibt noch drei Jahre“, sagte \
Wirtin Jana Rothe.

Die Listen seien vollständig, hieß es aus dem {other}. Stadtrat Emil Vogt sagte, der \
Fluss sei jetzt leer."""


def meet(one, other):
    """Whether the two stand side by side in any question, or may."""
    found = extract(TEXT.format(one=one, other=other))
    ids = [
        entity.id
        for name in (one, other)
        for entity in found.entities
        if entity.name == name
    ]
    assert len(ids) == 2
    together = any(
        set(ids) <= {option.entity for option in question.options}
        for question in compose(found)
    )
    return together or not Dossier(found).identity.exclude(*ids)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministeriumssprecher", "Finanzressort"),
        ("Finanzministeriumssprecher", "Finanzressort"),
        ("Ministeriumssprecher", "Finanzministerium"),
    ],
)
def test_an_office_and_whoever_may_speak_for_it_never_meet(one, other):
    assert not meet(one, other)


def test_two_offices_may_meet():
    assert meet("Heeressprecher", "Finanzressort")
    assert meet("Innenministeriumssprecher", "Finanzressort")


@pytest.mark.parametrize("head", ["Vereinsvorstand", "Parteivorstand"])
def test_who_leads_a_body_never_stands_beside_it(head):
    assert not meet(head, "Weberbund")


def test_a_body_that_leads_nobody_may_meet_another():
    assert meet("Betriebsrat", "Weberbund")
