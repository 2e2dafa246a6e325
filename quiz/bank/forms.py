"""What is typed to look after a question set."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField, SubmitField

from quiz.web.forms import BaseForm, NoControlCharacters, at_most, needed


class RenameForm(BaseForm):
    """Another title for a set."""

    title = StringField(
        _l("Title of the set"),
        validators=[
            needed(_l("Enter a title for the set.")),
            at_most(300, _l("A title has at most %(max)d characters.")),
            NoControlCharacters(_l("This is one line of plain text.")),
        ],
    )
    submit = SubmitField(_l("Rename"))
