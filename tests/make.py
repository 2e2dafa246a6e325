"""Things that tests need, made as people would make them, with defaults.

Every function takes a session first and returns the row; each room adds its own.
"""

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from quiz.articles.models import Article
from quiz.articles.service import text_sha256
from quiz.bank.models import QuestionSet
from quiz.bank.service import add_set
from quiz.engine.questions.option import Localised, Option
from quiz.engine.questions.question import Marked, MarkRole, Question, QuestionKind
from quiz.engine.text.span import Span

NOW = datetime(2026, 3, 24, 9, 30, tzinfo=UTC)

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


def make_article(
    session: Session, owner_id: UUID | None = None, text: str = TEXT, **facts: object
) -> Article:
    """An own text of that teacher; without an owner one of the library."""
    article = Article(
        **{
            "owner_id": owner_id,
            "visibility": "private" if owner_id else "library",
            "title": TITLE,
            "outlet": "Apfelstedter Bote",
            "published_on": date(2026, 3, 23),
            "language": "de",
            "rights_basis": "own_text",
            "text": text,
            "text_sha256": text_sha256(text),
            "created_at": NOW,
            **facts,
        }
    )
    session.add(article)
    session.flush()
    return article


def make_questions() -> tuple[Question, ...]:
    """Eight questions on `TEXT`, "Who said it?"; option "a" is always right."""
    return tuple(_who_said(number) for number in range(len(SAID)))


def make_set(
    session: Session, owner_id: UUID | None = None, article: Article | None = None
) -> QuestionSet:
    """A set of `make_questions`; without an owner it is the library's."""
    article = article or make_article(session, owner_id)
    return add_set(session, article, make_questions(), owner_id, NOW)


def make_stuck_set(
    session: Session, owner_id: UUID | None = None, visibility: str = "link"
) -> QuestionSet:
    """A set that was published though it has too few questions for a round."""
    article = make_article(session, owner_id)
    made = add_set(session, article, make_questions()[:3], owner_id, NOW)
    made.visibility = visibility
    session.flush()
    return made


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
