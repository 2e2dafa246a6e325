import random

import pytest

from quiz.engine.questions.compose import compose
from quiz.engine.questions.distractors.from_article import wrong_sources, wrong_speakers
from quiz.engine.questions.distractors.mistakes import Mistake, named_wrongly
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.identity import Identity
from quiz.engine.questions.question import QuestionKind
from tests.engine.questions.stories import bridge, outlet, person, told

RNG = random.Random(1)  # noqa: S311
LENK = person("Mara Lenk", "Lenk", "Bürgermeisterin")


@pytest.mark.parametrize(
    ("name", "aliases", "named"),
    [
        ("Mara Lenk", [], True),
        ("Lea von der Au", [], True),
        ("An Chan-il", [], True),
        ("Pia", [], True),
        ("Scholz", ["Kanzler Scholz"], True),
        ("Scholz", [], False),
        ("Polizeisprecher", ["ein Polizeisprecher"], False),
        ("Sprecher der Feuerwehr", [], False),
        ("Jährige", [], False),
    ],
)
def test_a_role_is_no_name(name, aliases, named):
    extraction = told("Nichts weiter.", [person(name, *aliases)])
    assert Identity(extraction).is_named("e1") == named


@pytest.mark.parametrize(
    ("raw", "name", "aliases", "somebody"),
    [
        ("Anna Lenk kam.", "Anna Lenk", [], True),
        ("Jorik Brar kam. Brar schwieg.", "Jorik Brar", ["Brar"], True),
        ("Trainerin Jorik Brar kam.", "Jorik Brar", ["Trainerin Jorik Brar"], True),
        ("Big Data kam.", "Big Data", [], False),
        ("Big Data kam. Die Data sind neu.", "Big Data", ["Data"], False),
        ("Neue Ausgabe kam. Ausgabe acht ist neu.", "Neue Ausgabe", ["Ausgabe"], False),
        ("Neuer Minister kam.", "Neuer Minister", [], False),
    ],
)
def test_two_words_written_large_are_somebody_where_the_text_shows_it(
    raw, name, aliases, somebody
):
    extraction = told(raw, [person(name, *aliases)])
    assert Identity(extraction).is_somebody("e1") == somebody


def test_whoever_may_be_a_thing_is_no_wrong_answer():
    raw = "Big Data kam. Jonas Ried kam. Es regne, sagte Mara Lenk."
    extraction = told(
        raw,
        [LENK, person("Jonas Ried"), person("Big Data")],
        {"content": ["Es regne"], "speaker": "Mara Lenk"},
    )
    dossier = Dossier(extraction)
    found = wrong_speakers(extraction.claims[0], dossier, RNG)
    assert [each.entity.name for each in found] == ["Jonas Ried"]


@pytest.mark.parametrize(
    ("name", "kind", "vague"),
    [
        ("Medienberichte", "group", True),
        ("mehrere Zeitungen", "group", True),
        ("Beobachter", "group", True),
        ("russische Nachrichtenagenturen", "group", False),
        ("ein Sprecher", "unnamed", True),
        ("Mara Lenk", "person", False),
    ],
)
def test_a_source_that_can_be_anybody_is_known_as_such(name, kind, vague):
    extraction = told("Nichts weiter.", [{"name": name, "kind": kind}])
    assert Identity(extraction).is_vague(extraction.entities[0]) == vague


def test_the_person_in_the_statement_is_the_first_wrong_answer():
    extraction = bridge()
    claim = extraction.claims[3]
    first = wrong_speakers(claim, Dossier(extraction), RNG)[0]
    assert (first.entity.name, first.mistake.value) == ("Mara Lenk", "M2")
    assert first.rationale.de == "Mara Lenk wird dabei genannt, sagt das aber nicht."


def test_the_reporter_is_a_wrong_answer_at_most_once_and_last():
    extraction = bridge()
    found = wrong_speakers(extraction.claims[0], Dossier(extraction), RNG)
    tags = [each.mistake.value for each in found]
    assert tags.count("M1") == 1
    assert tags[-1] == "M1"
    assert found[-1].entity.name == "Talpost"


def test_who_said_nearly_the_same_is_no_wrong_answer():
    raw = (
        "Die alte Brücke müsse weg, sagte Lenk. Die alte Brücke müsse endlich weg, "
        "sagte Ried. Der Fluss sei tief, sagte Voss."
    )
    entities = [LENK, person("Jonas Ried", "Ried"), person("Tilda Voss", "Voss")]
    extraction = told(
        raw,
        entities,
        {
            "content": ["Die alte Brücke müsse weg"],
            "speaker": "Mara Lenk",
            "speaker_text": "Lenk",
            "cue": ["sagte"],
        },
        {
            "content": ["Die alte Brücke müsse endlich weg"],
            "speaker": "Jonas Ried",
            "speaker_text": "Ried",
            "cue": ["sagte"],
        },
        {
            "content": ["Der Fluss sei tief"],
            "speaker": "Tilda Voss",
            "speaker_text": "Voss",
            "cue": ["sagte"],
        },
    )
    found = wrong_speakers(extraction.claims[0], Dossier(extraction), RNG)
    assert [each.entity.name for each in found] == ["Tilda Voss"]


@pytest.mark.parametrize(
    "credit",
    [
        "{}\n- Mit Material von Nordwort",
        "{}\nTalpost/Nordwort",
        "Oberbrunn (Nordwort) – {}",
        "{} (tal/Nordwort)",
    ],
)
def test_an_agency_of_the_credit_line_is_never_a_wrong_answer(credit):
    raw = credit.format(
        "Es brennt, berichtete die Talpost. Es regnet, meldete Radio Wiese. Am Abend "
        "zogen Wolken auf, und es schneit, meldete die Agentur Nordwort."
    )
    entities = [outlet("Talpost"), outlet("Radio Wiese"), outlet("Nordwort")]
    extraction = told(
        raw,
        entities,
        {"content": ["Es brennt"], "speaker": None, "sources": ["Talpost"]},
        {"content": ["Es regnet"], "speaker": None, "sources": ["Radio Wiese"]},
        {"content": ["es schneit"], "speaker": None, "sources": ["Nordwort"]},
    )
    dossier = Dossier(extraction)
    found = wrong_sources(extraction.claims[0], dossier, RNG)
    assert [each.entity.name for each in found] == ["Radio Wiese"]


def test_a_group_never_stands_beside_a_single_agency():
    for question in compose(bridge()):
        if question.kind is QuestionKind.WHICH_SOURCE:
            kinds = {bridge().entity(option.entity).kind for option in question.options}
            assert kinds == {"outlet"}


def test_a_person_who_passed_it_on_is_the_near_miss():
    raw = "Der Riss sei alt, sagte Jo Brand laut Mara Lenk. Lenk kam am Abend."
    people = [LENK, person("Jo Brand", "Brand")]
    note = {"content": ["Der Riss sei alt"], "speaker": "Jo Brand"}
    extraction = told(raw, people, {**note, "sources": ["Mara Lenk"]})
    lenk = extraction.entities[0]
    found = named_wrongly(lenk, extraction.claims[0], Dossier(extraction))
    assert found.mistake is Mistake.REPORTER
    assert found.rationale.de == (
        "Fast! Weitergegeben hat es Mara Lenk. Gesagt hat es Jo Brand."
    )
