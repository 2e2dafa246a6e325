"""Who may be asked about as the voice of a claim."""

from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose

GARDEN = (
    "Der Garten hinter der Schule ist neu. „Die Beete sind voll“, sagte Jan Reet. "
    "„Das Holz kommt von hier“, erklärte Theo Falk. {first} Im Garten wächst Salat. "
    "Die Schulleiterin sagte der Schulzeitung „Lindenblatt“, der Zaun koste neun Euro."
)


def named(first):
    """Who is named in questions about the fence and what is said of their options."""
    questions = compose(extract(GARDEN.format(first=first)))
    about = [q for q in questions if "Zaun" in q.stem.de]
    assert about
    return " ".join(o.rationale.de for q in about for o in q.options)


def test_a_role_is_nobody_of_whom_the_article_only_has_a_first_name():
    assert "Mia" not in named("Einen Igel gibt es auch, behauptet Mia aus der 4b.")
