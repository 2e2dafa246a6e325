"""Every name that a pupil may read is a name, a role or a body, and nothing more."""

import re
from dataclasses import replace

import pytest

from bench.names import main, sure_people
from bench.news import FOLDER
from bench.noted import read
from bench.passages import read_passages
from quiz.engine.claims.claim import Entity, EntityKind
from quiz.engine.claims.entities.wellformed import is_wellformed
from quiz.engine.claims.extract import extract
from quiz.engine.claims.reason import Aspect
from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.material.identity import Identity

pytestmark = pytest.mark.slow  # all of the library, the news and the passages

TEXTS = {path.stem: read(path).text for path in sorted(FOLDER.rglob("*.toml"))}
STEM = 4  # letters of a word that stay whatever its case
MARKS = re.compile(r"[()\[\]:;!?]|- [a-zäöü]+e?r? |(^| )[-–,.]|[–,]( |$)")
SMALL = re.compile(r"^(der|die|das|ein|eine|seit|von|mit|auf|und|aber|hat|sagte)\b")
MOOS = "Lea Moos kam. Am Abend sagte Erwin Brandt Moos, der Steg sei neu."


def sure_names():
    texts = {**TEXTS, **{p["id"]: p["text"] for p in read_passages()}}
    for slug, text in texts.items():
        for entity in sure_people(extract(text)):
            yield slug, text, entity


def test_names_of_sure_claims_are_whole():
    stray = [
        (slug, entity.name)
        for slug, _, entity in sure_names()
        if MARKS.search(entity.name) or SMALL.search(entity.name)
    ]
    assert stray == []


def test_names_of_sure_claims_are_made_of_the_texts_words():
    """Case endings apart; an outlet may have its known name."""
    strange = [
        (slug, entity.name)
        for slug, text, entity in sure_names()
        if entity.kind not in (EntityKind.OUTLET, EntityKind.COUNTRY)
        for word in re.findall(r"\w+", entity.name)
        if word[:STEM].casefold() not in text.casefold()
    ]
    assert strange == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Lea Moor", EntityKind.PERSON),
        ("Josef Sommer", EntityKind.PERSON),
        ("Marcel A. Müller", EntityKind.PERSON),
        ("Ursula von der Heide", EntityKind.PERSON),
        ("Ahmed bin Salman", EntityKind.PERSON),
        ("41-jähriger Fahrer", EntityKind.PERSON),
        ("Leiterin des Amtes für Umwelt", EntityKind.PERSON),
        ("Deutsches Rotes Kreuz", EntityKind.ORGANISATION),
        ("Such- und Rettungsdienst", EntityKind.ORGANISATION),
        ("russische Nachrichtenagenturen", EntityKind.GROUP),
        ("dpa", EntityKind.OUTLET),
        ("nordpost.de", EntityKind.OUTLET),
    ],
)
def test_a_name_parses(name, kind):
    assert is_wellformed(name, kind, lexicon("de"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", EntityKind.PERSON),
        ("41- jähriger Fahrer", EntityKind.PERSON),
        ("Mrd Euro", EntityKind.PERSON),
        ("- und Landtagsabgeordnete", EntityKind.PERSON),
        ("Montag Bauernsprecher Karl Hinrichs", EntityKind.PERSON),
        ("Innere Angelegenheiten Ylva Holm", EntityKind.PERSON),
        ("Rs C-483", EntityKind.PERSON),
        ("Sprecher des Ministers Jo Brandt ( NWV )", EntityKind.PERSON),
        ("Polizei Talheim Montagfrüh", EntityKind.ORGANISATION),
        ("Ich habe nachgezählt .", EntityKind.OUTLET),
        ("Es hat", EntityKind.OUTLET),
        ("seit zehn Jahren", EntityKind.ORGANISATION),
        ("alte und neue", EntityKind.GROUP),
    ],
)
def test_what_is_no_name_does_not_parse(name, kind):
    assert not is_wellformed(name, kind, lexicon("de"))


def test_two_names_side_by_side_are_not_sure():
    [claim] = extract(MOOS).claims
    assert not claim.sure
    assert "name_unclear" in {reason.name for reason in claim.why(Aspect.DOUBT)}


def test_the_same_name_without_the_other_person_is():
    [claim] = extract(MOOS.removeprefix("Lea Moos kam. ")).claims
    assert claim.sure


def test_what_does_not_parse_is_no_option():
    found = extract("Lea Moor sagte, der Steg sei neu.")
    stray = Entity("e9", "Mrd Euro", EntityKind.PERSON)
    identity = Identity(replace(found, entities=(*found.entities, stray)))
    assert identity.is_vague(stray)
    assert not identity.is_vague(found.entities[0])


def test_the_names_of_our_own_texts_are_listed(capsys):
    assert main([]) == 0
    assert "0 of them do not parse" in capsys.readouterr().out


def test_the_names_of_a_file_are_listed(tmp_path, capsys):
    file = tmp_path / "texts.jsonl"
    file.write_text('{"text": "Lea Moor sagte, der Steg sei neu."}\n', "utf-8")
    assert main([str(file), "--all"]) == 0
    assert "person          1  Lea Moor" in capsys.readouterr().out
