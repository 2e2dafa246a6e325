"""What teachers are told at the beginning: errors, and the steps of the tour."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "no_library": _l("There is no article in the library here to play with."),
    "no_step": _l("The tour has no such step."),
}

DEMO_NAMES = ("Beispielklasse", "Sample class")

# Title, text, where it is.
TOUR = (
    (
        _l("An article becomes questions"),
        _l(
            "Paste a German news text. Rules find who says what, by whose way, and "
            "mark it in the text. What they are not sure of, you check: yes, no, or "
            "somebody else."
        ),
        "articles.new",
    ),
    (
        _l("You choose what is asked"),
        _l(
            "A question set is private until you say otherwise. Tick the questions, "
            "reword them, write your own, look at them as pupils see them, print a "
            "worksheet."
        ),
        "bank.index",
    ),
    (
        _l("A class plays without names"),
        _l(
            "A class has numbered seats. Each pupil gets a card with a code and "
            "chooses a made-up name. Who sits where stands on your own paper only."
        ),
        "classes.index",
    ),
    (
        _l("Afterwards you see what to talk about"),
        _l(
            "The report begins with the wrong answers that most have chosen and the "
            "place in the text. It is practice, not a mark, and nobody is ranked in it."
        ),
        "desk.show",
    ),
)
