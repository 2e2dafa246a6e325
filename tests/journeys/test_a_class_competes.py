"""A class of 28 from the first card to the last board, in Chromium.

Six pupils have planted abilities: each answers the first so many questions of every
round rightly. What boards, profiles and reports show is compared with a calculation of
its own, made of the replies that were kept and of nothing else of the game.
"""

import re
from collections import defaultdict
from statistics import fmean

from playwright.sync_api import expect
from sqlalchemy import select

from quiz.classroom.models import Seat
from quiz.engine.mastery.course import WINDOW
from quiz.engine.questions.answers.grade import grade
from quiz.play.models import Answer, Round, RoundItem
from tests.journeys.chromium import Mouse, overflow
from tests.journeys.test_in_the_browser import NEXT, answer, round_on

SEATS = 28
ABILITIES = (0, 2, 3, 5, 6, 8)
SETS = 3
PASSWORD = "vier Kraniche am Ufer"
PHONE, PROJECTOR = 360, 1920


def make_class(guardian):
    """The page of a teacher on their new class, and its address."""
    page = guardian.visit("de", PROJECTOR)
    page.goto("/account/register")
    page.locator("#name").fill("frau ahorn")
    page.locator("#password").fill(PASSWORD)
    with page.expect_navigation():
        page.locator("main form [type=submit]").click()
    page.goto("/classes")
    page.locator("#name").fill("7b")
    page.locator("#seats").fill(str(SEATS))
    page.get_by_test_id("make-class").click()
    page.get_by_test_id("cards").wait_for()
    return page, page.url


def codes_on_cards(page):
    page.get_by_test_id("cards").click()
    expect(page.locator(".seat-card svg")).to_have_count(SEATS)
    expect(page.locator(".seat-card__code")).to_have_count(SEATS)
    return page.locator(".seat-card__code").all_inner_texts()


def give_sets(page, here):
    """Each another one, though the library still grows and moves them on the page."""
    given = set()
    for number in range(SETS):
        page.goto(f"{here}/assign")
        offered = page.locator("input[name=set]").evaluate_all(
            "all => all.map((each) => each.value)"
        )
        chosen = next(each for each in offered if each not in given)
        given.add(chosen)
        page.locator(f'input[name=set][value="{chosen}"]').check()
        page.get_by_test_id("assign").click()
        page.get_by_test_id("assignment").nth(number).wait_for()


def sit_down(guardian, code):
    page = guardian.visit("de", PHONE)
    page.goto("/join")
    page.locator("#code").fill(code)
    page.get_by_test_id("join").click()
    page.get_by_test_id("alias").first.click()
    page.get_by_test_id("due").first.wait_for()
    return page


def do_homework(page, ledger, ability):
    """Play all that is due; gives the rounds."""
    rounds = []
    for task in range(SETS):
        page.goto("/my-class")
        assert overflow(page) <= 0
        page.get_by_test_id("begin").nth(task).click()
        page.get_by_test_id("question").wait_for()
        rounds.append(round_on(page))
        for number, line in sorted(ledger.lines(rounds[-1]).items()):
            answer(Mouse(page), line, rightly=number <= ability)
            page.locator(NEXT).click()
        page.get_by_test_id("round-result").wait_for()
    return rounds


class Reckoning:
    """Everything counted again, from replies and questions alone."""

    def __init__(self, ledger, rounds):
        self.shares = defaultdict(list)
        self.by_skill = defaultdict(list)
        self.by_item = defaultdict(list)
        for seat, played in rounds.items():
            for each in played:
                lines = ledger.lines(each).values()
                items = items_of(ledger, each)
                found = [grade(li.question, li.reply).share for li in lines]
                self.shares[seat].append(fmean(found))
                for line, item, share in zip(lines, items, found, strict=True):
                    self.by_skill[seat, line.question.skill].append(share)
                    self.by_item[item].append(share)

    def best(self, seat):
        """Of the first two rounds of a day, which is all that counts."""
        return max(round(share * 10_000) for share in self.shares[seat][:2]) / 10_000

    def top(self):
        """Ranks and percents of the first three, equals of the third with them."""
        best = sorted((round(self.best(s), 3) for s in self.shares), reverse=True)
        return [(1 + best.index(b), f"{b * 100:.1f}") for b in best if b >= best[2]]

    def skills(self):
        """Skill → mean of the seats' means, in percent, where five were asked."""
        means = defaultdict(list)
        for (_seat, skill), shares in self.by_skill.items():
            means[skill].append(fmean(shares))
        return {
            skill: round(100 * fmean(found))
            for skill, found in means.items()
            if len(found) >= 5
        }


