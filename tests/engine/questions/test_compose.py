import pytest

from quiz.engine.questions.compose import compose
from quiz.engine.questions.distractors.mistakes import Type, type_of
from quiz.engine.questions.form import Form
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.option import STANDING_LINE, is_fixed_voice
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.registry import KINDS
from quiz.engine.questions.rules.validity import set_violations, violations_in
from tests.engine.library import NOTED, asked_by_notes, noted
from tests.engine.questions.stories import outlet, person, told

# Kinds that need something which not every article has, or words that only reading the
# text finds (a story made of notes has none).
EVERYWHERE = "who_said which_source right_or_wrong_attribution chain_order all_by"
RARE = set(QuestionKind) - set(map(QuestionKind.by_id, EVERYWHERE.split()))


@pytest.fixture(params=NOTED)
def slug(request):
    return request.param


@pytest.fixture
def story(slug):
    return noted(slug)


@pytest.fixture
def questions(slug):
    return asked_by_notes(slug)


def of_kind(questions, kind):
    return [question for question in questions if question.kind is kind]


def test_no_question_breaks_a_rule(story, questions):
    dossier = Dossier(story)
    for question in questions:
        found = violations_in(question, dossier)
        assert not [each for each in found if each.level == "block"], question.id
    assert not [e for e in set_violations(questions) if e.level == "block"]


def about_voices(questions):
    return [question for question in questions if KINDS[question.kind].asks_for_voice]


def test_every_library_article_gives_at_least_eight_questions_of_all_kinds(questions):
    assert len(questions) >= 8
    kinds = {question.kind for question in questions}
    assert set(QuestionKind) - kinds <= RARE


def test_the_key_is_whom_the_notes_name(story, questions):
    claims = {claim.id: claim for claim in story.claims}
    for question in about_voices(questions):
        claim = claims[question.claim]
        keys = [option.entity for option in question.key]
        if question.kind is QuestionKind.WHO_SAID:
            assert keys == [claim.speaker_entity]
        elif question.kind is QuestionKind.WHICH_SOURCE:
            last = claim.sources[-1].entity if claim.sources else claim.speaker_entity
            assert keys == [last]
        elif question.kind is QuestionKind.CHAIN_ORDER:
            chain = [link.entity for link in claim.sources]
            assert keys == [claim.speaker_entity, *chain, None]


def test_a_wrong_option_is_never_the_speaker_or_the_source(story, questions):
    claims = {claim.id: claim for claim in story.claims}
    for question in about_voices(questions):
        claim = claims[question.claim]
        sources = {link.entity for link in claim.sources}
        wrong = {option.entity for option in question.distractors} - {None}
        if question.kind in (QuestionKind.WHO_SAID, QuestionKind.CHAIN_ORDER):
            assert claim.speaker_entity not in wrong
        if question.kind in (QuestionKind.WHICH_SOURCE, QuestionKind.CHAIN_ORDER):
            assert not wrong & sources


def test_who_said_has_at_most_one_reporter_among_its_options(story, questions):
    types = {entity.id: type_of(entity) for entity in story.entities}
    for question in of_kind(questions, QuestionKind.WHO_SAID):
        found = [types.get(o.entity, Type.COLLECTIVE) for o in question.options]
        reporters = [o for o in question.options if o.misconception == "M1"]
        assert len(reporters) <= 1
        assert found.count(types[question.key[0].entity]) >= 2
        assert Type.UNNAMED not in found


def test_every_text_is_there_in_both_languages(questions):
    for question in questions:
        assert question.explanation.de
        assert question.explanation.en
        assert STANDING_LINE.de not in question.explanation.de
        for option in question.options:
            assert option.rationale.de
            assert option.rationale.en
            assert option.text.split()[-1] in option.label.de
            is_word = question.form is Form.MARKING
            assert (option.misconception is None) == (option.correct or is_word)


def test_the_evidence_proves_content_and_key(story, questions):
    names = {entity.id: entity.mentions for entity in story.entities}
    for question in questions:
        for mark in question.marks:
            assert any(stretch.covers(mark.span) for stretch in question.evidence)
        for key in question.key:
            if key.entity is not None and not is_fixed_voice(key.entity):
                assert any(
                    stretch.overlaps(mention)
                    for stretch in question.evidence
                    for mention in names[key.entity]
                )


def test_nothing_is_asked_about_what_is_not_sure():
    assert compose(_town(sure=False)) == ()


def test_nothing_is_asked_about_a_heading():
    heading = "Lenk: Wir öffnen die alte Brücke bald wieder"
    extraction = told(
        f"{heading}\nEs regnet. Ried und Voss kamen zur Brücke.",
        [person("Mara Lenk", "Lenk"), person("Jo Ried", "Ried"), person("Al Voss")],
        {
            "sentence": "Lenk:",
            "content": ["Wir öffnen die alte Brücke bald wieder"],
            "speaker": "Mara Lenk",
            "speaker_text": "Lenk",
        },
    )
    assert compose(extraction) == ()


