"""An invented village to play with: ten sayings, a set of questions, rounds."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from quiz.articles.models import Article
from quiz.bank.models import QuestionSet
from quiz.bank.service import add_set
from quiz.engine.questions.option import (
    STANDING_LINE,
    Localised,
    Option,
)
from quiz.engine.questions.question import Marked, MarkRole, Question, QuestionKind
from quiz.engine.text.span import Span
from quiz.play import starting as play
from quiz.play.models import Player, Round

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

# Ten things said by ten people in an invented village, through two agencies.
SPEAKERS = (
    "Ada Amsel",
    "Bodo Buchfink",
    "Cora Dohle",
    "Dario Drossel",
    "Elif Elster",
    "Falk Fink",
    "Greta Grünspecht",
    "Hanno Häher",
    "Ines Ibis",
    "Jan Krähe",
)
SAYINGS = (
    "Der Dorfteich ist tiefer als gedacht",
    "Im Gemeindehaus fehlen achtzehn Stühle",
    "Auf dem Kirchturm nistet ein Falke",
    "Die Bäckerei öffnet künftig um fünf",
    "Am Bahnhof blühen wilde Tulpen",
    "Der alte Traktor springt wieder an",
    "Beim Sportfest regnete es Konfetti",
    "Unter der Brücke wohnt ein Biber",
    "Das Schulradio sendet ab Montag",
    "Vor dem Rathaus steht ein Klavier",
)
AGENCIES = ("Nordpost", "Südfunk")


def sentence(number: int) -> str:
    """The sentence of the article about that saying."""
    agency = AGENCIES[number % 2]
    return f"„{SAYINGS[number]}“, sagte {SPEAKERS[number]} der Agentur {agency}."


TEXT = "Ein Tag im Dorf\n\n" + "\n\n".join(sentence(n) for n in range(len(SAYINGS)))


def make_village(session: Session, owner_id: UUID | None = None) -> Article:
    """An article whose ten sentences each have a speaker, a word and a source."""
    article = Article(
        owner_id=owner_id,
        title="Ein Tag im Dorf",
        outlet="Dorfblatt",
        published_on=date(2026, 11, 23),
        language="de",
        rights_basis="own_text",
        visibility="private" if owner_id else "library",
        text=TEXT,
        text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        created_at=NOON,
    )
    session.add(article)
    session.flush()
    return article


def make_played_set(session: Session, owner_id: UUID | None = None) -> QuestionSet:
    """Ten questions on the village: six speakers, two sources, two others."""
    questions = [
        *(who_said(number) for number in range(6)),
        which_source(6),
        which_source(7),
        chain_order(8),
        right_or_wrong(9),
    ]
    return add_set(session, make_village(session, owner_id), questions, owner_id, NOON)


def make_player(session: Session, user_id: UUID | None = None) -> Player:
    """Somebody who plays; a guest by default."""
    player = Player(id=uuid4(), user_id=user_id, created_at=NOON)
    session.add(player)
    session.flush()
    return player


def make_round(
    session: Session,
    player: Player | None = None,
    played: QuestionSet | None = None,
    seed: int = 1,
) -> Round:
    """A round nobody has answered yet."""
    return play.start(
        session,
        player or make_player(session),
        played or make_played_set(session),
        seed,
        NOON,
    )


def who_said(number: int) -> Question:
    """Asks for the speaker of that saying."""
    names = [SPEAKERS[(number + step) % len(SPEAKERS)] for step in (0, 3, 6)]
    de = f"Von wem stammt laut Artikel die Aussage: „{SAYINGS[number]}“?"
    en = f"According to the article, whose statement is this: “{SAYINGS[number]}”?"
    return _question(QuestionKind.WHO_SAID, number, Localised(de, en), names)


def which_source(number: int) -> Question:
    """Asks for the agency of that saying."""
    names = [AGENCIES[number % 2], AGENCIES[(number + 1) % 2], SPEAKERS[number]]
    de = f"Auf welche Quelle beruft sich der Artikel bei: „{SAYINGS[number]}“?"
    en = f"Which source does the article rely on for: “{SAYINGS[number]}”?"
    return _question(QuestionKind.WHICH_SOURCE, number, Localised(de, en), names)


def right_or_wrong(number: int) -> Question:
    """Asks whether somebody else said it."""
    wrong = SPEAKERS[(number + 4) % len(SPEAKERS)]
    de = f"Stimmt die Zuordnung? {wrong} sagte: „{SAYINGS[number]}“"
    en = f"Is this attribution right? {wrong} said: “{SAYINGS[number]}”"
    names = [SPEAKERS[number], SPEAKERS[(number + 2) % len(SPEAKERS)]]
    kind = QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION
    question = _question(kind, number, Localised(de, en), names)
    yes = _option("c", "Ja, so steht es im Artikel.", correct=False, entity=None)
    return replace(question, options=(*question.options, yes))


def chain_order(number: int) -> Question:
    """Asks for the way of that saying; one card does not belong to it."""
    cards = [SPEAKERS[number], AGENCIES[number % 2], "Dorfblatt"]
    options = [
        *(_option(letter, name) for letter, name in zip("abc", cards, strict=True)),
        _option("d", AGENCIES[(number + 1) % 2], correct=False),
    ]
    de = f"Bringe den Weg dieser Nachricht in Ordnung: „{SAYINGS[number]}“"
    en = f"Put the route of this information in order: “{SAYINGS[number]}”"
    question = _question(QuestionKind.CHAIN_ORDER, number, Localised(de, en), cards)
    return replace(question, options=tuple(options))


def _question(
    kind: QuestionKind, number: int, stem: Localised, names: list[str]
) -> Question:
    options = tuple(
        _option(letter, name, correct=letter == "a")
        for letter, name in zip("abc", names, strict=False)
    )
    told = f"„sagte“ zeigt, wer spricht: {SPEAKERS[number]}."
    shown = f"“sagte” shows who speaks: {SPEAKERS[number]}."
    here = TEXT.index(sentence(number))
    return Question(
        id=f"{kind.value}-c{number}",
        kind=kind,
        claim=f"c{number}",
        stem=stem,
        passage=SAYINGS[number],
        options=options,
        explanation=Localised(
            f"{told} {STANDING_LINE.de}", f"{shown} {STANDING_LINE.en}"
        ),
        evidence=(Span(here, here + len(sentence(number))),),
        marks=tuple(
            Marked(MarkRole(role), _span(here, words))
            for role, words in (
                ("content", SAYINGS[number]),
                ("cue", "sagte"),
                ("speaker", SPEAKERS[number]),
                ("source", AGENCIES[number % 2]),
            )
        ),
    )


def _option(
    letter: str, name: str, *, correct: bool = True, entity: str | None = "e"
) -> Option:
    why = f"{name} {'hat es gesagt' if correct else 'kommt nur daneben vor'}."
    return Option(
        id=letter,
        text=name,
        entity=entity and f"e-{name}",
        correct=correct,
        misconception=None if correct else "M1",
        label=Localised(name, name),
        rationale=Localised(why, f"About {name}: {why}"),
    )


def _span(here: int, words: str) -> Span:
    begin = TEXT.index(words, here)
    return Span(begin, begin + len(words))
