"""What concerns learning, in words for those who play."""

from flask_babel import lazy_gettext as _l

from quiz.engine.mastery.badges import Badge
from quiz.engine.mastery.judging import Leaning
from quiz.engine.mastery.levels import Level
from quiz.engine.mastery.next_up import Why

LEVELS = {
    Level.PRACTISING: _l("practising"),
    Level.SURE: _l("sure"),
    Level.EXPERT: _l("expert"),
}
WHYS = {
    Why.FADED: _l("you knew this well, but it is more than sixty days ago"),
    Why.DUE: _l("it is time to refresh this"),
    Why.WEAK: _l("this is still hard for you"),
    Why.GROWING: _l("you are on the way: some more answers make you sure"),
    Why.NEW: _l("you have not tried this yet"),
}
LEANINGS = {
    Leaning.DOUBTING: _l("You believe too seldom that an attribution is right."),
    Leaning.TRUSTING: _l("You believe too often that an attribution is right."),
    Leaning.EVEN: _l("You err to neither side."),
}
STEPS = {1: _l("not sure"), 2: _l("fairly"), 3: _l("very")}
BADGES = {
    Badge.VOICES: (_l("Voices"), _l("You tell who said something.")),
    Badge.SOURCES: (_l("Sources"), _l("You find who reported something.")),
    Badge.CHAINS: (_l("Chains"), _l("You follow a statement through all hands.")),
    Badge.CAUTION: (_l("Caution"), _l("You notice what is not certain.")),
    Badge.ALL_ROUND: (_l("All-round"), _l("You are sure of six skills.")),
    Badge.SELF_KNOWLEDGE: (
        _l("Self-knowledge"),
        _l("When you are very sure, you are right."),
    ),
}
