"""Leave a database behind as the version whose checkout this is run in would.

    git worktree add OLD COMMIT
    cd OLD
    PYTHONPATH=. PYTHON HERE/tests/living/leave.py HERE/tests/living/COMMIT

A teacher brings an article of ours, decides about its claims and its people, makes a
set and a draft of its next version; a class plays. Everything is done with the old
code, by its forms where it has some, and written as COMMIT.sql.gz, with what it says
of it all as COMMIT.json. README.md says when that is wanted.
"""

import gzip
import json
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from figures import figures
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz import schema
from quiz.articles.models import Article
from quiz.bank.models import BankItem, QuestionSet
from quiz.classroom.models import Assignment, Seat
from quiz.db import connect
from quiz.factory import create_app
from quiz.play import service as playing
from quiz.play.models import RoundItem
from quiz.web.clock import now
from tests.browser import Browser
from tests.cast import member
from tests.classroom.people import begin, join, make_class
from tests.lock_watch import LockWatch

try:
    from quiz.articles.claims.service import review_of
except ImportError:  # where it was before the rooms had folders
    from quiz.articles.reviewing import review_of

TEXT = Path(__file__).with_name("article.de.txt")
SETTINGS = {
    "TESTING": True,
    "SECRET_KEY": "only for tests, and long enough",
    "RATELIMIT_ENABLED": False,
}
FACTS = {
    "title": "Wernau streitet über den Turm",
    "outlet": "Albkurier",
    "published_on": "2026-03-23",
    "rights_basis": "own_text",
    "text": TEXT.read_text(encoding="utf-8"),
}
ACCEPTED = (
    "Das Dach hält keinen Winter",
    "beim Sturm niemand verletzt",
    "backt am Freitag hundert Waffeln",
    "Ohne den Turm kommt kein Gast",
    # What the rules came to find otherwise, or not at all:
    "der Storchenverein",
    "der Sturm sei der stärkste",
    "es seien zwei Grad",
    "Eine Stufe ist gebrochen",
    "er wolle trotzdem hinauf",
    "Wir haben nichts verborgen",
)
CHANGED = "Der Turm müsse sofort gesperrt werden"
REJECTED = "In drei Wochen ist alles wieder dicht"
FORM = {"source": "", "before": "", "type": "Indirect"}
OWN = {
    "form": "single",
    "stem_de": "Was fehlt dem Turm?",
    "lines": "*Ziegel\nFenster\nTüren",
    "skill": "speaker",
}
SEATS = 4


