"""Databases as older versions left them, and what the rules of today leave of them.

All of what people decided, were asked, answered and earned: `figures.py` has it,
`leave.py` wrote it down with the code of then.
"""

import gzip
import json
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select

from quiz.access import Actor
from quiz.accounts import service as accounts
from quiz.accounts.models import User
from quiz.articles.claims.service import review_of
from quiz.articles.models import Article
from quiz.bank.drafts.objections import objections_of
from quiz.bank.models import QuestionSet
from quiz.classroom.models import Seat
from quiz.db import Base, connect
from quiz.engine.claims.review.correction import Act
from quiz.engine.questions.question import MarkRole, QuestionKind
from quiz.leaderboards.rebuilding import rebuild
from quiz.play import service as playing
from quiz.play.models import Answer, Round, RoundItem
from quiz.play.service import Place
from quiz.web.clock import now
from tests.browser import text_of
from tests.cast import signed_in_browser
from tests.conftest import ENGINES
from tests.databases import fresh_database, migrate
from tests.living import figures

HERE = Path(__file__).parent
LEFT = sorted(path.name.removesuffix(".sql.gz") for path in HERE.glob("*.sql.gz"))
WITHOUT_CUE = {QuestionKind.CUE_SPOT}
"""Kinds that ask for what decisions of then did not keep."""
EN = {"Accept-Language": "en"}

pytestmark = pytest.mark.parametrize("commit", LEFT, scope="module")


@pytest.fixture(scope="module")
def migrated(commit, tmp_path_factory):
    """The database of that commit with the tables of today."""
    file = tmp_path_factory.mktemp("left") / "quiz.sqlite"
    connection = sqlite3.connect(file)
    connection.executescript(
        gzip.decompress((HERE / f"{commit}.sql.gz").read_bytes()).decode()
    )
    connection.close()
    migrate(f"sqlite:///{file}")
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return file


@pytest.fixture
def told(commit):
    """What the old code said of it all."""
    return json.loads((HERE / f"{commit}.json").read_text(encoding="utf-8"))


@pytest.fixture(params=ENGINES)
def app(request, migrated, new_app, tmp_path):
    file = tmp_path / "quiz.sqlite"
    file.write_bytes(migrated.read_bytes())
    url = f"sqlite:///{file}"
    if request.param == "postgresql":
        left, url = url, fresh_database(request, request.param, tmp_path)
        copy_rows(left, url)
    return new_app(url)


def copy_rows(left, url):
    """Every row of one database into the tables of another."""
    source, target = connect(left), connect(url)
    with source.connect() as old, target.begin() as new:
        for table in Base.metadata.sorted_tables:
            rows = [row._asdict() for row in old.execute(select(table))]
            keys = table.foreign_keys
            own = [key.parent.name for key in keys if key.column.table is table]
            rows.sort(key=lambda row: sum(row[name] is not None for name in own))
            new.execute(delete(table))
            if rows:
                new.execute(insert(table), rows)
    source.dispose()
    target.dispose()


@pytest.fixture
def session(app):
    with app.extensions["quiz.sessions"].writing() as opened:
        yield opened


@pytest.fixture
def teacher(app):
    """The teacher of then, signed in today."""
    with app.extensions["quiz.sessions"].writing.begin() as session:
        user = session.scalars(select(User)).one()
        accounts.begin_sign_in(session, user, accounts.Made(now()))
        actor, token = Actor(user.id, user.role), user.token
    return signed_in_browser(app, actor, token)


def left_at(told):
    return datetime.fromisoformat(told["left_at"])


def article_of(session):
    return session.scalars(select(Article)).one()


def names_in(session):
    """Every name by which somebody goes, by the one that is shown."""
    found = review_of(article_of(session)).found
    return {each.name: {each.name, *each.aliases} for each in found.entities}


def test_what_people_decided_is_there_as_they_decided_it(session, told):
    found = {str(each["words"]): each for each in figures.decided(session, review_of)}
    names = names_in(session)
    for was in told["decided"]:
        if was["verdict"] == "rejected":
            continue
        now_ = found[str(was["words"])]
        assert now_["verdict"] == was["verdict"]
        assert (now_["type"], now_["sure"]) == (was["type"], True)
        assert was["speaker"] in names.get(now_["speaker"], {None})
        assert len(now_["chain"]) == len(was["chain"])
        for voice, hand in zip(was["chain"], now_["chain"], strict=True):
            assert voice in names[hand]
    assert review_of(article_of(session)).lost == ()


