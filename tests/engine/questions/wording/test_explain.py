import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from tests.engine.library import NOTED, asked_by_notes, noted


@pytest.fixture(scope="module")
def everything():
    return [question for slug in NOTED for question in asked_by_notes(slug)]


@pytest.mark.parametrize(
    ("question", "de", "en"),
    [
        (
            "who_said-c4",
            "Gesagt hat es Jonas Ried. Das zeigt im Text: „so Ried“.",
            "Jonas Ried said it. The text shows it: “so Ried”.",
        ),
        (
            "who_said-c6",
            "Das zeigt im Text: „Sie schlug vor“. Gemeint ist mit „Sie“: Tilda Voss.",
            "The text shows it: “Sie schlug vor”. Here “Sie” means: Tilda Voss.",
        ),
        (
            "which_source-c3",
            "hat das von: Nordwort. Das zeigt im Text: „laut der Agentur Nordwort“.",
            "has this from: Nordwort. The text shows it: “laut der Agentur Nordwort”.",
        ),
        (
            "who_said-c1",
            "Beides zeigt im Text: „sagte Bürgermeisterin Mara Lenk der Zeitung",
            "The text shows both: “sagte Bürgermeisterin Mara Lenk der Zeitung",
        ),
        (
            "chain_order-c1",
            "Der Weg der Nachricht: Mara Lenk → Talpost → dieser Artikel.",
            "The route of the information: Mara Lenk → Talpost → this article.",
        ),
    ],
)
def test_an_explanation_names_voice_word_and_source(question, de, en):
    found = next(q for q in asked_by_notes("bridge") if q.id == question)
    assert de in found.explanation.de
    assert en in found.explanation.en


def test_a_voice_that_goes_on_is_said_to_go_on_and_shown_where_it_is_named():
    slug = "freibad-in-fahlenbeck"
    carried = next(q for q in asked_by_notes(slug) if q.id == "who_said-c2")
    assert "der Konjunktiv zeigt, dass dieselbe Stimme weiterspricht" in (
        carried.explanation.de
    )
    assert "the same voice goes on" in carried.explanation.en
    shown = " ".join(span.of(noted(slug).raw) for span in carried.evidence)
    assert "Carla Neumark" in shown


STEG = (
    "Theo Falk eröffnete das Treffen am neuen Ufer, und Greta Moor kam dazu. "
    "Das alte Holz sei morsch, sagte Mila Kern der Zeitung „Seebote“. Der Umbau koste "
    "viel Geld und dauere lang. Sie hoffe auf einen trockenen Frühling im Dorf. "
    "„Wir warten gern auf den neuen Steg“, sagte Jana Reet. „Am Ende tanzen wir alle "
    "am Ufer.“ Theo Falk sagte: „Alle packen im Sommer mit an.“"
)


@pytest.mark.parametrize(
    ("words", "de", "en"),
    [
        (
            "Der Umbau",
            "der Konjunktiv „koste“ zeigt, dass dieselbe Stimme weiterspricht.",
            "the German Konjunktiv “koste” shows that the same voice goes on.",
        ),
        (
            "Sie hoffe",
            "zeigt, dass dieselbe Stimme weiterspricht. Gemeint ist mit „Sie“: Mila",
            "“hoffe” shows that the same voice goes on. Here “Sie” means: Mila Kern.",
        ),
        (
            "Am Ende",
            "dieses Zitat hat kein eigenes Redewort, also geht dieselbe Rede weiter.",
            "this quotation has no verb of saying of its own, so the same words go on.",
        ),
        (
            "Der Umbau",
            "hier weiter: Seebote. Dort steht: „sagte Mila Kern der Zeitung Seebote“.",
            "here: Seebote. There it says: “sagte Mila Kern der Zeitung Seebote”.",
        ),
    ],
)
def test_words_that_let_a_voice_go_on_are_shown(words, de, en):
    story = extract(STEG)
    said = next(c for c in story.claims if c.content[0].of(STEG).startswith(words))
    asked = [q for q in compose(story) if q.claim == said.id]
    assert asked
    assert any(de in question.explanation.de for question in asked)
    assert any(en in question.explanation.en for question in asked)


def test_no_explanation_takes_reported_speech_for_doubt(everything):
    doubting = (
        "zweifel",
        "unsicher",
        "angeblich",
        "gelogen",
        "falsch",
        "doubt",
        "alleged",
    )
    for question in everything:
        if question.form.keeps_order:
            continue  # the options are the article's own words
        texts = [question.explanation, *(o.rationale for o in question.options)]
        for text in texts:
            frame = text.de.casefold().replace(question.passage.casefold(), "")
            assert not any(word in frame for word in doubting), text.de
            assert not any(word in text.en.casefold() for word in doubting), text.en


def test_a_wrong_attribution_is_corrected_in_its_explanation(everything):
    for question in everything:
        if question.kind is not QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION:
            continue
        is_right = question.key[0].entity is None
        assert question.explanation.de.startswith(
            "Die Zuordnung stimmt." if is_right else "Die Zuordnung stimmt nicht."
        )
        if not is_right:
            name = question.key[0].text.removeprefix("Nein, es war ")
            assert name.removeprefix("Nein, richtig ist: ") in question.explanation.de


def test_no_text_has_a_doubled_mark_or_an_empty_quotation(everything):
    for question in everything:
        texts = [question.stem, question.explanation]
        for text in texts + [option.rationale for option in question.options]:
            for bad in ("..", "  ", "„“", "““", " ,", " .", "None", "::"):
                assert bad not in text.de, text.de
                assert bad not in text.en, text.en


def test_a_vague_voice_is_said_once_and_another_case_is_no_other_word():
    text = (
        "Die Werft am Hafen\n\nDie Werft am Hafen von Möwenau ist leer.\n\n"
        "„Wir hoffen auf neue Aufträge“, sagte Betriebsrätin Mila Kern am Montag.\n\n"
        "Medienberichten zufolge wechselt der Leiter der Werft bald nach Rostock."
    )
    told = [
        question.explanation.de
        for question in compose(extract(text))
        if "Medienberichte." in question.explanation.de
    ]
    assert told
    for explanation in told:
        assert explanation.count("Medienberichte.") == 1
        assert "Gemeint ist" not in explanation
