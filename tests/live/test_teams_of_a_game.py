"""Teams are drawn as people come, and what they have is told at the end alone."""

from collections import Counter

import pytest
from sqlalchemy import select

from quiz.classroom.crests import CRESTS
from quiz.live.models import LivePlayer
from quiz.live.service import Wish
from quiz.live.teams import crests_of
from tests.live.evening import Evening
from tests.live.screen import EN, Wall


@pytest.fixture
def wall(app, session, teacher):
    return Wall(app, session, teacher, teams="2")


def teams_in(evening):
    wanted = select(LivePlayer.team).where(LivePlayer.game_id == evening.id)
    return Counter(evening.session.scalars(wanted))


@pytest.mark.parametrize("number", [2, 3, 8])
def test_no_team_has_two_more_than_another(session, teacher, number):
    evening = Evening(session, teacher.actor, Wish(teams=number))
    for already in range(1, 2 * number + 2):
        evening.join()
        sizes = teams_in(evening)
        assert sizes.total() == already
        assert max(sizes.values()) - min(sizes[t] for t in range(1, number + 1)) <= 1


def test_whoever_comes_back_is_in_the_same_team(session, teacher):
    evening = Evening(session, teacher.actor, Wish(teams=8))
    player = evening.join()
    before = evening.seat(player).team
    for _ in range(3):
        assert evening.join(player) == player
        assert evening.seat(player).team == before


def test_without_teams_nobody_is_in_one(evening):
    evening.join()
    assert teams_in(evening) == {None: 1}
    assert crests_of(evening.game) == {}


def test_every_team_of_a_game_has_a_crest_of_its_own(session, teacher):
    game = Evening(session, teacher.actor, Wish(teams=8)).game
    crests = crests_of(game)
    assert list(crests) == list(range(1, 9))
    assert len(set(crests.values())) == 8
    assert set(crests.values()) <= CRESTS.keys()


def test_a_device_says_in_which_team_one_is_and_the_lobby_shows_it(wall):
    one, other = wall.joins(), wall.joins()
    names = {CRESTS[key].en for key in crests_of(wall.game).values()}
    told = [{n for n in names if f"Team {n}" in p.page()} for p in (one, other)]
    assert all(len(each) == 1 for each in told)
    assert told[0] != told[1]
    assert wall.page().count('class="crest crest--small"') == 2


def test_a_team_has_the_mean_of_its_members_and_hears_it_at_the_podium(wall):
    phones = [wall.joins() for _ in range(4)]
    wall.until("answering")
    for phone, is_right in zip(phones, (True, False, True, True), strict=True):
        phone.answers(is_right)
    while wall.phase != "podium":
        pages = [wall.page(), *(each.page() for each in phones)]
        assert not [page for page in pages if "team-ranks" in page], wall.phase
        wall.does("end") if wall.phase == "distribution" else wall.goes_on()
    for page in (wall.page(), phones[0].page()):
        _, _, ranks = page.partition('data-testid="team-ranks"')
        told, _, _ = ranks.partition("</ol>")
        assert told.index("100 points") < told.index("50 points")
        assert told.count("2 members") == 2


@pytest.mark.parametrize(
    ("sent", "kept"), [("2", 2), ("8", 8), ("0", 0), ("1", 0), ("9", 0), ("x", 0)]
)
def test_there_are_two_to_eight_or_none(app, session, teacher, sent, kept):
    wall = Wall(app, session, teacher, teams=sent)
    assert wall.game.played_by.teams == kept
    asked = wall.teacher.get(f"/sets/{wall.played.id}/live", headers=EN)
    assert "8 teams, drawn by lot" in asked.text
