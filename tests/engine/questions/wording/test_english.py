import pytest

from quiz.engine.lexicon.lexicon import lexicon
from quiz.engine.questions.wording.english import english_of, several_in_english


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Polizei", "police"),
        ("Sprecher der Polizei", "spokesman of the police"),
        ("Sprecherin des Ministeriums", "spokeswoman of the ministry"),
        ("Landgericht Moorau", "Moorau regional court"),
        ("Vater aus Moorau", "father from Moorau"),
        ("Mitarbeiter der Versicherung", "employee of the insurance company"),
        ("Talverein", None),
        ("Sprecher der Talmühle", None),
        ("Sprecher ohne Namen", None),
    ],
)
def test_a_noun_is_english_where_all_its_words_are_known(german, english):
    assert english_of(german, lexicon("de")) == english


def test_several_are_called_by_a_plural():
    assert several_in_english("Kritiker", lexicon("de")) == "critics"
    assert several_in_english("Talweber", lexicon("de")) is None
