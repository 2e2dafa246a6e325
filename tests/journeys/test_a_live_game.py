"""A class plays together: a wall, phones of all kinds, a podium right to the point."""

from playwright.sync_api import expect

from tests.journeys.chromium import Keyboard, overflow
from tests.journeys.live import Wall


def someone_is_banned(wall):
    banned = wall.joins()
    people = wall.page.get_by_test_id("people")
    people.locator("summary").click()
    people.locator('button[value="yes"]').last.click()
    expect(banned.page.locator("h1")).to_contain_text("nicht mehr hinein")


def received(wall, answers, of):
    expect(wall.page.get_by_test_id("received")).to_contain_text(f"{answers} von {of}")


def one_is_offline_meanwhile(wall, phone, others, number):
    """What they choose then is sent when there is a connection again."""
    network = phone.page.context
    network.set_offline(True)
    phone.answer(number)
    for each in others:
        each.answer(number)
    received(wall, len(others) + 1, len(others) + 2)
    network.set_offline(False)
    phone.is_kept()


def test_a_class_plays_from_the_lobby_to_the_podium(guardian, ledger):
    wall = Wall(guardian, ledger)
    plain, wrong, offline = wall.joins(), wall.joins(), wall.joins("en")
    everybody = [plain, wrong, offline, wall.joins(hands=Keyboard)]
    someone_is_banned(wall)
    expect(wall.page.get_by_test_id("joined")).to_contain_text("4")
    for number in range(1, wall.questions + 1):
        wall.asks(number)
        if number == 2:
            everybody.append(wall.joins())  # comes late
        wrong.answer(number, rightly=False)
        wrong.is_kept()
        wrong.page.reload()
        wrong.is_kept()
        others = [each for each in everybody if each not in (wrong, offline)]
        one_is_offline_meanwhile(wall, offline, others, number)
        received(wall, len(everybody), len(everybody))
        wall.tells()
    wall.goes_on("Weiter")
    for phone in everybody:
        phone.page.get_by_test_id("review").wait_for()
        assert phone.shown_points == phone.points
        assert overflow(phone.page) <= 0
    first = wall.page.get_by_test_id("ranks").locator("li").first
    expect(first).to_contain_text(str(max(each.points for each in everybody)))
    plain.page.get_by_test_id("review").click()
    plain.page.get_by_test_id("round-result").wait_for()
