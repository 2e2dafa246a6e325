"""A page as a PDF with tags, where the extra `pdf` (WeasyPrint) is installed."""

import mimetypes
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


def is_available() -> bool:
    """Whether pages can be made into PDFs here."""
    return find_spec("weasyprint") is not None


def as_pdf(page: str, static: Path) -> bytes:
    """An HTML page as it prints, tagged so that it can be read out (PDF/UA-1).

    It takes a second or more: leave it to `quiz.workers.pool.run`. Styles and fonts
    come out of the static folder; nothing is fetched from anywhere.

    Args:
        page: the HTML, with links below `/static/`.
        static: where those files are.

    Raises:
        OSError: WeasyPrint's own libraries (Pango) are missing.
    """
    weasyprint: Any = import_module("weasyprint")
    urls: Any = import_module("weasyprint.urls")

    class OurFiles(urls.URLFetcher):  # type: ignore[misc]
        """Reads what lies below `/static/` and nothing else."""

        def fetch(self, url: str, _headers: object = None) -> object:
            path = urlsplit(url).path
            _, found, rest = path.partition("/static/")
            file = (static / rest).resolve()
            inside = file.is_relative_to(static.resolve())
            if not found or not inside:
                raise ValueError(f"not ours: {url}")
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            told = {"Content-Type": kind}
            return urls.URLFetcherResponse(url, file.read_bytes(), told)

    page_address = "file:///"
    document = weasyprint.HTML(
        string=page, base_url=page_address, url_fetcher=OurFiles()
    )
    content: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
    return content
