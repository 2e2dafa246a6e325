"""Pages go out compressed to every browser that takes it.

The token in a form is signed anew with the time, and cookies are not sent along from
other sites, so that the size of a page tells nothing about what is in it. Files are not
compressed here: they are small, and browsers keep them for a year.
"""

from flask import Flask, Response, request
from flask_compress import Compress

# What is smaller fits into one packet anyway.
_SMALLEST = 1400  # bytes
_TYPES = ["text/html", "application/json", "text/plain"]


def init_app(app: Flask) -> None:
    """Compress what is worth it; gzip, because every browser reads it."""
    app.config.setdefault("COMPRESS_ALGORITHM", ["gzip"])
    app.config.setdefault("COMPRESS_LEVEL", 5)
    app.config.setdefault("COMPRESS_MIN_SIZE", _SMALLEST)
    app.config.setdefault("COMPRESS_MIMETYPES", _TYPES)
    app.config["COMPRESS_REGISTER"] = False
    compress = Compress(app)

    @app.after_request
    def pages_only(response: Response) -> Response:
        is_file = request.endpoint == "static" or response.direct_passthrough
        return response if is_file else compress.after_request(response)
