"""An invented article and eight questions on it, made without the extractor."""

from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Marked, MarkRole, Question, QuestionKind
from quiz.engine.text.span import Span

TITLE = "Große Ernte in Apfelstedt"
SAID = (
    ("Paula Sander", "Der Keller ist bis unter die Decke voll"),
    ("Emil Brandt", "So viele Körbe haben wir noch nie geflochten"),
    ("Mila Kern", "In der Pause backen wir Kuchen für alle"),
    ("Jonas Reet", "Am Sonntag fährt ein Boot mit Saft den Fluss hinunter"),
    ("Theo Falk", "Die neue Presse läuft Tag und Nacht"),
    ("Rosa Lindholm", "Gegen den Frost halfen kleine Feuer zwischen den Bäumen"),
    ("Anton Weber", "Meine Bienen waren fleißiger als im vorigen Jahr"),
    ("Greta Moor", "Das Museum zeigt ab Freitag alte Leitern"),
)
TEXT = (
    f"{TITLE}\n\nIn Apfelstedt gibt es so viele Äpfel wie lange nicht mehr.\n\n"
    + "\n\n".join(f"„{content}“, sagte {name}." for name, content in SAID)
    + "\n"
)
"""An invented article: eight people say one thing each."""


def make_questions() -> tuple[Question, ...]:
    """Eight questions on `TEXT`, "Who said it?"; option "a" is always right."""
    return tuple(_who_said(number) for number in range(len(SAID)))


def _who_said(number: int) -> Question:
    name, content = SAID[number]
    others = [SAID[(number + step) % len(SAID)][0] for step in (3, 5)]
    why = Localised(f"„sagte“ zeigt auf {name}.", f"“sagte” points to {name}.")
    said, speaker = _span(content), _span(name)
    return Question(
        id=f"who_said-c{number + 1}",
        kind=QuestionKind.WHO_SAID,
        claim=f"c{number + 1}",
        stem=Localised(f"Wer sagt: „{content}“?", f"Who says: “{content}”?"),
        passage=content,
        options=(
            _option("a", name, why, is_right=True),
            _option("b", others[0], why, is_right=False),
            _option("c", others[1], why, is_right=False),
        ),
        explanation=why,
        evidence=(Span(said.begin - 1, speaker.end + 1),),
        marks=(
            Marked(MarkRole.CONTENT, said),
            Marked(MarkRole.CUE, Span(speaker.begin - 6, speaker.begin - 1)),
            Marked(MarkRole.SPEAKER, speaker),
        ),
    )


def _option(letter: str, name: str, why: Localised, *, is_right: bool) -> Option:
    return Option(
        id=letter,
        text=name,
        entity=name,
        correct=is_right,
        misconception=None if is_right else "M2",
        label=Localised(name, name),
        rationale=why,
    )


def _span(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))
