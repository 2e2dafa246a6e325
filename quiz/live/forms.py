"""What is sent in a live game, read into values."""

from collections.abc import Mapping
from functools import partial

from werkzeug.datastructures import MultiDict

from quiz.engine.live import course
from quiz.engine.live.state import Ranking
from quiz.errors import Invalid
from quiz.live.answering import Ballot
from quiz.live.service import ANSWERING_S, Step, Wish, advance_from
from quiz.live.teams import HOW_MANY
from quiz.play.forms import CARD, CHOICE, ROW, SURE, TEXT, chosen_positions, typed_texts
from quiz.play.service import Typed
from quiz.web.numbers import whole

NUMBER = "number"
"""Name of the hidden field that tells which question is answered."""
DO = "do"
"""Name of the host's buttons."""
SEEN = "seen"
"""Name of the hidden field with the version of the game that the host saw."""
MORE_S = 30
"""How much time the host's button gives."""

NAMES = {
    "choice": CHOICE,
    "card": CARD,
    "row": ROW,
    "text": TEXT,
    "sure": SURE,
    "number": NUMBER,
}
QUIETLY = "X-Live"
"""The header of a browser that is told by the stream, and wants no page."""

_DEEDS: Mapping[str, Step] = {
    "pause": course.pause,
    "resume": course.resume,
    "skip": course.skip,
    "extend": partial(course.extend, seconds=MORE_S),
    "end": course.end,
    "shut": partial(course.take_in, everybody=False),
    "open": partial(course.take_in, everybody=True),
}


def ballot_of(sent: MultiDict[str, str]) -> Ballot:
    """What a player chose or typed, and for which question.

    Raises:
        Invalid: "no_option", "same_place" or "unknown_option".
    """
    texts = typed_texts(sent)
    chosen = Typed(texts) if texts else chosen_positions(sent)
    number = sent.get(NUMBER, 0, type=whole)
    return Ballot(number, chosen, sent.get(SURE, type=whole))


def step_of(sent: Mapping[str, str]) -> Step:
    """What the host wants.

    Raises:
        Invalid: "no_such_deed".
    """
    do, seen = sent.get(DO, ""), sent.get(SEEN, "")
    if do == "next" and seen.isascii() and seen.isdecimal() and len(seen) < 10:
        return advance_from(int(seen))
    if do not in _DEEDS:
        raise Invalid("no_such_deed")
    return _DEEDS[do]


def wish_of(sent: Mapping[str, str]) -> Wish:
    """How the host wants the game to be played; what is not understood is left out."""
    times = {str(each): each for each in ANSWERING_S if each}
    answering_s = times.get(sent.get("seconds", ""))
    teams = {str(each): each for each in HOW_MANY}
    each = sent.get("ranking") == Ranking.AFTER_EACH.value
    return Wish(
        answering_s=answering_s,
        is_automatic=sent.get("pace") == "clock" and answering_s is not None,
        ranking=Ranking.AFTER_EACH if each else Ranking.AT_THE_END,
        teams=teams.get(sent.get("teams", ""), 0),
    )