def test_an_agency_that_speaks_for_itself_is_asked_for_only_as_source():
    questions = asked_by_notes("bridge")
    about = [question for question in questions if question.claim == "c9"]
    assert {question.kind for question in about_voices(about)} == {
        QuestionKind.WHICH_SOURCE,
        QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION,
    }


def test_who_denies_something_is_not_asked_for_as_the_one_who_said_it():
    assert not [each for each in asked_by_notes("bridge") if each.claim == "c10"]


def test_two_who_speak_together_are_not_asked_for():
    extraction = told(
        "Lenk und Ried sagten, die Brücke sei wieder sicher. Voss und Tann kamen.",
        [person("Mara Lenk", "Lenk"), person("Jo Ried", "Ried"), person("Al Voss")],
        {
            "sentence": "Lenk",
            "content": ["die Brücke sei wieder sicher"],
            "speaker": "Mara Lenk",
            "speaker_text": "Lenk und Ried",
            "cue": ["sagten"],
        },
    )
    assert about_voices(compose(extraction)) == []


@pytest.mark.parametrize("named", ["Lenk", "Ried"])
def test_two_joined_by_und_speak_together_even_if_only_one_was_found(named):
    full = {"Lenk": "Mara Lenk", "Ried": "Jo Ried"}
    extraction = told(
        "Lenk und Landrat Ried sagten, die Brücke sei wieder sicher. Al Voss kam.",
        [person("Mara Lenk", "Lenk"), person("Jo Ried", "Ried"), person("Al Voss")],
        {
            "sentence": "Lenk",
            "content": ["die Brücke sei wieder sicher"],
            "speaker": full[named],
            "speaker_text": named,
            "cue": ["sagten"],
        },
    )
    assert about_voices(compose(extraction)) == []


def test_a_pronoun_that_leaves_open_who_is_meant_is_not_asked_about():
    def asked(pronoun, *others):
        extraction = told(
            f"{pronoun} werde den Weg bald wieder öffnen, sagte Lenk. Und nun Regen.",
            [person("Anna Lenk", "Lenk"), *map(person, others)],
            {
                "content": [f"{pronoun} werde den Weg bald wieder öffnen"],
                "speaker": "Anna Lenk",
                "speaker_text": "Lenk",
                "cue": ["sagte"],
            },
        )
        return {question.kind for question in about_voices(compose(extraction))}

    assert not asked("Sie", "Peter Ried", "Jonas Voss")
    assert not asked("Sie", "Peter Ried", "Maria Voss")
    assert QuestionKind.WHO_SAID in asked("Man", "Peter Ried", "Jonas Voss")


def test_one_other_person_is_too_few_for_a_question():
    extraction = _town()
    fewer = told(
        "Die Brücke sei wieder sicher, sagte Lenk. Ried nickte.",
        [person("Mara Lenk", "Lenk"), person("Jonas Ried", "Ried")],
        {
            "content": ["Die Brücke sei wieder sicher"],
            "speaker": "Mara Lenk",
            "speaker_text": "Lenk",
            "cue": ["sagte"],
        },
    )
    assert of_kind(compose(extraction), QuestionKind.WHO_SAID)
    assert about_voices(compose(fewer)) == []


def test_sources_side_by_side_are_no_chain_and_no_single_source():
    extraction = told(
        "Die Brücke sei sicher, sagte Lenk laut Talpost und Nordwort. "
        "Es regne, so Radio Wiese. Es schneie, so Radio Tal.",
        [
            person("Mara Lenk", "Lenk"),
            *(outlet(o) for o in ("Talpost", "Nordwort", "Radio Wiese", "Radio Tal")),
        ],
        {
            "content": ["Die Brücke sei sicher"],
            "speaker": "Mara Lenk",
            "speaker_text": "Lenk",
            "cue": ["sagte"],
            "sources": ["Talpost", "Nordwort"],
        },
    )
    kinds = {question.kind for question in compose(extraction)}
    assert not kinds & {QuestionKind.WHICH_SOURCE, QuestionKind.CHAIN_ORDER}


def test_a_source_carried_over_is_explained_and_no_link_of_a_chain(story):
    claims = {claim.id: claim for claim in story.claims}
    carried = [
        question
        for question in about_voices(compose(story))
        if any(link.inherited for link in claims[question.claim].sources)
    ]
    assert not of_kind(carried, QuestionKind.CHAIN_ORDER)
    for question in of_kind(carried, QuestionKind.WHICH_SOURCE):
        assert "steht weiter oben" in question.explanation.de
        assert "stands further up" in question.explanation.en


def _town(**note):
    return told(
        "Die Brücke sei wieder sicher, sagte Lenk. Jonas Ried und Tilda Voss nickten.",
        [
            person("Mara Lenk", "Lenk"),
            person("Jonas Ried", "Ried"),
            person("Tilda Voss", "Voss"),
        ],
        {
            "content": ["Die Brücke sei wieder sicher"],
            "speaker": "Mara Lenk",
            "speaker_text": "Lenk",
            "cue": ["sagte"],
            **note,
        },
    )
