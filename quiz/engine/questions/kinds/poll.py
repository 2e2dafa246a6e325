"""Was meint ihr? Ohne richtig und falsch, ohne Punkte."""

from dataclasses import replace

from quiz.engine.questions.kinds.own import KIND as OWN
from quiz.engine.questions.question import QuestionKind

KIND = replace(OWN, id=QuestionKind.POLL, quota=1)
