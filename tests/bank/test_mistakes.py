"""What a wrong answer shows, told to teachers in words."""

from quiz.bank.sentences import MISCONCEPTIONS
from quiz.engine.questions.distractors.mistakes import Mistake


def test_every_mistake_that_a_question_can_show_has_words():
    assert set(Mistake) <= set(MISCONCEPTIONS)
    assert len({str(words) for words in MISCONCEPTIONS.values()}) == len(MISCONCEPTIONS)
