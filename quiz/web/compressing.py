"""Pages and text files go out compressed to every browser that takes it.

The token in a form is signed anew with the time, and cookies are not sent along from
other sites, so that the size of a page tells nothing about what is in it. A file is
compressed once, as long as it is the same, and then kept.
"""

import gzip

from flask import Flask, Response, request
from flask_compress import Compress

# What is smaller fits into one packet anyway.
_SMALLEST = 1400  # bytes
_TYPES = ["text/html", "application/json", "text/plain"]
# Of files: what is no picture and no font, which are packed already.
_FILES = frozenset({"text/css", "text/javascript", "image/svg+xml"})
_SMALLEST_FILE = 200  # bytes; a page may have a dozen of them
_MOST_FILES = 200

_PACKED: dict[str, bytes] = {}


def init_app(app: Flask) -> None:
    """Compress what is worth it; gzip, because every browser reads it."""
    app.config.setdefault("COMPRESS_ALGORITHM", ["gzip"])
    app.config.setdefault("COMPRESS_LEVEL", 5)
    app.config.setdefault("COMPRESS_MIN_SIZE", _SMALLEST)
    app.config.setdefault("COMPRESS_MIMETYPES", _TYPES)
    app.config["COMPRESS_REGISTER"] = False
    compress = Compress(app)

    @app.after_request
    def pack(response: Response) -> Response:
        if request.endpoint == "static":
            return _file(response)
        if response.direct_passthrough:
            return response
        return compress.after_request(response)


def _file(response: Response) -> Response:
    """A file under static/, packed where it is text and the browser takes that."""
    if response.mimetype not in _FILES:
        return response
    response.vary.add("Accept-Encoding")
    tag, _is_weak = response.get_etag()
    is_whole = response.status_code == 200 and tag is not None
    is_small = (response.content_length or 0) < _SMALLEST_FILE
    if not is_whole or is_small or not request.accept_encodings["gzip"]:
        return response
    packed = _packed(response, str(tag))
    response.set_data(packed)
    response.content_encoding = "gzip"
    response.set_etag(f"{tag}-gzip")
    response.headers.pop("Accept-Ranges", None)
    response.make_conditional(request)
    return response


def _packed(response: Response, tag: str) -> bytes:
    """Its file packed; the tag changes when the file does. The file is closed."""
    response.direct_passthrough = False
    if tag not in _PACKED:
        if len(_PACKED) >= _MOST_FILES:
            _PACKED.clear()
        _PACKED[tag] = gzip.compress(response.get_data(), 9, mtime=0)
    response.close()
    return _PACKED[tag]
