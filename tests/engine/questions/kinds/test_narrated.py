"""Which sentences are the article's own for certain."""

import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.question import QuestionKind
from tests.engine.questions.kinds.mill import LEAD, OWN, SAID, TEXT, asked


def test_sentences_far_from_any_voice_are_the_articles_own():
    dossier = Dossier(extract(TEXT))
    told = {span.of(dossier.raw).rstrip(".") for span in dossier.narrated}
    assert told
    assert told <= OWN


@pytest.mark.parametrize(
    "sentence",
    [
        "Laut der Stadt hält das Rad noch hundert Jahre.",
        "Das Rad sei noch gut, und die Achse halte.",
        "Am Wehr dominiere nicht das Wasser, sondern das Holz.",
        "„Das Rad hält noch lange“, sagte Müllerin Jana Rothe.",
        "Das teilte die Stadt mit.",
        "Gemäß dem Plan der Stadt hält das Rad noch hundert Jahre.",
        "Wir freuen uns alle sehr darüber.",
    ],
)
def test_beside_a_voice_no_sentence_is_the_articles_own(sentence):
    text = TEXT.replace("Ein Steg führt seit dem Frühjahr über den Bach.", sentence)
    dossier = Dossier(extract(text))
    told = [span.of(text) for span in dossier.narrated]
    assert not any(each.startswith("Im Keller") for each in told)


BESIDE = "Müllerin Jana Rothe sagte, das Rad halte noch hundert Jahre."


@pytest.mark.parametrize(
    ("sentence", "is_own"),
    [
        ("Im März brach am Wehr ein Balken aus Eiche.", True),
        ("Der Müller räumte danach den Keller aus.", False),  # leans on "danach"
        ("Ein Trupp aus Erlenau räumte den ganzen Keller aus.", True),
        ("Das Wehr ist der schönste Ort im Tal.", False),
        ("Aber im März brach ein Balken aus Eiche.", False),
        ("Der Balken brach gestern am Wehr von Erlenau.", False),
    ],
)
def test_beside_a_person_only_what_is_written_in_the_past_is_the_articles_own(
    sentence, is_own
):
    text = f"{LEAD}\n\n{BESIDE} {sentence} {BESIDE}{SAID}"
    told = [span.of(text) for span in Dossier(extract(text)).narrated]
    assert (sentence in told) is is_own


@pytest.mark.parametrize(
    ("before", "is_own"),
    [
        ("Zwei Bretter fehlen, teilte die Polizei mit.", True),
        ("Laut der Polizei fehlen zwei Bretter.", False),
    ],
)
def test_behind_what_a_body_is_said_to_say_the_past_may_be_its_own(before, is_own):
    sentence = "Im März brach am Wehr ein Balken aus Eiche."
    text = f"{LEAD}\n\n{before} {sentence}{SAID}"
    told = [span.of(text) for span in Dossier(extract(text)).narrated]
    assert (sentence in told) is is_own


NEAR = "Der Bach führt viel Wasser. Das Wehr ist alt."


@pytest.mark.parametrize(
    "before",
    [
        "Eine Studie aus dem Tal zählt dort elf Mühlen.",
        "Das Wehr war lange kaputt, erzählt Müllerin Jana Rothe.",
    ],
)
def test_behind_what_is_found_out_or_told_nothing_is_the_articles_own(before):
    sentence = "Im März brach am Wehr ein Balken aus Eiche."
    for told, is_own in (("Das Dach ist rot.", True), (before, False)):
        text = f"{LEAD}\n\n{told} Das Wehr ist alt. {sentence}{SAID}"
        found = [span.of(text) for span in Dossier(extract(text)).narrated]
        assert (sentence in found) is is_own


def test_in_an_article_about_a_study_no_sentence_is_the_articles_own():
    known = "Die Studie ist neu. Die Forscher sind jung. Die Umfrage ist alt."
    text = f"{TEXT} {known}"
    assert Dossier(extract(text)).narrated
    assert Dossier(extract(f"{text} Eine Studie fehlt noch.")).narrated == ()


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        (
            "Ein Steg führt seit dem Frühjahr über den Bach.",
            f"{LEAD} {NEAR} Das Holz kommt aus dem Tal. {{after}}{SAID}",
        ),
        (
            "Im März brach am Wehr ein Balken aus Eiche.",
            f"{LEAD}\n\n{BESIDE} {{sentence}} {{after}}{SAID}",
        ),
    ],
    ids=["some sentences before", "in the past, right before"],
)
@pytest.mark.parametrize(
    ("after", "is_own"), [("Das Dach ist rot.", True), ("Wir sahen viel.", False)]
)
def test_before_wir_without_marks_somebody_may_be_speaking(
    sentence, body, after, is_own
):
    text = body.format(sentence=sentence, after=after)
    found = [span.of(text) for span in Dossier(extract(text)).narrated]
    assert (sentence in found) is is_own


def test_about_whoever_speaks_right_beside_it_a_sentence_may_retell_them():
    after = "Der Bach brauche Platz, sagte Stadtrat Emil Vogt."
    for who, is_own in (("Gärtner Kai Born", True), ("Stadtrat Emil Vogt", False)):
        sentence = f"Im März erhielt {who} am Wehr ein Blatt aus Eiche."
        text = f"{LEAD}\n\n{BESIDE} {sentence} {after}{SAID}"
        found = [span.of(text) for span in Dossier(extract(text)).narrated]
        assert (sentence in found) is is_own


def test_whose_voice_is_not_asked_about_what_somebody_says_of_themselves():
    said = "Die Stadtwerke haben nach eigenen Angaben kein Holz für das Dach bestellt."
    text = f"{TEXT}\n\n{said}"
    for seed in range(4):
        for question in asked(text, QuestionKind.WHOSE_VOICE, seed):
            assert "bestellt" not in question.passage


def test_figures_in_per_cent_are_somebodys():
    sentence = "Im März brachen am Wehr 40 Prozent der Balken aus Eiche."
    text = f"{LEAD}\n\n{BESIDE} {sentence} {BESIDE}{SAID}"
    assert sentence not in [s.of(text) for s in Dossier(extract(text)).narrated]


@pytest.mark.parametrize(
    ("sentence", "is_own"),
    [
        ("Rothe erwähnte den Steg als den Ort mit dem meisten Licht am Bach.", False),
        ("Rothe stürzte im Frühjahr vom Steg in den kalten Bach.", True),
        ("Neuer Steg Die Planken kamen im Frühjahr aus dem Wald von Erlenau.", False),
        ("Die Planken kamen im Frühjahr aus dem Wald von Erlenau.", True),
    ],
)
def test_what_may_retell_a_voice_or_begins_with_a_heading_is_not_the_articles_own(
    sentence, is_own
):
    text = TEXT.replace(
        "Im Keller liegen noch zwölf Steine aus dem Jahr 1870.", sentence
    )
    told = [span.of(text) for span in Dossier(extract(text)).narrated]
    assert (sentence in told) is is_own
