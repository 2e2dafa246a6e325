import pytest

from quiz.engine.text.readability import readability

EASY = "Der Hund ist da. Er bellt laut. Das Kind lacht. Es holt den Ball. " * 3
HARD = (
    "Bundesverfassungsgerichtliche Entscheidungen berücksichtigen "
    "verwaltungsrechtliche Zuständigkeitsregelungen, weil "
    "Grundrechtsbeeinträchtigungen "
    "verhältnismäßigkeitsorientierte Abwägungsentscheidungen erforderlich machen. "
) * 3


def test_lix_is_mean_length_plus_percent_of_long_words():
    text = "Der Hund bellt heute ziemlich laut. " * 6  # 6 words, one has more than 6
    assert readability(text).lix == pytest.approx(6 + 100 / 6)


def test_the_vienna_formula_is_computed_as_published():
    text = "Der Hund bellt heute ziemlich laut. " * 6
    # MS 0, SL 6, IW 100/6, ES 4 of 6 (Der, Hund, bellt, laut)
    wanted = 0.1672 * 6 + 0.1297 * 100 / 6 - 0.0327 * 400 / 6 - 0.875
    assert readability(text).school_year == pytest.approx(wanted)


def test_what_is_hard_to_read_has_higher_figures():
    easy, hard = readability(EASY), readability(HARD)
    assert easy.lix < 15 < 60 < hard.lix
    assert easy.school_year < 4 < 12 < hard.school_year


def test_a_few_words_have_no_figure():
    assert readability("Nur ein kurzer Satz.") is None
    assert readability("") is None


def test_reading_takes_at_least_a_minute_and_longer_with_questions():
    found = readability(EASY)
    assert found.minutes() == 1
    assert found.minutes(questions=10) > found.minutes()
