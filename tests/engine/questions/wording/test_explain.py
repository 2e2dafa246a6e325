import pytest

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.wording.explain import MOST_WORDS
from tests.engine.library import NOTED, asked_by_notes, noted


@pytest.fixture(scope="module")
def everything():
    return [question for slug in NOTED for question in asked_by_notes(slug)]


@pytest.mark.parametrize(
    ("question", "de", "en"),
    [
        (
            "who_said-c4",
            "Im Text: „so Ried“. Bei „so“ steht, von wem es kommt.",
            "In the text: “so Ried”. “so” tells you who it comes from.",
        ),
        (
            "who_said-c6",
            "Im Text: „Sie schlug vor“. Gemeint ist Tilda Voss. Bei „er“ und „sie“",
            "In the text: “Sie schlug vor”. That is Tilda Voss. For “er” and “sie”,",
        ),
        (
            "which_source-c3",
            "„laut der Agentur Nordwort“. Bei „laut“ steht, wer es weitergibt.",
            "In the text: “laut der Agentur Nordwort”. “laut” tells you who",
        ),
        (
            "who_said-c1",
            "der Zeitung Talpost“. Wer zu „sagte“ gehört, spricht.",
            "der Zeitung Talpost”. Whoever goes with “sagte” speaks.",
        ),
        (
            "which_source-c1",
            "der Zeitung Talpost“. Wer es gesagt bekommt, gibt es nur weiter.",
            "der Zeitung Talpost”. Whoever is told something only passes it on.",
        ),
        (
            "chain_order-c1",
            "Der Weg der Nachricht: Mara Lenk → die Talpost → dieser Artikel.",
            "The route of the information: Mara Lenk → the Talpost → this article.",
        ),
    ],
)
def test_an_explanation_names_voice_word_and_source(question, de, en):
    found = next(q for q in asked_by_notes("bridge") if q.id == question)
    assert de in found.explanation.de
    assert en in found.explanation.en


TALKS = (
    "Der Steg am alten Ufer ist seit Montag zu. „Alle packen im Sommer mit an“, sagte "
    "Theo Falk. Das Ufer sei sehr steil, sagte ihr Sprecher Jan Reet. Ihren Worten "
    "zufolge fehlt dort viel Geld. Wie Radio Kiesel unter Berufung auf Greta Moor "
    "meldete, kostet der Umbau sehr viel Geld. „Der Steg ist völlig morsch“, sagte "
    "Mila Kern im Frühprogramm von Radio Kiesel. Laut der Zeitung Talpost fehlen neun "
    "Pfosten. Nach einem Bericht der Agentur Nordlicht ist der Weiher sehr tief."
)


@pytest.mark.parametrize(
    ("kind", "words", "rule"),
    [
        ("who_said", "Ufer sei", "Wer zu „sagte“ gehört, spricht."),
        ("who_said", "kostet", "Wer zu „meldete“ gehört, gibt es weiter."),
        ("which_source", "morsch", "Wo es zu hören oder zu lesen war,"),
    ],
)
def test_the_rule_fits_the_words_that_show_it(kind, words, rule):
    asked = [
        question
        for question in compose(extract(TALKS))
        if question.kind == kind and words in question.passage
    ]
    assert [rule in question.explanation.de for question in asked] == [True]


STEG = (
    "Theo Falk eröffnete das Treffen am neuen Ufer, und Greta Moor kam dazu. "
    "Das alte Holz sei morsch, sagte Mila Kern der Zeitung „Seebote“. Der Umbau koste "
    "viel Geld und dauere lang. Sie hoffe auf einen trockenen Frühling im Dorf. "
    "„Wir warten gern auf den neuen Steg“, sagte Jana Reet. „Am Ende tanzen wir alle "
    "am Ufer.“ Theo Falk sagte: „Alle packen im Sommer mit an.“"
)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            "Falk musste am Ufer lachen: „Da hat wohl einer das Boot vergessen.“",
            "Falk musste am Ufer lachen:",
        ),
        (
            "„Wir bauen den alten Steg nicht ab“, lässt sich Mila Kern dort zitieren.",
            "lässt sich Mila Kern dort zitieren“. Wer zu „lässt … zitieren“ gehört,",
        ),
        (
            "„Der alte Steg bleibt uns noch lange“, schrieb Mila Kern.",
            "schrieb Mila Kern“. Wer zu „schrieb“ gehört, hat es geschrieben.",
        ),
    ],
)
def test_the_proof_is_more_than_a_name_and_less_than_a_riddle(sentence, shown):
    found = compose(extract(f"{STEG}\n\n{sentence}"))
    words = sentence.partition("„")[2][:20]
    proofs = [
        q.explanation.de
        for q in found
        if q.kind is QuestionKind.WHO_SAID and words in q.passage
    ]
    assert proofs
    assert all(f"Im Text: „{shown}" in proof for proof in proofs)


