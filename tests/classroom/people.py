"""Teachers and pupils of a class, doing what they do."""

import re
from uuid import UUID

from sqlalchemy import select

from quiz.classroom.models import Assignment, Seat
from quiz.play.models import RoundItem
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
    orders = re.findall(r'name="option" value="(\d+)"', pupil.get(address).text)
    right = right_position(session, round_id, int(number))
    wrong = next(each for each in orders if each != right)
    return pupil.post(address, data={"option": right if rightly else wrong})


def right_position(session, round_id, number):
    session.expire_all()
    item = session.get_one(RoundItem, (UUID(str(round_id)), number))
    return str(item.option_order.index("a") + 1)


def plays_for(session, pupil, task, right):
    """A whole round, the first `right` answers right; gives how many there were."""
    address = begin(pupil, task)
    count = 0
    while address and not address.endswith("/result"):
        count += 1
        answer(session, pupil, address, rightly=count <= right)
        address = pupil.get(address.rsplit("/", 1)[0]).location
    return count
