"""What can go wrong with accounts, in words."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "name_short": _l("A user name has at least %(shortest)s characters."),
    "name_long": _l("A user name has at most %(longest)s characters."),
    "name_taken": _l("This user name is taken. Choose another one."),
    "invitation_uses": _l("An invitation is good for 1 to %(most)s people."),
    "invitation_needed": _l("Here only those register who were invited."),
    "invitation_wrong": _l(
        "This invitation lets nobody in any more. Ask whoever gave it to you."
    ),
    "password_short": _l("A password has at least %(shortest)s characters."),
    "password_long": _l("A password has at most %(longest)s characters."),
    "password_common": _l(
        "This password is one of the most common ones and easily guessed. "
        "Choose another one."
    ),
    "password_is_name": _l("The password must differ from the user name."),
    "no_account": "There is no account of this name.",  # on the command line only
    "factor_code": _l("This code opens nothing. Each one opens only once."),
    "factor_is_on": _l("It is on already."),
    "wrong_password": _l("This is not your password."),
    "sign_in": _l("There is no such sign-in any more."),
    "wrong_sign_in": _l("User name and password do not belong together."),
}

SCHOOL_SENTENCES = {
    "school": _l("You do not belong to a school here yet."),
    "school_name": _l("Enter the name of the school, at most %(longest)s characters."),
    "no_such_invitation": _l(
        "No school has this code. Look at it again, or ask your colleague for another."
    ),
    "has_school": _l("You belong to a school already. Leave it first."),
    "not_head": _l("Only those who look after the school can do that."),
    "no_such_colleague": _l("This person does not belong to your school."),
    "not_a_colleague": _l("Choose one of your colleagues."),
    "link": _l("This link opens nothing any more. Ask whoever gave it to you."),
    "last_head": _l("Somebody must look after the school. Choose a colleague first."),
    "leave_yourself": _l("To go yourself, leave the school."),
}
