"""Everybody who may ask for anything, and one thing of each kind to ask for."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from quiz.access import Role
from quiz.accounts.models import School
from quiz.bank.models import BankItem, QuestionSet
from quiz.classroom.models import Assignment, Classroom, Doubt, Seat
from quiz.leaderboards.models import League
from quiz.live.models import LiveGame, LivePlayer
from quiz.play.models import Round, RoundItem
from quiz.web.clock import now
from quiz.web.models import Job
from tests.articles.check import words as check
from tests.cast import let_in, link_on, link_to, member
from tests.classroom.people import EN, FORM, answer, begin, join, make_class
from tests.engine import make_questions as questions
from tests.make import NOW, make_article, make_set


@dataclass
class World:
    """Browsers by who sits before them; ids of what belongs to Frau Ahorn's class."""

    browsers: dict[str, object] = field(default_factory=dict)
    ids: dict[str, UUID] = field(default_factory=dict)
    form: dict[str, dict[str, str]] = field(default_factory=dict)


def make_world(app, session) -> World:
    world = World()
    teacher = member(app, "frau ahorn")
    world.browsers = {
        "nobody": app.test_client(),
        "guest": app.test_client(),
        "teacher": teacher,
        "co-teacher": member(app, "frau linde"),
        "other teacher": member(app, "herr birke"),
        "head of the school": member(app, "frau esche"),
        "admin": member(app, "frau eibe", Role.ADMIN),
        "newcomer": member(app, "herr kiefer", Role.NEWCOMER),
    }
    _school(world, session)
    _things(world, session, teacher)
    _pupils(world, app, session, teacher)
    _doubt(world, session)
    _reset(world)
    _game(world, session)
    return world


def _school(world, session) -> None:
    head, teacher = world.browsers["head of the school"], world.browsers["teacher"]
    head.post("/school/found", data={"name": "Am Markt"})
    session.expire_all()

    code = session.scalars(select(School.invitation)).one()
    teacher.post("/school/join", data={"code": code})
    world.ids["user_id"] = teacher.user_id


def _things(world, session, teacher) -> None:
    text = f"{questions.TEXT}\n\n{check.TEXT}"  # the second half leaves much to check
    article = make_article(session, teacher.user_id, text)
    played = make_set(session, teacher.user_id, article)
    library = make_set(session)
    job = Job(
        user_id=teacher.user_id,
        path="/articles/new",
        typed=[],
        begun_at=now(),
        alive_at=now(),
        said=[],
    )
    session.add(job)
    session.commit()
    world.ids |= {"article_id": article.id, "set_id": played.id, "job_id": job.id}
    _checked(teacher, f"/articles/{article.id}/check")
    draft = teacher.post(f"/sets/{played.id}/draft").location
    world.ids["draft_id"] = UUID(draft.rsplit("/", 1)[1])
    started = world.browsers["guest"].post("/play/start", data={"set": str(library.id)})
    assert started.status_code == 303


def _checked(teacher, where) -> None:
    """One verdict holds, and one is taken back: what is done then can be sent, too."""
    for _ in range(2):
        said = check.hidden_in(teacher.get(where).text) | {"act": "accept"}
        assert teacher.post(where, data=said).status_code == 303
    undone = teacher.post(f"{where}/undo", data={"version": 2})
    assert undone.status_code == 303


def _pupils(world, app, session, teacher) -> None:
    made = make_class(teacher, seats=2)
    other = make_class(world.browsers["other teacher"], name="8c", seats=1)
    let_in(teacher, made, world.browsers["co-teacher"])
    _links(world, teacher, made)
    teacher.post(f"{made}/leagues", data={"name": "Cup"})
    sent = FORM | {"set": str(world.ids["set_id"])}
    assert teacher.post(f"{made}/assign", data=sent, headers=EN).status_code == 303
    session.expire_all()
    classroom = session.get_one(Classroom, UUID(made.rsplit("/", 1)[1]))
    task = session.scalars(select(Assignment)).one()
    first, second = classroom.seats
    [third] = session.get_one(Classroom, UUID(other.rsplit("/", 1)[1])).seats
    world.browsers["pupil"] = join(app, made, first)
    world.browsers["classmate"] = join(app, made, second)
    world.browsers["pupil of another class"] = join(app, other, third)
    session.expire_all()
    address = begin(world.browsers["pupil"], task)
    answer(session, world.browsers["pupil"], address)
    session.expire_all()
    world.ids |= {
        "class_id": classroom.id,
        "assignment_id": task.id,
        "league_id": session.scalars(select(League)).one().id,
        "round_id": UUID(address.split("/")[-2]),
    }
    assert session.scalars(select(Seat)).all()


def _links(world, teacher, made) -> None:
    things = {"class": made, "article": f"/articles/{world.ids['article_id']}"}
    for name, thing in things.items():
        world.ids[f"{name}_link"] = UUID(link_to(teacher, thing).rsplit("/", 1)[1])


def _reset(world) -> None:
    admin, who = world.browsers["admin"], world.browsers["other teacher"]
    admin.post(f"/staff/{who.user_id}/reset")
    link = link_on(admin.get("/staff").text)
    with world.browsers["teacher"].session_transaction() as session:
        world.ids["sign_in_id"] = UUID(session["_user_id"])
    world.ids["reset_link"] = UUID(link.rsplit("/", 1)[1])


def _doubt(world, session) -> None:
    played = session.get_one(Round, world.ids["round_id"])
    session.add(Doubt(round_id=played.id, number=1, raised_at=NOW))
    item = session.get_one(RoundItem, (played.id, 1)).item_id
    session.commit()
    assert session.get_one(BankItem, item).set_id == world.ids["set_id"]
    assert session.get_one(QuestionSet, world.ids["draft_id"]).published_at is None
    world.form["doubts.settle"] = {"item": str(item), "do": "answer", "reply": "So."}


def _game(world, session) -> None:
    teacher = world.browsers["teacher"]
    opened = teacher.post(f"/sets/{world.ids['set_id']}/live").location
    world.ids["game_id"] = game_id = UUID(opened.split("/")[2])
    session.expire_all()
    code = session.get_one(LiveGame, game_id).code
    joined = world.browsers["pupil"].post("/live", data={"code": code})
    assert joined.status_code == 303
    session.expire_all()
    player = session.scalars(select(LivePlayer)).one()
    world.form["hosting.turn_out"] = {"player": str(player.round_id)}
    world.form["live.answer"] = {"number": "1", "option": "1"}
