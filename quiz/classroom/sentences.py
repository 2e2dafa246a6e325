"""What concerns classes and seats, in words."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "class": _l("There is no such class, or somebody else teaches it."),
    "no_pdf": _l("This server makes no PDFs. Print the cards with your browser."),
    "seat": _l("There is no such seat in this class."),
    "shared_class": _l("Only those who made the class can do that."),
    "class_name": _l("Give the class a name of at most %(longest)s characters."),
    "class_end": _l("Choose a day from today to %(latest)s."),
    "seat_count": _l("A class has 1 to %(most)s seats."),
    "time_factor": _l("Choose one of the times."),
    "too_many_class_teachers": _l("At most %(most)s people teach a class."),
}

SEAT_SENTENCES = {
    "wrong_code": _l(
        "No seat has this code. Compare it with your card, sign by sign; if that does "
        "not help, ask your teacher for another one."
    ),
    "no_alias": _l("Choose one of the names."),
    "alias_taken": _l("Somebody was quicker. Choose another name."),
    "no_seat": _l("This browser sits nowhere. Enter the code on your card."),
}

ASSIGNMENT_SENTENCES = {
    "assignment": _l("There is no such assignment any more."),
    "assignment_terms": _l("Choose a set, and how it shall be played."),
    "assignment_window": _l("It must end after it begins."),
    "too_few_for_forms": _l(
        "Two rounds with different questions need at least %(needed)s that go "
        "together, about different statements. Choose a larger set."
    ),
    "moment": _l("Enter day and time as in 2026-03-24T09:30."),
    "not_playable_now": _l(
        "This cannot be played at the moment: it has too few questions for a round. "
        "Your teacher is told so, too."
    ),
    "not_open_yet": _l("It is not open yet."),
    "no_attempt_left": _l("You have played it as often as you can."),
    "assignment_over": _l("The time for it is over."),
}

DOUBT_SENTENCES = {
    "doubt": _l("Nobody of this class doubts this question any more."),
    "doubt_reply": _l("Write an answer of at most %(most)s characters."),
    "no_longer_asked": _l(
        "The newest version of the set does not ask this any more. You can leave it "
        "out, so that the old answers count for nobody."
    ),
    "mended_not_playable": _l(
        "With this key only %(found)s questions of the set go together; a round needs "
        "%(needed)s. Leave the question out, or publish a version with more questions "
        "first."
    ),
    "no_new_key": _l("Tick another right answer than before."),
    "why_missing": _l(
        "Say in at most %(most)s characters why this is right; pupils read it."
    ),
    "mended_is_blocked": _l(
        "The article does not bear this (%(rules)s). If its statement was found "
        "wrongly, correct that first, on the page of the article; or leave the "
        "question out."
    ),
}

MODE_NAMES = {
    "practice": _l("practice"),
    "homework": _l("homework"),
    "test": _l("test yourself"),
}
STAGE_NAMES = {"before": _l("before"), "after": _l("after")}
FEEDBACK_NAMES = {
    "each": _l("after each answer"),
    "end": _l("at the end of the round"),
}

SHEETS = {
    "seats": _l("seats"),
    "wrong": _l("wrong answers"),
    "skills": _l("skills"),
    "mistakes": _l("mistakes"),
    "questions": _l("questions"),
}
"""What the tables of a report are called, as sheets and in names of files."""
