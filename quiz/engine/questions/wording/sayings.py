"""What is said of a voice in reasons: one sentence each, by its number."""

from quiz.engine.questions.option import Localised
from quiz.engine.questions.wording.nominative import Saying

SAID = Saying(
    Localised("Gesagt hat es {}.", "{} said it."),
    Localised("Gesagt haben es {}.", "{} said it."),
    Localised("Gesagt hat es: {}.", "Said by: {}."),
)
REPORTED = Saying(
    Localised("Berichtet hat es {}.", "{} reported it."),
    Localised("Berichtet haben es {}.", "{} reported it."),
    Localised("Berichtet hat es: {}.", "It was reported by: {}."),
)
PASSED_ON = Saying(
    Localised("Weitergegeben hat es {}.", "{} passed it on."),
    Localised("Weitergegeben haben es {}.", "{} passed it on."),
    Localised("Weitergegeben hat es: {}.", "It was passed on by: {}."),
)
STILL = Saying(
    Localised("Hier redet noch {}.", "{} is still speaking here."),
    Localised("Hier reden noch {}.", "{} are still speaking here."),
    Localised(
        "Hier redet noch dieselbe Stimme: {}.",
        "the same voice is still speaking here: {}.",
    ),
)
MEANT = Saying(
    Localised("Gemeint ist {}.", "That is {}."),
    Localised("Gemeint sind {}.", "That is {}."),
    Localised("Gemeint ist: {}.", "That is: {}."),
)
