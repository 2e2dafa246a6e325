"""Teachers and pupils of a class, doing what they do."""

import re
from uuid import UUID

from sqlalchemy import select

from quiz.classroom.assignments import standing
from quiz.classroom.models import Assignment, Seat
from quiz.classroom.seats.service import take_seat
from quiz.play import service as playing
from quiz.play.models import RoundItem
from quiz.play.service import Place
from quiz.web.clock import now
from tests.make import make_article, make_set

EN = {"Accept-Language": "en"}
FORM = {"mode": "homework", "feedback": "each"}


def make_class(teacher, name="7b", seats=4):
    """The address of a new class."""
    return teacher.post("/classes", data={"name": name, "seats": seats}).location


def code_of(seat):
    return f"{seat.classroom.code}-{seat.code}"


def join(app, _made, seat, browser=None, **fields):
    """The browser of whoever has the card of that seat, sitting there."""
    browser = browser or app.test_client()
    joined = browser.post("/join", data={"code": code_of(seat), **fields})
    assert joined.status_code == 303, joined.text
    return browser


def names_on(browser):
    """The names that are offered at a seat."""
    return re.findall(r'name="alias" value="([^"]+)"', browser.get("/join/name").text)


def plays(session, browser):
    """The address of a round in which that browser has answered once."""
    made = make_set(session)
    session.commit()
    started = browser.post("/play/start", data={"set": str(made.id)}).location
    option = re.search(r'name="option" value="(\d+)"', browser.get(started).text)
    answered = browser.post(started, data={"option": option.group(1)})
    assert answered.status_code == 303
    return started


class Lesson:
    """A class of Frau Ahorn's, and a set whose option "a" is always right."""

    def __init__(self, app, session, teacher, seats=4):
        self.app, self.session, self.teacher = app, session, teacher
        self.made = make_class(teacher, seats=seats)
        article = make_article(session, teacher.user_id)
        self.played = make_set(session, teacher.user_id, article)
        session.commit()
        self.seats = session.scalars(select(Seat).order_by(Seat.number)).all()

    def give(self, **fields):
        sent = FORM | {"set": str(self.played.id)} | fields
        return self.teacher.post(f"{self.made}/assign", data=sent, headers=EN)

    @property
    def tasks(self):
        """The assignments as they are stored now."""
        self.session.expire_all()
        return self.session.scalars(select(Assignment)).all()

    def pupil(self, number=1):
        return join(self.app, self.made, self.seats[number - 1])

    def line(self, task, number):
        page = self.teacher.get(f"/assignments/{task.id}", headers=EN).text
        rows = re.findall(r'<tr data-testid="seat-line">(.*?)</tr>', page, re.S)
        return re.sub(r"<[^>]+>", " ", rows[number - 1])

    def count(self, rows):
        self.session.expire_all()
        return len(self.session.scalars(select(rows)).all())


def begin(pupil, task):
    """The address of the first open question."""
    begun = pupil.post(f"/my-class/{task.id}", headers=EN)
    if begun.location == "/my-class":
        return None
    return pupil.get(begun.location).location


def answer(session, pupil, address, rightly=True):
    """Answer the question there; gives where the browser is sent."""
    round_id, number = address.split("/")[-2:]
    session.expire_all()
    item = session.get_one(RoundItem, (UUID(round_id), int(number)))
    return pupil.post(address, data={"option": str(position(item, rightly))})


def position(item, is_right):
    """Where an option that is right, or wrong, is shown."""
    right = item.option_order.index("a") + 1
    return right if is_right else right % len(item.option_order) + 1


def all_play(lesson):
    """Every seat has played the homework, the n-th with n right answers; gives it.

    It is done by the services, since many tests only look at what came of it.
    """
    session, [task] = lesson.session, lesson.tasks
    for seat in lesson.seats:
        taken = take_seat(session, code_of(seat), now())
        begun = standing.begin(session, taken, task.id, seat.number, now())
        items = select(RoundItem).where(RoundItem.round_id == begun.id)
        for item in session.scalars(items.order_by(RoundItem.number)).all():
            chosen = position(item, is_right=item.number <= seat.number)
            place = Place(begun.id, item.number)
            playing.answer(session, taken.player_id, place, [chosen], now())
    session.commit()
    return task


def played_by_six(app, session, teacher):
    """Six seats have played a round of homework: the n-th had n answers right."""
    lesson = Lesson(app, session, teacher, seats=6)
    lesson.give()
    all_play(lesson)
    return lesson


def plays_for(session, pupil, task, right):
    """A whole round, the first `right` answers right; gives how many there were."""
    address = begin(pupil, task)
    count = 0
    while address and not address.endswith("/result"):
        count += 1
        answer(session, pupil, address, rightly=count <= right)
        address = pupil.get(address.rsplit("/", 1)[0]).location
    return count
