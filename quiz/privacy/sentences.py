"""What is kept about people and until when, in words a child understands."""

from flask_babel import lazy_gettext as _l

WHAT = {
    "rounds": _l(
        "Which questions you were asked, what you answered and when, how "
        "sure you said to be, which sentence you pointed at and that you had "
        "a paragraph shown, if you did. It belongs to a random number, not to "
        "a name."
    ),
    "live_games": _l(
        "Of a live game: which questions it asked, that you were in it, since when, and"
        " the made-up name you had there. What you answered belongs to your rounds."
    ),
    "attempts": _l(
        "With a card, if you delete your rounds: a stroke for each round that"
        " you began of what your class may play only so many times. Not what"
        " you answered, and not when."
    ),
    "classes": _l(
        "With a card: the number of your seat, the made-up name you chose, "
        "what makes it easier for you there, what your class has to play, "
        "what you doubted, and how far you and your class came in a week."
    ),
    "accounts": _l(
        "Of teachers: a user name, a password in a form that nobody can "
        "read, an e-mail address only if they enter one, their language and"
        " their school."
    ),
    "articles": _l(
        "The articles and questions that teachers make, and their corrections."
    ),
    "sign_ins": _l(
        "That a teacher is signed in, since when, and with what kind of browser."
    ),
    "links": _l("That somebody may come in by a link, what it opens and who made it."),
    "security": _l(
        "That somebody signed in or failed to, and that something was "
        "deleted or taken along as a file: what and when, never what was in"
        " it."
    ),
    "jobs": _l(
        "What a teacher sent that takes long to read, and the page that came of it."
    ),
    "chores": _l("When the server last cleared up."),
}
UNTIL = {
    "rounds": _l(
        "Until you delete it here; without a card for a year after your "
        "last round; with a card as long as your class."
    ),
    "live_games": _l("For thirty days after the game."),
    "attempts": _l(
        "As long as your class, or until your teacher takes back what was to be played."
    ),
    "classes": _l(
        "Until the last day that your teacher set, usually 31 July; then "
        "the class is deleted with everything that was played in it."
    ),
    "accounts": _l("Until the account is deleted."),
    "articles": _l(
        "Until they delete them; texts that a school may use for a year "
        "only, until 31 July."
    ),
    "sign_ins": _l("Until they sign out, for a month at most."),
    "links": _l("Until it was used, for two weeks at most."),
    "security": _l("For thirty days."),
    "jobs": _l("For a day or two."),
    "chores": _l("Always."),
}