def items_of(ledger, round_id):
    wanted = select(RoundItem.item_id).where(RoundItem.round_id == round_id)
    with ledger.writing() as session:
        return session.scalars(wanted.order_by(RoundItem.number)).all()


def board_on(page):
    lines = page.locator('[data-testid="board-seat-accuracy"] [data-testid=board-line]')
    found = []
    for text in lines.all_inner_texts():
        rank, percent = re.match(r"(\d+)", text), re.search(r"([\d,]+)\s%", text)
        place = int(rank.group(1)) if rank else None  # none is told below the middle
        found.append((place, percent.group(1).replace(",", ".")))
    return found


def percents(text):
    return [int(each) for each in re.findall(r"(\d+)\s%", text)]


def test_what_a_class_sees_is_what_was_planted(guardian, ledger):
    teacher, here = make_class(guardian)
    codes = codes_on_cards(teacher)
    give_sets(teacher, here)
    pupils = {n: sit_down(guardian, codes[n - 1]) for n in range(1, 7)}
    rounds = {
        n: do_homework(page, ledger, ABILITIES[n - 1]) for n, page in pupils.items()
    }
    planted = Reckoning(ledger, rounds)
    the_books_are_whole(ledger, rounds)
    boards_show(teacher, here, pupils, planted)
    profiles_show(pupils, planted)
    reports_show(teacher, here, planted)


def the_books_are_whole(ledger, rounds):
    assert ledger.count(Round) == SETS * len(ABILITIES)
    kept = sum(len(ledger.lines(each)) for own in rounds.values() for each in own)
    assert ledger.count(Answer) == kept
    with ledger.writing() as session:
        seats = session.scalars(select(Seat).order_by(Seat.number)).all()
        assert len(seats) == SEATS
        assert len({seat.alias for seat in seats if seat.alias}) == len(ABILITIES)


def boards_show(teacher, here, pupils, planted):
    teacher.goto(f"{here}/leaderboards")
    teacher.locator("[name=shows_seats]").check()
    teacher.locator("form:has([name=shows_seats]) button").click()
    teacher.get_by_test_id("board-seat-accuracy").wait_for()
    assert board_on(teacher) == planted.top()
    for number, page in pupils.items():
        page.goto("/my-class/leaderboards")
        assert overflow(page) <= 0
        shown = board_on(page)
        assert shown[: len(planted.top())] == planted.top()
        assert f"{round(planted.best(number), 3) * 100:.1f}" in dict(
            map(reversed, shown)
        )


def profiles_show(pupils, planted):
    for number, page in pupils.items():
        page.goto("/progress")
        assert overflow(page) <= 0
        own = {s: v for (n, s), v in planted.by_skill.items() if n == number}
        for skill, shares in own.items():
            card = page.locator(f".skill--{skill.value}").inner_text()
            assert percents(card)[0] == round(100 * fmean(shares[-WINDOW:]))


def reports_show(teacher, here, planted):
    teacher.goto(f"{here}/report")
    shown = [
        percents(text)[0]
        for text in teacher.get_by_test_id("skill-line").all_inner_texts()
        if "%" in text
    ]
    assert sorted(shown) == sorted(planted.skills().values())
    right = teacher.locator('[data-testid="item-line"] td:nth-of-type(2)')
    counted = {item: round(100 * fmean(v)) for item, v in planted.by_item.items()}
    told = sorted(percents(text)[0] for text in right.all_text_contents())
    assert told == sorted(counted.values())
    assert "Seite" not in teacher.title()
    assert overflow(teacher) <= 0
