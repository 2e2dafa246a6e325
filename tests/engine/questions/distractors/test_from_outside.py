"""Wrong answers from outside, where an article has too few voices of its own."""

import pytest

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.compose import compose
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import QuestionKind
from tests.engine.questions.stories import person, told


def brief(text, *notes):
    """One claim by the council in a text, with whoever else it names."""
    claim = {
        "content": ["die Brücke werde bald wieder sicher sein"],
        "speaker": "Stadtrat",
        "speaker_text": "Der Stadtrat",
        "cue": ["sagte"],
    }
    return told(text, [{"name": "Stadtrat", "kind": "organisation"}, *notes], claim)


BRIEF = "Der Stadtrat sagte, die Brücke werde bald wieder sicher sein. Jo Ried nickte."


def asked_who(story):
    found = [q for q in compose(story) if q.kind is QuestionKind.WHO_SAID]
    return [option for question in found for option in question.options]


def test_where_voices_are_few_one_wrong_answer_comes_from_outside_and_says_so():
    options = asked_who(brief(BRIEF, person("Jo Ried", "Ried")))
    outside = [o for o in options if o.misconception == "M19"]
    assert len(outside) == 1
    assert outside[0].text not in BRIEF
    assert "gar nicht vor" in outside[0].rationale.de


def test_nobody_from_outside_stands_alone_beside_the_key():
    assert asked_who(brief(BRIEF.replace("Jo Ried", "Man"))) == []


def test_no_person_from_outside_stands_beside_words_of_others():
    story = told(
        "Lenk sagte, die Brücke werde bald wieder sicher sein. Und nun Regen.",
        [person("Mara Lenk", "Lenk")],
        {
            "content": ["die Brücke werde bald wieder sicher sein"],
            "speaker": "Mara Lenk",
            "speaker_text": "Lenk",
            "cue": ["sagte"],
        },
    )
    assert asked_who(story) == []


def test_whoever_is_named_anywhere_in_the_article_is_not_from_outside():
    names = lexicon("de").voices.collective
    text = f"{BRIEF} Auch da: {', '.join(names[:-1])}."
    options = asked_who(brief(text, person("Jo Ried", "Ried")))
    assert [o.text for o in options if o.misconception == "M19"] == [names[-1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("RDO", "Rat der Orte"),  # its first letters
        ("Polizei", "Polizeipräsidium Westpfalz"),  # it may be part of it
    ],
)
def test_bodies_that_may_be_one_never_stand_beside_each_other(one, other):
    bodies = ({"name": name, "kind": "organisation"} for name in (one, other))
    story = brief(BRIEF, *bodies)
    ids = {entity.name: entity.id for entity in story.entities}
    identity = Dossier(story).identity
    assert identity.exclude(ids[one], ids[other])
    assert not identity.exclude(ids[one], ids["Stadtrat"])


def test_whoever_sits_on_a_throne_has_another_name_too():
    story = brief(
        BRIEF,
        person("Franziskus", "Papst Franziskus"),
        person("Jorge Bergoglio", "Bergoglio"),
        person("Jo Ried", "Ried"),
    )
    ids = {entity.name: entity.id for entity in story.entities}
    identity = Dossier(story).identity
    assert identity.exclude(ids["Franziskus"], ids["Jorge Bergoglio"])
    assert not identity.exclude(ids["Jo Ried"], ids["Jorge Bergoglio"])