class Teacher:
    """A teacher's browser beside the database."""

    def __init__(self, app: Flask, session: Session) -> None:
        self.app, self.session = app, session
        self.browser: Browser = member(app, "frau ahorn")

    def sends(self, path: str, **fields: object) -> str:
        """Send a form; where it leads."""
        answer = self.browser.post(path, data=fields)
        assert answer.status_code == 303, (path, answer.status_code, answer.text)
        self.session.rollback()
        return answer.location

    def brings(self) -> str:
        return self.sends("/articles/new", **FACTS)

    def decides(self, article: str) -> None:
        """Claims are accepted, changed, rejected and added; one person is renamed."""
        for words in ACCEPTED:
            self.judges(article, words, "accept")
        self.judges(article, REJECTED, "reject")
        brandl = {"speaker": self.person("Sofie Brandl"), **FORM}
        number = self.number(CHANGED)
        form = self.browser.get(f"{article}/claims/{number}").text
        ticked = re.findall(r'name="content" value="(\d+)" checked', form)
        words = {"content": ticked, "version": self.version}
        self.sends(f"{article}/claims/{number}", **words, **brandl)
        page = self.browser.get(f"{article}/new-claim").text
        [place] = re.findall(r'new-claim\?sentence=(\d+)">Im Ort', page)
        added = {"version": self.version, "content": ["2", "3", "4"], **brandl}
        self.sends(f"{article}/new-claim?sentence={place}", **added)
        rename = {"act": "rename", "name": "Murat Celik der Ältere"}
        celik = {"entity": self.person("Murat Celik"), "version": self.version}
        self.sends(f"{article}/people", **rename, **celik)

    def judges(self, article: str, words: str, act: str) -> None:
        """Decide about the claim with these words; nothing where it is not found."""
        if number := self.number(words):
            path = f"{article}/claims/{number}/verdict"
            self.sends(path, version=self.version, act=act)

    def number(self, words: str) -> int:
        """The place of the claim with these words, from 1; 0 where there is none."""
        found = self.review.found
        texts = [" ".join(s.of(found.raw) for s in c.content) for c in found.claims]
        return next((n for n, text in enumerate(texts, 1) if words in text), 0)

    def person(self, name: str) -> str:
        return next(e.id for e in self.review.found.entities if e.name == name)

    @property
    def review(self) -> Any:
        return review_of(self.session.scalars(select(Article)).one())

    @property
    def version(self) -> int:
        return len(self.session.scalars(select(Article)).one().log)

    def prepares(self, article: str) -> QuestionSet:
        """A published set, and a draft with choices, an order and two own words."""
        made = self.sends(f"{article}/questions")
        draft = self.sends(f"{made}/draft")
        held = [number for number in range(1, self.count(draft) + 1) if number % 3]
        self.sends(draft, keep=held, changes=0, act="save")
        self.sends(f"{draft}/own", changes=1, **OWN)
        published = QuestionSet.published_at.is_not(None)
        return self.session.scalars(select(QuestionSet).where(published)).one()

    def count(self, draft: str) -> int:
        set_id = UUID(draft.rsplit("/", 1)[-1])
        wanted = select(BankItem).where(BankItem.set_id == set_id)
        return len(self.session.scalars(wanted).all())

    def gives(self, played: QuestionSet) -> list[Seat]:
        """The set as homework to a class; its seats."""
        made = make_class(self.browser, seats=SEATS)
        task = {"set": str(played.id), "mode": "homework", "feedback": "each"}
        self.sends(f"{made}/assign", **task)
        return list(self.session.scalars(select(Seat).order_by(Seat.number)))


def plays(teacher: Teacher, seat: Seat, right: int, answers: int) -> None:
    """A round of that seat, so many of its questions answered, the first ones right."""
    session = teacher.session
    pupil = join(teacher.app, None, seat)
    [task] = session.scalars(select(Assignment)).all()
    begun = UUID(begin(pupil, task).split("/")[-2])
    session.rollback()
    wanted = select(RoundItem).where(RoundItem.round_id == begun)
    items = session.scalars(wanted.order_by(RoundItem.number)).all()
    for item in items[:answers]:
        question = session.get_one(BankItem, item.item_id).as_question()
        picked = [option.id for option in question.key]
        if item.number > right and question.form.picks_one:
            picked = [question.distractors[0].id]
        chosen = [item.option_order.index(each) + 1 for each in picked]
        place = playing.Place(begun, item.number)
        playing.answer(session, seat.player_id, place, chosen, now())
        session.commit()


def leave(url: str) -> dict[str, object]:
    """Everything is done there; gives what the old code says of it."""
    engine = connect(url)
    schema.upgrade(engine)
    engine.dispose()
    app = create_app(SETTINGS | {"DATABASE_URL": url})
    app.test_client_class = Browser
    app.extensions["lock_watch"] = LockWatch(app)
    with app.extensions["quiz.sessions"].writing() as session:
        teacher = Teacher(app, session)
        article = teacher.brings()
        teacher.decides(article)
        played = teacher.prepares(article)
        seats = teacher.gives(played)
        plays(teacher, seats[0], right=8, answers=20)
        plays(teacher, seats[1], right=3, answers=20)
        plays(teacher, seats[2], right=2, answers=3)
        when = now()
        found = {"left_at": when.isoformat(), **figures(session, review_of, when)}
    app.extensions["quiz.sessions"].engine.dispose()
    return found


def dump(file: Path) -> Iterator[str]:
    """The SQL that makes the same database again."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for line in connection.iterdump():
        yield f"{line}\n"
    connection.close()


def main(target: str) -> None:
    """Write both files."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "quiz.sqlite"
        told = leave(f"sqlite:///{file}")
        written = "".join(dump(file)).encode("utf-8")
    packed = gzip.compress(written, mtime=0)
    Path(f"{target}.sql.gz").write_bytes(packed)
    lines = json.dumps(told, ensure_ascii=False, indent=1)
    Path(f"{target}.json").write_text(f"{lines}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
