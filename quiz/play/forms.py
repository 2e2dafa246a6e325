"""What an answer looks like when a browser sends it."""

from collections.abc import Sequence

from werkzeug.datastructures import MultiDict

from quiz.errors import Invalid

CHOICE = "option"
"""Name of the radio buttons or boxes; the value is a position as shown, from 1."""

SURE = "sure"
"""Name of how sure they say to be, 1–3; sent only by who wants to say."""

ROW = "row-"
"""Begins the name of a row's choice; the value is a position as shown, from 1."""

TEXT = "text-"
"""Begins the name of what is typed into a gap: "text-2" is the second gap."""

CARD = "card-"
"""Begins the name of a card's place in the chain: "card-2" is the second card shown."""

SENTENCE = "sentence"
"""Name of the radio buttons of an article's sentences; the value counts from 1."""

SKIP = "skip"
"""Name of the button that points at no sentence."""


def typed_texts(sent: MultiDict[str, str]) -> tuple[str, ...] | None:
    """What was typed, gap by gap, without blanks around; None where there are no gaps.

    Raises:
        Invalid: "unknown_option" control characters.
    """
    names = sorted(
        (_number(name.removeprefix(TEXT)), name) for name in sent if name[:5] == TEXT
    )
    if not names:
        return None
    texts = tuple(sent[name].strip() for _, name in names)
    if not all(text.isprintable() for text in texts):
        raise Invalid("unknown_option")
    return texts


def chosen_positions(sent: MultiDict[str, str]) -> tuple[int, ...]:
    """Positions of the chosen options as shown, from 1, in the chosen order.

    A radio button sends one position, each ticked box or row one. Cards of a chain
    each send their place; a card whose place is empty is left out.

    Raises:
        Invalid: "no_option" nothing was chosen; "same_place" two cards stand at
            one place; "unknown_option" what was sent is no number.
    """
    if CHOICE in sent:
        return tuple(_number(each) for each in sent.getlist(CHOICE))
    rows = [value for name, value in sent.items() if name.startswith(ROW) and value]
    if rows:
        return tuple(map(_number, rows))
    places = {
        _number(name.removeprefix(CARD)): _number(place)
        for name, place in sent.items()
        if name.startswith(CARD) and place
    }
    if not places:
        raise Invalid("no_option")
    if len(set(places.values())) < len(places):
        raise Invalid("same_place")
    return tuple(sorted(places, key=places.__getitem__))


def reply_in(sent: MultiDict[str, str], shown: Sequence[str]) -> tuple[str, ...]:
    """What was typed, or the ids of what was chosen of those shown, in order.

    Raises:
        Invalid: as `typed_texts` and `chosen_positions`.
    """
    texts = typed_texts(sent)
    if texts:
        return texts
    positions = chosen_positions(sent)
    if not all(1 <= each <= len(shown) for each in positions):
        raise Invalid("unknown_option")
    return tuple(shown[each - 1] for each in positions)


def _number(text: str) -> int:
    if len(text) > 2 or not (text.isascii() and text.isdecimal()):
        raise Invalid("unknown_option")
    return int(text)
