"""What is typed to look after a question set, and how long a question may take."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, StringField, SubmitField
from wtforms.validators import NumberRange, Optional

from quiz.engine.questions.answers.timing import LONGEST_S, SHORTEST_S
from quiz.web.forms import BaseForm, NoControlCharacters, at_most, needed
from quiz.web.numbers import whole


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


class SecondsField(IntegerField):  # type: ignore[misc]
    """How long a question may take; empty for what is proposed."""

    data: int | None

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401
        most = NumberRange(SHORTEST_S, LONGEST_S, _l("Enter 10 to 600 seconds."))
        super().__init__(_l("Time in seconds"), validators=[Optional(), most], **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it.

        Raises:
            ValueError: it is no number.
        """
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        try:
            self.data = whole(valuelist[0].strip())
        except ValueError as error:
            raise ValueError(str(_l("Enter 10 to 600 seconds."))) from error
