"""What is typed to bring an article in."""

from datetime import timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import (
    DateField,
    RadioField,
    SelectField,
    StringField,
    SubmitField,
    URLField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, StopValidation

from quiz.articles.sentences import RIGHTS, TEXT_SENTENCES, TOPICS
from quiz.articles.service import ArticleDraft, Rights
from quiz.articles.sources.forms import (
    LONGEST_NAME,
    LONGEST_TITLE,
    LONGEST_URL,
    ONE_LINE,
    SourceForm,
    WebAddress,
)
from quiz.web.clock import now
from quiz.web.forms import at_most, needed

AGES = range(8, 19, 2)
_LONGEST_HEADLINE = 150


class NeededFor:
    """Must be filled in where one reason of rights is chosen; else it is ignored."""

    def __init__(self, basis: str, message: object) -> None:
        self.basis = basis
        self.message = message

    def __call__(self, form: Any, field: Any) -> None:  # noqa: ANN401
        """Nothing, if it is needed and filled in.

        Raises:
            StopValidation: it is needed and empty, or it is not needed.
        """
        if form.rights_basis.data != self.basis:
            field.errors = []
            raise StopValidation
        if not field.data:
            raise StopValidation(str(self.message))


class DayField(DateField):  # type: ignore[misc]
    """A day, from the browser's calendar or typed the German way."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it.

        Raises:
            ValueError: it is no day.
        """
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            message = str(_l("Enter the day as in 2026-03-24 or 24.3.2026."))
            raise ValueError(message) from error


class ArticleForm(SourceForm):
    """An article, where it is from, and why it may be used."""

    title = StringField(
        _l("Title"),
        description=_l("Left empty, it is the first line of the text."),
        validators=[
            needed(_l("Enter the title of the article.")),
            at_most(LONGEST_TITLE, _l("A title has at most %(max)d characters.")),
            ONE_LINE,
        ],
    )
    outlet = StringField(
        _l("Published by"),
        description=_l("The newspaper, agency or site, for example your school paper."),
        validators=[
            needed(_l("Enter who published the article.")),
            at_most(LONGEST_NAME, _l("This has at most %(max)d characters.")),
            ONE_LINE,
        ],
    )
    author = StringField(
        _l("Written by"),
        validators=[
            at_most(LONGEST_NAME, _l("This has at most %(max)d characters.")),
            ONE_LINE,
        ],
    )
    published_on = DayField(
        _l("Published on"),
        format=["%Y-%m-%d", "%d.%m.%Y"],
        validators=[
            InputRequired(_l("Enter the day on which the article was published."))
        ],
    )
    topic = SelectField(
        _l("Topic"),
        choices=[
            SelectChoice("", _l("any")),
            *(SelectChoice(value, name) for value, name in TOPICS.items()),
        ],
        default="",
    )
    age = SelectField(
        _l("Meant for"),
        choices=[
            SelectChoice("", _l("any age")),
            *(SelectChoice(str(age), _l("from %(age)s", age=age)) for age in AGES),
        ],
        default="",
    )
    rights_basis = RadioField(
        _l("Why may it be used here?"),
        choices=[SelectChoice(value, label) for value, label in RIGHTS.items()],
        validators=[needed(_l("Choose why the text may be used."))],
    )
    licence_name = StringField(
        _l("Name of the licence"),
        description=_l("For example CC BY 4.0."),
        validators=[
            NeededFor("open_licence", _l("Enter the name of the licence.")),
            at_most(LONGEST_NAME, _l("This has at most %(max)d characters.")),
            ONE_LINE,
        ],
    )
    licence_url = URLField(
        _l("Web address of the licence"),
        validators=[
            NeededFor("open_licence", _l("Enter where the licence can be read.")),
            at_most(LONGEST_URL, _l("An address has at most %(max)d characters.")),
            ONE_LINE,
            WebAddress(),
        ],
    )
    school = StringField(
        _l("School"),
        validators=[
            NeededFor("school_contract", _l("Enter the school that has the contract.")),
            at_most(200, _l("This has at most %(max)d characters.")),
            ONE_LINE,
        ],
    )
    work_share = StringField(
        _l("Share of the whole work in percent"),
        description=_l("How much of the whole newspaper or book the text is."),
        validators=[
            NeededFor("s60a_extract", _l("Enter how much of the work the text is."))
        ],
        render_kw={"inputmode": "decimal"},
    )
    submit = SubmitField(_l("Keep the article and find the claims"))

    def validate_published_on(self, field: Any) -> None:  # noqa: ANN401
        """Let no article come from the future; tomorrow's paper is out tonight.

        Raises:
            ValidationError: it does.
        """
        if field.data and field.data > (now() + timedelta(days=1)).date():
            raise ValidationError(str(_l("This day is still to come.")))

    def validate_work_share(self, field: Any) -> None:  # noqa: ANN401
        """Let the share be a number of percent.

        Raises:
            ValidationError: it is none.
        """
        if share_of(field.data) is None:
            raise ValidationError(str(_l("Enter a number up to 100, such as 12.")))

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401
        """Whether all of it can be used; a text must have come one way or another."""
        if not (self.title.data or "").strip():
            self.title.data = headline_of(self.text.data or "")
        is_valid = bool(super().validate(extra_validators))
        if not (self.text.data or "").strip() and not self.file.errors:
            self.text.errors = [str(TEXT_SENTENCES["empty_text"])]
            return False
        return is_valid

    def draft(self) -> ArticleDraft:
        """What was typed, once it is valid."""
        return ArticleDraft(
            title=self.title.data,
            outlet=self.outlet.data,
            published_on=self.published_on.data,
            text=self.text.data,
            url=self.url.data or None,
            author=self.author.data or None,
            topic=self.topic.data or None,
            age=int(self.age.data) if self.age.data else None,
            rights=Rights(
                self.rights_basis.data,
                licence_name=self.licence_name.data or None,
                licence_url=self.licence_url.data or None,
                school=self.school.data or None,
                work_share=share_of(self.work_share.data),
            ),
        )


def headline_of(text: str) -> str:
    """The first line of a pasted text; "" where it is too long to be its title."""
    first = " ".join(next(iter(text.strip().splitlines()), "").split())
    return first if len(first) <= _LONGEST_HEADLINE else ""


def share_of(percent: str | None) -> float | None:
    """The share 0–1 that a typed percentage means; None where it means none."""
    try:
        share = float((percent or "").rstrip("% ").replace(",", ".")) / 100
    except ValueError:
        return None
    return share if 0 < share <= 1 else None