def test_what_was_rejected_is_asked_by_nobody(session, told):
    review = review_of(article_of(session))
    rejected = [each for each in told["decided"] if each["verdict"] == "rejected"]
    assert rejected
    asked = [
        "".join(span.of(review.found.raw) for span in claim.content)
        for claim in review.extraction.claims
    ]
    for each in rejected:
        assert not any(words in text for words in each["words"] for text in asked)


def test_who_is_who_stays_as_it_was_decided(session, told):
    [renamed] = [
        each.body["name"] for each in article_of(session).log if each.act == Act.RENAME
    ]
    assert renamed in names_in(session)


def test_the_published_set_asks_the_same_with_the_same_keys(session, told):
    assert told["asked"]
    assert figures.asked(session) == told["asked"]


def test_the_draft_holds_the_same_and_has_the_same_chosen(session, told):
    assert any(not each["kept"] for each in told["chosen"])
    assert figures.chosen(session) == told["chosen"]


def test_answers_progress_and_boards_give_the_same_figures(session, told):
    when = left_at(told)
    assert figures.answered(session) == told["answered"]
    assert figures.progress(session, when) == told["progress"]
    assert figures.board(session, when) == told["board"]
    assert rebuild(session) == ()


def test_a_round_that_was_begun_goes_on_to_its_end(session, told):
    when = left_at(told) + timedelta(minutes=1)
    seat = session.scalars(select(Seat).where(Seat.number == 3)).one()
    wanted = (
        select(RoundItem)
        .join(Round, Round.id == RoundItem.round_id)
        .outerjoin(
            Answer,
            (Answer.round_id == RoundItem.round_id)
            & (Answer.number == RoundItem.number),
        )
        .where(Round.player_id == seat.player_id, Answer.number.is_(None))
        .order_by(RoundItem.number)
    )
    still_open = session.scalars(wanted).all()
    assert still_open
    items = {i.id: i for one in session.scalars(select(QuestionSet)) for i in one.items}
    for each in still_open:
        key = items[each.item_id].as_question().key
        chosen = [each.option_order.index(option.id) + 1 for option in key]
        place = Place(each.round_id, each.number)
        assert playing.answer(session, seat.player_id, place, chosen, when) == 1.0
    session.flush()
    assert None not in figures.answered(session)["3"]
    assert "3" in figures.board(session, when)


def test_the_pages_of_article_set_and_draft_open(teacher, session, told):
    article = article_of(session)
    page = teacher.get(f"/articles/{article.id}", headers=EN)
    assert page.status_code == 200
    for one in session.scalars(select(QuestionSet)):
        kind = "sets" if one.published_at else "drafts"
        assert teacher.get(f"/{kind}/{one.id}", headers=EN).status_code == 200


def test_of_the_draft_all_can_be_published_that_rests_on_what_was_confirmed(
    teacher, session, told
):
    """What nobody decided about is the rules' to find or not to find."""
    unpublished = QuestionSet.published_at.is_(None)
    draft = session.scalars(select(QuestionSet).where(unpublished)).one()
    kept = {item.position + 1: item for item in draft.items if item.is_kept}
    objections = objections_of(draft)
    blocked = {n for n in kept if any(o.level == "block" for o in objections[n])}
    decided = [each["words"][0] for each in told["decided"]]
    about_decided = [
        kept[number].body["id"]
        for number in blocked
        if set(_words(kept[number])) & set(decided)
        and kept[number].kind not in WITHOUT_CUE
    ]
    assert about_decided == []
    sound = sorted(kept.keys() - blocked)
    sent = {"changes": draft.changes, "act": "publish", "keep": sound}
    published = teacher.post(f"/drafts/{draft.id}", data=sent, headers=EN)
    assert published.status_code == 303, text_of(published)
    assert len(sound) > len(kept) / 2


def _words(item):
    marks = item.as_question().marks
    return [m.span.of(item.article.text) for m in marks if m.role is MarkRole.CONTENT]
