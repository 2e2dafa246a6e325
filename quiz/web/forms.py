"""The base of every form: what is typed is trimmed, errors speak."""

from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import ValidationError
from wtforms.fields.core import UnboundField
from wtforms.validators import DataRequired, Length


class BaseForm(FlaskForm):  # type: ignore[misc]
    """A form with CSRF protection whose one-line text fields come trimmed."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        """Trim what is typed, except passwords and articles."""

        def bind_field(
            self, form: object, unbound_field: UnboundField, options: dict[str, Any]
        ) -> Any:  # noqa: ANN401 (whatever WTForms makes of it)
            """Bind the field, trimming if it is a single line of text."""
            if unbound_field.field_class.__name__ in TRIMMED:
                given = unbound_field.kwargs.get("filters", ())
                options = {**options, "filters": [trim, *given]}
            return super().bind_field(form, unbound_field, options)


TOKEN = "csrf_token"  # noqa: S105 (the name of a field)
_SECRET = "password"  # noqa: S105
TRIMMED = frozenset({"StringField", "EmailField", "URLField", "SearchField"})


# Unicode's embeddings, overrides and isolates: a line written from the right swaps what
# stands beside it on a page or a printed card (UAX #9). Arabic and Hebrew need none.
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def trim(value: str | None) -> str | None:
    """Without blanks around it, and without signs that turn a line's direction."""
    return value.translate(_TURNS).strip() if value else value


def needed(message: object) -> DataRequired:
    """Must be filled in; the message says what to enter ("Enter a title.")."""
    return DataRequired(message=message)


def at_most(characters: int, message: object) -> Length:
    """Must not be longer than that many characters."""
    return Length(max=characters, message=message)


class NoControlCharacters:
    """Must not hold NUL or other invisible control characters."""

    def __init__(self, message: object) -> None:
        self.message = message

    def __call__(self, _form: object, field: Any) -> None:  # noqa: ANN401
        """Nothing, if it holds none.

        Raises:
            ValidationError: it does.
        """
        if any(ord(c) < 32 or ord(c) == 127 for c in field.data or ""):
            raise ValidationError(str(self.message))


def typed_here() -> list[list[str]]:
    """Names and values of the fields that were sent, without token and files."""
    return [
        [name, value] for name, value in request.form.items(multi=True) if name != TOKEN
    ]


def can_be_sent_again() -> bool:
    """Whether a page may hold what was sent: a form was, without a password in it."""
    return request.method == "POST" and not any(
        _SECRET in name for name in request.form
    )
