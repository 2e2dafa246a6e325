"""An article with voices and sentences of its own, and what is asked about it."""

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose
from quiz.engine.questions.option import FixedVoice
from quiz.engine.questions.question import QuestionKind
from quiz.engine.questions.rules.validity import violations

LEAD = """Die Mühle am Wehr

Die alte Mühle am Wehr von Erlenau steht wieder offen. Gemahlen wird dort seit Mai.

Das Mühlrad misst vier Meter und hängt an einer Achse aus Eiche. Im Keller liegen \
noch zwölf Steine aus dem Jahr 1870. Ein Steg führt seit dem Frühjahr über den Bach."""
SAID = """

„Das Korn kommt nur von Höfen aus dem Tal“, sagte Müllerin Jana Rothe am Montag.

Stadtrat Emil Vogt sagte, der Umbau sei billiger geworden als geplant.

„Am Sonntag backen wir Brot für alle“, sagte Rothe.

Vogt erklärte, die Stadt habe den Weg zur Mühle bezahlt."""
TEXT = f"{LEAD}{SAID}"
OWN = {
    "Im Keller liegen noch zwölf Steine aus dem Jahr 1870",
    "Das Mühlrad misst vier Meter und hängt an einer Achse aus Eiche",
}
NEW = (
    QuestionKind.WHOSE_VOICE,
    QuestionKind.OWN_VOICE,
    QuestionKind.SAID_IT,
    QuestionKind.ONE_OF_TWO,
)


def asked(text, kind, seed=0):
    found = extract(text)
    questions = [each for each in compose(found, seed) if each.kind is kind]
    for question in questions:
        assert not [v for v in violations(question, found) if v.level == "block"]
    return questions


def own(questions):
    return [q for q in questions if q.key[0].entity == FixedVoice.ARTICLE]
