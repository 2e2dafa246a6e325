"""What can go wrong with accounts, in words."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "name_short": _l("A user name has at least %(shortest)s characters."),
    "name_long": _l("A user name has at most %(longest)s characters."),
    "name_taken": _l("This user name is taken. Choose another one."),
    "password_short": _l("A password has at least %(shortest)s characters."),
    "password_long": _l("A password has at most %(longest)s characters."),
    "password_common": _l(
        "This password is one of the most common ones and easily guessed. "
        "Choose another one."
    ),
    "password_is_name": _l("The password must differ from the user name."),
    "no_account": "There is no account of this name.",  # on the command line only
    "wrong_sign_in": _l("User name and password do not belong together."),
}