def test_whoever_cites_is_shown_with_the_word_that_makes_them_no_subject():
    text = (
        "Der Hafen war am Montag zu. Der von der Nordpost zitierte Experte Ole Brand "
        "sagte, er sei besorgt über die Lage im Hafen. „Die Mauer hält nicht“, sagte "
        "Ina Moor. Die Mauer sei erneuert worden, sagte Jo Lenk der Agentur NNA."
    )
    asked = [q for q in compose(extract(text, "de")) if "zitierte" in q.explanation.de]
    assert asked
    for question in asked:
        assert "„von der Nordpost zitierte“" in question.explanation.de
        assert "Bei „von … zitierte“ steht" in question.explanation.de


def test_a_voice_that_goes_on_is_said_to_go_on_and_shown_where_it_is_named():
    slug = "freibad-in-fahlenbeck"
    carried = next(q for q in asked_by_notes(slug) if q.id == "who_said-c2")
    assert (
        "„dürfe“ statt „darf“: Hier redet noch Carla Neumark" in carried.explanation.de
    )
    assert "Carla Neumark is still speaking here" in carried.explanation.en
    shown = " ".join(span.of(noted(slug).raw) for span in carried.evidence)
    assert "Carla Neumark" in shown


@pytest.mark.parametrize(
    ("words", "de", "en"),
    [
        (
            "Der Umbau",
            "„koste“ ist Konjunktiv: Hier redet noch Mila Kern.",
            "“koste” is reported speech: Mila Kern is still speaking here.",
        ),
        (
            "Sie hoffe",
            "„hoffe“ ist Konjunktiv: Hier redet noch Mila Kern.",
            "“hoffe” is reported speech: Mila Kern is still speaking here.",
        ),
        (
            "Am Ende",
            "Zitat ohne neues Redewort: Hier redet noch Jana Reet.",
            "No new verb of saying: Jana Reet is still speaking here.",
        ),
        (
            "Der Umbau",
            "weiter oben: „sagte Mila Kern der Zeitung Seebote“. Sie gilt, bis eine",
            "further up: “sagte Mila Kern der Zeitung Seebote”. It holds until",
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


SENDER = (
    "Der Steg am alten Ufer ist seit Montag zu. Wie Radio Kiesel meldete, fehlt dort "
    "das Geld. Am Ufer standen gestern viele Leute. Das neue Holz liege schon im "
    "Hafen, sagte Mila Kern dem Sender. Der Umbau koste viel Geld und dauere lang. "
    "„Wir warten gern auf den Sommer“, sagte Jana Reet der Zeitung „Seebote“. Theo "
    "Falk sagte: „Alle packen im Sommer mit an.“"
)


@pytest.mark.parametrize("words", ["Das neue Holz", "Der Umbau"])
def test_a_source_called_by_what_it_is_is_proved_where_its_name_stands(words):
    story = extract(SENDER)
    said = next(c for c in story.claims if c.content[0].of(SENDER).startswith(words))
    [asked] = [
        question
        for question in compose(story)
        if question.claim == said.id and question.kind is QuestionKind.WHICH_SOURCE
    ]
    assert [option.text for option in asked.key] == ["Radio Kiesel"]
    assert "dem Sender“. Gemeint ist Radio Kiesel." in asked.explanation.de
    assert "Radio Kiesel" in " ".join(span.of(SENDER) for span in asked.evidence)


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
    wrong = [
        question
        for question in everything
        if question.kind is QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION
        and question.key[0].entity is not None
    ]
    assert wrong
    for question in wrong:
        assert question.key[0].text.split()[-1] in question.explanation.de


def test_what_explains_an_answer_is_read_at_once(everything):
    told = {q.explanation.de: len(q.explanation.de.split()) for q in everything}
    long = [why for why, size in told.items() if size > MOST_WORDS]
    assert max(told.values()) <= 30
    assert len(long) <= 0.01 * len(told), long


def test_no_text_has_a_doubled_mark_or_an_empty_quotation(everything):
    for question in everything:
        texts = [question.stem, question.explanation]
        for text in texts + [option.rationale for option in question.options]:
            for bad in ("..", "  ", "„“", "““", " ,", " .", "None", "::"):
                assert bad not in text.de, text.de
                assert bad not in text.en, text.en


def test_another_case_of_a_name_is_no_other_word():
    text = (
        "Die Werft am Hafen\n\nDie Werft am Hafen von Möwenau ist leer.\n\n"
        "„Wir hoffen auf neue Aufträge“, sagte Betriebsrätin Mila Kern am Montag.\n\n"
        "Medienberichten zufolge wechselt der Leiter der Werft bald nach Rostock."
    )
    told = [
        question.explanation.de
        for question in compose(extract(text))
        if "„Medienberichten zufolge“" in question.explanation.de
    ]
    assert told
    assert not any("Gemeint ist" in explanation for explanation in told)
