"""The text of a Word file (.docx)."""

import io
import zipfile
from xml.parsers.expat import ExpatError

import mammoth

from quiz.errors import Invalid
from quiz.readers.blocks import blocks_of, tree_of
from quiz.readers.document import Document, of_paragraphs, shortened


def read_word(raw: bytes) -> Document:
    """Headings and paragraphs; what stands in tables is left out and said to be.

    Raises:
        Invalid: "broken_file"; "no_text_in_file" it holds pictures at best.
    """
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(raw),
            convert_image=mammoth.images.img_element(lambda _image: {"src": ""}),
        ).value
    except (zipfile.BadZipFile, ExpatError, KeyError, ValueError, OSError) as error:
        raise Invalid("broken_file") from error
    tree = tree_of(html) if html else None
    if tree is None:
        raise Invalid("no_text_in_file")
    tables = tree.xpath("//table")
    dropped = [" ".join(text for _, text in blocks_of(each)) for each in tables]
    for table in tables:
        table.drop_tree()
    paragraphs = [text for _, text in blocks_of(tree)]
    if not paragraphs:
        raise Invalid("no_text_in_file")
    return Document(of_paragraphs(paragraphs), left_out=shortened(dropped)).titled()
