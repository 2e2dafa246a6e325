"""A web page that a browser saved in one file (.mhtml)."""

from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from quiz.errors import Invalid
from quiz.readers.document import Document
from quiz.readers.page import read_page

_PAGES = ("text/html", "application/xhtml+xml")


def read_saved(raw: bytes) -> Document:
    """The article of the page in it, with the page's address.

    Raises:
        Invalid: "broken_file" there is no page in it; as `read_page`.
    """
    message = message_from_bytes(raw, policy=compat32)
    parts = (part for part in message.walk() if part.get_content_type() in _PAGES)
    page = next(parts, None)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise Invalid("broken_file")
    return read_page(content, _address(message, page), page.get_content_charset() or "")


def _address(message: Message, page: Message) -> str:
    """Where the page was; "" where the file does not tell."""
    for part, header in (
        (message, "Snapshot-Content-Location"),
        (page, "Content-Location"),
    ):
        address = str(part.get(header, "")).strip()
        if address.startswith(("http://", "https://")):
            return address
    return ""
