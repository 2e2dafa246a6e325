"""What concerns live games, in words."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "live_game": _l("There is no such game, or you are not in it."),
    "live_player": _l("Nobody like that is in the game."),
    "no_such_game": _l(
        "No game has this code at the moment. Compare it with the one on the wall."
    ),
    "banned": _l("You cannot come into this game again."),
    "turned_out": _l("You are not in this game any more."),
    "door_shut": _l("This game takes in nobody else at the moment."),
    "game_full": _l("This game is full."),
    "game_over": _l("This game is over."),
    "game_paused": _l("The game is paused. Let it go on first."),
    "game_running": _l("The game is not paused."),
    "no_limit": _l("There is no time limit at the moment."),
    "no_question": _l("There is no question to be skipped at the moment."),
    "no_such_deed": _l("A game knows no such button."),
    "not_asked": _l("This question takes no answers any more."),
    "no_code_free": _l("There are too many games at once. Try again in a minute."),
}
