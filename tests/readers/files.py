"""Files as the usual programs write them, made here."""

import io
import zipfile
from email.message import EmailMessage
from itertools import zip_longest
from pathlib import Path
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter

CASES = Path(__file__).parent / "cases"
HEADLINE = "Fähre fällt bis Freitag aus"
PARAGRAPHS = [
    (
        "Die Fähre nach Lohme fällt bis Freitag aus, sagte Hafenchefin Ina Wolf. Der "
        "Motor sei beschädigt und müsse ausgebaut werden. Für Räder fahre ein Bus."
    ),
    (
        "„Wir arbeiten auch nachts“, sagte Meister Karl Bohn der Talpost. Nach Angaben "
        "der Werft dauert die Reparatur mindestens drei Tage."
    ),
]
TEXT = "\n\n".join([HEADLINE, *PARAGRAPHS])

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def word_file(paragraphs=(HEADLINE, *PARAGRAPHS), table=(), extra=None):
    """A .docx with these paragraphs and, below them, a table of one column."""
    rows = "".join(f"<w:tr><w:tc>{_p(each)}</w:tc></w:tr>" for each in table)
    body = "".join(map(_p, paragraphs)) + (f"<w:tbl>{rows}</w:tbl>" if rows else "")
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", _TYPES)
        parts.writestr("_rels/.rels", _LINKS)
        parts.writestr("word/document.xml", document)
        for name, content in (extra or {}).items():
            parts.writestr(name, content)
    return file.getvalue()


def _p(text):
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


_FONT = (
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
)


def pdf_file(*pages):
    """A PDF whose pages have these lines, from the top."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        _FONT,
    ]
    kids = []
    for lines in pages:
        drawn = b"".join(b"(%s) Tj T*\n" % _winansi(line) for line in lines)
        stream = b"BT /F1 11 Tf 14 TL 50 800 Td\n" + drawn + b"ET"
        objects.append(
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(kids),
        len(kids),
    )
    return _numbered(objects)


def pdf_of_columns(*columns, by_row, headline=HEADLINE, at=(60, 310)):
    """A PDF of a headline and columns of lines below it, written row by row or not."""
    if by_row:
        placed = [
            (x, 740 - 13 * row, line)
            for row, lines in enumerate(zip_longest(*columns, fillvalue=""))
            for x, line in zip(at, lines, strict=True)
        ]
    else:
        placed = [
            (x, 740 - 13 * row, line)
            for x, lines in zip(at, columns, strict=True)
            for row, line in enumerate(lines)
        ]
    drawn = b"".join(
        b"BT /F1 9 Tf %d %d Td (%s) Tj ET\n" % (x, y, _winansi(line))
        for x, y, line in [(at[0], 780, headline), *placed]
        if line
    )
    raw = pdf_file([])
    begin, end = (
        raw.index(b"<< /Length"),
        raw.index(b"endobj", raw.index(b"<< /Length")),
    )
    stream = b"<< /Length %d >>\nstream\n%s\nendstream\n" % (len(drawn), drawn)
    return raw[:begin] + stream + raw[end:]


def locked_pdf():
    """A PDF that asks for a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_file([HEADLINE]))))
    writer.encrypt("geheim", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _winansi(line):
    raw = line.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _numbered(objects):
    raw, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    begin = len(raw)
    raw += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        raw += b"%010d 00000 n \n" % place
    raw += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        begin,
    )
    return bytes(raw)


def page(paragraphs=tuple(PARAGRAPHS), headline=HEADLINE, head=""):
    """A page as a newspaper's site has it."""
    running = "".join(f"<p>{each}</p>" for each in paragraphs)
    return f"""<!doctype html><html lang="de"><head><meta charset="utf-8">{head}
<title>{headline} – Talpost</title><meta property="og:site_name" content="Talpost">
<meta name="author" content="Rosa Keller">
<meta property="article:published_time" content="2026-03-24T10:00:00+01:00"></head>
<body><nav><ul><li><a href="/">Zur Startseite</a></li></ul></nav>
<article><h1>{headline}</h1>{running}</article>
<footer><p>Impressum und Datenschutz</p></footer></body></html>"""


def saved_page(source=None, encoding="utf-8"):
    """The same as a browser saves it in one file, with a picture."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://talpost.example/faehre"
    message["MIME-Version"] = "1.0"
    message.add_related(
        (source or page()).encode(encoding), "text", "html", cte="quoted-printable"
    )
    [part] = message.iter_parts()
    part.set_param("charset", encoding)
    message.add_related(b"GIF89a", "image", "gif")
    return message.as_bytes()
