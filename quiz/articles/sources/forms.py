"""Where an article comes from: pasted, out of a file, or from a web page."""

from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import SubmitField, TextAreaField, URLField, ValidationError
from wtforms.validators import Optional

from quiz.articles.sources.service import from_address, from_file
from quiz.errors import Invalid
from quiz.readers.document import Document
from quiz.readers.reading import MOST_BYTES
from quiz.web import errors
from quiz.web.forms import BaseForm, NoControlCharacters, at_most

LONGEST_TITLE = 300
LONGEST_NAME = 120
LONGEST_URL = 2000

ONE_LINE = NoControlCharacters(_l("This is one line of plain text."))


def plain_line_ends(text: str | None) -> str | None:
    """The text as it was before the browser sent it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if text else text


class WebAddress:
    """Must be an address that a browser can open safely."""

    def __call__(self, _form: object, field: Any) -> None:  # noqa: ANN401
        """Nothing, if it is one.

        Raises:
            ValidationError: it is none.
        """
        try:
            parts = urlsplit(field.data)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValidationError(
                str(_l("Enter a whole web address; it begins with https://."))
            )


class SourceForm(BaseForm):
    """A text, or the page or file to read it from; what is read fills the rest."""

    url = URLField(
        _l("Web address"),
        validators=[
            Optional(),
            at_most(LONGEST_URL, _l("An address has at most %(max)d characters.")),
            ONE_LINE,
            WebAddress(),
        ],
    )
    text = TextAreaField(
        _l("Text of the article"),
        description=_l("With its headline, exactly as it is. It is never changed."),
        filters=[plain_line_ends],
        render_kw={"rows": 14, "lang": "de", "spellcheck": "false"},
    )
    file = FileField(
        _l("Or a file"),
        description=_l(
            "Text, Markdown, HTML, a saved page (.mhtml), Word (.docx) or PDF, at most "
            "10 MB."
        ),
        render_kw={
            "accept": ".txt,.md,.html,.htm,.mhtml,.mht,.docx,.pdf",
            "data-behaviour": "file-size",
            "data-most": str(MOST_BYTES),
            "data-too-large": _l("This file is too large. At most 10 MB can be read."),
        },
    )
    read = SubmitField(_l("Read the file"))
    fetch = SubmitField(_l("Fetch the text from there"))

    @property
    def is_to_be_read(self) -> bool:
        """Whether a page or a file is to be read."""
        return bool(self.read.data or self.fetch.data or self.has_file)

    def is_to_be_checked(self, document: Document) -> bool:
        """Whether to show first what was read, before anything is kept."""
        return bool(self.read.data or self.fetch.data or not document.is_whole)

    @property
    def has_file(self) -> bool:
        """Whether a file was chosen."""
        return bool(self.file.data and self.file.data.filename)

    def read_in(self, permitted: Collection[str] | None) -> Document | None:
        """Fill the form from the page or file, as far as nothing is typed there yet.

        Args:
            permitted: hosts that may be fetched from although they are not public;
                None where no page is fetched at all.

        Returns:
            What was read; None where it cannot be: the field then says why.
        """
        source = self.url if self.fetch.data else self.file
        try:
            document = self._read(permitted)
        except Invalid as refused:
            source.errors = [errors.sentence(refused)]
            return None
        typed = (self.text.data or "").strip()
        if typed and typed != document.text.strip():
            source.errors = [
                str(_l("There is a text already. Empty its field first to replace it."))
            ]
            return None
        self._fill(document)
        return document

    def _read(self, permitted: Collection[str] | None) -> Document:
        if not self.fetch.data:
            if not self.has_file:
                raise Invalid("no_file")
            return from_file(self.file.data.read(), self.file.data.filename)
        if permitted is None:
            raise Invalid("no_fetching")
        if not self.url.data:
            raise Invalid("bad_address")
        return from_address(self.url.data, permitted)

    def _fill(self, document: Document) -> None:
        licence = document.licence.startswith(("http://", "https://"))
        found = {
            "text": document.text,
            "title": document.title[:LONGEST_TITLE],
            "outlet": document.outlet[:LONGEST_NAME],
            "author": document.author[:LONGEST_NAME],
            "published_on": document.published_on,
            "licence_url": document.licence if licence else "",
            "licence_name": "" if licence else document.licence[:LONGEST_NAME],
        }
        for name, value in found.items():
            if value and not self[name].data:
                self[name].data = value
                self[name].raw_data = None
        self.url.data = document.url or self.url.data
