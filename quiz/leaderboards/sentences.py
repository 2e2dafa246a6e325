"""What concerns leaderboards, in words."""

from flask_babel import lazy_gettext as _l

from quiz.leaderboards.board import Measure

SENTENCES = {
    "league": _l("There is no such league, or your class does not take part in it."),
    "league_name": _l("Give the league a name of at most %(longest)s characters."),
    "no_such_league": _l(
        "No league has this code. Ask the colleague who gave it to you for a new one."
    ),
    "too_many_leagues": _l("A class takes part in at most %(most)s leagues."),
    "league_is_full": _l("A league has at most %(most)s classes."),
    "not_your_league": _l("Only teachers of a class that looks after the league can."),
    "no_crest": _l("Choose one of the crests of the list."),
    "crest_taken": _l("Another team of the class has this crest."),
    "team_count": _l("Choose between two and %(most)s teams, or none."),
}
MEASURES = {
    Measure.ACCURACY: _l("Accuracy"),
    Measure.GAIN: _l("Improvement"),
}
