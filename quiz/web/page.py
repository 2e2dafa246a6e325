"""What a view gives: a page, perhaps with a status, or a response that leads on."""

from werkzeug.wrappers import Response

Page = Response | str | tuple[str, int]
