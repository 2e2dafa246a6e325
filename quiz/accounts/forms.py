"""What is typed to register and to sign in."""

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, HiddenField, PasswordField, StringField, SubmitField
from wtforms.validators import Optional

from quiz.accounts import passwords
from quiz.accounts.models import EMAIL_MAX, NAME_MAX
from quiz.accounts.sentences import SENTENCES
from quiz.errors import QuizError
from quiz.web.forms import BaseForm, NoControlCharacters, at_most, needed


class SignInForm(BaseForm):
    """A name and its password."""

    name = StringField(
        _l("User name"),
        validators=[
            needed(_l("Enter your user name.")),
            NoControlCharacters(_l("A user name is one line of plain text.")),
        ],
        render_kw={"autocomplete": "username", "autocapitalize": "none"},
    )
    password = PasswordField(
        _l("Password"),
        validators=[needed(_l("Enter your password."))],
        render_kw={"autocomplete": "current-password"},
    )
    next = HiddenField()
    submit = SubmitField(_l("Sign in"))


class RegisterForm(BaseForm):
    """What it takes to get an account: no more than a name and a password."""

    def point_out(self, error: QuizError, sentence: str) -> None:
        """Put the sentence at the field the error is about."""
        begin = error.reason.partition("_")[0]
        field = {"name": self.name, "invitation": self.invitation}.get(
            begin, self.password
        )
        field.errors = [*field.errors, sentence]

    name = StringField(
        _l("User name"),
        description=_l("Any name you like, for example your initials."),
        validators=[
            needed(_l("Enter a user name.")),
            at_most(NAME_MAX, _l("A user name has at most %(max)d characters.")),
            NoControlCharacters(_l("A user name is one line of plain text.")),
        ],
        render_kw={"autocomplete": "username", "autocapitalize": "none"},
    )
    password = PasswordField(
        _l("Password"),
        description=_l("At least 8 characters; a short sentence is best."),
        validators=[needed(_l("Enter a password."))],
        render_kw={"autocomplete": "new-password"},
    )
    invitation = StringField(
        _l("Invitation"),
        description=_l(
            "The link from whoever runs this server, or your school's code."
        ),
        validators=[at_most(300, _l("An invitation has at most %(max)d characters."))],
        render_kw={"autocomplete": "off", "autocapitalize": "none"},
    )
    email = EmailField(
        _l("E-mail"),
        description=_l("It is not used for anything yet. You can leave it out."),
        validators=[
            Optional(),
            at_most(EMAIL_MAX, _l("An e-mail address has at most %(max)d characters.")),
        ],
        render_kw={"autocomplete": "email"},
    )
    next = HiddenField()
    submit = SubmitField(_l("Register"))


class NewPasswordForm(BaseForm):
    """The password somebody chooses instead of one they forgot."""

    password = PasswordField(
        _l("New password"),
        description=_l("At least 8 characters; a short sentence is best."),
        validators=[needed(_l("Enter a password."))],
        render_kw={"autocomplete": "new-password"},
    )
    submit = SubmitField(_l("Take this password"))


class ChangePasswordForm(NewPasswordForm):
    """The password one has, and the one that shall take its place."""

    old = PasswordField(
        _l("Password so far"),
        validators=[needed(_l("Enter your password."))],
        render_kw={"autocomplete": "current-password"},
    )


class ProofForm(BaseForm):
    """One's password, before something that cannot be undone."""

    old = PasswordField(
        _l("Password"),
        validators=[needed(_l("Enter your password."))],
        render_kw={"autocomplete": "current-password"},
    )


class FactorForm(BaseForm):
    """A code of the second factor."""

    code = StringField(
        _l("Code"),
        validators=[needed(_l("Enter the code."))],
        render_kw={"autocomplete": "one-time-code", "autocapitalize": "characters"},
    )


def is_proved(form: BaseForm, password_hash: str) -> bool:
    """Whether `old` is the password with that hash; else the form says so."""
    if passwords.matches(password_hash, form.old.data):
        return True
    form.old.errors = [str(SENTENCES["wrong_password"])]
    return False
