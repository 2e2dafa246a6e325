"""Which small drawing stands beside a voice: all options have one, or none."""

import pytest

from quiz.engine.questions.builders.faces import face_of
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import Face, Option
from quiz.engine.questions.question import QuestionKind
from tests.engine.library import SLUGS, asked
from tests.engine.make_extraction import make_extraction

RAW = (
    "Die Agentur Polarlicht, der Sender Nordring und der Harzer Bote schweigen. "
    "Das Gutachten, die Eltern, die Stadtverwaltung, Ada Amsel und Insider nicht."
)
FACES = {
    ("Agentur Polarlicht", "outlet"): Face.AGENCY,
    ("Sender Nordring", "outlet"): Face.STATION,
    ("Harzer Bote", "outlet"): Face.PAPER,
    ("Funkel Mediengruppe", "outlet"): Face.PAPER,
    ("Kinderradio", "outlet"): Face.STATION,
    ("dpa", "outlet"): Face.AGENCY,
    ("ZDF", "outlet"): Face.STATION,
    ("Gutachten", "unnamed"): Face.DOCUMENT,
    ("Eltern", "group"): Face.CROWD,
    ("Stadtverwaltung", "organisation"): Face.BODY,
    ("Schweiz", "country"): Face.BODY,
    ("Ada Amsel", "person"): Face.PERSON,
    ("Insider", "unnamed"): Face.UNNAMED,
}


@pytest.mark.parametrize(("called", "face"), FACES.items())
def test_a_voice_is_drawn_as_what_it_is(called, face):
    name, kind = called
    notes = {"entities": [{"name": name, "kind": kind}], "claims": []}
    found = make_extraction(RAW, notes)
    assert face_of(found.entities[0], Dossier(found)) is face


@pytest.fixture(scope="module")
def questions():
    return [question for slug in SLUGS for question in asked(slug)]


def test_all_options_of_a_question_have_a_face_or_none_has(questions):
    for question in questions:
        having = {option.face is not None for option in question.options}
        assert len(having) == 1, question.id


def test_who_is_asked_for_has_a_face_and_a_fixed_answer_has_none(questions):
    faces = {kind: set() for kind in QuestionKind}
    for question in questions:
        faces[question.kind] |= {option.face for option in question.options}
    assert None not in faces[QuestionKind.WHO_SAID] | faces[QuestionKind.CHAIN_ORDER]
    assert Face.ARTICLE in faces[QuestionKind.CHAIN_ORDER]
    assert faces[QuestionKind.DIRECT_OR_INDIRECT] == {None}


def test_a_face_comes_back_from_json(questions):
    options = [option for each in questions for option in each.options]
    assert any(option.face for option in options)
    for option in options:
        assert Option.from_json(option.as_json()) == option
